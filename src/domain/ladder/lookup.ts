import { goalLookupOf } from './goal-lookup.ts'
import type { Ladder } from './ladder.ts'
import type { Lookup } from './ladder-view.ts'
import type { LookupInput } from './lookup-input.ts'
import { lookupWords } from './question.ts'
import { nearest } from './understand.ts'
import { readByAll } from './which-ladder.ts'

/** A lookup, and the ladder that understood it. */
export type UnderstoodLookup = {
  readonly ladder: Ladder
  readonly lookup: Lookup
  /** False if part of it was corrected, matched loosely or ignored. Then the answer says what it shows. */
  readonly exact: boolean
  /** True if every word was used, in whatever form it was typed. */
  readonly sure: boolean
  /** Which page of the answer, from 1. */
  readonly page: number
}

/** Slack sends at most 3,000 characters here. No question is this long, and a longer text is not understood. */
const TEXT_LIMIT = 300

/** Signs for "compared with" that plain text would lose. */
const COMPARED = /(?:(?<!\s)\s+)?(?:\.{2,}|…|->|=>|→|⇒|↔)\s*/gu

/** What the text after `/ladder` asks for: ids, names and phrases in any case and order, and almost any spelling. */
export function lookupOf(asked: LookupInput): UnderstoodLookup {
  const { shelf, own } = asked
  const home = own ?? shelf.standard ?? shelf.all[0]!
  const text = asked.text.replace(COMPARED, ' vs ').replace(/^\s*\/?ladder\b(?!\s*$)/iu, ' ')
  const whole = lookupWords(text.slice(0, TEXT_LIMIT))
  const paged = /^(.*?)(?:(?<!\s)\s+)?\bpage (\d{1,3})$/.exec(whole.join(' '))
  const words = paged ? lookupWords(paged[1]!) : whole
  const page = paged ? Math.max(1, Number(paged[2])) : 1
  if (/^[\p{P}\s]*$/u.test(asked.text))
    return { ladder: home, lookup: { kind: 'help' }, exact: true, sure: true, page }
  if (asked.text.length > TEXT_LIMIT || words.length === 0)
    return {
      ladder: home,
      lookup: { kind: 'unknown', nearest: nearest(home, text.slice(0, TEXT_LIMIT)) },
      exact: true,
      sure: true,
      page,
    }
  const goal = goalLookupOf(asked, text, words)
  if (goal) return { ...goal, exact: true, sure: true, page }
  const { ladder, lookup, doubt } = readByAll(asked, words)
  return { ladder, lookup, exact: doubt === 0, sure: doubt <= 2, page }
}
