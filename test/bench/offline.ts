import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { loadThemes } from '../../src/adapters/reader/theme-bank.ts'
import { bulletsOf, competenciesOf } from '../../src/domain/ladder/ladder.ts'
import { estimateFindings } from '../../src/domain/offline/estimate-findings.ts'
import { makeMatcher } from '../../src/domain/offline/match-spans.ts'
import { addTo, makeBm25 } from '../../src/domain/text/bm25.ts'
import { stemsOf } from '../../src/domain/text/stems.ts'
import { spansIn } from '../domain/evidence-fixture.ts'

/** What somebody might send: ten sentences, a different one first in each review. */
const SENTENCES = [
  'I led the incident response when checkout was down and wrote the post-mortem.',
  'Pitched the storage upgrade in cycle planning and got it prioritised.',
  'Restore time went from six hours to fifty minutes after I rebuilt the backups.',
  'I mentored two juniors through their first on-call shifts.',
  'Moved the staging clusters to the new network without downtime.',
  'Sent support and the product team an hourly update during the outage.',
  'I disagreed with the choice of queue, said why, and helped to build it.',
  'Wrote the runbook for failovers and had a newcomer follow it.',
  'Cut the scope of the migration so that it was done before the sale.',
  'I asked my lead for feedback after the project and changed how I estimate.',
]

/** Reviews in one measured turn, and how many turns; both sides take turns, so that a drift hits both. */
const REVIEWS = 400
const TURNS = 5

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const megabytes = (): number => process.memoryUsage().rss / 2 ** 20

/** How many a second, over one turn. */
const rate = (review: (text: string) => unknown): number => {
  const from = performance.now()
  for (let index = 0; index < REVIEWS; index += 1) {
    const first = index % SENTENCES.length
    review([...SENTENCES.slice(first), ...SENTENCES.slice(0, first)].join('\n'))
  }
  return (REVIEWS / (performance.now() - from)) * 1000
}

const ladder = (await loadShelf('rubric')).all[0]!
const goal = { ladder: ladder.id, current: 'L2', target: 'L3', by: null }
const before = megabytes()
const from = performance.now()
const match = makeMatcher(ladder, await loadThemes())
const made = performance.now() - from
const ours = (text: string): unknown => estimateFindings({ ladder, goal, spans: spansIn(text), match })

// The baseline: the ladder's own text, and nothing but BM25.
const scores = makeBm25(
  competenciesOf(ladder).map(({ id }) =>
    addTo(
      new Map(),
      stemsOf(ladder.levels.flatMap((level) => bulletsOf(ladder.rows[level.id]?.[id] ?? [])).join(' ')),
    ),
  ),
)
const plain = (text: string): unknown => spansIn(text).map((span) => scores(stemsOf(span.text)))

rate(ours)
rate(plain)
const pairs: [number, number][] = []
for (let turn = 0; turn < TURNS; turn += 1) pairs.push([rate(ours), rate(plain)])
console.table([
  {
    what: `an offline review of ${SENTENCES.length} sentences`,
    'a second': median(pairs.map(([a]) => a)).toFixed(0),
    'plain BM25, a second': median(pairs.map(([, b]) => b)).toFixed(0),
    'of plain': median(pairs.map(([a, b]) => a / b)).toFixed(3),
    'made once, ms': made.toFixed(0),
    'MB on top': (megabytes() - before).toFixed(0),
  },
])
