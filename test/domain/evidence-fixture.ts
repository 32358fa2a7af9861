import { type Evidence, type Part, type Span, spansOf } from '../../src/domain/evidence/evidence.ts'
import type { Answer, Finding, Review, WrittenStep } from '../../src/domain/review/review.ts'

export const owner = { team: 'T1', user: 'U1' }
export const at = Temporal.Instant.from('2026-11-23T10:00:00Z')
export const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }

export const partOf = (reading: string, more: Partial<Part> = {}): Part => ({
  position: 0,
  kind: 'message',
  saidBy: null,
  messageTs: '1.1',
  raw: reading,
  reading,
  leftOut: [],
  file: null,
  about: null,
  writtenAt: at,
  ...more,
})

/** A piece that came as one message. */
export const evidenceOf = (reading: string, more: Partial<Evidence> = {}): Evidence => ({
  id: 'e1',
  owner,
  thread: { channel: 'D1', ts: '1.1' },
  parts: [partOf(reading)],
  revision: 1,
  state: 'queued',
  about: null,
  happened: null,
  told: null,
  receivedAt: at,
  ...more,
})

export const spansIn = (reading: string): Span[] => spansOf(evidenceOf(reading))

export const findingOf = (changes: Partial<Finding> = {}): Finding => ({
  competency: 'mastery',
  spans: ['s1'],
  clauses: [],
  expectation: 'sre/L3/mastery/2',
  asks: null,
  current: null,
  status: 'evidenced',
  why: 'You planned the move yourself.',
  question: null,
  missing: [],
  cap: null,
  against: false,
  quality: null,
  correction: null,
  ...changes,
})

export const stepOf = (changes: Partial<WrittenStep> = {}): WrittenStep => ({
  kind: 'written',
  expectation: 'sre/L3/mastery/2',
  text: 'Lead the next maintenance.',
  also: [],
  urgent: false,
  span: null,
  ...changes,
})

export const answerOf = (changes: Partial<Answer> = {}): Answer => ({
  headline: 'This shows maintenance that you planned.',
  findings: [findingOf()],
  others: [],
  language: null,
  panel: [],
  draft: null,
  stories: [],
  choices: [],
  questions: [],
  nextSteps: [],
  partlyChecked: false,
  ...changes,
})

export const reviewOf = (changes: Partial<Review> = {}): Review => ({
  ...answerOf(),
  id: 'r1',
  evidenceId: 'e1',
  revision: 1,
  pattern: null,
  owner,
  goal,
  ladderVersion: 'abcdef0123456789',
  readBy: { reader: 'model', model: 'm-1', prompt: 'p' },
  standing: null,
  considered: [],
  readParts: [0],
  leftOut: { names: 0, emails: 0, phones: 0 },
  cut: null,
  use: null,
  createdAt: at,
  ...changes,
})
