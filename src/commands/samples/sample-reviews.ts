import { readFile } from 'node:fs/promises'
import { answerIn, completed } from '../../adapters/reader/answer-form.ts'
import { openTexts } from '../../adapters/texts/texts.ts'
import type { Log } from '../../coaching/ports.ts'
import type { ShownReview } from '../../coaching/replies.ts'
import { makeReadEvidence } from '../../coaching/review/read-evidence.ts'
import { makeReadPiece } from '../../coaching/review/read-piece.ts'
import { makeShowRecorded } from '../../coaching/review/show-recorded.ts'
import type { Texts } from '../../coaching/texts-port.ts'
import { type Evidence, type Part, spansOf } from '../../domain/evidence/evidence.ts'
import { competenciesOf, type Ladder, rowOf, type Shelf } from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { type Finding, type Review, STATUSES } from '../../domain/review/review.ts'
import { EXAMPLE_ANSWER, EXAMPLE_EVIDENCE } from '../../playground/example/examples.ts'
import { longest } from './named-view.ts'

/** The time of all examples, so that the same ladders give the same views. */
export const AT = Temporal.Instant.from('2026-11-26T10:00:00Z')

const OWNER = { team: 'T0123456789', user: 'U0123456789' }
const QUIET: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** What a colleague said about it, also invented. */
const PRAISE = 'The restore drill that you led last week saved us a day. I would trust you with the next one.'

const part = (position: number, more: Partial<Part>): Part => ({
  position,
  kind: 'message',
  saidBy: null,
  messageTs: '1790000000.000100',
  raw: '',
  reading: more.raw ?? '',
  leftOut: [],
  file: null,
  about: null,
  writtenAt: AT,
  ...more,
})

const piece = (id: string, parts: readonly Part[]): Evidence => ({
  id,
  owner: OWNER,
  thread: { channel: 'D0123456789', ts: '1790000000.000100' },
  parts,
  revision: 1,
  state: 'reviewed',
  about: null,
  happened: null,
  told: null,
  receivedAt: AT,
})

/** A message with a colleague's praise, a removed password, and a file that could not be read. */
export const PIECE = piece('3f0c8a52-5d1e-4a0f-9f5e-0d6f1d3b7a11', [
  part(0, { raw: EXAMPLE_EVIDENCE, leftOut: ['password'] }),
  part(1, { kind: 'saved', saidBy: 'Sam Sample', raw: PRAISE }),
  part(2, { kind: 'file', file: { id: 'F0123456789', name: 'notes.doc', state: 'old-word' } }),
])

/** Only files without readable text. */
export const UNREAD = piece('3f0c8a52-5d1e-4a0f-9f5e-0d6f1d3b7a12', [
  part(0, { kind: 'file', file: { id: 'F0123456780', name: 'scan.pdf', state: 'scan' } }),
  part(1, { kind: 'file', file: { id: 'F0123456781', name: 'locked.docx', state: 'password' } }),
])

/** A goal on a ladder: the level with the longest sentences, except the first, from the level below it. */
export function goalOn(ladder: Ladder): Goal {
  const above = ladder.levels.slice(1)
  const most = longest(above, ({ id }) => competenciesOf(ladder).map((one) => rowOf(ladder, id, one.id)))
  const target = most ?? ladder.levels[0]!
  const current = ladder.levels[Math.max(0, ladder.levels.indexOf(target) - 1)]!
  return { ladder: ladder.id, current: current.id, target: target.id, by: '2027-06' }
}

const nothingKept = {
  daysOf: async () => new Map(),
  earlier: async () => [],
  isQuiet: async () => false,
  remarks: async () => [],
  saveTold: async () => {},
  saveReview: async (review: Review) => review,
}

/** Reads the piece with the offline reader. */
const readOffline = async (texts: Texts, ladder: Ladder): Promise<Review> => {
  const read = makeReadPiece({
    store: nothingKept,
    readEvidence: makeReadEvidence({
      model: null,
      texts,
      people: { of: async () => ({ self: null, members: [] }), nameOf: async () => null },
      store: { takeModelUse: async () => 'taken', settleModelUse: async () => {} },
      budget: { reviewsADay: 1, microDollarsAMonth: 0 },
      limitMs: 10_000,
      metrics: { reviewed: () => {} },
      now: () => AT,
      log: QUIET,
    }),
    texts,
    now: () => AT,
    newId: () => 'sample',
  })
  const today = AT.toZonedDateTimeISO('UTC').toPlainDate()
  const review = await read({ evidence: PIECE, goal: goalOn(ladder), ladder, today, onBatch: async () => {} })
  return review!
}

/** The review as if a model had a finding for every competency, with every status in turn. */
const judged = (review: Review, ladder: Ladder): Review => {
  const spans = spansOf(PIECE)
  const { current, target } = review.goal
  const findings = competenciesOf(ladder).flatMap((competency, nth): Finding[] => {
    const [asked] = rowOf(ladder, target, competency.id)
    const status = STATUSES[nth % STATUSES.length]!
    if (!asked) return []
    return [
      {
        competency: competency.id,
        spans: [spans[nth % spans.length]!.id],
        clauses: [],
        expectation: asked.id,
        asks: null,
        current: rowOf(ladder, current, competency.id)[0]?.id ?? null,
        status,
        why: 'You planned the work in three steps; who decided on them is open.',
        question: status === "can't tell" ? 'Which of the three steps did you decide on yourself?' : null,
        missing:
          status === 'evidenced' ? [] : [{ expectation: asked.id, text: 'Which decision was your own.' }],
        cap: nth % 2 === 0 ? null : { said: 'evidenced', reason: 'no-own-part' },
        against: status === 'not yet',
        correction: nth % 3 === 0 ? { kind: 'more' } : null,
        quality: null,
      },
    ]
  })
  return {
    ...review,
    headline: 'You found the failing restores, planned the mend and led it.',
    findings,
    others: [],
    panel: [
      {
        spans: [spans[0]!.id],
        clause: null,
        note: 'Three steps are told, and not who chose their order.',
        text: 'Who chose the order of the three steps?',
      },
    ],
    draft: { spans: [spans[0]!.id], text: 'Found that restores failed, and ___.' },
    stories: [{ span: spans[0]!.id, clause: null, lacks: 'What would have happened without you.' }],
    choices: [],
    questions: [{ kind: 'written', text: 'Who else could say that the drills pass?' }],
    nextSteps: findings.slice(0, 3).map(({ expectation }) => ({
      kind: 'written',
      text: 'Write down which decision was your own.',
      expectation,
      also: [],
      urgent: false,
      span: null,
    })),
    standing: 'a start',
    readBy: { reader: 'model', model: 'a-model', prompt: 'sample' },
    leftOut: { names: 2, emails: 1, phones: 1 },
  }
}

/** Reviews of invented evidence, read like any other. */
export type SampleReviews = {
  readonly offline: ShownReview
  /** It has a finding for every competency. */
  readonly full: ShownReview
  /** A recorded answer of a model. Null if its ladder is not here or was edited since. */
  readonly recorded: ShownReview | null
}

/**
 * Reads the examples against `ladder`, and the recorded answer against its own ladder on `shelf`. Nothing is stored or
 * sent.
 */
export async function sampleReviews(shelf: Shelf, ladder: Ladder): Promise<SampleReviews> {
  const { texts, close } = openTexts({ log: QUIET })
  try {
    const shown = async (review: Review): Promise<ShownReview> => ({
      review,
      evidence: PIECE,
      quotes: await texts.quote(OWNER, PIECE, review),
      ladder,
      joinable: '3f0c8a52-5d1e-4a0f-9f5e-0d6f1d3b7a10',
      hasModel: true,
    })
    const offline = await readOffline(texts, ladder)
    const recorded = await makeShowRecorded({
      texts,
      ladders: { shelf: () => shelf },
      answerIn: (received) => answerIn(completed(received)),
      now: () => AT,
      log: QUIET,
    })({ text: EXAMPLE_EVIDENCE, ...JSON.parse(await readFile(EXAMPLE_ANSWER, 'utf8')) })
    return { offline: await shown(offline), full: await shown(judged(offline, ladder)), recorded }
  } finally {
    await close()
  }
}

/** A review as of an answer to a nudge. */
export function answering(shown: ShownReview): ShownReview {
  const { ladder, review, evidence } = shown
  const competency = review.findings[0]?.competency ?? ''
  const question = 'What did you finish this week that people are already using?'
  return {
    ...shown,
    evidence: { ...evidence, about: { ladder: ladder.id, competency, nudge: { question } } },
  }
}
