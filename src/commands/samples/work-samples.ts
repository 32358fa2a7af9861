import type { Reply, ShownReview } from '../../coaching/replies.ts'
import { competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import { type Quarter, SHOWN } from '../../domain/packet/coverage.ts'
import type { Move } from '../../domain/packet/work-session/moves.ts'
import type { WorkAsk } from '../../domain/packet/work-session/next-work.ts'
import type { WorkEnd, WorkTurn } from '../../domain/packet/work-session/session.ts'
import { workBegunView, workPastView } from '../../slack/views/packet/work.ts'
import { type EachKind, messages, type NamedView } from './named-view.ts'
import { goalOn, type SampleReviews } from './sample-reviews.ts'

const QUARTER: Quarter = { year: 2026, quarter: 4 }

const GAPS: Readonly<Record<WorkAsk['gap'], string>> = {
  nothing: 'a question about an empty competency',
  possible: 'a question where words only match',
  once: 'a question about what was shown once',
  old: 'a question about what was shown long ago',
}

const turnOf = (ladder: Ladder, gap: WorkAsk['gap'], more: Partial<WorkTurn> = {}): WorkTurn => ({
  competency: competenciesOf(ladder)[0]!,
  gap,
  in: gap === 'once' ? QUARTER : null,
  asks: 'Finds the cause of an incident without help.',
  question: 'Which problem did you work out, and what gave it away?',
  how: 'open',
  evidenceId: null,
  ts: '1.1',
  ...more,
})

/** Every way in which a competency can move. */
const movesOf = (ladder: Ladder): Move[] => {
  const [competency] = competenciesOf(ladder)
  const to = (['possible', 'partly', 'shown'] as const).flatMap((now) =>
    SHOWN.map((before): Move => ({ competency: competency!, before, now, in: QUARTER, entries: 1 })),
  )
  return [...to, { competency: competency!, before: 'shown', now: 'shown', in: null, entries: 1 }]
}

const reviewed = (shown: ShownReview, moves: readonly Move[]): Reply & { kind: 'review' } => ({
  kind: 'review',
  worked: { asked: competenciesOf(shown.ladder)[0]!, moves },
  ...shown,
})

/** The questions about a packet, what their answers changed, and how the work ends. */
export function workReplies({ full, offline }: SampleReviews): Pick<
  EachKind<Reply>,
  'work-question' | 'work-example' | 'work-ended'
> & {
  readonly worked: EachKind<Reply>['review']
} {
  const { ladder } = full
  const { target } = goalOn(ladder)
  const moves = movesOf(ladder)
  const asked = (turn: WorkTurn, part = 1, over = false) =>
    ({ kind: 'work-question', work: 'work', part, target, turn, over }) as const
  const [first, ...gaps] = (Object.keys(GAPS) as WorkAsk['gap'][]).map(
    (gap, nth) => [GAPS[gap], asked(turnOf(ladder, gap), nth + 1)] as const,
  )
  const exampleOf = (example: string | null) =>
    ({ kind: 'work-example', target, turn: turnOf(ladder, 'nothing', { example }) }) as const
  const end = (why: WorkEnd, moved: readonly Move[], answers: number) =>
    ({ kind: 'work-ended', part: 'end', why, target, moves: moved, answers }) as const
  return {
    'work-question': [
      first!,
      ...gaps,
      ['a question that was skipped', asked(turnOf(ladder, 'old', { how: 'skipped' }), 2)],
      ['a question that was answered', asked(turnOf(ladder, 'nothing', { how: 'answered' }), 2)],
      ['a question after which the person stopped', asked(turnOf(ladder, 'nothing'), 2, true)],
    ],
    'work-example': [
      ['an example of an answer', { ...exampleOf('I added the failover command to the runbook.') }],
      ['what would do, without an example', { ...exampleOf(null) }],
    ],
    'work-ended': [
      ['the end of the work on a packet', end('stopped', moves.slice(0, 3), 3)],
      ['the last question about a packet was asked', end('all', moves.slice(0, 1), 1)],
      ['the end of the work, and nothing moved', end('stopped', [], 2)],
      ['the end of the work, without an answer', end('stopped', [], 0)],
      ['the end of the work, because the goal has changed', end('goal', [], 2)],
    ],
    worked: [
      ['what an answer for a packet changed', reviewed(full, moves)],
      ['what an answer for a packet changed: nothing', reviewed(offline, [])],
    ],
  }
}

/** What is said after "Work on it". */
export function workSamples(ladder: Ladder): NamedView[] {
  const { target } = goalOn(ladder)
  const begun = { kind: 'asked', isNew: true, thread: null, name: competenciesOf(ladder)[0]!.name } as const
  return messages({
    'where the question about a packet is': workBegunView(begun, 'https://example.slack.com/archives/D1/p1'),
    'where the question about a packet is, without a link': workBegunView(begun, null),
    'no question about a packet today': workBegunView({ kind: 'all-shown', target }, null),
    'a question about a packet that is settled': workPastView(),
  })
}
