import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readKnownNames } from '../../src/adapters/names/known-names.ts'
import { CASE_RULES, caseRuleOf } from '../../src/domain/check/case/case-rules.ts'
import { checkCase } from '../../src/domain/check/case/check-case.ts'
import { type CaseContext, type CaseReceipt, tellingOf } from '../../src/domain/check/case/told.ts'
import { unquotedIn } from '../../src/domain/check/case/unquoted.ts'
import { goal } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const names = readKnownNames()
const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)

type Quote = { text: string; saidBy?: string; from?: string; to?: string }

const receiptsOf = (quotes: readonly Quote[]): CaseReceipt[] =>
  quotes.map(({ text, saidBy = null, from = '2026-03-06', to = from }, nth) => ({
    id: `r${nth + 1}`,
    text,
    lead: text,
    saidBy,
    days: { from: day(from), to: day(to) },
  }))
const contextOf = (quotes: readonly Quote[], people: readonly string[] = []): CaseContext => ({
  people,
  ladder: smallLadder,
  goal,
  receipts: receiptsOf(quotes),
  context: null,
  names,
})
const refusedBy = (sentence: string, quotes: readonly Quote[], people: readonly string[] = []) =>
  caseRuleOf(tellingOf(sentence, receiptsOf(quotes), contextOf(quotes, people)))?.name

describe('the rules for a sentence of the case', () => {
  const examples = CASE_RULES.flatMap((rule) => rule.examples.map((one) => [rule.name, one] as const))

  it.each(examples)('"%s" refuses its example', (name, { quote, saidBy, sentence }) => {
    expect(refusedBy(sentence, [{ text: quote, ...(saidBy ? { saidBy } : {}) }])).toBe(name)
  })

  it.each(examples)(
    '"%s" has an example that says what its quote says, and holds',
    (_, { quote, saidBy }) => {
      const said = saidBy ? `${saidBy}: "${quote.replace('You', 'you')}"` : quote
      expect(refusedBy(said, [{ text: quote, ...(saidBy ? { saidBy } : {}) }])).toBeUndefined()
    },
  )
})

type Judged = { people: string[]; receipts: Quote[]; good: string[]; bad: [string, string][] }

const judged: Judged[] = readFileSync('test/fixtures/draft-packet/judged/examples.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

/** The good sentences that are refused, the bad ones that are not, and how many of each there are. */
const figuresOf = (sets: readonly Judged[]) => {
  const refused = (sentences: (set: Judged) => readonly string[]) =>
    sets.flatMap((set) =>
      sentences(set).map((one) => ({ one, by: refusedBy(one, set.receipts, set.people) })),
    )
  const good = refused((set) => set.good)
  const bad = refused((set) => set.bad.map(([one]) => one))
  return {
    good: good.length,
    lost: good.flatMap(({ one, by }) => (by === undefined ? [] : [`${by}: ${one}`])),
    bad: bad.length,
    passed: bad.flatMap(({ one, by }) => (by === undefined ? [one] : [])),
  }
}

describe('judged sentences over quotes', () => {
  it('that the rules were made with are kept and refused as judged', () => {
    const figures = figuresOf(judged.filter((_, nth) => nth % 2 === 0))
    expect([figures.good, figures.bad]).toEqual([27, 52])
    expect(figures.lost).toEqual([])
    expect(figures.passed).toEqual([])
  })

  it('that no rule was written for are mostly kept and refused correctly', () => {
    const figures = figuresOf(judged.filter((_, nth) => nth % 2 === 1))
    expect([figures.good, figures.bad]).toEqual([26, 51])
    expect(figures.lost.length).toBeLessThanOrEqual(3)
    expect(figures.passed.length).toBeLessThanOrEqual(5)
  })
})

const drill = [
  { text: 'I planned the failover drill. It took 12 minutes.' },
  { text: 'You ran it calmly.', saidBy: 'Pradeep' },
]

describe('the sentences of a competency', () => {
  it('are kept if they say no more than their quotes', () => {
    expect(
      checkCase([{ text: ' I planned the\nfailover drill. ', receipts: ['r1'] }], contextOf(drill)),
    ).toEqual([{ text: 'I planned the failover drill.', receipts: ['r1'], refused: null }])
  })

  it('become the quote otherwise, each once, with the name of a colleague', () => {
    expect(
      checkCase(
        [
          { text: 'The drill took 9 minutes.', receipts: ['r1'] },
          { text: 'I led the drill.', receipts: ['r1'] },
          { text: 'I ran it calmly.', receipts: ['r2'] },
        ],
        contextOf(drill),
      ).map(({ text, receipts }) => [text, receipts]),
    ).toEqual([
      ['“I planned the failover drill. It took 12 minutes.”', ['r1']],
      ['Pradeep: “You ran it calmly.”', ['r2']],
    ])
  })

  it('are dropped if they point to no quote, or say the same again', () => {
    const text = 'I planned the failover drill.'
    expect(
      checkCase(
        [
          { text, receipts: [] },
          { text, receipts: ['r9'] },
          { text, receipts: ['r1', 'r9', 'r1'] },
          { text, receipts: ['r1'] },
        ],
        contextOf(drill),
      ),
    ).toEqual([{ text, receipts: ['r1'], refused: null }])
  })
})

describe('what a paragraph says and its quotes don’t', () => {
  const quotes = [
    { text: 'Moved 69 of 71 services.', days: { from: day('2026-06-29'), to: day('2026-06-29') } },
  ]

  it('are its other numbers and dates', () => {
    expect(unquotedIn('In May 2026 I moved 72 services.', quotes, null)).toEqual(['May 2026', '72'])
    expect(unquotedIn('By June 2026 I had moved 69 services, with two people.', quotes, null)).toEqual([])
    expect(unquotedIn('I moved 72 services.', quotes, 'We have 72 of them.')).toEqual([])
  })
})
