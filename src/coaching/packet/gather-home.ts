import type { Days } from '../../domain/dates/days.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import { type Ladder, ladderOf } from '../../domain/ladder/ladder.ts'
import { upcoming } from '../../domain/nudge/decide-nudge.ts'
import { upcomingNudgeMe } from '../../domain/nudge/decide-nudge-me.ts'
import { scheduleOf } from '../../domain/nudge/nudge-me.ts'
import { coverageOf } from '../../domain/packet/coverage.ts'
import { thingNow, thingsToDo } from '../../domain/packet/next-thing.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import { wordsOfQuestion } from '../../domain/review/question-words.ts'
import type { EvidenceStore, KeptEvidence } from '../evidence/evidence-store.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { NudgeMeStore } from '../nudge/nudge-me-port.ts'
import type { Ladders } from '../ports.ts'
import type { ShownReview } from '../shown-review.ts'
import type { CoverageStore } from './coverage-store.ts'
import type { Home, HomeGoal, HomeNudge } from './home-port.ts'
import type { HomeFacts, HomeStore } from './home-store.ts'

/** How many pieces without a competency are shown with their choice. */
const MOST_NOT_PLACED = 3

type Deps = {
  readonly store: Pick<HomeStore, 'homeFacts'> &
    Pick<CoverageStore, 'shownRows' | 'notPlaced'> &
    Pick<GoalStore, 'goal'> &
    Pick<EvidenceStore, 'listEvidence'>
  readonly nudges: Pick<NudgeMeStore, 'nudgeMe'>
  readonly ladders: Ladders
  /** One piece with its review and quotes, or why there is none. */
  readonly openReview: (owner: Owner, evidenceId: string) => Promise<ShownReview | string>
  readonly now: () => Temporal.Instant
}

export type GatherHome = (owner: Owner) => Promise<Home>

const whenOf = ({ happened, told, receivedAt }: Evidence): Days => {
  const came = receivedAt.toZonedDateTimeISO('UTC').toPlainDate()
  return happened ?? told ?? { from: came, to: came }
}

/** The first question of the newest piece whose review asks one. */
const openIn = (latest: readonly KeptEvidence[]) => {
  for (const { evidence, review } of latest) {
    const [question] = review?.revision === evidence.revision ? (review?.questions ?? []) : []
    if (question && evidence.state === 'reviewed')
      return { evidenceId: evidence.id, revision: evidence.revision, question: wordsOfQuestion(question) }
  }
  return null
}

const nudgesOf = async (
  { nudges, now }: Deps,
  owner: Owner,
  { nudges: channels }: HomeFacts,
): Promise<HomeNudge[]> => {
  const own = await nudges.nudgeMe(owner)
  const at = now()
  return [
    ...(own && own.nudge.stopped === null
      ? [
          {
            channel: null,
            schedule: scheduleOf(own.nudge),
            next: upcomingNudgeMe(own.nudge, own.posts, at, 1)[0] ?? null,
          },
        ]
      : []),
    ...channels.map(({ nudge, weeks }) => ({
      channel: nudge.channel,
      schedule: nudge.schedule,
      next: upcoming(nudge, weeks, at, 1)[0]?.at.toZonedDateTimeISO(nudge.schedule.zone) ?? null,
    })),
  ]
}

/** Gathers what a person's Home tab shows. */
export function makeGatherHome(deps: Deps): GatherHome {
  const { store, ladders, openReview, now } = deps

  const goalOf = async (
    owner: Owner,
    standing: { readonly goal: Goal; readonly ladder: Ladder },
    known: Pick<HomeFacts, 'putAway'> & {
      readonly notPlaced: number
      readonly open: ReturnType<typeof openIn>
    },
    today: Temporal.PlainDate,
  ): Promise<HomeGoal> => {
    const { goal, ladder } = standing
    const coverage = coverageOf(ladder, goal, await store.shownRows(owner, goal), today)
    const { notPlaced, open, putAway } = known
    const things = thingsToDo({ ladder, goal, coverage, notPlaced, open, today })
    return { ladder, goal, coverage, thing: thingNow(things, putAway, today) }
  }

  return async (owner) => {
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    const shelf = ladders.shelf()
    const [goal, facts, notPlaced] = await Promise.all([
      store.goal(owner),
      store.homeFacts(owner),
      store.notPlaced(owner, MOST_NOT_PLACED),
    ])
    const [kept, pieces, nudges] = await Promise.all([
      facts.latest.length > 0 ? store.listEvidence(owner, { ids: facts.latest }) : [],
      Promise.all(notPlaced.ids.map((id) => openReview(owner, id))),
      nudgesOf(deps, owner, facts),
    ])
    const ladder = standingLadder(shelf, goal)
    const known = { ...facts, notPlaced: notPlaced.count, open: openIn(kept) }
    return {
      shelf,
      today,
      goal: goal && ladder ? await goalOf(owner, { goal, ladder }, known, today) : goal ? 'gone' : 'none',
      entries: facts.entries,
      waiting: facts.waiting,
      latest: kept.map(({ evidence, review }) => ({ evidence, review, shown: whenOf(evidence) })),
      ladder: (goal ? ladderOf(shelf, goal.ladder) : undefined) ?? shelf.standard,
      notPlaced: {
        pieces: pieces.filter((one): one is ShownReview => typeof one !== 'string'),
        count: notPlaced.count,
      },
      nudges,
    }
  }
}
