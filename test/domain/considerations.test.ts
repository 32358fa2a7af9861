import { describe, expect, it } from 'vitest'
import type { Days } from '../../src/domain/dates/days.ts'
import { signalsIn } from '../../src/domain/evidence/evidence-signals.ts'
import { CONSIDERATIONS, type ConsiderationKind } from '../../src/domain/review/consideration.ts'
import { type Circumstances, considerationsOf, mattersMost } from '../../src/domain/review/considerations.ts'
import { findingOf, spansIn } from './evidence-fixture.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const days = (from: string, to = from): Days => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
})

const around: Circumstances = {
  spans: [],
  days: new Map(),
  happened: days('2026-11-20'),
  spread: new Map(),
  named: new Set(),
  sustainedMonths: 6,
  today,
}

const consider = (text: string, more: Partial<Circumstances> = {}) => {
  const spans = spansIn(text)
  return considerationsOf([findingOf({ spans: spans.map(({ id }) => id), status: null })], {
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
const isMet = (kind: ConsiderationKind, text: string, more: Partial<Circumstances> = {}): boolean | null =>
  consider(text, more).find((one) => one.kind === kind)!.met

describe('what is considered besides the level', () => {
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
    ['artefact', 'I wrote https://wiki.example/queue for it.', 'I wrote the runbook of the queue.'],
    ['demonstrated', 'I moved the queue to a new cluster.', 'I will move the queue next quarter.'],
    [
      'demonstrated',
      'I moved the queue to a new cluster.',
      'I worked very hard on it over many late nights.',
    ],
    ['named', 'I moved the Redis queue.', 'I made a huge contribution to important projects.'],
    ['sustained', 'I run the drill every month.', 'I ran the drill of the queue.'],
    ['stranger', 'I moved the API of the queue.', 'I moved the XQZP queue to the new cluster.'],
    ['link', 'I closed OPS-1423, which cut failed jobs.', 'I moved the queue.'],
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
    expect(
      isMet('still-holds', `${text} It is now checked every week.`, { happened: days('2026-01-02') }),
    ).toBe(true)
    expect(isMet('voucher', text)).toBe(false)
    expect(isMet('voucher', text, { named: new Set(['s1']) })).toBe(true)
  })

  it('never takes room for a promotion for granted', () => {
    expect(isMet('room', 'I moved the queue, which cut failed jobs.')).toBe(null)
  })

  it('ranks what is lacking before what is there, and what was not done first', () => {
    const considered = consider('I will make a huge effort next quarter.')
    const order = [false, true, null]
    const places = considered.map(({ met }) => order.indexOf(met))
    expect(places).toEqual([...places].sort())
    expect(new Set(places)).toEqual(new Set([0, 1, 2]))
    expect(considered[0]?.kind).toBe('demonstrated')
  })

  it('shows two from different families, and none that a question already asks about', () => {
    const considered = consider('We moved the queue.')
    const kinds = (asked: ConsiderationKind[]): string[] =>
      mattersMost(considered, new Set(asked)).map(({ kind }) => kind)
    expect(kinds([])).toEqual(['own-part', 'result'])
    expect(kinds(['own-part'])).toEqual(['result', 'artefact'])
    expect(kinds(['result'])).not.toContain('baseline')
  })

  it('sees ongoing work, and ignores incidental counts', () => {
    expect(isMet('sustained', 'I moved the queue, and we run it every week.')).toBe(true)
    expect(isMet('sustained', 'I raised the daily processed messages.')).toBe(false)
    expect(isMet('sustained', 'I merged 7 PRs in a 9-month project.')).toBe(false)
  })

  it('asks at the top for somebody to vouch only if nobody is named', () => {
    const spans = spansIn('I moved the queue with Priya.\nI wrote the runbook, which cut pages from 9 to 2.')
    const findings = [findingOf({ spans: ['s1'] }), findingOf({ competency: 'scope', spans: ['s2'] })]
    const top = (named: readonly string[]): string[] => {
      const considered = considerationsOf(findings, { ...around, spans, named: new Set(named) })
      const others = considered.filter(({ kind, met }) => met === false && kind !== 'voucher')
      const shown = mattersMost(considered, new Set(others.map(({ kind }) => kind)))
      return shown.flatMap(({ kind }) => (kind === 'link' ? [] : [kind]))
    }
    expect(top([])).toEqual(['voucher'])
    expect(top(['s1'])).toEqual([])
  })

  it('counts how long something went on, and not how long ago it was', () => {
    const spread = (from: string, to: string): Partial<Circumstances> => ({
      spread: new Map([['mastery', days(from, to)]]),
    })
    expect(isMet('six-months', 'I ran the drill.', spread('2021-03-01', '2021-04-30'))).toBe(false)
    expect(isMet('six-months', 'I ran the drill.', spread('2023-06-01', '2024-04-30'))).toBe(true)
    // A year that is named, and not one that was filled.
    expect(isMet('six-months', 'I ran the drill.', spread('2021-01-01', '2021-12-31'))).toBe(false)
    expect(isMet('six-months', 'I ran the drill throughout 2021.')).toBe(true)
    expect(isMet('six-months', 'I led a 9-month migration.')).toBe(true)
    expect(isMet('six-months', 'I ran the drill for two years.')).toBe(true)
    expect(isMet('six-months', 'I ran the drill for two months.')).toBe(false)
  })

  it('leaves open what does not apply, because nobody could see it', () => {
    const text = 'I moved the queue to a new cluster.'
    for (const kind of ['baseline', 'still-holds', 'recency', 'room'] as const)
      expect([kind, isMet(kind, text)]).toEqual([kind, null])
    expect(isMet('still-holds', 'I cut the failed jobs.')).toBe(null)
    expect(isMet('named', 'I moved a queue.')).toBe(null)
  })

  it('does not take "from idea to production" for a before and after', () => {
    expect(isMet('baseline', 'I take it from idea to production, which cut failed jobs.')).toBe(false)
    expect(isMet('baseline', 'I improved the script used to create lists.')).toBe(false)
    expect(isMet('baseline', 'Restores went from 6 hours to one.')).toBe(true)
  })

  it.each([
    'Rollbacks used to take about 25 minutes, the automatic stop now runs in 2.',
    'We had 9 pages a week, I removed the alert, and pages went down to 2.',
    'I cut the build time: 18 min -> 6 min.',
    'A restore took 40 minutes, and now it takes 12.',
    'I added the cache. Before: 900 ms a call, after: 80 ms.',
    'I cut the error rate by 30%.',
  ])('finds a before and an after in "%s"', (text) => expect(isMet('baseline', text)).toBe(true))

  it('takes no share of a roll-out for a before and an after', () => {
    const text = 'I built the roll-out: 10% first, then the rest. It prevented two outages since.'
    expect([isMet('result', text), isMet('baseline', text)]).toEqual([true, false])
  })

  it.each([
    'I mentor Devi every Friday.',
    'Every morning I check the backup report.',
    'I pair with new joiners twice a week.',
    'I write the hand-over on Mondays.',
  ])('takes "%s" for ongoing', (text) => expect(isMet('sustained', text)).toBe(true))

  it('counts for a piece what one of its findings has, but every abbreviation that nobody knows', () => {
    const spans = spansIn(
      'I moved the queue, which cut failed jobs.\n\nI helped to run the XQZP of the team.',
    )
    const findings = [
      findingOf({ spans: ['s1'], status: 'partly' }),
      findingOf({ competency: 'scope', spans: ['s2'] }),
    ]
    const considered = considerationsOf(findings, { ...around, spans })
    const met = (kind: ConsiderationKind) => considered.find((one) => one.kind === kind)?.met
    expect([met('own-part'), met('result')]).toEqual([true, true])
    expect(considered.find(({ kind }) => kind === 'stranger')).toMatchObject({
      met: false,
      competency: 'scope',
    })
    expect(met('artefact')).toBe(false)
  })

  it('does not count plans against what a reader found shown', () => {
    const spans = spansIn('Mentoring people around me.')
    const considered = considerationsOf([findingOf({ spans: ['s1'] })], { ...around, spans })
    expect(considered.find(({ kind }) => kind === 'demonstrated')?.met).toBe(true)
  })

  it('sees the other sentences in the paragraph of a quote', () => {
    const spans = spansIn('I paired with Sam. It has paid off, see https://wiki.example/sam.')
    const considered = considerationsOf([findingOf({ spans: ['s1'] })], { ...around, spans })
    const met = (kind: ConsiderationKind) => considered.find((one) => one.kind === kind)?.met
    expect([met('result'), met('artefact')]).toEqual([true, true])
  })

  it('holds only what any words can show against words without findings', () => {
    const lacking = (text: string): string[] =>
      considerationsOf([], { ...around, spans: spansIn(text) }).flatMap(({ kind, met }) =>
        met === false ? [kind] : [],
      )
    expect(lacking('Test coverage is there for all the tools.')).toEqual([])
    expect(lacking('The runbook is there for all the tools.')).toEqual(['artefact'])
    expect(lacking('The queue has it at https://wiki.example/queue.')).toEqual([])
    expect(lacking('I will move the queue next quarter.')).toEqual(['demonstrated'])
  })

  it('knows an abbreviation that is written out anywhere in the piece, and the number of a change', () => {
    const spans = spansIn(
      'I built the Source Data Verification (SDV) area.\nI tuned Gaussian processes.\nI tested SDV and GP, T38493, C4 and EKS. This was HARD.\nIt was hard.',
    )
    const considered = considerationsOf([findingOf({ spans: ['s3', 's4'] })], { ...around, spans })
    expect(considered.find(({ kind }) => kind === 'stranger')?.met).toBe(true)
  })

  it('knows the abbreviations of any engineer, of one or of several, and no others', () => {
    const jargonIn = (text: string) => signalsIn(text)(text).jargon
    expect(jargonIn('I put every TODO and SLO of the APIs and VMs into JSON for the SDKS.')).toEqual([])
    expect(jargonIn('I moved the XQZP and both QRVs into the todo list of the slo.')).toEqual([
      'XQZP',
      'QRVs',
    ])
  })

  it('considers somebody to vouch for every competency by itself', () => {
    const spans = spansIn('I moved the queue with Priya.\nI wrote the runbook.')
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
