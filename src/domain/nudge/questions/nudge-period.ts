import type { NudgePeriod, NudgeText, Schedule } from '../nudge.ts'

const PERIODS: Readonly<Record<NudgePeriod, string>> = {
  'two-weeks': 'the last two weeks',
  month: 'the last month',
}

/** What a nudge with this schedule asks about. Undefined for a week. */
export function periodOf({ rhythm }: Pick<Schedule, 'rhythm'>): NudgePeriod | undefined {
  return rhythm?.kind
}

const WEEK = /\b(?:(in|during|of|from) )?this week(?:(['’])s)?/gi

/** A text about "this week" as one about a longer time. Its owner writes every question for a week. */
export function inPeriod(text: string, period: NudgePeriod | undefined): string {
  if (period === undefined) return text
  const long = PERIODS[period]
  return text.replace(WEEK, (found: string, before: string | undefined, mark: string | undefined) => {
    const owned = long.endsWith('s') ? `${long}${mark}` : `${long}${mark}s`
    const said = mark ? `${before ? `${before} ` : ''}${owned}` : `${before ?? 'in'} ${long}`
    return /^\p{Lu}/u.test(found) ? `${said[0]!.toUpperCase()}${said.slice(1)}` : said
  })
}

/** A text of a nudge with its question and its example as they are asked. Its record keeps the owner's words. */
export function asAsked(nudge: NudgeText): NudgeText {
  const { question, example, per } = nudge
  return {
    ...nudge,
    question: inPeriod(question, per),
    ...(example === undefined ? {} : { example: inPeriod(example, per) }),
  }
}
