import { unitBefore } from '../dates/days.ts'
import type { Thread } from '../evidence/evidence.ts'
import {
  askedOf,
  asksNothingNew,
  type Competency,
  competenciesOf,
  type Expectation,
  type Ladder,
} from '../ladder/ladder.ts'
import type { Goal, Owner } from '../person.ts'
import type { NudgeForm, NudgeQuestion, NudgeQuestions, Schedule, Weekday } from './nudge.ts'
import { nextInTurn } from './nudge-text.ts'
import { boundAt } from './questions/nudge-bound.ts'
import { formInTurn, isNearQuarterStart } from './questions/nudge-forms.ts'
import { ownQuestionsOf, templatesOf } from './questions/nudge-questions.ts'
import { statesLack } from './questions/nudge-steps.ts'

/** A personal nudge, as its owner set it up. */
export type NudgeMe = Owner & {
  readonly weekday: Weekday
  readonly time: Temporal.PlainTime
  /** The zone that they named, or null to follow the zone in Slack. */
  readonly zone: string | null
  /** The zone that Slack returned when last asked. */
  readonly slackZone: string
  /** True if the time was outside daytime in their zone when they set it, so they chose it on purpose. */
  readonly anyHour: boolean
  /** When it was set, changed or resumed. Earlier due times don't count. */
  readonly since: Temporal.Instant
  /**
   * Stopped by them, or automatically after three unanswered questions and one message that asked whether to continue.
   */
  readonly stopped: 'you' | 'silence' | null
  /** Paused until this day, on which it may be sent again. `until` is null if they have to resume it. */
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  /** The day to which a question was postponed, at their usual time. Nothing is sent before. */
  readonly snoozedTo: Temporal.PlainDate | null
  /** When they last pressed or typed something about it. Earlier unanswered questions don't count. */
  readonly heardAt: Temporal.Instant
  /** Counts up with every change. */
  readonly revision: number
}

/** The weekday, time and zone by which it is due. */
export function scheduleOf({ weekday, time, zone, slackZone }: NudgeMe): Schedule {
  return {
    weekday,
    time,
    zone: zone ?? slackZone,
  }
}

/**
 * The state of one due day, with at most one message a day. `open`: not sent, whatever was tried. `posting`: Slack is
 * being asked. `posted`: it was sent. `unknown`: it may have been sent, and we don't risk a second one.
 */
export type NudgeMePost = {
  readonly day: Temporal.PlainDate
  readonly kind: 'question' | 'ask'
  readonly state: 'open' | 'posting' | 'posted' | 'unknown'
  readonly dueAt: Temporal.Instant
  /** When Slack was asked to post it. */
  readonly at: Temporal.Instant
  readonly attempt: number
  /** When the last attempt ends at the latest. */
  readonly lease: Temporal.Instant | null
  readonly asked: OwnAsked | null
  readonly post: Thread | null
}

/**
 * The topic of a personal nudge: one competency of the goal, what the target level says about it, and a question with
 * an example of an answer.
 */
export type OwnNudge = {
  readonly competency: Competency
  /** The sentence of the target level that the question is for, or else one that the current level lacks. */
  readonly expectation: Expectation
  readonly question: string
  readonly example: string | null
  /** The form of a question that is neither about the competency nor for the sentence. */
  readonly form?: NudgeForm
  /**
   * Why it is about this competency: it has the least evidence, or none of last quarter. Null if all have as much, as
   * before anything is written.
   */
  readonly why: 'least' | 'last-quarter' | null
  /** True if the date of the goal is a few weeks away, so that this nudge names it. */
  readonly goalNear: boolean
}

/**
 * What an earlier nudge asked the person. `competency` is null if the question was of another form. Old ones don't say
 * of which ladder.
 */
export type OwnAsked = {
  readonly ladder?: string
  readonly competency: string | null
  readonly question: string
  readonly form?: NudgeForm
}

/** How many weeks before the date of a goal a nudge names it. */
const GOAL_NEAR: readonly number[] = [8, 3]

/** True in those weeks. A weekly nudge falls into each of them once. */
const isGoalNear = ({ by }: Goal, day: Temporal.PlainDate): boolean => {
  if (by === null) return false
  const month = by.length > 7 ? null : Temporal.PlainYearMonth.from(by)
  const last = month ? month.toPlainDate({ day: month.daysInMonth }) : Temporal.PlainDate.from(by)
  return GOAL_NEAR.includes(Math.floor(day.until(last, { largestUnit: 'day' }).days / 7))
}

/** The competencies of which last quarter shows nothing, in the first weeks of a new one. */
const emptyLastQuarter = (
  all: readonly Competency[],
  lastDays: ReadonlyMap<string, Temporal.PlainDate>,
  day: Temporal.PlainDate,
): readonly Competency[] => {
  if (!isNearQuarterStart(day)) return []
  const { from } = unitBefore('quarter', day)
  return all.filter(({ id }) => {
    const last = lastDays.get(id)
    return last === undefined || Temporal.PlainDate.compare(last, from) < 0
  })
}

/** What the target level says about a competency, without lacks. */
const soundOf = (ladder: Ladder, goal: Goal, { id }: Competency): readonly Expectation[] =>
  askedOf(ladder, goal.target, id).filter(({ text }) => !statesLack(text))

/** A question about a competency, with the sentences of the target level that it can be asked with. */
type OwnOption = { readonly question: NudgeQuestion; readonly row: readonly Expectation[] }

/**
 * The owner's questions for what the target level asks, those first that are for something new there, or else the
 * templates. A question that is for no sentence goes with any of the row.
 */
const ownOptionsOf = (
  ladder: Ladder,
  goal: Goal,
  competency: Competency,
  questions: NudgeQuestions,
): readonly OwnOption[] => {
  const sound = soundOf(ladder, goal, competency)
  const isNew = ({ id }: Expectation): boolean => !asksNothingNew(ladder, goal, id)
  const added = sound.filter(isNew)
  const row = added.length > 0 ? added : sound
  const own = ownQuestionsOf(ladder, competency, questions).flatMap((question): OwnOption[] => {
    if (question.sentences.length === 0) return [{ question, row }]
    const bound = boundAt(ladder, competency, question, goal.target)
    return bound ? [{ question, row: [bound] }] : []
  })
  const fitting = own.filter(({ row: [first] }) => added.length === 0 || (first && isNew(first)))
  if (fitting.length > 0) return fitting
  return templatesOf(competency, questions).map((question) => ({ question, row }))
}

/**
 * The next personal nudge: the competency of the goal with the fewest pieces of evidence (`pieces` by competency id),
 * then the one asked about longest ago, and a question not asked before. In the first weeks of a quarter, a competency
 * that the last one left empty comes first, by `lastDays`, the last day of its evidence. `seed` is the person's id,
 * `asked` are earlier nudges, oldest first, and `day` is today. Null if the target level says nothing.
 */
export function ownNudgeOf(given: {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly questions: NudgeQuestions
  readonly pieces: ReadonlyMap<string, number>
  readonly lastDays: ReadonlyMap<string, Temporal.PlainDate>
  readonly asked: readonly OwnAsked[]
  readonly seed: string
  readonly day: Temporal.PlainDate
}): OwnNudge | null {
  const { ladder, goal, questions, pieces, lastDays, asked, seed, day } = given
  const all = competenciesOf(ladder).filter((one) => soundOf(ladder, goal, one).length > 0)
  const count = ({ id }: Competency): number => pieces.get(id) ?? 0
  const empty = emptyLastQuarter(all, lastDays, day)
  const from = empty.length > 0 ? empty : all
  const fewest = Math.min(...from.map(count))
  const competency = nextInTurn(
    from.filter((one) => count(one) === fewest),
    ({ id }) => id,
    asked.flatMap((one) => one.competency ?? []),
    seed,
  )
  if (!competency) return null
  const before = asked.filter((one) => one.competency === competency.id)
  const options = ownOptionsOf(ladder, goal, competency, questions)
  const other = formInTurn(questions.forms, asked, day)
  const { question, row } = nextInTurn(
    other ? other.questions.map((question) => ({ question, row: options[0]!.row })) : options,
    (one) => one.question.text,
    (other ? asked : before).map((one) => one.question),
    `${seed} ${competency.id}`,
  )!
  return {
    competency,
    expectation: row[before.length % row.length]!,
    question: question.text,
    example: question.example,
    ...(other ? { form: other.form } : {}),
    why: !all.some((one) => count(one) !== fewest)
      ? null
      : fewest > Math.min(...all.map(count))
        ? 'last-quarter'
        : 'least',
    goalNear: isGoalNear(goal, day),
  }
}
