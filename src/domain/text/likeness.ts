/** How many things two lists share. A thing that occurs twice in both counts twice. */
export function sharedIn(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const thing of other) left.set(thing, (left.get(thing) ?? 0) + 1)
  return one.filter((thing) => {
    const times = left.get(thing) ?? 0
    if (times > 0) left.set(thing, times - 1)
    return times > 0
  }).length
}

/**
 * How alike two lists are, such as the words of two sentences, in any order: 0 for nothing shared, 1 for the same
 * things (Dice's coefficient). For two words letter by letter, see `nearness` in spelling.ts.
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  return (2 * sharedIn(one, other)) / Math.max(1, one.length + other.length)
}
