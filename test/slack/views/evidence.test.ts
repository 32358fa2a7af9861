import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { KeptEvidence } from '../../../src/coaching/evidence/evidence-store.ts'
import type { EvidenceList, ListedEvidence } from '../../../src/coaching/evidence/list-evidence.ts'
import type { KeptAboutPerson } from '../../../src/coaching/evidence/person-store.ts'
import { quarterAt } from '../../../src/domain/dates/year-part.ts'
import type { EvidenceState } from '../../../src/domain/evidence/evidence.ts'
import { competenciesOf } from '../../../src/domain/ladder/ladder.ts'
import { listed } from '../../../src/domain/text/in-words.ts'
import { lineOf, whenOf } from '../../../src/slack/views/evidence/evidence-line.ts'
import { evidenceListView } from '../../../src/slack/views/evidence/evidence-list.ts'
import { entries } from '../../../src/slack/views/evidence/found.ts'
import { myDataView } from '../../../src/slack/views/evidence/my-data.ts'
import { evidenceOf, findingOf, partOf, reviewOf } from '../../domain/evidence-fixture.ts'
import { smallLadder } from '../../domain/ladder-fixture.ts'
import { slackProblems } from '../../fakes/slack-limits.ts'

const kept: KeptAboutPerson = {
  evidence: 1,
  reviews: 1,
  labels: 0,
  plans: 0,
  asked: 0,
  nudge: null,
  since: Temporal.Instant.from('2026-11-25T10:00:00Z'),
  known: true,
}

const place = {
  ladder: smallLadder,
  shelf: { all: [smallLadder], standard: smallLadder },
  home: true,
  exact: true,
  sure: true,
  page: 1,
}

const days = (from: string, to = from) => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
})
const shown = days('2026-03-01', '2026-04-30')
const rowOf = (row: KeptEvidence): ListedEvidence => ({ ...row, shown, quote: null })

const dataView = (about: KeptAboutPerson, rows: KeptEvidence[] = []) =>
  myDataView({ ...place, kind: 'data', goal: null, kept: about, plans: [], rows: rows.map(rowOf), pages: 1 })

const list: EvidenceList = {
  kept,
  rows: [],
  total: 1,
  page: 1,
  pages: 1,
  filter: { competency: null, period: null, words: null },
  quarters: [],
  ladder: smallLadder,
}

const piece: KeptEvidence = {
  evidence: evidenceOf('I planned the move.', { state: 'reviewed' }),
  review: reviewOf({
    // In the order opposite to the ladder's.
    findings: competenciesOf(smallLadder)
      .map(({ id }) => findingOf({ competency: id, status: null }))
      .toReversed(),
  }),
  said: [],
}

const inLadderOrder = listed(competenciesOf(smallLadder).map(({ name }) => name))

describe('what is stored about a person', () => {
  it('offers to delete everything where something is stored, also where it is not counted', () => {
    const empty = { ...kept, evidence: 0, reviews: 0, since: null }
    expect(JSON.stringify(dataView(empty))).toContain('data-delete-all')
    expect(JSON.stringify(dataView(kept))).toContain('data-delete-all')
  })

  it('offers nothing to delete where nothing is stored', () => {
    const { text, blocks } = dataView({ ...kept, evidence: 0, reviews: 0, since: null, known: false })
    expect(text).toBe('I store nothing about you.')
    expect(JSON.stringify(blocks)).not.toContain('data-delete-all')
  })

  it('counts one thing in the singular', () => {
    expect(dataView(kept).text).toBe('I store 1 entry and 1 review about you.')
    expect(JSON.stringify(dataView({ ...kept, labels: 1 }))).toContain(
      '1 entry and 1 review since 25 November 2026, and 1 note from you about reviews.',
    )
    expect([0, 1, 2, 10_000].map(entries)).toEqual(['0 entries', '1 entry', '2 entries', '10,000 entries'])
  })

  it.each([
    ['/ladder data', () => dataView(kept, [piece])],
    ['/ladder evidence', () => evidenceListView({ ...list, rows: [rowOf(piece)] })],
  ])('names competencies in the ladder’s own order: %s', (_, view) => {
    expect(JSON.stringify(view())).toContain(`March to April 2026 · I planned the move. · ${inLadderOrder}`)
  })

  it('shows why an entry has no competencies', () => {
    const said = (state: EvidenceState, more: Partial<KeptEvidence> = {}) =>
      lineOf({ ...rowOf(piece), ...more, evidence: { ...piece.evidence, state } }, smallLadder)
    expect(said('queued')).toContain('· review in progress')
    expect(said('waiting')).toContain('· needs a goal')
    expect(said('reviewed', { review: reviewOf({ findings: [] }) })).toContain('· no match yet')
  })

  it('shows the words that were looked for, also far back in a sentence, and names one file of several', () => {
    const sentence =
      'After the outage of the billing queue in the spring I moved all zones of the **DNS** to new hosts.'
    const quote = { sentence, word: 'DNS' }
    const files = ['first-notes-of-the-quarter-by-me.md', 'b.md'].map((name, nth) =>
      partOf('', { position: nth + 1, kind: 'file', file: { id: `F${nth}`, name, state: 'read' } }),
    )
    const evidence = { ...piece.evidence, parts: [...piece.evidence.parts, ...files] }
    expect(lineOf({ ...rowOf(piece), evidence, quote }, null)).toMatch(
      /^March to April 2026, first-notes-of-the-quarter-by… and 1 more file · ….*zones of the DNS to new hosts\. · /,
    )
  })

  it('puts the words of a colleague in quotation marks, with the name', () => {
    const parts = [partOf('Huge *thanks* to Ada!', { kind: 'saved', saidBy: 'Sam Sample' })]
    expect(lineOf({ ...rowOf(piece), evidence: { ...piece.evidence, parts } }, null)).toContain(
      ', written by Sam Sample · “Huge thanks to Ada!” · ',
    )
  })

  it('stays within Slack’s limits with long words to look for, and then leads back to all evidence', () => {
    const long = 'failover '.repeat(12).trim()
    const filter = { competency: 'mastery', period: quarterAt(shown.from), words: long }
    const quarters = Array.from({ length: 60 }, (_, back) => ({
      ...quarterAt(shown.from.subtract({ months: back * 3 })),
      count: 1,
    }))
    const { text, blocks } = evidenceListView({
      ...list,
      filter,
      quarters,
      page: 2,
      pages: 3,
      total: 21,
      rows: Array.from({ length: 7 }, () =>
        rowOf({ ...piece, evidence: { ...piece.evidence, id: randomUUID() } }),
      ),
    })
    expect(slackProblems({ text, blocks: blocks as never })).toEqual([])
    expect(JSON.stringify(blocks)).toMatch(/"delete:[\da-f-]{36} evidence 1"/)
    expect(JSON.stringify(blocks)).toContain('8 to 14 of 21 entries.')
  })

  it('has no counts, filters or search if nothing is stored', () => {
    const filter = { ...list.filter, words: 'DNS' }
    const { text, blocks } = evidenceListView({ ...list, kept: { ...kept, evidence: 0 }, total: 0, filter })
    expect(text).toContain('No evidence yet. Send me a direct message')
    expect(JSON.stringify(blocks)).not.toMatch(/0 entries|To search|evidence-list/)
    expect(JSON.stringify(blocks)).toContain('evidence-log')
  })

  it.each([
    [1, 1, '1 entry. '],
    [7, 1, '7 entries. '],
    [8, 1, '1 to 7 of 8 entries. '],
    [8, 2, 'Entry 8 of 8 entries. '],
    [10_000, 1_429, '9,997 to 10,000 of 10,000 entries. '],
  ])('says which of %i entries are on page %i', (total, page, counted) => {
    const pages = Math.ceil(total / 7)
    const rows = Array.from({ length: page < pages ? 7 : total - (pages - 1) * 7 }, () =>
      rowOf({ ...piece, evidence: { ...piece.evidence, id: randomUUID() } }),
    )
    const { text, blocks } = evidenceListView({
      ...list,
      kept: { ...kept, evidence: total },
      rows,
      total,
      page,
      pages,
    })
    const shown = JSON.stringify(blocks)
    expect(shown).toContain(`"${counted}Only you see this list.`)
    expect(slackProblems({ text, blocks: blocks as never })).toEqual([])
    expect([shown.includes('evidence-newer'), shown.includes('evidence-older')]).toEqual([
      page > 1,
      page < pages,
    ])
  })

  it('says in words when something happened', () => {
    const happened = {
      from: Temporal.PlainDate.from('2026-03-01'),
      to: Temporal.PlainDate.from('2026-04-30'),
    }
    expect(whenOf({ ...piece.evidence, happened })).toBe('March to April 2026')
  })

  it.each([
    ['2026-11-01', 'November 2026'],
    ['2026-01-01', 'January to November 2026'],
    ['2026-11-20', '20 to 27 November 2026'],
    ['2026-11-27', '27 November 2026'],
  ])('names the months of words about a time that had not ended, from %s', (from, words) => {
    const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from('2026-11-27')]
    const receivedAt = Temporal.Instant.from('2026-11-27T09:00:00Z')
    const told = { from: first, to: last }
    const evidence = { ...piece.evidence, receivedAt, told }
    expect(whenOf(evidence)).toBe(words)
    // The list says the same as the opened entry.
    expect(lineOf({ ...rowOf(piece), evidence, shown: told }, null)).toMatch(new RegExp(`^${words} · `))
  })
})
