import type { Ladder, Shelf } from './ladder.ts'

/** What a lookup is understood from: the ladders, the ladder of the person's goal if they have one, and the day. */
export type LookupInput = {
  readonly shelf: Shelf
  readonly own: Ladder | null
  readonly text: string
  readonly today: Temporal.PlainDate
}

/**
 * Removes the words from `from` to `to` (exclusive), and words around them that only point at a ladder: "in", "the",
 * "ladder".
 */
export function withoutPointers(words: readonly string[], from: number, to: number): string[] {
  let [start, end] = [from, to]
  while (start > 0 && /^(?:in|of|on|for|the|at|ladder)$/.test(words[start - 1]!)) start -= 1
  while (end < words.length && /^(?:ladder|track|family|s)$/.test(words[end]!)) end += 1
  return [...words.slice(0, start), ...words.slice(end)]
}
