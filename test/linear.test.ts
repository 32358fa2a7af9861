import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { growthOf } from './fakes/growth.ts'
import { patternsIn, patternsMade, type SourcePattern, wordsOfPattern } from './fakes/source-patterns.ts'
import { SHAPES, shaped } from './fakes/text-shapes.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file}`)

/** Texts as they are, and with an end that nothing expects: a pattern that fails at the end is the dear one. */
const ENDS = ['', '\u0007x'] as const

const kept = new Map<string, string>()
const textOf = (shape: string, end: string, length: number): string => {
  const key = `${shape}\n${end}\n${length}`
  const text = kept.get(key) ?? shaped(shape, length) + end
  kept.set(key, text)
  return text
}

/** What makes a pattern slow, with the times taken; null: nothing that was tried. */
const slowed = (given: RegExp): string | null => {
  // A sticky one is tried wherever it can be: who uses it may stand anywhere.
  const pattern = new RegExp(given.source, `${given.flags.replace(/[dgy]/g, '')}g`)
  const run = (text: string): unknown => text.replace(pattern, '')
  for (const end of ENDS) {
    for (const shape of SHAPES) {
      const taken = growthOf(run, (length) => textOf(shape, end, length))
      if (taken) return `${shape}: ${JSON.stringify(taken)}`
    }
    for (const unit of wordsOfPattern(given)) {
      const taken = growthOf(run, (length) => unit.repeat(Math.ceil(length / unit.length)) + end)
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
        if (/^src\/(?:domain|adapters\/(?:secret|dates|ladder-))/.test(file))
          await import(/* @vite-ignore */ new URL(`../${file}`, import.meta.url).href)
    })
    const all = [...sources.flatMap(patternsIn), ...made]
    patterns.push(...new Map(all.map((one) => [String(one.pattern), one])).values())
  })

  it('are found by themselves, those that are put together too', () => {
    expect(patterns.length).toBeGreaterThan(500)
    const from = (file: string): number =>
      patterns.filter(({ where }) => where.startsWith(`src/${file}:`)).length
    expect(from('domain/deeds.ts')).toBeGreaterThan(12)
    expect(from('domain/mask-contacts.ts')).toBeGreaterThan(10)
  })

  it('take time that grows no faster than the text, whatever the text is made of', {
    timeout: 120_000,
  }, () => {
    const slow = patterns.flatMap(({ where, pattern }) => {
      const why = slowed(pattern)
      return why === null ? [] : [`${where} ${String(pattern).slice(0, 80)} on ${why}`]
    })
    expect(slow).toEqual([])
  })
})
