import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import { openQueue } from '../../src/adapters/queue/queue.ts'
import { answerForm, schemaOf } from '../../src/adapters/reader/answer-form.ts'
import { makeOpenAiReader } from '../../src/adapters/reader/openai-reader.ts'
import { loadReviewPrompt } from '../../src/adapters/reader/prompt-files.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import { openTexts } from '../../src/adapters/texts/texts.ts'
import type { Messenger, Reader } from '../../src/coaching/ports.ts'
import { makeReadEvidence } from '../../src/coaching/review/read-evidence.ts'
import { makeReadPiece } from '../../src/coaching/review/read-piece.ts'
import { makeReviewEvidence } from '../../src/coaching/review/review-evidence.ts'
import { makeReadings } from '../../src/coaching/review/steps/readings.ts'
import { rowOf } from '../../src/domain/ladder/ladder.ts'
import { findingOf } from '../domain/evidence-fixture.ts'
import { modelOf } from '../fakes/model-of.ts'
import { startModelServer } from '../fakes/model-server.ts'
import { noMetrics } from '../fakes/no-metrics.ts'
import { noPresence } from '../fakes/no-presence.ts'
import { noWork } from '../fakes/no-work.ts'

/** How many reviews are measured with each amount of evidence that is there already. */
const REVIEWS = 60
const STORED = [1, 100, 10_000] as const

const SENTENCES = [
  'I led the incident response when checkout was down and wrote the post-mortem.',
  'Restore time went from six hours to fifty minutes after I rebuilt the backups in March.',
  'I mentored Priya through the first on-call shifts, and she runs them alone now.',
  'Pitched the storage upgrade in cycle planning and got it prioritised.',
  'Moved the staging clusters to the new network without downtime.',
]

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const ladder = (await loadShelf('rubric')).all[0]!
const goal = { ladder: ladder.id, current: 'L2', target: 'L3', by: null }
const now = (): Temporal.Instant => Temporal.Now.instant()

// A model that takes no time: what is left is our own.
const model: Reader = {
  read: async () => ({
    answer: {
      language: null,
      headline: 'This shows work that you did.',
      findings: [
        findingOf({
          competency: 'mastery',
          expectation: rowOf(ladder, 'L3', 'mastery')[0]!.id,
          status: 'evidenced',
          why: 'You describe the work.',
        }),
      ],
      others: [],
      panel: [],
      draft: null,
      stories: [],
      choices: [],
      questions: [],
      nextSteps: [],
      partlyChecked: false,
    },
    invalid: null,
    asReceived: '',
    model: 'm',
    prompt: 'p',
    use: null,
  }),
}
let posts = 0
const messenger: Messenger = {
  post: async (to, reply, { revision }) => ({
    channel: to.channel,
    ts: String(++posts),
    kind: reply.kind,
    revision,
  }),
  open: async () => ({ channel: 'D', ts: String(++posts) }),
  update: async () => 'updated',
  tell: async () => {},
  postsOf: async () => [],
  remove: async () => {},
}

const folder = mkdtempSync(join(tmpdir(), 'coach-bench-review-'))
const database = await openDatabase({ databaseUrl: undefined, dataDir: folder, onError: () => {} })
await migrate(database)
const queue = await openQueue(database, () => {})
const store = makeStore(database, async () => {})
await database.script('create table bare (id bigint generated always as identity primary key, words text)')
const textWorkers = openTexts({ log: quiet })
const { texts } = textWorkers
const reviewing = (reader: Reader | null) =>
  makeReviewEvidence({
    correctReview: {} as never,
    workOnPacket: noWork,
    store,
    messenger,
    answerMessage: {} as never,
    ladders: { shelf: () => ({ all: [ladder], standard: ladder }) },
    readFiles: async (evidence) => evidence,
    readMessage: async () => null,
    readings: makeReadings({ presence: noPresence, hasModel: reader !== null }),
    readPiece: makeReadPiece({
      store,
      texts,
      now,
      newId: randomUUID,
      readEvidence: makeReadEvidence({
        model: reader && modelOf(reader),
        texts,
        people: { of: async () => ({ self: null, members: [] }), nameOf: async () => null },
        store,
        budget: { reviewsADay: 1e9, microDollarsAMonth: 1e12 },
        limitMs: 60_000,
        metrics: noMetrics,
        now,
        log: quiet,
      }),
    }),
    texts,
    hasModel: reader !== null,
    now,
    log: quiet,
  })

const rows = []
for (const stored of STORED) {
  const owner = { team: 'T1', user: `U${stored}` }
  await store.setGoal(owner, goal, ladder, now())
  await database.query(
    `insert into evidence (id, team_id, user_id, channel_id, thread_ts, state, received_at)
     select $2 || n, 'T1', $2, 'D', n::text, 'reviewed', now() - make_interval(hours => n) from generate_series(1, $1::int) n`,
    [stored, owner.user],
  )
  await database.query(
    `insert into evidence_part (team_id, user_id, evidence_id, position, kind, channel_id, message_ts, raw, reading, written_at)
     select 'T1', $1, id, 0, 'message', 'D', thread_ts, 'I did a thing.', 'I did a thing.', received_at from evidence where user_id = $1`,
    [owner.user],
  )
  await database.query(
    `insert into evidence_competency select 'T1', $1, id, 'sre', 'mastery', received_at::date, received_at::date from evidence where user_id = $1`,
    [owner.user],
  )
  for (const [name, reader] of [
    ['model', model],
    ['offline', null],
  ] as const) {
    const review = reviewing(reader)
    const times: number[] = []
    const bare: number[] = []
    for (let nth = 0; nth < REVIEWS; nth += 1) {
      const id = randomUUID()
      const text = SENTENCES.map((_, at) => SENTENCES[(at + nth) % SENTENCES.length]).join(' ')
      await store.acceptEvidence({
        id,
        owner,
        message: { channel: 'D', ts: `${stored}.${name}.${nth}` },
        origin: null,
        thread: { channel: 'D', ts: `${stored}.${name}.${nth}` },
        parts: [
          {
            kind: 'message',
            saidBy: null,
            messageTs: `${stored}.${name}.${nth}`,
            raw: text,
            reading: text,
            leftOut: [],
            file: null,
            writtenAt: now(),
          },
        ],
        happened: null,
        receivedAt: now(),
      })
      let from = performance.now()
      await review({ evidenceId: id, owner }, 1)
      times.push(performance.now() - from)
      from = performance.now()
      await database.query('insert into bare (words) values ($1)', [text])
      bare.push(performance.now() - from)
    }
    rows.push({
      what: `a review by the ${name} reader, ${stored} pieces stored`,
      'own time p50, ms': median(times).toFixed(1),
      'bare insert p50, ms': median(bare).toFixed(1),
      'by bare insert': (median(times) / median(bare)).toFixed(1),
    })
  }
}
console.table(rows)

// The share of a prompt that is the same for everyone with this goal, by the tokens of the provider's encoding.
const server = await startModelServer()
server.always(() => '{}')
const prompt = await loadReviewPrompt('prompts')
const reader = makeOpenAiReader({
  apiKey: 'x',
  baseUrl: server.url,
  model: 'm',
  prompt,
  priceOf: () => null,
  timeoutMs: 10_000,
  safetyIdOf: async () => 'nobody',
  log: { error: () => {} },
})
const tokens = (text: string): number => encode(text).length
const schema = tokens(JSON.stringify(schemaOf(answerForm(ladder, goal))))
const shares = []
for (const sentences of [1, 5, 10, 40, 80]) {
  const spans = Array.from({ length: sentences }, (_, nth) => ({
    id: `s${nth + 1}`,
    start: 0,
    end: 0,
    part: 0,
    line: nth,
    place: `0 ${nth}`,
    answers: null,
    saidBy: null,
    text: SENTENCES[nth % SENTENCES.length]!,
  }))
  const owner = { team: 'T1', user: 'U1' }
  await reader.read({
    owner,
    ladder,
    goal,
    earlier: [],
    spans,
    part: null,
    again: null,
    signal: AbortSignal.timeout(10_000),
  })
  const { body } = server.requests.at(-1)!
  const before = body.input.slice(0, body.input.indexOf('[{"id":"s1"'))
  const constant = tokens(body.instructions) + tokens(before)
  const all = tokens(body.instructions) + tokens(body.input)
  shares.push({
    what: `a prompt with ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} of evidence`,
    tokens: all,
    'constant prefix': `${((constant / all) * 100).toFixed(0)}%`,
    'with the schema, which is constant too': `${(((constant + schema) / (all + schema)) * 100).toFixed(0)}%`,
  })
}
console.table(shares)

await server.close()
await queue.stop(1_000)
await textWorkers.close()
await database.close()
rmSync(folder, { recursive: true, force: true })
