import { describe, expect, it } from 'vitest'
import { loadThemes } from '../../src/adapters/reader/theme-bank.ts'
import type { Ladder } from '../../src/domain/ladder/ladder.ts'
import { answerOf, type CompetencyMatch, makeMatcher } from '../../src/domain/offline/match-spans.ts'
import type { Theme } from '../../src/domain/offline/theme.ts'
import { tiesOf } from '../../src/domain/offline/tie-themes.ts'
import { smallLadder } from './ladder-fixture.ts'

const matches = (...probabilities: number[]): CompetencyMatch[] =>
  probabilities.map((probability, index) => ({ competency: 'abcdefgh'[index]!, probability }))

describe('what is said of a sentence', () => {
  it('is its competency when that stands out', () => {
    expect(answerOf(matches(0.6, 0.2, 0.1, 0.1))).toEqual({ kind: 'sure', competency: 'a' })
    expect(answerOf(matches(1))).toEqual({ kind: 'sure', competency: 'a' })
  })

  it('is three to choose from when two are near each other', () => {
    expect(answerOf(matches(0.4, 0.25, 0.2, 0.15))).toEqual({ kind: 'choose', between: ['a', 'b', 'c'] })
  })

  it('is two to choose from when a third is improbable', () => {
    expect(answerOf(matches(0.5, 0.46, 0.03, 0.01))).toEqual({ kind: 'choose', between: ['a', 'b'] })
    expect(answerOf(matches(0.51, 0.49))).toEqual({ kind: 'choose', between: ['a', 'b'] })
  })

  it('is nothing when no word is known, or nothing stands out', () => {
    expect(answerOf([])).toEqual({ kind: 'unknown' })
    expect(
      answerOf(Array.from({ length: 16 }, (_, at) => ({ competency: `c${at}`, probability: 1 / 16 }))),
    ).toEqual({
      kind: 'unknown',
    })
  })
})

/** A ladder of two competencies that says very little. */
const shortLadder = (themes: Ladder['themes'] = {}): Ladder => ({
  ...smallLadder,
  themes,
  areas: [
    {
      id: 'all',
      name: 'All',
      competencies: [
        { id: 'people', name: 'People', subtitle: null, about: null },
        { id: 'machines', name: 'Machines', subtitle: null, about: null },
      ],
    },
  ],
  rows: {
    L1: {
      people: [{ id: 'x/L1/people/1', text: 'Mentors and coaches juniors.', bullet: 1 }],
      machines: [{ id: 'x/L1/machines/1', text: 'Operates servers and networks.', bullet: 1 }],
    },
  },
})

const first = (ladder: Ladder, themes: readonly Theme[], text: string): string | undefined =>
  makeMatcher(ladder, themes).match(text)[0]?.competency

describe('the matcher', async () => {
  const themes = await loadThemes()

  it('knows a kind of work by words that the ladder does not use', () => {
    expect(first(shortLadder(), themes, 'Paired with the new intern every Friday.')).toBe('people')
    expect(first(shortLadder(), themes, 'Moved our Kubernetes cluster to Terraform.')).toBe('machines')
  })

  it('takes what is like an example of the ladder’s owner for its competency', () => {
    const deed = 'Let the auditors in and showed them around.'
    const ladder = shortLadder()
    const withExamples = (id: string): Ladder => ({
      ...ladder,
      examples: { [id]: ['Showed the auditors our site.'] },
    })
    expect(first(withExamples('people'), themes, deed)).toBe('people')
    expect(first(withExamples('machines'), themes, deed)).toBe('machines')
  })

  it('gives probabilities that add up to one, the highest first, the same every time', () => {
    const { match } = makeMatcher(shortLadder(), themes)
    const found = match('Taught a course on firewalls.')
    expect(found.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1)
    expect(found[0]!.probability).toBeGreaterThanOrEqual(found[1]!.probability)
    expect(makeMatcher(shortLadder(), themes).match('Taught a course on firewalls.')).toEqual(found)
  })

  it('matches nothing to words that nobody knows', () => {
    expect(makeMatcher(shortLadder(), themes).match('Qwrtz plmk vbnx.')).toEqual([])
    expect(makeMatcher(shortLadder(), themes).match('')).toEqual([])
  })

  it('works by the ladder’s own words alone when it has no themes', () => {
    expect(first(shortLadder(), [], 'I operate the servers.')).toBe('machines')
  })

  it('takes the themes that a ladder’s owner names in place of what its sentences say', () => {
    const text = 'Carried out the risk assessment of the robot cell.'
    const corrected = shortLadder({ people: ['safety'] })
    expect(first(corrected, themes, text)).toBe('people')
    const [people, machines] = tiesOf(corrected, themes)
    expect([people!.given, people!.ties[0]!.theme]).toEqual([true, 'safety'])
    expect(machines!.given).toBe(false)
  })

  it('ties each competency to the kinds of work that its sentences speak of', () => {
    const [people] = tiesOf(shortLadder(), themes)
    expect(people!.ties.slice(0, 3).map(({ theme }) => theme)).toContain('mentoring')
    expect(people!.ties[0]!.strength).toBeLessThanOrEqual(1)
  })

  it('sees likeness between sentences that share no word', () => {
    const { likeness } = makeMatcher(shortLadder(), themes)
    expect(likeness('Interviewed applicants.', 'Closed a candidate with an offer.')).toBeGreaterThan(0.5)
    expect(likeness('Interviewed applicants.', 'Tuned the database index.')).toBeLessThan(0.1)
  })
})
