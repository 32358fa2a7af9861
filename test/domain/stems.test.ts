import { describe, expect, it } from 'vitest'
import { STEM_EXCEPTIONS } from '../../src/domain/text/stem-exceptions.ts'
import { stem, stemsOf } from '../../src/domain/text/stems.ts'

const lines = STEM_EXCEPTIONS.trim()
  .split('\n')
  .map((line) => line.split(' '))

describe('the stem of a word', () => {
  it.each([
    ['mentored', 'mentoring'],
    ['migrations', 'migrated'],
    ['policies', 'policy'],
    ['reliably', 'reliable'],
    ['owners', 'ownership'],
    ['disagreed', 'disagreements'],
    ['programmer', 'programmes'],
  ])('is one for %s and %s', (one, other) => {
    expect(stem(one)).toBe(stem(other))
  })

  it.each([
    ['community', 'communicate'],
    ['internal', 'interns'],
    ['candidate', 'candid'],
    ['position', 'positive'],
    ['production', 'products'],
    ['integrity', 'integrate'],
    ['director', 'direction'],
  ])('is not one for %s and %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other))
  })

  it('has at most 70 exceptions of our own, each once, and each needed', async () => {
    const { stemmer } = await import('stemmer')
    const words = lines.flat()
    expect(words.length).toBeLessThanOrEqual(70)
    expect(new Set(words).size).toBe(words.length)
    expect(lines.filter((line) => line.every((word) => stemmer(word) === line[0]))).toEqual([])
  })
})

describe('the stems of a text', () => {
  it('leave out words that say nothing, numbers, and how a word is written', () => {
    expect(stemsOf('We have been on-call for 12 of the team’s post mortems')).toEqual(
      ['oncall', 'team', 'postmortem'].map(stem),
    )
  })
})
