import { wordsOfPattern } from '../source-patterns.ts'
import { SHAPES, unitOf } from '../text-shapes.ts'
import { compile, type Program } from './program.ts'
import { search } from './run.ts'
import { signsOf } from './tree.ts'

/** Each text is also tried with an unexpected end, because patterns that fail at the end backtrack most. */
const ENDS = ['', '\u0007x'] as const

/** Texts are doubled from the first length (UTF-16 units). Growth has to stop before the second. */
const [SHORT, LONG] = [32, 6_400]
/** The most steps per added character. Our most expensive pattern takes 2,006, for a bound of 1,000 characters. */
const MOST = 2_500

/** True if added characters cost as much as before. Matches that end inside a piece of the text differ a little. */
const isFlat = (before: number, now: number): boolean => now - before <= Math.min(0.05 + 0.03 * before, 0.5)

/** The steps per added character, doubling after doubling, if they keep growing. Otherwise null. */
const growing = (program: Program, unit: string, end: string): readonly number[] | null => {
  const steps = (pieces: number): number => {
    const text = unit.repeat(pieces) + end
    const searched = search(program, text, MOST * text.length)
    return searched.stopped ? Number.POSITIVE_INFINITY : searched.steps
  }
  let pieces = Math.ceil(SHORT / unit.length)
  let all = steps(pieces)
  if (all === Number.POSITIVE_INFINITY) return [all]
  // One step per character: the pattern cannot begin anywhere in this text, however long it is.
  if (all <= pieces * unit.length + end.length + 1) return null
  const each: number[] = []
  do {
    const more = steps(2 * pieces)
    if (more === Number.POSITIVE_INFINITY) return [...each, more]
    each.push((more - all) / (pieces * unit.length))
    all = more
    pieces *= 2
    const [before, now] = each.slice(-2)
    if (each.at(-1)! > MOST) return each
    if (before !== undefined && isFlat(before, now!)) return null
  } while (pieces * unit.length < LONG || each.length < 3)
  return each
}

/**
 * Counts the steps of a pattern on texts of every shape, and on its own words and signs. Returns the first text on
 * which the steps per character keep growing or are too many, with these numbers, or null.
 */
export function growthOf(given: RegExp): string | null {
  // A sticky pattern is tried everywhere, because callers may start it anywhere.
  const pattern = new RegExp(given.source, `${given.flags.replace(/[dgy]/g, '')}g`)
  const program = compile(pattern)
  const units = [...SHAPES.map(unitOf), ...wordsOfPattern(pattern), ...signsOf(pattern)]
  for (const unit of new Set(units)) {
    for (const end of ENDS) {
      const each = growing(program, unit, end)
      if (each)
        return `${JSON.stringify(unit.slice(0, 40))}: ${each.map((one) => one.toFixed(1)).join(', ')} steps`
    }
  }
  return null
}
