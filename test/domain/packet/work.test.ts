import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Coverage, coverageOf, quarterOf, type ShownRow } from '../../../src/domain/packet/coverage.ts'
import { movesBetween } from '../../../src/domain/packet/work-session/moves.ts'
import { anyTimeOf, nextWork } from '../../../src/domain/packet/work-session/next-work.ts'
import {
  begunWork,
  ended,
  gaveBack,
  isPosted,
  isUnderWay,
  postedAs,
  takenToPost,
  type WorkSession,
  wentOn,
} from '../../../src/domain/packet/work-session/session.ts'
import type { Goal } from '../../../src/domain/person.ts'
import { smallLadder as ladder } from '../ladder-fixture.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')
const NOW = Temporal.Instant.from('2026-11-24T12:00:00Z')
const goal: Goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }

const row = (competency: string, on: string, shown: ShownRow['shown'] = 'shown', pieces = 1): ShownRow => {
  const day = Temporal.PlainDate.from(on)
  const days = shown === 'possible' ? null : { from: day, to: day }
  return { competency, quarter: quarterOf(day), shown, pieces, days }
}
const cover = (...rows: ShownRow[]): Coverage => coverageOf(ladder, goal, rows, TODAY)
const next = (coverage: Coverage, asked: readonly string[] = [], questions: readonly string[] = []) =>
  nextWork({
    ...{ ladder, goal, coverage, asked },
    questions: () => questions.map((text) => ({ text, example: null })),
  })

describe('the next question about a packet', () => {
  it('is about the competency that Home calls emptiest, with a sentence of the target level word for word', () => {
    const coverage = cover(row('mastery', '2026-10-01', 'possible'))
    const ask = next(coverage)
    expect(ask?.competency.id).toBe(coverage.lines.find(({ emptiest }) => emptiest)?.competency.id)
    expect(ask).toMatchObject({
      competency: { id: 'ownership', name: 'Ownership' },
      gap: 'nothing',
      in: null,
    })
    expect(ladder.rows.L3!.ownership!.map(({ text }) => text).join(' ')).toContain(ask!.asks)
  })

  it('is never about one that was asked about, and ends when no gap is left', () => {
    const asked: string[] = []
    for (let ask = next(cover()); ask; ask = next(cover(), asked)) asked.push(ask.competency.id)
    expect(asked.toSorted()).toEqual(['mastery', 'ownership', 'scope'])
    const twice = ['mastery', 'scope', 'ownership'].flatMap((id) => [
      row(id, '2026-10-01'),
      row(id, '2026-05-01'),
    ])
    expect(next(cover(...twice))).toBeNull()
  })

  it('says what there is so far: nothing, possible matches, once, long ago', () => {
    const gapOf = (...rows: ShownRow[]) => next(cover(...rows), ['mastery', 'ownership'])
    expect(gapOf()).toMatchObject({ gap: 'nothing' })
    expect(gapOf(row('scope', '2026-10-01', 'possible'))).toMatchObject({ gap: 'possible' })
    expect(gapOf(row('scope', '2026-10-01'))).toMatchObject({ gap: 'once', in: { year: 2026, quarter: 4 } })
    expect(gapOf(row('scope', '2025-10-01'))).toMatchObject({ gap: 'old' })
  })

  it('takes its turn among the questions and sentences as entries come, and has one of its own', () => {
    const asks = ['What did you add this week?', 'Which idea of this week was yours?']
    const of = (pieces: number) =>
      next(cover(row('scope', '2026-10-01', 'possible', pieces)), ['mastery', 'ownership'], asks)?.question
    expect([of(1), of(2)]).toEqual(['Which idea was yours?', 'What did you add?'])
    expect(next(cover())?.question).toBe('What is one thing you did that comes closest to this?')
    expect(next(cover(), [], ['What is true after this week’s work?'])?.question).toContain('comes closest')
  })

  it('asks about any time, in whole sentences, whatever the questions of the ladder say', () => {
    const all = readdirSync('rubric/nudges').flatMap((file) =>
      readFileSync(`rubric/nudges/${file}`, 'utf8')
        .replace(/<!--[\s\S]*?-->/g, '')
        .split('\n')
        .flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : [])),
    )
    const asked = all.flatMap((one) => anyTimeOf(one) ?? [])
    expect(asked.length).toBeGreaterThan(all.length / 2)
    for (const one of asked) {
      expect(one).toMatch(/^\p{Lu}.*\?$/u)
      expect(one).not.toMatch(/week| {2}| [,?]|\bof (?:you|did|would)\b/i)
    }
  })
})

describe('what answers moved', () => {
  it('is what rose, in the quarter that shows it, from what there was before', () => {
    const [one, ...more] = movesBetween(cover(), cover(row('scope', '2026-08-01', 'possible')))
    expect(one).toMatchObject({ before: 'nothing', now: 'possible', in: { year: 2026, quarter: 3 } })
    expect([one?.competency.id, more]).toEqual(['scope', []])
  })

  it('is another quarter, or one more entry, where nothing rose', () => {
    const was = cover(row('scope', '2026-08-01', 'shown'))
    const also = cover(row('scope', '2026-08-01', 'shown'), row('scope', '2026-11-01', 'possible'))
    expect(movesBetween(was, also)).toMatchObject([{ before: 'shown', now: 'possible', in: { quarter: 4 } }])
    const again = cover(row('scope', '2026-08-01', 'shown', 2))
    expect(movesBetween(was, again)).toMatchObject([{ before: 'shown', now: 'shown', in: null, entries: 1 }])
    expect(movesBetween(was, was)).toEqual([])
  })

  it('counts work from before the quarters of the coverage', () => {
    expect(movesBetween(cover(), cover(row('scope', '2024-01-10')))).toMatchObject([
      { before: 'nothing', now: 'shown', in: null },
    ])
  })
})

describe('a session of questions', () => {
  const ask = (id: string) => ({ ...next(cover())!, competency: { id, name: id } })
  const begun = begunWork('w1', goal, ask('scope'), NOW)
  const root = { channel: 'D1', ts: '1.1' }
  const asked = postedAs(begun, 1, root)
  const answered = (session: WorkSession, answer: string | null = 'e1') =>
    wentOn(session, { turn: session.turns.length, how: 'answered', answer }, ask('mastery'), NOW)

  it('is posted once by one process, and again by another one after a while', () => {
    const mine = takenToPost(begun, NOW)!
    expect(takenToPost(mine, NOW.add({ seconds: 5 }))).toBeNull()
    expect(takenToPost(mine, NOW.add({ minutes: 1 }))).not.toBeNull()
    expect(takenToPost(gaveBack(mine, NOW), NOW)).not.toBeNull()
    // The clock of the process that took it was wrong.
    expect(takenToPost({ ...mine, lease: NOW.add({ hours: 9 }) }, NOW)).not.toBeNull()
    expect(takenToPost(postedAs(mine, 1, root), NOW)).toBeNull()
  })

  it('goes on once from each question', () => {
    const held = { ...asked, answer: 'e1' }
    const on = answered(held)!
    expect(on.turns.map(({ how, evidenceId }) => [how, evidenceId])).toEqual([
      ['answered', 'e1'],
      ['open', null],
    ])
    expect([on.answer, isPosted(on)]).toEqual([null, false])
    expect(wentOn(on, { turn: 1, how: 'answered', answer: 'e1' }, ask('ownership'), NOW)).toBeNull()
    expect(answered({ ...asked, answer: 'e2' })).toBeNull()
  })

  it('ends once, and posts no closing words where no question was', () => {
    const over = ended(asked, 'stopped', NOW)!
    expect([isPosted(over), ended(over, 'all', NOW), answered(over, null)]).toEqual([false, null, null])
    expect(isPosted(postedAs(over, 'end', { channel: 'D1', ts: '1.9' }))).toBe(true)
    expect(isPosted(ended(begun, 'stopped', NOW)!)).toBe(true)
    expect(isPosted(ended(asked, 'deleted', NOW)!)).toBe(true)
  })

  it('is under way for a day, and for the goal that it began with', () => {
    expect(isUnderWay(asked, goal, NOW.add({ hours: 23 }))).toBe(true)
    expect(isUnderWay(asked, goal, NOW.add({ hours: 25 }))).toBe(false)
    expect(isUnderWay(asked, { ...goal, target: 'L4' }, NOW)).toBe(false)
  })
})
