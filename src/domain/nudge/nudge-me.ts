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

/** A nudge of one's own, as its person set it up. */
export type NudgeMe = Owner & {
  readonly weekday: Weekday
  readonly time: Temporal.PlainTime
  /** The zone that they named; null: the one that Slack has for them, wherever they are. */
  readonly zone: string | null
  /** The zone that Slack had for them when it was asked last. */
  readonly slackZone: string
  /** True: where they were when they set it, the time lay outside the day already, and they chose it so. */
  readonly anyHour: boolean
  /** What was due up to this instant is not owed: it was set, changed or resumed then. */
  readonly since: Temporal.Instant
  /** Ended by them, or by itself after three questions without an answer and one whether to go on. */
  readonly stopped: 'you' | 'silence' | null
  /** Paused until this day, which is not left out any more; `until` null: until they resume it. */
  readonly paused: { readonly until: Temporal.PlainDate | null } | null
  /** The day on which a question that was put off comes, at their usual time; nothing comes before. */
  readonly snoozedTo: Temporal.PlainDate | null
  /** When they last pressed or typed something about it: what stood unanswered before does not count. */
  readonly heardAt: Temporal.Instant
  /** Counts up with every change. */
  readonly revision: number
}

/** By which weekday, time and zone it is due. */
export function scheduleOf({ weekday, time, zone, slackZone }: NudgeMe): Schedule {
  return {
    weekday,
    time,
    zone: zone ?? slackZone,
  }
}

/**
 * What became of one day on which it was due: there is at most one message a day. `open`: nothing stands, whatever
 * was tried; `posting`: Slack is being asked; `posted`: it stands; `unknown`: it may stand or not, and no second one
 * is risked.
 */
export type NudgeMePost = {
  readonly day: Temporal.PlainDate
  readonly kind: 'question' | 'ask'
  readonly state: 'open' | 'posting' | 'posted' | 'unknown'
  readonly dueAt: Temporal.Instant
  /** When Slack was asked to post it. */
  readonly at: Temporal.Instant
  readonly attempt: number
  /** Until when the last attempt may be under way. */
  readonly lease: Temporal.Instant | null
  readonly asked: OwnAsked | null
  readonly post: Thread | null
}

/** What a nudge of one's own asks about: one competency of one's goal, what the target level says of it, a question. */
export type OwnNudge = {
  readonly competency: Competency
  /** A sentence of the target level that the current one does not have, where there is one. */
  readonly expectation: Expectation
  readonly question: string
}

/** What an earlier nudge of one's own asked. */
export type OwnAsked = { readonly competency: string; readonly question: string }

/**
 * The next nudge of one's own: the competency of the goal with the fewest pieces of evidence (`pieces` by
 * competency id), those asked about longest ago first, and a question that had no turn yet. `seed` is the person's
 * id, `asked` what came before, oldest first. null: the target level says nothing.
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
