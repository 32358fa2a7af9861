import { describe, expect, it } from 'vitest'
import { workWishOf } from '../../src/domain/message/work-wish.ts'
import { decideReview } from '../../src/domain/review/decide-review.ts'
import { evidenceOf, goal } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

describe('what an answer to a question about a packet wants', () => {
  it.each([
    'skip',
    'Skip this one, please',
    'next',
    'next question please',
    'another one',
    'nothing',
    'No.',
    'nothing comes to mind',
    'I haven’t done that yet',
    'I can’t think of anything',
    'no idea',
    'weiter',
  ])('is the next question: "%s"', (text) => expect(workWishOf(text)).toBe('skip'))

  it.each([
    'stop',
    'Stop here, please',
    'let’s stop for today',
    'that’s enough',
    'That is it, thanks',
    'thanks!',
    'enough for now',
    'I’m done',
    'done for today',
    'not now',
    'later',
    'no more questions',
    'stop asking me things',
    'das reicht',
  ])('is no more: "%s"', (text) => expect(workWishOf(text)).toBe('stop'))

  it.each([
    'example?',
    'can you give me an example?',
    'What kind of thing do you mean? Can you give me an example?',
    'what do you mean by that',
    "Sorry, I don't understand the question.",
    'like what?',
    'What would that look like?',
    'what should I write here',
    'Could you explain?',
    "I'm not sure what you want.",
    'e.g.?',
    'such as?',
    'What counts here?',
  ])('is an example: "%s"', (text) => expect(workWishOf(text)).toBe('example'))

  it.each([
    'For example, I moved the queue to the new cluster.',
    'I explained the alerts to the support team.',
    'What does L3 ask of Trust?',
    'I gave the new people an example of a good alert.',
  ])('is no wish for an example: "%s"', (text) => expect(workWishOf(text)).not.toBe('example'))

  it.each([
    'I stopped the rollout after 5 minutes and called the vendor.',
    'Skipped the freeze and shipped the fix, which saved a day',
    'Done: the restore test of all clusters',
    'Nothing broke after I moved the queue',
    'What does L3 ask of Scope?',
    'I did the next migration alone',
  ])('is something else: "%s"', (text) => expect(workWishOf(text)).toBeNull())

  it('counts only where the coach asked about a packet', () => {
    const shelf = { all: [smallLadder], standard: smallLadder }
    const today = Temporal.PlainDate.from('2026-11-24')
    const state = { goal, shelf, today, review: null, read: null }
    const about = { ladder: 'sre', competency: 'scope', question: 'What did you build?' }
    const asked = (text: string) => decideReview({ ...state, evidence: evidenceOf(text, { about }) })
    expect(asked('skip')).toEqual({ kind: 'work', wish: 'skip' })
    expect(asked('thanks')).toEqual({ kind: 'work', wish: 'stop' })
    expect(asked('I moved the queue.').kind).toBe('read')
    const chose = { ladder: 'sre', competency: 'scope' }
    expect(decideReview({ ...state, evidence: evidenceOf('thanks', { about: chose }) }).kind).toBe(
      'small-talk',
    )
  })
})
