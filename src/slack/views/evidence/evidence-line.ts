import type { types } from '@slack/bolt'
import type { KeptEvidence } from '../../../coaching/evidence/evidence-store.ts'
import type { MatchedQuote } from '../../../coaching/evidence/list-evidence.ts'
import type { Days } from '../../../domain/dates/days.ts'
import type { Evidence } from '../../../domain/evidence/evidence.ts'
import { excerptOf, shortened } from '../../../domain/evidence/list/excerpt.ts'
import type { Ladder } from '../../../domain/ladder/ladder.ts'
import { dateInWords, listed, periodInWords } from '../../../domain/text/in-words.ts'
import { clipped, inert } from '../rich-text.ts'
import { foundNames } from './found.ts'

/** What an entry without a review waits for. */
const WAITING = {
  queued: 'review in progress',
  waiting: 'needs a goal',
  reviewed: '',
  answered: '',
  unsure: 'not saved yet',
} as const

/** Days of an entry as people read them: "15 March 2026", "March to April 2026". */
function daysInWords({ happened, receivedAt, parts }: Evidence, { from, to }: Days): string {
  // "In November" ends on the day on which it was written, but still means the month.
  const written = [receivedAt, ...parts.map(({ writtenAt }) => writtenAt)].map((at) =>
    at.toString().slice(0, 10),
  )
  return happened === null && from.day === 1 && !from.equals(to) && written.includes(`${to}`)
    ? periodInWords(monthOf(from), monthOf(to))
    : periodInWords(`${from}`, `${to}`)
}

/** When it happened, or else when it was written. */
export function whenOf(evidence: Evidence): string {
  const days = evidence.happened ?? evidence.told
  return days === null ? dayOf(evidence.receivedAt) : daysInWords(evidence, days)
}

/** `2026-03`. */
export function monthOf(day: Temporal.PlainDate): string {
  return day.toString().slice(0, 7)
}

/** The day of an instant, such as "15 March 2027". */
export function dayOf(instant: Temporal.Instant): string {
  return dateInWords(instant.toString().slice(0, 10))
}

const authorOf = ({ parts }: Evidence): string => {
  const author = parts.find(({ saidBy }) => saidBy !== null)?.saidBy
  const own = parts.some(({ saidBy, file, reading }) => saidBy === null && file === null && reading !== '')
  return author ? (own ? `with words by ${author}` : `written by ${author}`) : ''
}

/** Who wrote it, if that was not the person, and the names of its files, each after a comma. */
export function sourceOf(evidence: Evidence): string {
  const files = evidence.parts.flatMap(({ file }) => (file ? [file.name] : []))
  return [authorOf(evidence), ...files]
    .filter(Boolean)
    .map((one) => `, ${one}`)
    .join('')
}

/** Longest name of a file in a list. Longer names are cut. */
const FILE = 30

/** The same for a list: only the first file is named. */
const shortSource = (evidence: Evidence): string => {
  const [first, ...more] = evidence.parts.flatMap(({ file }) => (file ? [file.name] : []))
  const files = more.length > 0 ? ` and ${more.length} more ${more.length === 1 ? 'file' : 'files'}` : ''
  return [authorOf(evidence), first === undefined ? '' : `${clipped(first, FILE)}${files}`]
    .filter(Boolean)
    .map((one) => `, ${one}`)
    .join('')
}

/** A piece in a list. `quote` is the sentence for which it is in the list. */
type Row = Pick<KeptEvidence, 'evidence' | 'review'> & {
  readonly shown: Days
  readonly quote?: MatchedQuote | null
}

/** How many competencies a line names. */
const MOST_NAMES = 3

const namesIn = ({ evidence, review }: Row, ladder: Ladder | null): string => {
  const waiting = WAITING[evidence.state]
  if (waiting || !review) return waiting || 'no review yet'
  const all = foundNames(review, ladder)
  if (all.length === 0) return 'no match yet'
  const rest = all.length - MOST_NAMES
  return rest > 1 ? `${all.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : listed(all)
}

/** A piece in one line: when, whose, the beginning of the words or the matching ones, and the competencies. */
export function lineOf(row: Row, ladder: Ladder | null): string {
  const { evidence, shown, quote } = row
  const said = quote ? shortened(quote.sentence, quote.word) : excerptOf(evidence)
  const words = said !== '' && authorOf(evidence).startsWith('written') ? `“${said}”` : said
  return [`${daysInWords(evidence, shown)}${shortSource(evidence)}`, words, namesIn(row, ladder)]
    .filter(Boolean)
    .join(' · ')
}

/** Where a list goes on after a click, as words of `placeIn`. */
export type ListPlace = {
  readonly list: 'evidence' | 'data'
  readonly page: number
  /** The filter, as `evidenceFilterOf` reads it. */
  readonly text: string
}

export function placeWords({ list, page, text }: ListPlace): string {
  return `${list} ${page} ${text}`.trim()
}

/** The place in the value of a control. Anything else is the first page of all evidence. */
export function placeIn(value: string): ListPlace {
  const [, list, page, text = ''] = /^(evidence|data) (\d{1,5})(?: (.*))?$/s.exec(value) ?? []
  return list === undefined
    ? { list: 'evidence', page: 1, text: '' }
    : { list: list as ListPlace['list'], page: Number(page), text }
}

/** Slack's limit for the value of an option. */
const MOST_VALUE = 150

/** An option that knows its piece and, if there is room, the place of the list. */
const option = (label: string, command: string, id: string, place: ListPlace): types.PlainTextOption => {
  const known = `${command}:${id} ${placeWords(place)}`
  const value = known.length <= MOST_VALUE ? known : `${command}:${id} ${place.list} 1`
  return { text: { type: 'plain_text', text: label, emoji: false }, value }
}

/** A piece in a list: its line, and a menu of all that can be done with it. */
export function lineBlock(row: Row, ladder: Ladder | null, place: ListPlace): types.SectionBlock {
  const { evidence, review } = row
  const isRead = review !== null && evidence.state === 'reviewed'
  return {
    type: 'section',
    text: { type: 'plain_text', text: clipped(inert(lineOf(row, ladder)), 3_000), emoji: false },
    accessory: {
      type: 'overflow',
      action_id: 'evidence-menu',
      options: [
        option(isRead ? 'Open review' : 'Open', 'open', evidence.id, place),
        option('Review again', 'again', evidence.id, place),
        ...(isRead ? [option('Move…', 'move', evidence.id, place)] : []),
        option('Delete…', 'delete', evidence.id, place),
      ],
    },
  }
}
