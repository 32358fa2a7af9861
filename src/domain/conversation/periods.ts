import { LANGUAGES } from '../dates/date-words.ts'
import type { Days } from '../dates/days.ts'
import { findPeriod } from '../dates/find-period.ts'
import { anyOf, anyWord } from '../text/patterns.ts'

const MONTHS = LANGUAGES.map(({ months, before }) => ({
  months: months.map((names) => new RegExp(`^(?:${names})$`)),
  pattern: new RegExp(
    `${anyWord([`(?:${before}|next) (${anyOf(months)})`, `(${anyOf(months)})(?= \\d{4})`])}(?: (20\\d\\d))?`,
    'u',
  ),
}))

/** The month that a text names, 1 to 12, and its year if the text says it. It may be to come. Null if it names none. */
export function monthIn(said: string): { readonly month: number; readonly year: number | null } | null {
  for (const { months, pattern } of MONTHS) {
    const [, behind, alone, year] = pattern.exec(said) ?? []
    const name = behind ?? alone
    if (name !== undefined)
      return { month: months.findIndex((one) => one.test(name)) + 1, year: year ? Number(year) : null }
  }
  return null
}

/** "Q2'25", once its apostrophe is gone. */
const SHORT_YEAR = /\b([qh][1-4]) (\d\d)(?! ?(?:\p{L}|\d))/gu

/** The time in the past that a question or command names, and its words without it. */
export function periodAsked(
  said: string,
  today: Temporal.PlainDate,
): { readonly days: Days | null; readonly rest: string } {
  const found = findPeriod(said.replace(SHORT_YEAR, '$1 20$2'), today, 'led')
  return found ? { days: found.period.days, rest: found.rest } : { days: null, rest: said }
}
