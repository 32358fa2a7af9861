import { WEEKDAYS } from '../dates/weekdays.ts'
import { anyOf } from '../text/patterns.ts'
import { comingDay, comingWeek, dayAfter } from './coming-days.ts'
import type { Weekday } from './nudge.ts'
import { mondayIn } from './nudge-schedule.ts'

type Day = Temporal.PlainDate

/** The first day on which a nudge is wanted, and its day of the week if that was named with it. */
export type FirstDay = { readonly day: Day; readonly weekday: Weekday | null }

const BEGINS = new RegExp(
  `^${anyOf({
    from: /from|as (?:of|from)/,
    starting: /(?:start|starts|starting|begin|begins|beginning)(?: (?:on|from|with|in))?/,
    first: /(?:the )?first(?: one)?(?: is)? on/,
  })} (.+)$`,
)
const NAMES_DAY = new RegExp(`\\b${anyOf(WEEKDAYS.map((name) => name.toLowerCase().slice(0, 3)))}`)

/** A time of day or a range belongs to other words: "from 11 December at 10:00", "from L2 to L3". */
const MORE_THAN_DAY = /\d[:h]\d|\b(?:at|to|until|every|each)\b/

const dayIn = (said: string, today: Day): Day | 'past' | null => {
  if (said === 'today') return today
  const day = comingDay(said, today) ?? dayAfter(said, today)
  if (day !== null) return day
  const week = comingWeek(said, today)
  return week === null || week === 'past' ? week : mondayIn(week)
}

/**
 * The first day that a phrase in lower case names: "from 11 december", "starting next week". Null if it names none. A
 * day of the week alone names the day and no first one: "from monday".
 */
export function firstDayPart(low: string, today: Day): FirstDay | 'past' | null {
  const said = BEGINS.exec(low)?.at(-1)
  if (said === undefined || MORE_THAN_DAY.test(said) || /^\d+$/.test(said)) return null
  const names = NAMES_DAY.test(said)
  if (names && !/\d|\bnext\b/.test(said)) return null
  const day = dayIn(said, today)
  if (day === null || day === 'past') return day
  return { day, weekday: names ? (day.dayOfWeek as Weekday) : null }
}
