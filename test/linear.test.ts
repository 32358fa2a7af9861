import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { workGrowth } from './fakes/counted-work.ts'
import { patternsIn, patternsMade, type SourcePattern } from './fakes/source-patterns.ts'
import { growthOf } from './fakes/steps/grows.ts'
import { compile } from './fakes/steps/program.ts'
import { type Found, search } from './fakes/steps/run.ts'
import { signsOf } from './fakes/steps/tree.ts'
import { SHAPES, shaped, unitOf } from './fakes/text-shapes.ts'
import { lettersAtWordEdges } from './fakes/word-edges.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file}`)

const load = (file: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ new URL(`../${file}`, import.meta.url).href)

/** All matches of a pattern in a text, as V8 finds them. */
const byV8 = (pattern: RegExp, text: string): Found[] =>
  [...text.matchAll(pattern)].map((found) => ({
    at: [found.index, found.index + found[0].length],
    captures: found.slice(1).map((capture) => capture ?? null),
  }))

/** The same by the step counter. */
const byCounter = (pattern: RegExp): ((text: string) => readonly Found[]) => {
  const program = compile(pattern)
  return (text) => search(program, text, Number.POSITIVE_INFINITY, true).found
}

// Work is counted here, never timed. `npm run bench -- growth` measures by the clock, and also tries the whole way from
// the secrets of a text to its review on every shape, which would take too long here.
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

  it('are matched by the step counter as V8 matches them', { timeout: 120_000 }, () => {
    const texts = ['normal sentences in one line', 'joined emoji'].map((shape) => shaped(shape, 160))
    const wrong = patterns.flatMap(({ where, pattern }) => {
      const global = new RegExp(pattern.source, `${pattern.flags.replace(/[dgy]/g, '')}g`)
      const ours = byCounter(global)
      const own = signsOf(pattern).join(' ')
      return [...texts, own, `${own}\n`.repeat(3)]
        .filter((text) => JSON.stringify(ours(text)) !== JSON.stringify(byV8(global, text)))
        .map((text) => `${where} on ${text.slice(0, 40)}`)
    })
    expect(wrong).toEqual([])
  })

  it.each([
    [/(?<=(\w)+)b/g, 'aab ab b'],
    [/(?<=(\d+)(\d+))$/g, '1053'],
    [/(?:(a)|b)*/g, 'abab'],
    [/(?:a*?)*?b|(z)?/g, 'aab zz'],
    [/(?:a?){2,3}c/g, 'aac c'],
    [/(?=(a+))a*b\1/g, 'baaabac'],
    [/(["'])(?:(?!\1).)*?\1/g, `"it's" 'a"b'`],
    [/(?<q>\p{L})-\k<q>/giu, 'ä-Ä b-c'],
    [/^.(?<=^.)$/gmu, 'a\n😀\nbc'],
    [/(?i:a)b(?-i:c)/g, 'AbC Abc'],
    [/[\p{L}--[a-z]]+/gv, 'abÄÖ'],
    [/\bſ|\B./giu, 'sſ a'],
    [/(?:ab?){2}?|(?:){3}/g, 'abaab'],
  ])('has a step counter that knows %s as V8 does', (pattern, text) => {
    expect(byCounter(pattern)(text)).toEqual(byV8(pattern, text))
  })

  it.each([
    ['a class in a class', /^(?:[a-z]+)+$/],
    ['a key in one of many readings', /^(?:[A-Z]?[a-z]+){0,8}$/],
    ['words of other scripts behind anything', /^\W*(?:\p{L}+ly )*ed/u],
    ['an end without a start', /[.,]+$/],
    ['a quote that nobody closes', /“[^”]+”/],
    ['a repetition in a repetition in a repetition', /^(?:(?:[a-z]+,?)+;?)+$/],
    ['alternatives that take the same letters', /^(?:\w|\d|[a-f])+!/],
    ['a look-behind without a bound', /(?<=\bby [^.]*)done/],
    ['the shortest comment, which has no end', /<!--[\s\S]*?-->/],
    ['a word that is looked for again and again', /\b(\w+)(?: \w+)* \1;/],
  ])('would be found out: %s', (_, pattern) => {
    expect(growthOf(pattern)).not.toBeNull()
  })

  it('take steps that grow no faster than the text, whatever it is made of', { timeout: 120_000 }, () => {
    // What repeats nothing reads each letter as often as it has letters itself.
    const repeating = patterns.filter((one) => /[*+]|\{\d+,/.test(one.pattern.source))
    const found = repeating.flatMap(({ where, pattern }) => {
      const why = growthOf(pattern)
      return why === null ? [] : [`${where} ${String(pattern).slice(0, 80)} on ${why}`]
    })
    expect(found).toEqual([])
  })
})

/** Functions of the domain that take a text and nothing else, found by their declaration. */
const ofText = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)\(\s*\w+: string,?\s*\):/gm)].map(
    ([, name]) => name!,
  )

/** Four letters for a number. All are different, because what is the same in two sentences may be cached. */
const lettersOf = (nth: number): string =>
  Array.from({ length: 4 }, (_, at) => String.fromCharCode(65 + (Math.floor(nth / 26 ** at) % 26))).join('')

const sentences = (nth: number): string => {
  const name = lettersOf(nth)
  return [
    'I led it.',
    `I moved the ${name} to it.`,
    `I led it, see [it](https://a.example/${nth}). I mentored ${name[0]}${name.slice(1).toLowerCase()}.\n`,
  ].join('\n')
}

describe('the functions that read a text', () => {
  it.each<[string, (text: string) => unknown]>([
    ['each word in the whole text', (text) => text.split(' ').filter((word) => text.includes(`${word}!`))],
    ['each word in all words', (text) => text.split(' ').map((word, at, all) => all.indexOf(word, at + 1))],
    ['each letter by a pattern', (text) => [...text].filter((letter) => /[^\s\S]/.test(text + letter))],
  ])('would be found out: looking for %s', async (_, run) => {
    expect(
      await workGrowth(run, (pieces) => Array.from({ length: pieces }, (_, nth) => lettersOf(nth)).join(' ')),
    ).not.toBeNull()
  })

  it('do work that grows no faster than the text, whatever it is made of', { timeout: 120_000 }, async () => {
    const found: string[] = []
    let tried = 0
    for (const file of sources.filter((one) => /^src\/domain|^src\/adapters\/secret/.test(one))) {
      for (const name of ofText(file)) {
        const run = (await load(file))[name] as (text: string) => unknown
        tried += 1
        for (const shape of SHAPES) {
          const grown = await workGrowth(run, (pieces) => unitOf(shape).repeat(pieces))
          if (grown !== null) found.push(`${file} ${name} on ${shape}: ${grown}`)
        }
      }
    }
    expect(found).toEqual([])
    expect(tried).toBeGreaterThan(100)
  })

  it('do work as there are sentences in a file of many deeds, abbreviations, links and colleagues', {
    timeout: 60_000,
  }, async () => {
    const { makeWholePath } = await import('./fakes/whole-path.ts')
    const path = await makeWholePath()
    const textOf = (pieces: number): string =>
      Array.from({ length: pieces }, (_, nth) => sentences(nth)).join('')
    // The first run fills the caches that every text shares.
    await path(textOf(3))
    expect(await workGrowth(path, textOf, { short: 3_200, long: 25_600 })).toBeNull()
  })
})
