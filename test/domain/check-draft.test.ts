import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../src/domain/check/check-answer.ts'
import { answerOf, spansIn } from './evidence-fixture.ts'
import { smallLadder as ladder } from './ladder-fixture.ts'

const spans = spansIn(
  'I rewrote the backup job in March. The first restore of the billing cluster took 5 hours. Support had 412 tickets.',
)
const goal = { ladder: ladder.id, current: 'L2', target: 'L3', by: null }
const draftOf = (text: string) =>
  checkAnswer(answerOf({ draft: { spans: ['s1'], text } }), { ladder, goal, spans }).answer.draft

describe('a draft', () => {
  it('may also use a sentence that it clearly retells, even if its reader did not point there', () => {
    const draft = draftOf('I rewrote the backup job; the first restore of the billing cluster took 5 hours.')
    expect(draft?.spans).toEqual(['s1', 's2'])
  })

  it('takes no number from a sentence about something else', () => {
    expect(draftOf('I rewrote the backup job in March and saved 412 hours.')).toBeNull()
  })
})
