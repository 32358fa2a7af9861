import { expect, it } from 'vitest'
import { restored } from '../../src/domain/review/restore-answer.ts'
import { answerOf } from './evidence-fixture.ts'
import { mask } from './mask-fixture.ts'

it('puts names back into a draft, and leaves a blank for whose address it was', () => {
  const masked = mask('I mentored Priya Patel (priya@corp.example) to a first on-call shift.')
  const { draft } = restored(answerOf({ draft: { spans: ['s1'], text: masked.texts[0]! } }), masked)
  expect(draft?.text).toBe('I mentored Priya Patel (___) to a first on-call shift.')
})
