import { describe, expect, it } from 'vitest'
import {
  type Circumstances,
  CONSIDERATIONS,
  type ConsiderationKind,
  considerationsOf,
  mattersMost,
} from '../../src/domain/considerations.ts'
import type { Days } from '../../src/domain/evidence.ts'
import { findingOf, spansIn } from './evidence-fixture.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const days = (from: string, to = from): Days => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
})

const consider = (text: string, more: Partial<Circumstances> = {}) => {
  const spans = spansIn(text)
  return considerationsOf([findingOf({ spans: spans.map(({ id }) => id) })], {
    spans,
    days: new Map(),
    happened: days('2026-11-20'),
    spread: new Map(),
    named: new Set(),
    sustainedMonths: 6,
    today,
    ...more,
  })
}
const isMet = (kind: ConsiderationKind, text: string, more: Partial<Circumstances> = {}): boolean =>
  consider(text, more).find((one) => one.kind === kind)?.met === true

describe('what is considered beside the level', () => {
  it('is all of it, for every piece, even when nothing was found', () => {
    const kinds = (list: ReturnType<typeof consider>) => new Set(list.map(({ kind }) => kind))
    expect(kinds(consider('I moved the queue.'))).toEqual(new Set(CONSIDERATIONS))
    const none = considerationsOf([], {
      spans: spansIn('Stuff.'),
      days: new Map(),
      happened: days('2026-11-20'),
      spread: new Map(),
      named: new Set(),
      sustainedMonths: 6,
      today,
    })
    expect(kinds(none)).toEqual(new Set(CONSIDERATIONS))
  })

  it.each<[ConsiderationKind, string, string]>([
    ['own-part', 'I moved the queue to a new cluster.', 'We moved the queue to a new cluster.'],
    ['result', 'I moved the queue, which cut failed jobs.', 'I moved the queue to a new cluster.'],
    ['baseline', 'I cut failed jobs from 40 a day to 2.', 'I reduced the failed jobs of the queue.'],
    ['artefact', 'I wrote the runbook of the queue.', 'I moved the queue to a new cluster.'],
    ['demonstrated', 'I moved the queue to a new cluster.', 'I will move the queue next quarter.'],
    [
      'demonstrated',
      'I moved the queue to a new cluster.',
      'I worked very hard on it over many late nights.',
    ],
    ['named', 'I moved the Redis queue.', 'I made a huge contribution to important projects.'],
    ['sustained', 'I run the drill every month.', 'I ran the drill of the queue.'],
    ['stranger', 'I moved the API of the queue.', 'I moved the XQZP queue to the new cluster.'],
    ['link', 'I moved the queue, which cut failed jobs; the runbook has it.', 'I moved the queue.'],
  ])('finds %s in "%s" and misses it in "%s"', (kind, has, lacks) => {
    expect([isMet(kind, has), isMet(kind, lacks)]).toEqual([true, false])
  })

  it('counts the months of all evidence of a competency, as many as the ladder asks', () => {
    const spread = (from: string): Partial<Circumstances> => ({
      spread: new Map([['mastery', days(from, '2026-11-20')]]),
    })
    const text = 'I ran the drill.'
    expect(isMet('six-months', text, spread('2026-04-01'))).toBe(true)
    expect(isMet('six-months', text, spread('2026-08-01'))).toBe(false)
    expect(isMet('six-months', text, { ...spread('2026-08-01'), sustainedMonths: 3 })).toBe(true)
  })

  it('sees when everything lies in the last weeks, when a result is old, and when somebody is named', () => {
    const text = 'I moved the queue, which cut failed jobs.'
    expect(isMet('recency', text, { days: new Map([['s1', [days('2026-11-02')]]]) })).toBe(false)
    expect(isMet('recency', text, { days: new Map([['s1', [days('2026-03-02')]]]) })).toBe(true)
    expect(isMet('still-holds', text, { happened: days('2026-01-02') })).toBe(false)
    expect(isMet('still-holds', text)).toBe(true)
    expect(isMet('voucher', text)).toBe(false)
    expect(isMet('voucher', text, { named: new Set(['s1']) })).toBe(true)
  })

  it('never takes room for a promotion for granted', () => {
    expect(isMet('room', 'I moved the queue, which cut failed jobs.')).toBe(false)
  })

  it('ranks what is lacking before what is there, and what was not done first', () => {
    const considered = consider('I will make a huge effort next quarter.')
    const firstMet = considered.findIndex(({ met }) => met)
    expect(considered.slice(firstMet).every(({ met }) => met)).toBe(true)
    expect(considered[0]?.kind).toBe('demonstrated')
  })

  it('shows two, of different families, and none that a question asks', () => {
    const considered = consider('We moved the queue.')
    const kinds = (asked: ConsiderationKind[]): string[] =>
      mattersMost(considered, new Set(asked)).map(({ kind }) => kind)
    expect(kinds([])).toEqual(['own-part', 'result'])
    expect(kinds(['own-part'])).toEqual(['result', 'artefact'])
    expect(kinds(['result'])).not.toContain('baseline')
  })

  it('considers somebody to vouch for every competency by itself', () => {
    const spans = spansIn('I moved the queue with Priya. I wrote the runbook.')
    const findings = [findingOf({ spans: ['s1'] }), findingOf({ competency: 'scope', spans: ['s2'] })]
    const considered = considerationsOf(findings, {
      spans,
      days: new Map(),
      happened: days('2026-11-20'),
      spread: new Map(),
      named: new Set(['s1']),
      sustainedMonths: 6,
      today,
    })
    expect(
      considered.filter(({ kind }) => kind === 'voucher').map(({ competency, met }) => [competency, met]),
    ).toEqual([
      ['scope', false],
      ['mastery', true],
    ])
  })
})
