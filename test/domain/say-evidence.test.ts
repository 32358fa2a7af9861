import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { type DraftPart, draftOf } from '../../src/domain/review/say-evidence.ts'
import { evidenceOf, partOf, spansIn } from './evidence-fixture.ts'

const said = (pieces: readonly DraftPart[]): string[] =>
  pieces.map((piece) =>
    piece.kind === 'words'
      ? piece.text
      : piece.kind === 'said'
        ? `${piece.by}: ${piece.text}`
        : `[${piece.blank}]`,
  )
const draft = (text: string) => {
  const { claim, evidence, impact } = draftOf(spansIn(text))
  return { claim: said(claim), evidence: said(evidence), impact: said(impact) }
}

describe('how evidence could be said', () => {
  it('never takes a colleague’s words for the person’s own, and says whose they are', () => {
    const praise = 'I led the incident response, and Ada cut recovery from 40 to 12 minutes.'
    const others = partOf(praise, { kind: 'saved', saidBy: 'Sam' })
    const of = (...parts: ReturnType<typeof partOf>[]) => {
      const { claim, evidence, impact } = draftOf(spansOf(evidenceOf('', { parts })))
      return { claim: said(claim), evidence: said(evidence), impact: said(impact) }
    }
    expect(of(others)).toEqual({
      claim: ['[what-you-did]'],
      evidence: [`Sam: ${praise}`, '[link]'],
      impact: ['[what-changed]'],
    })
    expect(of(others, partOf('I moved the job queue.', { position: 1 }))).toEqual({
      claim: ['I moved the job queue.'],
      evidence: [`Sam: ${praise}`, '[link]'],
      impact: ['[what-changed]'],
    })
  })

  it('separates the deed from its result, in the person’s own words', () => {
    expect(
      draft('I moved the job queue to a new cluster, which cut failed jobs from 40 a day to 2.'),
    ).toEqual({
      claim: ['I moved the job queue to a new cluster'],
      evidence: ['[link]', '[who-saw]'],
      impact: ['which cut failed jobs from 40 a day to 2.'],
    })
  })

  it('takes the result from a second sentence of the finding, and the proof from a third', () => {
    expect(
      draft(
        'I moved the job queue. It cut failed jobs from 40 a day to 2. The runbook of it is in the wiki.',
      ),
    ).toEqual({
      claim: ['I moved the job queue.'],
      evidence: ['The runbook of it is in the wiki.', '[link]', '[who-saw]'],
      impact: ['It cut failed jobs from 40 a day to 2.'],
    })
  })

  it('leaves a blank for what only they know', () => {
    expect(draft('We moved the job queue.')).toEqual({
      claim: ['We moved the job queue.', '[your-part]'],
      evidence: ['[link]', '[who-saw]'],
      impact: ['[what-changed]'],
    })
    expect(draft('Helped with stuff.').claim).toEqual(['Helped with stuff.', '[what-you-did]'])
  })

  it('never holds a word that they did not write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { claim, evidence, impact } = draftOf(spansIn(text))
        for (const piece of [...claim, ...evidence, ...impact])
          if (piece.kind === 'words') expect(text).toContain(piece.text)
      }),
    )
  })
})
