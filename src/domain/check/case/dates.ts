import type { Days } from '../../dates/days.ts'
import { MONTHS, monthBegun } from '../../dates/months.ts'

const MONTH = `(?:${MONTHS.map((name) =>
  name.length > 4 ? `${name.slice(0, 3)}(?:${name.slice(3)}|t)?` : name,
).join('|')})`
const DAY = '(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const YEAR = '((?:19|20)\\d\\d)'

/** "13 July 2026", "3 to 5 March", "July 13", "July 2026", "in July", "Q3 2026", "2026-07-13", "in 2026". */
const DATE = new RegExp(
  [
    `\\b${YEAR}-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\\d|3[01]))?\\b`,
    `\\b(?:${DAY} ?(?:to|and|-|–) ?)?${DAY} (?:of )?(${MONTH})\\b(?:,? ${YEAR}\\b)?`,
    `\\b(${MONTH})\\b(?: ${DAY}\\b)?(?:,? ${YEAR}\\b)?`,
    `\\bQ([1-4])\\b(?: ${YEAR}\\b)?`,
    `\\b(?:in|of|since|until|by|during|through|from|early|mid|late)[ -]${YEAR}\\b`,
  ].join('|'),
  'gu',
)

/** A date of a sentence. What is not said is null. */
type SaidDate = {
  readonly text: string
  readonly year: number | null
  readonly months: readonly [number, number]
  readonly day: number | null
}

const orNull = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))

/** "May" as a verb begins no date. */
const isMay = (text: string, before: string): boolean =>
  text === 'May' && !/\b(?:in|by|since|until|from|to|of|during|early|mid|late|and|between)[ -]$/i.test(before)

const datesIn = (text: string): SaidDate[] =>
  [...text.matchAll(DATE)].flatMap((match): SaidDate[] => {
    const [said, y1, m1, d1, , d2, name2, y2, name3, d3, y3, quarter, y4, y5] = match
    if (isMay(said, text.slice(0, match.index))) return []
    const year = orNull(y1 ?? y2 ?? y3 ?? y4 ?? y5)
    const month = orNull(m1) ?? monthBegun(name2 ?? name3 ?? '?')
    const first = quarter === undefined ? null : Number(quarter) * 3 - 2
    const months: [number, number] =
      first !== null ? [first, first + 2] : month === null ? [1, 12] : [month, month]
    return [{ text: said, year, months, day: orNull(d1 ?? d2 ?? d3) }]
  })

const touches = ({ year, months, day }: SaidDate, { from, to }: Days): boolean => {
  for (let at = year ?? from.year; at <= (year ?? to.year); at += 1) {
    const begin = Temporal.PlainDate.from({ year: at, month: months[0], day: day ?? 1 })
    const month = Temporal.PlainYearMonth.from({ year: at, month: months[1] })
    const end = month.toPlainDate({ day: day ?? month.daysInMonth })
    if (Temporal.PlainDate.compare(begin, to) <= 0 && Temporal.PlainDate.compare(end, from) >= 0) return true
  }
  return false
}

/** "On the 19th", written in the same month, so that the receipt names only the day. */
const isDayNamed = (date: SaidDate, words: string, receipts: readonly { readonly days: Days }[]): boolean =>
  date.day !== null &&
  new RegExp(`\\b${date.day}(?:st|nd|rd|th)\\b`).test(words) &&
  receipts.some(({ days }) => touches({ ...date, day: null }, days))

/** The dates of a sentence that its receipts neither name nor happened at. */
export function wrongDates(
  text: string,
  words: string,
  receipts: readonly { readonly days: Days }[],
): string[] {
  const named = datesIn(words)
  const isNamed = (date: SaidDate): boolean =>
    named.some(
      (one) =>
        one.months[0] === date.months[0] &&
        one.months[1] === date.months[1] &&
        (date.day === null || one.day === date.day) &&
        (date.year === null ||
          one.year === date.year ||
          receipts.some(({ days }) => days.to.year === date.year)),
    )
  return datesIn(text)
    .filter(
      (date) =>
        !isNamed(date) &&
        !isDayNamed(date, words, receipts) &&
        !receipts.some(({ days }) => touches(date, days)),
    )
    .map((date) => date.text)
}

/** A text without its dates, so that the number of a day counts nothing. */
export function withoutDates(text: string): string {
  return text.replace(DATE, (said: string, ...more: unknown[]) => {
    const at = more.findLast((one) => typeof one === 'number') as number
    return isMay(said, text.slice(0, at)) ? said : ' '
  })
}
