import { beforeAll, describe, expect, it } from 'vitest'
import { biased, broken, faithfulTo, obedient, type Persona, sloppy } from '../fakes/personas.ts'
import { texts } from './texts.ts'
import { throughBot } from './through-bot.ts'

const all = texts()

describe.each<[string, () => Persona]>([
  ['faithful', () => faithfulTo],
  ['sloppy', () => sloppy],
  ['obedient', () => obedient],
  ['broken', broken],
  ['biased', () => biased],
])('a %s model over all evidence, attacks and look-alikes', (name, persona) => {
  let run: Awaited<ReturnType<typeof throughBot>>
  beforeAll(async () => {
    run = await throughBot(all, ['dm'], persona())
  }, 240_000)

  it('costs nobody an answer, and each says which reader it is by', () => {
    expect(run.outcomes.filter(({ answered }) => !answered)).toEqual([])
    expect(run.outcomes.filter(({ labelled }) => !labelled)).toEqual([])
  })

  it('breaks no promise', () => {
    expect(run.outcomes.flatMap(({ id, violations }) => violations.map((one) => `${id}: ${one}`))).toEqual([])
    expect(run.problems).toEqual([])
  })

  it('says nothing that it made up', () => {
    const shown = JSON.stringify(run.outcomes)
    expect(shown).not.toMatch(/4,?711|Zbigniew|Wilhelmina|charisma|superb/i)
  })

  it('finds something in look-alikes as in any evidence', () => {
    if (name === 'obedient') return
    const benign = run.outcomes.filter(({ kind }) => kind === 'benign')
    expect(benign.length).toBeGreaterThan(2)
    expect(benign.filter(({ answered }) => !answered)).toEqual([])
  })
})
