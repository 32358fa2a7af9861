import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../src/domain/evidence/list/excerpt.ts'
import { findPieces, soughtIn } from '../../src/domain/evidence/list/find-words.ts'
import { pageOf, quartersIn, within } from '../../src/domain/evidence/list/listed.ts'
import { periodSought } from '../../src/domain/evidence/list/period.ts'
import { evidenceFilterOf, wordsOfFilter } from '../../src/domain/ladder/evidence-filter.ts'
import { withoutMarkup } from '../../src/domain/text/without-markup.ts'
import { evidenceOf, partOf } from './evidence-fixture.ts'
import { smallLadder } from './ladder-fixture.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const day = Temporal.PlainDate.from
const filterOf = (text: string, at = today) => evidenceFilterOf(text, smallLadder, at)

describe('the words after "/ladder evidence"', () => {
  it.each([
    ['', null, null, null],
    ['all', null, null, null],
    ['scope', 'scope', null, null],
    ['for scope', 'scope', null, null],
    ['Q3', null, '2026 Q3', null],
    ['Q4 2025', null, '2025 Q4', null],
    ['2025 Q4 mastery', 'mastery', '2025 Q4', null],
    ['DNS', null, null, 'DNS'],
    ['about the DNS migration', null, null, 'DNS migration'],
    ['the one about DNS in March', null, 'March 2026', 'DNS'],
    ['mastery dns', 'mastery', null, 'dns'],
    ['"scope" since January', null, 'since January 2026', 'scope'],
    ['ownershp', 'ownership', null, null],
    ['on-call in spring', null, 'spring 2026', 'on-call'],
    ['“what we own”', null, null, 'what we own'],
    ['C++', null, null, 'C++'],
  ])('limit a list: "%s"', (text, competency, period, words) => {
    const filter = filterOf(text)
    expect([filter.competency, filter.period?.label ?? null, filter.words]).toEqual([
      competency,
      period,
      words,
    ])
    expect(filterOf(wordsOfFilter(filter, smallLadder))).toEqual(filter)
  })

  it.each([
    ['Q4', '2025-10-01', '2025-12-31', '2026-05-01'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['spring', '2026-03-01', '2026-05-31'],
    ['last summer', '2026-06-01', '2026-08-31'],
    ['winter', '2025-12-01', '2026-02-28'],
    ['winter 2026', '2025-12-01', '2026-02-28'],
    ['winter of 2025', '2025-12-01', '2026-02-28'],
    ['autumn 2024', '2024-09-01', '2024-11-30'],
    ['in December', '2025-12-01', '2025-12-31'],
    ['Mar to May', '2026-03-01', '2026-05-31'],
    ['November to February 2026', '2025-11-01', '2026-02-28'],
    ['December 2025 to January', '2025-12-01', '2026-01-31'],
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['H1', '2026-01-01', '2026-06-30'],
    ['second half of 2025', '2025-07-01', '2025-12-31'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['last quarter', '2026-07-01', '2026-09-30'],
    ['this year', '2026-01-01', '2026-12-31'],
    ['last week', '2026-11-16', '2026-11-22'],
    ['last 3 months', '2026-08-24', '2026-11-24'],
    ['since March', '2026-03-01', '2026-11-24'],
    ['since spring 2025', '2025-03-01', '2026-11-24'],
  ])('name a period that reads back as itself: "%s"', (text, from, to, at = '2026-11-24') => {
    const found = periodSought(text, day(at))
    expect(found).toMatchObject({ rest: '' })
    expect([`${found?.period.days.from}`, `${found?.period.days.to}`]).toEqual([from, to])
    expect(periodSought(found!.period.label, day(at))?.period).toEqual(found?.period)
  })

  it.each(['fallback', 'the Marching band', 'decided', 'Q7', '20251', 'summery'])(
    'name no period: "%s"',
    (text) => {
      expect(periodSought(text, today)).toBeNull()
    },
  )
})

describe('the beginning of an entry', () => {
  it.each([
    ['**Led** the _restore_ drill', 'Led the restore drill'],
    ['- [x] moved `max_connections` to 40', 'moved max_connections to 40'],
    ['> • wrote [the plan](https://wiki.example.com/plan)', 'wrote the plan'],
    ['## Q3 :tada: https://www.example.com/a?b=c', 'Q3 example.com'],
    ['the plan (https://wiki.example.com/plan) is mine', 'the plan is mine'],
    ['~old~ ~~gone~~ **bold _and_ italic**', 'old gone bold and italic'],
    ['| Date | What |', 'Date What'],
    ['2 * 3 * 4, snake_case, a:b:c, 10:30', '2 * 3 * 4, snake_case, a:b:c, 10:30'],
    ['![chart](a.png) It **halved', 'It halved'],
  ])('has no signs of markup: %s', (text, said) => {
    expect(withoutMarkup(text)).toBe(said)
  })

  it('is the first of the person’s own words, without the headings, cut at a word', () => {
    const own = partOf('# Q3\n\n- **Planned** the failover drill and cut recovery from 40 to 12 minutes.')
    const said = partOf('Thanks!', { position: 0, kind: 'saved', saidBy: 'Sam Sample' })
    expect(excerptOf({ parts: [said, { ...own, position: 1 }] })).toBe(
      'Planned the failover drill and cut recovery from 40 to 12…',
    )
    expect(excerptOf({ parts: [said] })).toBe('Thanks!')
    expect(excerptOf({ parts: [partOf('# Only a heading')] })).toBe('Only a heading')
    expect(excerptOf(evidenceOf(''))).toBe('')
    expect(excerptOf(evidenceOf('가'.repeat(200)))).toBe(`${'가'.repeat(60)}…`)
  })
})

describe('a search in a person’s evidence', () => {
  const texts = (all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([id, reading]) => ({ id, reading, beside: '' }))
  const found = (words: string, all: Readonly<Record<string, string>>) =>
    findPieces(texts(all), soughtIn(words)!).map(({ id }) => id)

  it('puts a phrase first, then the words as typed, then their other forms', () => {
    const all = {
      forms: 'I migrated the zones of the DNS.',
      words: 'The migration was hard. DNS came later.',
      phrase: 'I led the DNS migration.',
      none: 'I wrote the plan.',
    }
    expect(found('DNS migration', all)).toEqual(['phrase', 'words', 'forms'])
    expect(found('the plans', all)).toEqual(['none'])
    expect(found('dns', { none: 'I wrote about dnssec.' })).toEqual([])
  })

  it('shows the pieces with most of the words if none has all', () => {
    expect(found('kafka failover drill', { one: 'The failover drill.', other: 'Kafka.' })).toEqual(['one'])
  })

  it.each([
    ['on-call', 'I was on call for a week.'],
    ['postmortem', 'I wrote the post-mortem.'],
    ['2025', 'The plan of 2025.'],
    ['C++', 'I rewrote it in C++.'],
    ['what', 'What we do.'],
    ['identifying', 'I identified it.'],
    ['sensible', 'Its sensibility.'],
    ['ownership', 'I own it.'],
    ['running', 'I run it.'],
    ['Überwachung', 'Die überwachung.'],
  ])('knows the forms of a word: "%s"', (words, text) => {
    const sought = soughtIn(words)!
    expect(findPieces(texts({ one: text }), sought)).toHaveLength(1)
    // The store leaves out texts that have none of the beginnings.
    expect(sought.beginnings.some((one) => text.toLowerCase().includes(one))).toBe(true)
  })

  it('has nothing to look for without a word', () => {
    expect(soughtIn('?!')).toBeNull()
  })

  it('quotes the sentence that has most of the words, and nothing if only a name matches', () => {
    const reading = 'The failover came first.\nI planned it. Then I led the failover drill. It took long.'
    const [one] = findPieces([{ id: 'e1', reading, beside: '' }], soughtIn('failover drill')!)
    expect(one?.quote).toEqual({ sentence: 'Then I led the failover drill.', word: 'failover' })
    const [named] = findPieces([{ id: 'e1', reading, beside: 'Sam notes.md' }], soughtIn('Sam')!)
    expect(named).toMatchObject({ id: 'e1', quote: null })
  })

  it('takes no longer for a long text than for many short ones', () => {
    const reading = 'I moved the queue to the new cluster and wrote it down. '.repeat(4_000)
    const [one] = findPieces([{ id: 'e1', reading, beside: '' }], soughtIn('wrote queue')!)
    expect(one?.quote?.sentence).toBe('I moved the queue to the new cluster and wrote it down.')
  })
})

describe('the list of a person’s evidence', () => {
  const piece = (id: string, ...days: [string, string][]) => {
    const all = days.map(([from, to]) => ({ from: day(from), to: day(to) }))
    return { id, shown: all[0]!, days: all }
  }
  const pieces = [
    piece('a', ['2026-11-02', '2026-11-02']),
    piece('b', ['2026-03-30', '2026-04-02'], ['2025-01-01', '2025-01-31']),
    piece('c', ['2025-02-01', '2025-02-28']),
  ]

  it('offers the quarters that have entries, newest first, each entry once per quarter', () => {
    expect(quartersIn(pieces).map(({ label, count }) => `${label}: ${count}`)).toEqual([
      '2026 Q4: 1',
      '2026 Q2: 1',
      '2026 Q1: 1',
      '2025 Q1: 2',
    ])
    for (const { days, count } of quartersIn(pieces)) expect(within(pieces, days)).toHaveLength(count)
    expect(quartersIn([piece('d', ['1066-01-01', '2026-11-02'])]).length).toBeLessThan(99)
  })

  it('has pages of seven, and takes a page past the end as the last', () => {
    const many = Array.from({ length: 15 }, (_, nth) => piece(`${nth}`, ['2026-01-01', '2026-01-01']))
    expect(pageOf(many, 9)).toMatchObject({ page: 3, pages: 3, total: 15, pieces: [{ id: '14' }] })
    expect(pageOf(many, 0)).toMatchObject({ page: 1, pieces: { length: 7 } })
    expect(pageOf([], 1)).toMatchObject({ page: 1, pages: 1, pieces: [] })
  })
})
