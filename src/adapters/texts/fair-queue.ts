/**
 * A queue that takes people in turn: a person with a thousand things waiting waits no less, and nobody waits for more
 * than one of theirs. What one person has comes in its own order.
 */
export function makeFairQueue<T>() {
  /** By person, in the order in which it is their turn. */
  const waiting = new Map<string, T[]>()
  return {
    add: (person: string, one: T): void => {
      const own = waiting.get(person)
      if (own) own.push(one)
      else waiting.set(person, [one])
    },
    /** The next one, and its person goes behind the others; undefined: nothing waits. */
    next: (): T | undefined => {
      for (const [person, own] of waiting) {
        const one = own.shift()
        waiting.delete(person)
        if (own.length > 0) waiting.set(person, own)
        return one
      }
      return undefined
    },
    /** Takes out all that waits. */
    drain: (): T[] => {
      const all = [...waiting.values()].flat()
      waiting.clear()
      return all
    },
  }
}
