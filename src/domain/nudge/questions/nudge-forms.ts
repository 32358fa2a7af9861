import { unitAt } from '../../dates/days.ts'
import type { NudgeForm, NudgeQuestion, NudgeQuestions } from '../nudge.ts'

/** How many usual questions come between two of another form. */
const BETWEEN = 6

/** How many days before its end a quarter is looked back on, and how many nudges it is then left alone. */
const NEAR_END = 14
const QUARTER_REST = 2

/** The day on which the last quarter ends for most teams: the holidays follow. */
const YEAR_ENDS = { month: 12, day: 23 } as const

/** True in the last two weeks of a quarter, and for the last one of a year in the two weeks before the holidays. */
const isNearQuarterEnd = (day: Temporal.PlainDate): boolean => {
  const { to } = unitAt('quarter', day)
  const end = to.month === YEAR_ENDS.month ? to.with(YEAR_ENDS) : to
  const left = day.until(end, { largestUnit: 'day' }).days
  return left >= 0 && left < NEAR_END
}

/** True in the first two weeks of a quarter. */
export function isNearQuarterStart(day: Temporal.PlainDate): boolean {
  return unitAt('quarter', day).from.until(day, { largestUnit: 'day' }).days < NEAR_END
}

/**
 * The form whose turn it is, or null if it is that of a usual question: a look back near the end of a quarter, and now
 * and then a small win or work that nobody saw. `used` is what was asked before, oldest first.
 */
export function formInTurn(
  forms: NudgeQuestions['forms'],
  used: readonly { readonly form?: NudgeForm }[],
  day: Temporal.PlainDate | null,
): { readonly form: NudgeForm; readonly questions: readonly NudgeQuestion[] } | null {
  const has = (form: NudgeForm): boolean => (forms?.[form]?.length ?? 0) > 0
  const taken = (form: NudgeForm) => ({ form, questions: forms?.[form] ?? [] })
  const lately = used.slice(-QUARTER_REST)
  if (day && isNearQuarterEnd(day) && has('quarter') && lately.every(({ form }) => form !== 'quarter'))
    return taken('quarter')
  if (used.length < BETWEEN || used.slice(-BETWEEN).some(({ form }) => form !== undefined)) return null
  const last = used.findLast(({ form }) => form === 'win' || form === 'unseen')?.form
  const order = (last === 'win' ? ['unseen', 'win'] : ['win', 'unseen']) as readonly NudgeForm[]
  const next = order.find(has)
  return next ? taken(next) : null
}
