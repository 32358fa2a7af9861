import { describe, expect, it } from 'vitest'
import { readKnownNames } from '../../src/adapters/names/known-names.ts'
import { maskSpans } from '../../src/domain/mask/mask-spans.ts'
import type { Intent } from '../../src/domain/message/message.ts'
import { readingBy, textSent } from '../../src/domain/message/model-reading.ts'
import { spansIn } from './evidence-fixture.ts'

const PEOPLE = { self: null, members: [{ id: 'U1', names: ['Priya Raman'] }], known: readKnownNames() }

/** The result of a model's answer about a message, and what the model was sent. */
const read = (text: string, intent: Intent, fact: string | null) => {
  const { spans, restore } = maskSpans(spansIn(text), PEOPLE)
  return { sent: textSent({ spans, text }), ...readingBy({ intent, fact }, { spans, text, restore }) }
}

describe('a message as a model gets it', () => {
  const sent = (text: string): string => textSent({ spans: spansIn(text), text })

  it('has its lines, and the marks that show what is quoted and what is done', () => {
    expect(sent('Soon!\n- [ ] the plan\n- [x] the draft :)')).toBe('Soon!\n- [ ] the plan\n[x] the draft :)')
    expect(sent('Look:\n\n> Great work.\n> So calm. 🎉')).toBe('Look:\n\n> Great work.\n> So calm. 🎉')
  })
})

describe('what a model says about a message', () => {
  it.each<[Intent, boolean | 'ask']>([
    ['evidence', true],
    ['answer', true],
    ['third-party', true],
    ['question', false],
    ['smalltalk', false],
    ['plan', 'ask'],
    ['unclear', 'ask'],
  ])('decides by "%s" what happens to it', (intent, keep) => {
    expect(read('the usual', intent, null)).toMatchObject({ intent, keep, fact: null })
  })

  it('offers a fact with the names that its writer used', () => {
    const text = 'Does it count that I mentored Priya Raman? Ask Priya.'
    expect(read(text, 'question', 'I mentored Colleague A')).toMatchObject({
      sent: 'Does it count that I mentored Colleague A? Ask Colleague A.',
      fact: 'I mentored Priya Raman',
    })
  })

  it('offers whole sentences if what was hidden in them cannot be put back', () => {
    const text = 'No, wrong. She wrote the plan for her team.'
    const { sent } = read(text, 'correction', null)
    const masked = sent.slice('No, wrong. '.length, -1)
    expect(masked).not.toMatch(/\bshe\b|\bher\b/i)
    expect(read(text, 'correction', masked).fact).toBe('She wrote the plan for her team.')
  })

  it.each([
    ['words that are not in it', 'I led the migration'],
    ['words that are in it otherwise', 'i mentored Lee'],
    ['one word', 'mentored'],
    ['nothing', ' '],
  ])('offers nothing if its fact is %s', (_, fact) => {
    expect(read('Would it help that I mentored Kit?', 'question', fact).fact).toBeNull()
  })

  it('offers nothing of what is stored or asked about as a whole', () => {
    for (const intent of ['evidence', 'mixed', 'plan'] as const)
      expect(read('I mentored Kit.', intent, 'I mentored Kit').fact).toBeNull()
  })

  it('loses no deed with a refusal, or with one that is too long to offer: all of it is asked about', () => {
    expect(read('No comment. I mentored Kit.', 'decline', 'I mentored Kit.')).toMatchObject({
      intent: 'unclear',
      keep: 'ask',
      fact: null,
    })
    const deed = 'I moved the queue and wrote the runbook. '.repeat(30).trim()
    expect(read(deed, 'smalltalk', deed).keep).toBe('ask')
  })
})
