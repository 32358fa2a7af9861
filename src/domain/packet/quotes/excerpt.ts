import { monthNamed } from '../../dates/months.ts'
import type { Span } from '../../evidence/evidence.ts'
import { kindOfSpan } from '../../evidence/evidence-kind.ts'
import { qualityOfSpan, strengthOfSpan } from '../../evidence/span-quality.ts'
import type { StoredWhen } from '../packet.ts'

/** About how many words of a story its case quotes. The receipt has all of them. */
const EXCERPT = 45

/** How many words it may have so that what was done and what came of it are both in it. */
const LONGEST = 70

/** The most words of a sentence that is quoted only to say what a story is about. */
const SHORT = 25

const wordsIn = (text: string): number => text.trim().split(/\s+/).length

/** Whether a sentence can be quoted next to another one. */
export function isShort(text: string): boolean {
  return wordsIn(text) <= SHORT
}

const numberOf = (id: string): number => Number(id.slice(1))

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text.trim()).join(' ')

const isNext = (one: Span, other: Span | undefined): boolean =>
  other !== undefined && other.part === one.part && numberOf(other.id) - numberOf(one.id) === 1

/** All sentences from one to another, or null if some between them are not quoted, or there are too many words. */
const between = (spans: readonly Span[], ends: readonly Span[]): readonly Span[] | null => {
  const at = ends.map((span) => spans.indexOf(span))
  const all = spans.slice(Math.min(...at), Math.max(...at) + 1)
  const isWhole = all.every((span, nth) => nth === all.length - 1 || isNext(span, all[nth + 1]))
  return isWhole && wordsIn(textOf(all)) <= LONGEST ? all : null
}

/** Sentences with those that follow and come before them among `spans`, until they are about 45 words long. */
const widened = (core: readonly Span[], spans: readonly Span[]): string => {
  let [from, to] = [spans.indexOf(core[0]!), spans.indexOf(core.at(-1)!)]
  let count = wordsIn(textOf(core))
  const fits = (span: Span | undefined): boolean => {
    if (!span || count + wordsIn(span.text) > EXCERPT) return false
    count += wordsIn(span.text)
    return true
  }
  while (isNext(spans[to]!, spans[to + 1]) && fits(spans[to + 1])) to += 1
  while (from > 0 && isNext(spans[from - 1]!, spans[from]) && fits(spans[from - 1])) from -= 1
  return textOf(spans.slice(from, to + 1))
}

/** A sentence with its neighbours among `spans`, as far as they are short. */
export function excerptAround(span: Span, spans: readonly Span[]): string {
  return widened([span], spans)
}

const strongest = (spans: readonly Span[]): Span =>
  spans.reduce((best, span) => (strengthOfSpan(span) > strengthOfSpan(best) ? span : best), spans[0]!)

/** "2026-09-08 ", "8 September: ", "Sept 8, ": a note's own date before its words. */
const OWN_DATE = new RegExp(
  [
    String.raw`^[^\p{L}\d]{0,4}(?:(?<iso>\d{4}-\d\d-\d\d)|(?<day>\d{1,2})\.? (?<month>\p{L}{3,9})\.?(?: \d{4})?`,
    String.raw`|(?<first>\p{L}{3,9})\.? (?<second>\d{1,2})(?:,? \d{4})?)(?:\s?[:–—-]\s|,\s|\s(?=\p{Lu}|\p{Ll}))`,
  ].join(''),
  'u',
)

/** Words without the date that they begin with, if it is the one that is printed next to them. */
const withoutOwnDate = (text: string, { from, to }: StoredWhen): string => {
  const { 0: found = '', groups } = OWN_DATE.exec(text) ?? {}
  if (!groups || from !== to) return text
  const month = monthNamed(groups.month ?? groups.first ?? '')
  const day = Number(groups.day ?? groups.second)
  const said = Temporal.PlainDate.from(from)
  const isSame = groups.iso ? groups.iso === from : month === said.month && day === said.day
  return isSame && text.length > found.length ? text.slice(found.length) : text
}

/**
 * What a case quotes of a story: what was done, the sentence that says most, and what came of it. Verbatim, with a sign
 * where sentences are left out. `own` are the sentences that may be the one that says most.
 */
export function leadOf(quoted: readonly Span[], own: readonly Span[], days: StoredWhen): string {
  const best = strongest(own.length > 0 ? own : quoted)
  const head = quoted.find((span) => kindOfSpan(span) === 'deed') ?? best
  const result = quoted.find(
    (span) => numberOf(span.id) > numberOf(best.id) && span.part === best.part && qualityOfSpan(span).result,
  )
  const ends = result && !qualityOfSpan(best).result ? [best, result] : [best]
  const core = between(quoted, [head, ...ends]) ??
    between(quoted, ends) ??
    between(quoted, [head, best]) ?? [best]
  const text = widened(core, quoted)
  const isApart = numberOf(head.id) < numberOf(core[0]!.id) && !text.includes(head.text.trim())
  return withoutOwnDate(isApart && isShort(head.text) ? `${head.text.trim()} […] ${text}` : text, days)
}
