import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { FUNCTION, growthOf, MONTH } from './fakes/growth.ts'
import { some } from './fakes/rounds.ts'
import { patternsIn, patternsMade, type SourcePattern, wordsOfPattern } from './fakes/source-patterns.ts'
import { SHAPES, shaped } from './fakes/text-shapes.ts'
import { lettersAtWordEdges } from './fakes/word-edges.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file}`)

const load = (file: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ new URL(`../${file}`, import.meta.url).href)

/** Texts as they are, and with an end that nothing expects: a pattern that fails at the end is the dear one. */
const ENDS = ['', '\u0007x'] as const

/** Outside CI each pattern and function is tried on one shape in so many, the next one on others. */
const PARTS = 4

const kept = new Map<string, string>()
const textOf = (shape: string, end: string, length: number): string => {
  const key = `${shape}\n${end}\n${length}`
  const text = kept.get(key) ?? shaped(shape, length) + end
  kept.set(key, text)
  return text
}

/** What makes a pattern slow, with the times taken. Null if nothing that was tried does. */
const slowed = async (given: RegExp, shapes: readonly string[] = SHAPES): Promise<string | null> => {
  // A sticky one is tried wherever it can be: who uses it may stand anywhere.
  const pattern = new RegExp(given.source, `${given.flags.replace(/[dgy]/g, '')}g`)
  const run = (text: string): unknown => text.replace(pattern, '')
  for (const end of ENDS) {
    for (const shape of shapes) {
      const taken = await growthOf(run, (length) => textOf(shape, end, length))
      if (taken) return `${shape}: ${JSON.stringify(taken)}`
    }
    for (const unit of wordsOfPattern(given)) {
      const taken = await growthOf(run, (length) => unit.repeat(Math.ceil(length / unit.length)) + end)
      if (taken) return `${unit.slice(0, 40)}: ${JSON.stringify(taken)}`
    }
  }
  return null
}

describe('the patterns of the sources', () => {
  const patterns: SourcePattern[] = []
  beforeAll(async () => {
    const made = await patternsMade(async () => {
      for (const file of sources)
        if (/^src\/(?:domain|adapters\/(?:secrets|texts\/dates|ladder-))/.test(file)) await load(file)
    })
    const all = [...sources.flatMap(patternsIn), ...made]
    patterns.push(...new Map(all.map((one) => [String(one.pattern), one])).values())
  })

  it('are found by themselves, those that are put together too', () => {
    expect(patterns.length).toBeGreaterThan(500)
    const from = (file: string): number =>
      patterns.filter(({ where }) => where.startsWith(`src/${file}:`)).length
    expect(from('domain/evidence/deeds.ts')).toBeGreaterThan(12)
    expect(from('domain/mask/mask-contacts.ts')).toBeGreaterThan(10)
  })

  it('bound no word by \\b that begins or ends beyond a to z: it takes these for no letters', () => {
    expect(lettersAtWordEdges(/\b(?:es|êtes|est(?:á|ás)?)\b/)).toEqual(['ê', 'á'])
    expect(lettersAtWordEdges(/\bfianc[eé]e?\b|\bcafés\b|(?:über|für)/)).toEqual(['[eé]'])
    const found = patterns.flatMap(({ where, pattern }) => {
      const letters = lettersAtWordEdges(pattern)
      return letters.length > 0 ? [`${where} ${letters.join(' ')}`] : []
    })
    expect(found).toEqual([])
  })

  it.each([
    ['a class in a class', /^(?:[a-z]+)+$/],
    ['a key in one of many readings', /^(?:[A-Z]?[a-z]+){0,8}$/],
    ['words of other scripts behind anything', /^\W*(?:\p{L}+ly )*ed/u],
    ['an end without a start', /[.,]+$/],
    ['a quote that nobody closes', /“[^”]+”/],
  ])('would be found out: %s', async (_, pattern) => {
    expect(await slowed(pattern)).not.toBeNull()
  })

  it('take time that grows no faster than the text, whatever it is made of', {
    timeout: 120_000,
  }, async () => {
    const slow: string[] = []
    // What repeats nothing reads each letter as often as it has letters itself.
    const repeating = patterns.filter((one) => /[*+]|\{\d+,/.test(one.pattern.source))
    for (const [nth, { where, pattern }] of repeating.entries()) {
      const why = await slowed(pattern, some(SHAPES, PARTS, nth))
      if (why !== null) slow.push(`${where} ${String(pattern).slice(0, 80)} on ${why}`)
    }
    expect(slow).toEqual([])
  })
})

/** Functions of the domain that take a text and nothing else, by what they say of themselves. */
const ofText = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)\(\s*\w+: string,?\s*\):/gm)].map(
    ([, name]) => name!,
  )

/** Letters that stand for a number, no two alike: what is different in each sentence is kept for each. */
const lettersOf = (nth: number): string =>
  Array.from({ length: 4 }, (_, at) => String.fromCharCode(65 + (Math.floor(nth / 26 ** at) % 26))).join('')

const MANY: readonly [string, (nth: number) => string][] = [
  ['short deeds', () => 'I led it.\n'],
  ['abbreviations', (nth) => `I moved the ${lettersOf(nth)} to it.\n`],
  ['links in one line', (nth) => `I led it, see [it](https://a.example/${nth}). `],
  [
    'colleagues',
    (nth) => `I mentored ${lettersOf(nth).slice(0, 1)}${lettersOf(nth).slice(1).toLowerCase()}. `,
  ],
]

describe('the functions that read a text', () => {
  it.each(MANY)(
    'take time as there are sentences in a file of many %s',
    { timeout: 60_000 },
    async (_, said) => {
      const { makeWholePath } = await import('./fakes/whole-path.ts')
      const path = await makeWholePath()
      const textOf = (length: number): string => {
        let text = ''
        for (let nth = 0; text.length < length; nth += 1) text += said(nth)
        return text
      }
      await path(textOf(4_000))
      expect(await growthOf(path, textOf, MONTH)).toBeNull()
    },
  )

  it('take time that grows no faster than the text, whatever it is made of', {
    timeout: 120_000,
  }, async () => {
    const slow: string[] = []
    let tried = 0
    for (const file of sources.filter((one) => /^src\/domain|^src\/adapters\/secret/.test(one))) {
      for (const name of ofText(file)) {
        const run = (await load(file))[name] as (text: string) => unknown
        tried += 1
        for (const shape of some(SHAPES, PARTS, tried)) {
          const taken = await growthOf(run, (length) => textOf(shape, '', length), FUNCTION)
          if (taken) slow.push(`${file} ${name} on ${shape}: ${JSON.stringify(taken)}`)
        }
      }
    }
    expect(slow).toEqual([])
    expect(tried).toBeGreaterThan(30)
  })

  it('take no longer together: from the secrets of a text to its review', { timeout: 120_000 }, async () => {
    const { makeWholePath } = await import('./fakes/whole-path.ts')
    const path = await makeWholePath()
    // Code that is run for the first time is slow for that reason alone.
    for (let time = 0; time < 3; time += 1) await path(shaped('normal sentences in lines', 4_000))
    const slow: string[] = []
    for (const shape of some(SHAPES, PARTS, 0)) {
      for (let time = 0; time < 3; time += 1) await path(textOf(shape, '', 1_000))
      const taken = await growthOf(path, (length) => textOf(shape, '', length), FUNCTION)
      if (taken) slow.push(`${shape}: ${JSON.stringify(taken)}`)
    }
    expect(slow).toEqual([])
  })
})
