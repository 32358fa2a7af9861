import type { Home, HomeGoal } from '../../coaching/packet/home-port.ts'
import { competenciesOf, type Ladder, type Shelf } from '../../domain/ladder/ladder.ts'
import { type Coverage, coverageOf, quarterOf, type ShownRow } from '../../domain/packet/coverage.ts'
import type { Thing } from '../../domain/packet/next-thing.ts'
import { openedView } from '../../slack/views/evidence/opened.ts'
import { homeView, unknownHomeView } from '../../slack/views/home-tab/home.ts'
import { saidModal } from '../../slack/views/said-modal.ts'
import { homes, type NamedView } from './named-view.ts'
import { NEXT, SCHEDULE } from './nudge-samples.ts'
import { AT, goalOn, type SampleReviews } from './sample-reviews.ts'

const TODAY = AT.toZonedDateTimeISO('UTC').toPlainDate()

/** Every competency in every quarter, in turn possible, partly shown, shown and nothing. */
export function sampleCoverage(ladder: Ladder): Coverage {
  const rows = competenciesOf(ladder).flatMap(({ id }, nth) =>
    Array.from({ length: 6 }, (_, ago): ShownRow[] => {
      const day = TODAY.subtract({ months: 3 * ago })
      const shown = ([null, 'possible', 'partly', 'shown'] as const)[(nth + ago) % 4]!
      return shown === null
        ? []
        : [{ competency: id, quarter: quarterOf(day), shown, pieces: 12, days: { from: day, to: day } }]
    }).flat(),
  )
  return coverageOf(ladder, goalOn(ladder), rows, TODAY)
}

/** The Home tab in each of its states, and an answer to a click on it. */
export function homeSamples(shelf: Shelf, ladder: Ladder, { full, offline }: SampleReviews): NamedView[] {
  const goal = { ...goalOn(ladder), by: '2027-06' }
  const [competency] = competenciesOf(ladder)
  const things: readonly Thing[] = [
    { kind: 'date-passed', by: '2026-03' },
    { kind: 'place', pieces: 3 },
    { kind: 'answer', evidenceId: 'piece', revision: 1, question: 'Which part of this was yours?' },
    { kind: 'near', by: '2027-01' },
    { kind: 'start', competency: competency!, asks: 'Finds the cause of an incident without help.' },
    { kind: 'again', competency: competency!, in: quarterOf(TODAY) },
    { kind: 'renew', competency: competency!, last: null },
    { kind: 'set-date' },
  ]
  const withGoal: HomeGoal = { ladder, goal, coverage: sampleCoverage(ladder), thing: things[4]! }
  const row = { evidence: full.evidence, review: full.review, shown: { from: TODAY, to: TODAY } }
  const home: Home = {
    shelf,
    today: TODAY,
    goal: withGoal,
    entries: 23,
    waiting: 1,
    latest: [row, row, row],
    ladder,
    notPlaced: { pieces: [offline, full, offline], count: 7 },
    nudges: [
      { channel: null, schedule: SCHEDULE, next: NEXT[0] ?? null },
      { channel: 'C0123456789', schedule: SCHEDULE, next: null },
    ],
  }
  const empty: Home = {
    ...home,
    entries: 0,
    waiting: 0,
    latest: [],
    notPlaced: { pieces: [], count: 0 },
    nudges: [],
  }
  const reached = { ...withGoal, goal: { ...goal, current: goal.target } }
  return homes({
    'the Home tab': homeView(home),
    ...Object.fromEntries(
      things.map((thing) => [
        `the Home tab, with ${thing.kind}`,
        homeView({ ...home, goal: { ...withGoal, thing } }),
      ]),
    ),
    'the Home tab, with nothing to do': homeView({ ...home, goal: { ...withGoal, thing: null } }),
    'the Home tab, with a goal that is reached': homeView({ ...home, goal: reached }),
    'the Home tab, without a goal': homeView({ ...empty, goal: 'none' }),
    'the Home tab, with a goal that is gone': homeView({ ...home, goal: 'gone' }),
    'the Home tab, without evidence': homeView(empty),
    'the Home tab, while the store is away': unknownHomeView(),
    'an answer on the Home tab': saidModal(
      openedView({ evidence: full.evidence, review: full, said: [] }, null),
    ),
  })
}
