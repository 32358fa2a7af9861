import { sharedIn } from '../text/likeness.ts'
import { stemsOf } from '../text/stems.ts'

/** The facts that decide whether two texts say the same thing. */
export type Gist = {
  /** The stems of its words, each once. */
  readonly words: readonly string[]
  readonly numbers: ReadonlySet<string>
  /** The day of its story. */
  readonly day: Temporal.PlainDate
}

/** Two texts say the same thing if the shorter one shares this part of its words, and at least this many. */
const SHARE = 0.6
const FEWEST = 5
const SHARE_UNCOUNTED = 0.75

/** Repeated work is described in the same words every week. Without numbers, it is the same only within one week. */
const SAME_WEEK = 7

export function gistOf(text: string, day: Temporal.PlainDate): Gist {
  const numbers = text.match(/\d[\d.,]*/g) ?? []
  return {
    words: [...new Set(stemsOf(text))],
    numbers: new Set(numbers.map((number) => number.replace(/(?<![.,])[.,]+$/, ''))),
    day,
  }
}

/** Whether two texts say the same thing in nearly the same words, with the same numbers. */
export function tellTheSame(one: Gist, other: Gist): boolean {
  const shared = sharedIn(one.words, other.words)
  if (shared < FEWEST || shared / Math.min(one.words.length, other.words.length) < SHARE) return false
  const [few, many] = one.numbers.size <= other.numbers.size ? [one, other] : [other, one]
  if (few.numbers.size > 0) return few.numbers.isSubsetOf(many.numbers)
  const isSameWeek = Math.abs(one.day.until(other.day).total('days')) <= SAME_WEEK
  // Told once with a number and once without.
  if (many.numbers.size > 0 && shared / Math.min(one.words.length, other.words.length) < SHARE_UNCOUNTED)
    return false
  return isSameWeek
}
