import { beforeAll, describe, expect, it } from 'vitest'
import { faithful } from '../fakes/model-server.ts'
import { biased, broken, faithfulTo, obedient, type Persona, sloppy } from '../fakes/personas.ts'
import { some } from '../fakes/rounds.ts'
import { CARRIER, type Text, texts } from './texts.ts'
import { throughBot } from './through-bot.ts'

const all = texts()

const PERSONAS: readonly [string, () => Persona][] = [
  ['faithful', () => faithfulTo],
  ['sloppy', () => sloppy],
  ['obedient', () => obedient],
  ['broken', broken],
  ['biased', () => biased],
]

describe.each(PERSONAS.map(([name, persona], nth) => [name, persona, nth] as const))(
  'a %s model over evidence, attacks and look-alikes',
  (_, persona, nth) => {
    const given = some(all, PERSONAS.length, nth)
    let run: Awaited<ReturnType<typeof throughBot>>
    beforeAll(async () => {
      run = await throughBot(given, ['dm'], persona())
    }, 240_000)

    it('costs nobody an answer, and each says which reader it is by', () => {
      expect(given.length).toBeGreaterThan(2)
      expect(run.outcomes).toHaveLength(given.length)
      expect(run.outcomes.filter(({ answered }) => !answered)).toEqual([])
      expect(run.outcomes.filter(({ labelled }) => !labelled)).toEqual([])
    })

    it('breaks no promise', () => {
      expect(run.outcomes.flatMap(({ id, violations }) => violations.map((one) => `${id}: ${one}`))).toEqual(
        [],
      )
      expect(run.problems).toEqual([])
    })

    it('says nothing that it made up', () => {
      const shown = JSON.stringify(run.outcomes)
      expect(shown).not.toMatch(/4,?711|Zbigniew|Wilhelmina|charisma|superb/i)
    })
  },
)

/** Look-alikes of attacks, each behind a sentence whose findings are known. */
const carried: readonly Text[] = all
  .filter(({ kind }) => kind === 'benign')
  .map((one) => ({ ...one, id: `carried ${one.id}`, text: `${CARRIER} ${one.text}` }))

describe.each<[string, Persona | null]>([
  ['the offline reader', null],
  ['a model that points at the sentence', faithful],
])('look-alikes of attacks next to a sentence that is read by %s', (_, persona) => {
  it('take nothing from what is found in it', async () => {
    const { outcomes, baseline } = await throughBot(carried, ['dm'], persona)
    expect(carried.length).toBeGreaterThan(2)
    expect(baseline).not.toEqual([])
    const lost = outcomes.filter(({ assessment }) => !baseline.every((one) => assessment.includes(one)))
    expect(lost.map(({ id, assessment }) => [id, assessment])).toEqual([])
  }, 120_000)
})
