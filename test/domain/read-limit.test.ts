import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, hasWords, readingOf, readSpans, spansOf } from '../../src/domain/evidence/evidence.ts'
import { halved, MOST_READ, shareOut } from '../../src/domain/evidence/read-limit.ts'
import { quotesOf } from '../../src/domain/review/quotes.ts'
import { evidenceOf, findingOf, partOf, reviewOf } from './evidence-fixture.ts'

const sentences = (count: number, word: string): string =>
  Array.from({ length: count }, (_, nth) => `I moved ${word} ${nth}.`).join(' ')
const pieceOf = (...readings: string[]) =>
  evidenceOf('', { parts: readings.map((reading, position) => partOf(reading, { position })) })
const textsOf = (spans: readonly { text: string }[]): string[] => spans.map(({ text }) => text)

describe('how much of a piece is read', () => {
  it('is halved until too little is left, within a few steps', () => {
    const steps = []
    for (let limit = halved(MOST_READ); limit; limit = halved(limit)) steps.push(limit)
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.length).toBeLessThan(6)
    expect(steps.at(-1)!.sentences).toBeGreaterThan(100)
  })

  it('is shared so that small amounts fit whole and large ones alike', () => {
    expect(shareOut([100, 3, 100, 5], 48)).toEqual([20, 3, 20, 5])
    expect(shareOut([10, 20], 100)).toEqual([10, 20])
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 8 }), fc.nat(3_000), (amounts, most) => {
        const shares = shareOut(amounts, most)
        const sum = (all: number[]): number => all.reduce((one, other) => one + other, 0)
        expect(sum(shares)).toBeLessThanOrEqual(most)
        expect(shares.every((share, nth) => share <= amounts[nth]!)).toBe(true)
        if (sum(amounts) <= most) expect(shares).toEqual(amounts)
        else expect(sum(shares)).toBeGreaterThan(most - amounts.length)
      }),
    )
  })

  it('changes no span of a piece that fits', () => {
    const piece = pieceOf(sentences(40, 'queue'), sentences(3, 'host'))
    expect(readSpans(piece, MOST_READ)).toEqual({ spans: spansOf(piece), whole: true })
  })

  it('leaves out the end of long parts, and nothing of a short answer behind them', () => {
    const piece = pieceOf(sentences(50, 'queue'), sentences(2, 'host'))
    const { spans, whole } = readSpans(piece, { characters: 1_000_000, sentences: 10 })
    expect(whole).toBe(false)
    expect(textsOf(spans)).toEqual([
      ...Array.from({ length: 8 }, (_, nth) => `I moved queue ${nth}.`),
      'I moved host 0.',
      'I moved host 1.',
    ])
    expect(spans.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, nth) => `s${nth + 1}`))
  })

  it('ends with a whole sentence', () => {
    const piece = pieceOf(sentences(50, 'queue'))
    const { spans } = readSpans(piece, { characters: 60, sentences: 100 })
    expect(textsOf(spans)).toEqual(['I moved queue 0.', 'I moved queue 1.', 'I moved queue 2.'])
  })
})

describe('what is known of a piece without cutting it', () => {
  it.each(['', '-- * --', '1. \n- ', 'I moved it.', '가나다', '3'])(
    'is whether "%s" holds a sentence',
    (reading) => {
      const piece = evidenceOf(reading)
      expect(hasWords(piece)).toBe(spansOf(piece).length > 0)
    },
  )

  it('is as much of its beginning as was asked for, or all of it', () => {
    const piece = pieceOf('one', '', 'two', sentences(100, 'queue'), 'end')
    const whole = readingOf(piece)
    for (const most of [0, 2, 4, 9, 100, 10_000]) {
      const beginning = beginningOf(piece, most)
      expect(whole.slice(0, most + 1).startsWith(beginning.slice(0, most + 1))).toBe(true)
      expect(beginning.length).toBeGreaterThanOrEqual(Math.min(most + 1, whole.length))
    }
  })
})

describe('the quotes of a review', () => {
  const piece = pieceOf(`The week was long. ${sentences(20, 'queue')} 서버를 옮겼습니다.`)
  const none = {
    findings: [],
    others: [],
    panel: [],
    stories: [],
    choices: [],
    questions: [],
    considered: [],
    cut: null,
  }

  it('are the spans that it points to and the first deeds, in the order of the piece', () => {
    const review = {
      ...none,
      findings: [findingOf({ spans: ['s9', 's7'] })],
      choices: [{ span: 's12', between: ['a', 'b'] }],
      questions: [{ kind: 'result' as const, span: 's5' }],
    }
    const { spans, sentences: read, unplaced } = quotesOf(piece, review)
    expect(spans.map(({ id }) => id)).toEqual(['s2', 's3', 's4', 's5', 's7', 's9', 's12'])
    expect(read).toBe(22)
    expect(unplaced).toBe(17)
  })

  it('cover no more than what was read', () => {
    const cut = { characters: 1_000, sentences: 6 }
    const { spans, sentences: read } = quotesOf(piece, {
      ...none,
      cut,
      findings: [findingOf({ spans: ['s9'] })],
    })
    expect(spans.map(({ id }) => id)).toEqual(['s2', 's3', 's4'])
    expect(read).toBe(6)
  })

  it('say which share of it is in another script', () => {
    expect(quotesOf(piece, none).foreign).toBeGreaterThan(0)
    expect(quotesOf(piece, none).foreign).toBeLessThan(0.15)
    expect(quotesOf(evidenceOf('서버를 옮겼습니다.'), none).foreign).toBe(1)
    expect(
      quotesOf(evidenceOf('See https://wiki.example/서버를-옮겼습니다 there.'), reviewOf()).foreign,
    ).toBe(0)
  })
})
