import { type Evidence, type Part, type Span, spansOf } from '../../src/domain/evidence/evidence.ts'
import type { Answer, Finding, Review, WrittenStep } from '../../src/domain/review/review.ts'

export const owner = { team: 'T1', user: 'U1' }
export const at = Temporal.Instant.from('2026-11-23T10:00:00Z')
export const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }

export function partOf(reading: string, more: Partial<Part> = {}): Part {
  return {
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
  }
}

/** A piece that came as one message. */
export function evidenceOf(reading: string, more: Partial<Evidence> = {}): Evidence {
  return {
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
  }
}

export function spansIn(reading: string): Span[] {
  return spansOf(evidenceOf(reading))
}

export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
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
  }
}

export function stepOf(changes: Partial<WrittenStep> = {}): WrittenStep {
  return {
    kind: 'written',
    expectation: 'sre/L3/mastery/2',
    text: 'Lead the next maintenance.',
    also: [],
    urgent: false,
    span: null,
    ...changes,
  }
}

export function answerOf(changes: Partial<Answer> = {}): Answer {
  return {
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
  }
}

export function reviewOf(changes: Partial<Review> = {}): Review {
  return {
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
    days: {},
    undated: null,
    readParts: [0],
    leftOut: { names: 0, emails: 0, phones: 0 },
    cut: null,
    use: null,
    createdAt: at,
    ...changes,
  }
}
