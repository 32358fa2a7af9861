import type { Thread } from '../evidence/evidence.ts'
import {
  askedOf,
  type Competency,
  competenciesOf,
  type Expectation,
  type Ladder,
  saidAtCurrent,
} from '../ladder/ladder.ts'
import type { Goal, Owner } from '../person.ts'
import type { NudgeQuestions, Schedule, Weekday } from './nudge.ts'
import { questionsOf } from './nudge-questions.ts'
import { nextInTurn } from './nudge-text.ts'

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

/** The topic of a personal nudge: one competency of the goal, what the target level says about it, and a question. */
export type OwnNudge = {
  readonly competency: Competency
  /** A sentence of the target level that the current one lacks, if there is one. */
  readonly expectation: Expectation
  readonly question: string
}

/** What an earlier nudge asked the person. */
export type OwnAsked = { readonly competency: string; readonly question: string }

/**
 * The next personal nudge: the competency of the goal with the fewest pieces of evidence (`pieces` by competency id),
 * then the one asked about longest ago, and a question not asked before. `seed` is the person's id, and `asked` are
 * earlier nudges, oldest first. Null if the target level says nothing.
 */
export function ownNudgeOf(given: {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly questions: NudgeQuestions
  readonly pieces: ReadonlyMap<string, number>
  readonly asked: readonly OwnAsked[]
  readonly seed: string
}): OwnNudge | null {
  const { ladder, goal, questions, pieces, asked, seed } = given
  const all = competenciesOf(ladder).filter(({ id }) => askedOf(ladder, goal.target, id).length > 0)
  const count = ({ id }: Competency): number => pieces.get(id) ?? 0
  const fewest = Math.min(...all.map(count))
  const competency = nextInTurn(
    all.filter((one) => count(one) === fewest),
    ({ id }) => id,
    asked.map((one) => one.competency),
    seed,
  )
  if (!competency) return null
  const row = askedOf(ladder, goal.target, competency.id)
  const before = asked.filter((one) => one.competency === competency.id)
  const question = nextInTurn(
    questionsOf(ladder, competency, questions),
    (one) => one,
    before.map((one) => one.question),
    `${seed} ${competency.id}`,
  )!
  const added = row.filter(({ id }) => !saidAtCurrent(ladder, goal, id))
  const from = added.length > 0 ? added : row
  return { competency, expectation: from[before.length % from.length]!, question }
}
