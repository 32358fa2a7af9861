import { COUNT, countOf } from '../dates/date-words.ts'
import { mondayOf, mondayOfWeek } from '../dates/days.ts'
import { monthNamed } from '../dates/months.ts'
import { WEEKDAYS } from '../dates/weekdays.ts'
import type { Week, Weekday } from './nudge.ts'
import { weekOfDate as weekOf } from './nudge-schedule.ts'

type Day = Temporal.PlainDate

const SHORT = ['mon', 'tue|tues', 'wed|weds', 'thu|thur|thurs', 'fri', 'sat', 'sun']
const BY_NAME = new Map<string, Weekday>(
  WEEKDAYS.flatMap((name, index) =>
    [name.toLowerCase(), ...SHORT[index]!.split('|')].flatMap((one) =>
      [one, `${one}s`, `${one}'s`].map((word): [string, Weekday] => [word, (index + 1) as Weekday]),
    ),
  ),
)

/** The ISO number of "Monday", "mondays" or "mon". Null if it is not a day of the week. */
export function weekdayOf(word: string): Weekday | null {
  return BY_NAME.get(word) ?? null
}

/** The Monday of an ISO week. Null if that year has no such week. */
const mondayOfNth = (year: number, week: number): Day | null => {
  const monday = mondayOfWeek(year, week)
  return monday.weekOfYear === week && monday.yearOfWeek === year ? monday : null
}

const dayOf = (year: number, month: number, day: number): Day | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The first such day after `today`, this year or next year. */
const coming = (month: number, day: number, today: Day): Day | null =>
  [0, 1]
    .map((years) => dayOf(today.year + years, month, day))
    .find((one) => one !== null && Temporal.PlainDate.compare(one, today) > 0) ?? null

const LONG = new RegExp(
  String.raw`^(?:(?:the )?(?:next|coming) )?(\d{3}|an?|${COUNT}) (day|week|fortnight|month)s?$`,
)

/** The day that is a length of time after today: "2 weeks", "a month". Null if the text is not a length of time. */
export function dayAfter(text: string, today: Day): Day | null {
  const [, amount = '', unit = ''] = LONG.exec(text) ?? []
  const count = /^an?$/.test(amount) ? 1 : countOf(amount)
  if (unit === '' || count === 0) return null
  if (unit === 'day') return today.add({ days: count })
  if (unit === 'month') return today.add({ months: count })
  return today.add({ weeks: unit === 'week' ? count : 2 * count })
}

const inNumbers = (text: string): Day | null => {
  const [year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)?.slice(1).map(Number) ?? []
  if (year !== undefined) return dayOf(year, month!, day!)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)?.slice(1).map(Number)
  if (dotted) return dayOf(dotted[2]!, dotted[1]!, dotted[0]!)
  // 03/04 is in April in London and in March in New York, so only dates with one meaning are accepted.
  const [one, other, of] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)?.slice(1).map(Number) ?? []
  if (of === undefined) return null
  return one! > 12 ? dayOf(of, other!, one!) : other! > 12 ? dayOf(of, one!, other!) : null
}

const inWords = (text: string, today: Day): Day | null => {
  const [, before, name = '', behind, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]+)(?: (\d{1,2})(?:st|nd|rd|th)?)?,?(?: (\d{4}))?$/.exec(
      text,
    ) ?? []
  const month = monthNamed(name)
  if (month === null || (before && behind)) return null
  const day = Number(before ?? behind ?? 1)
  return year === undefined ? coming(month, day, today) : dayOf(Number(year), month, day)
}

/**
 * The first day of a coming period: "next week" is its Monday, "January" its first day, and "end of the month" the
 * first day after it.
 */
const begun = (text: string, today: Day): Day | null => {
  const [, ends, unit] =
    /^(?:the )?(?:(end of )(?:the |this )?|next |new )(week|month|year)$/.exec(text) ?? []
  if (unit === 'week') return mondayOf(today).add({ weeks: 1 })
  if (unit === 'month') return today.with({ day: 1 }).add({ months: 1 })
  if (unit === 'year') return dayOf(today.year + 1, 1, 1)
  const over = ends === undefined ? /^(?:the )?end of ([a-z]+(?: \d{4})?)$/.exec(text)?.[1] : undefined
  const first = over ? inWords(over, today.with({ day: 1 }).subtract({ days: 1 })) : null
  return first?.add({ months: 1 }) ?? null
}

/** "monday, 30 november 2026 at 10:00", as our own answers write dates. */
const WRITTEN_OUT = /^([a-z]+),? (?=.*\d)(.+?)(?: at \d{1,2}:\d{2})?$/

/**
 * A day in the future, as people write it: 2026-12-20, 20 December, Monday, 30 November 2026, monday, next friday,
 * tomorrow, next week, January, 2027. `text` is in lower case. `past`: it is today or earlier. Null if it is not a day,
 * could mean two days, or has the wrong day of the week.
 */
export function comingDay(text: string, today: Day): Day | 'past' | null {
  const [, said = '', date = ''] = WRITTEN_OUT.exec(text) ?? []
  const dayOfWeek = weekdayOf(said)
  if (dayOfWeek !== null) {
    const day = comingDay(date, today)
    return day === null || day === 'past' || day.dayOfWeek === dayOfWeek ? day : null
  }
  const weekday = weekdayOf(text.replace(/^(?:next|this|coming) /, ''))
  if (weekday !== null)
    return text.startsWith('next ')
      ? mondayOf(today).add({ days: 6 + weekday })
      : today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 })
  if (text === 'tomorrow') return today.add({ days: 1 })
  const [, nth] = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(text) ?? []
  const month = today.toPlainYearMonth()
  const day = nth
    ? ([0, 1, 2]
        .map((months) => month.add({ months }))
        .map((one) => dayOf(one.year, one.month, Number(nth)))
        .find((one) => one !== null && Temporal.PlainDate.compare(one, today) > 0) ?? null)
    : (begun(text, today) ??
      inNumbers(text) ??
      inWords(text, today) ??
      (/^20\d\d$/.test(text) ? dayOf(Number(text), 1, 1) : null))
  return day !== null && Temporal.PlainDate.compare(day, today) <= 0 ? 'past' : day
}

/** A single day, including today. Whole months and years don't count, because they have several weeks. */
const oneDay = (text: string, today: Day): Day | 'past' | null => {
  if (text === 'today') return today
  if (text === 'tomorrow' || weekdayOf(text.replace(/^(?:next|this|coming) /, '')) !== null)
    return comingDay(text, today)
  return /(?:^|\D)\d{1,2}(?:\D|$)/.test(text) ? comingDay(text, today.subtract({ days: 1 })) : null
}

/**
 * A week that is not over, as people write it: 2026-W52, week 52, week of 4 January, next week, or a day in it, for
 * example 30 November. `text` is in lower case. `past`: it is over. Null if it is not a week.
 */
export function comingWeek(text: string, today: Day): Week | 'past' | null {
  const said = text.replace(/^the /, '')
  if (said === 'this week') return weekOf(today)
  if (said === 'next week') return weekOf(today.add({ weeks: 1 }))
  const [, year, week] = /^(\d{4})[- ]?w(\d{1,2})$/.exec(said) ?? []
  const [, alone] = /^(?:week |w)(\d{1,2})$/.exec(said) ?? []
  const now = weekOf(today)
  if (alone !== undefined) {
    const monday = [0, 1]
      .map((years) => mondayOfNth((today.yearOfWeek ?? today.year) + years, Number(alone)))
      .find((one) => one !== null && weekOf(one) >= now)
    return monday ? weekOf(monday) : null
  }
  const of = /^week (?:of|from) (.+)$/.exec(said)?.[1]
  const day = of
    ? comingDay(of, mondayOf(today).subtract({ days: 1 }))
    : year
      ? mondayOfNth(Number(year), Number(week))
      : oneDay(said.replace(/ at \d{1,2}:\d{2}$/, ''), today)
  if (day === null || day === 'past') return day
  return weekOf(day) < now ? 'past' : weekOf(day)
}
