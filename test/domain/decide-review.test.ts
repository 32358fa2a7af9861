import { describe, expect, it } from 'vitest'
import { decideReview, type ReviewState } from '../../src/domain/review/decide-review.ts'
import { evidenceOf, goal, reviewOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const decide = (reading: string, more: Partial<ReviewState> = {}): string =>
  decideReview({
    evidence: evidenceOf(reading),
    goal,
    shelf: { all: [smallLadder], standard: smallLadder },
    review: null,
    today: Temporal.PlainDate.from('2026-11-24'),
    read: null,
    ...more,
  }).kind

describe('what a message in the DM asks for', () => {
  it.each([
    ['a deed, with a goal', 'I moved the queue.', {}, 'read'],
    ['a deed, without a goal', 'I moved the queue.', { goal: null }, 'ask-goal'],
    [
      'a deed, when the goal’s level is gone',
      'I moved the queue.',
      { goal: { ...goal, target: 'L7' } },
      'ask-goal',
    ],
    ['a deed of two words that sound like a competency', 'Planned on-call.', {}, 'read'],
    [
      'a deed, when the goal is on another ladder',
      'I moved the queue.',
      { goal: { ...goal, ladder: 'qa' } },
      'ask-goal',
    ],
    ['a greeting', 'Hi coach!', { goal: null }, 'small-talk'],
    ['a level, from who was asked for one', 'L3', { goal: null }, 'set-goal'],
    ['"goal L1 to L3", from who was asked', 'goal L1 to L3', { goal: null }, 'set-goal'],
    ['a lookup, from who has a goal', 'L3 mastery', {}, 'point-to-command'],
    ['a command typed into a thread', '/ladder goal L3', {}, 'point-to-command'],
    ['no words', '', { goal: null }, 'no-words'],
    ['only marks', '-- * --', {}, 'small-talk'],
    ['a message that was deleted', '', { evidence: null }, 'nothing'],
    ['a message that has its answer', '', { evidence: evidenceOf('', { state: 'answered' }) }, 'nothing'],
    ['a message that has its review', 'I moved the queue.', { review: reviewOf() }, 'show-review'],
    [
      'a message that was edited since its review',
      'I moved the queue.',
      { review: reviewOf(), evidence: evidenceOf('I moved two queues.', { revision: 2 }) },
      'read',
    ],
  ] as const)('is, for %s, decided', (_, reading, more, kind) => {
    expect(decide(reading, more as Partial<ReviewState>)).toBe(kind)
  })
})
