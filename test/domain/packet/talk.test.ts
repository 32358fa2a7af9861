import { describe, expect, it } from 'vitest'
import { TALK_RULES, talkOf, talkSince } from '../../../src/domain/packet/talk.ts'
import { smallLadder } from '../ladder-fixture.ts'
import { type Noted, packetFrom } from './noted-fixture.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const ENTRIES: readonly Noted[] = [
  {
    id: 'e1',
    day: '2026-11-20',
    words: 'I planned the storage maintenance myself, and restores fell from 4 hours to 20 minutes.',
    shows: [{ competency: 'mastery' }],
  },
  {
    id: 'e2',
    day: '2026-06-20',
    words: 'I found that alerts fired twice, and cut pages from 12 a week to 3.',
    shows: [{ competency: 'ownership' }],
  },
]
const PRAISE: Noted = {
  id: 'e3',
  day: '2026-11-21',
  words: 'Jorun led the restore drill and saved us 2 days of work.',
  shows: [{ competency: 'mastery' }],
  saidBy: 'Pradeep',
}

describe('the question to a manager', () => {
  it.each(TALK_RULES.flatMap((rule) => rule.examples.map((facts) => ({ ...rule, facts }))))(
    'is decided by the first rule that holds: $name',
    ({ ask, facts }) => expect(TALK_RULES.find(({ holds }) => holds(facts))?.ask).toBe(ask),
  )
})

describe('what to bring to a one-to-one', () => {
  it('covers the last 30 days at first, then the time since the last one was prepared', () => {
    const today = day('2026-11-27')
    expect(talkSince(null, today).toString()).toBe('2026-10-28')
    const last = { since: day('2026-09-01'), made: day('2026-10-01') }
    expect(talkSince(last, today).toString()).toBe('2026-10-01')
    // Who asks again on the next day prepares the same talk.
    expect(talkSince({ ...last, made: day('2026-11-26') }, today).toString()).toBe('2026-09-01')
  })

  it('quotes what was done since then, with its day', () => {
    const { shown } = talkOf(packetFrom(ENTRIES), smallLadder, null)
    expect(shown.map(({ text, days }) => [text, days.to.toString()])).toEqual([
      [ENTRIES[0]!.words, '2026-11-20'],
    ])
  })

  it('quotes a colleague only where the person brought their words in', () => {
    const shown = (choices = {}) =>
      talkOf(packetFrom([...ENTRIES, PRAISE], choices), smallLadder, null).shown.map(({ saidBy }) => saidBy)
    expect(shown()).toEqual([null])
    const ref = { evidenceId: 'e3', revision: 1, span: 's1', competency: 'mastery' }
    expect(shown({ in: [ref] })).toEqual([null, 'Pradeep'])
  })

  it('quotes work without a competency too, because it was done anyway', () => {
    const loose = { id: 'e4', day: '2026-11-22', words: 'I fixed the coffee machine of the on-call room.' }
    const { shown } = talkOf(packetFrom([...ENTRIES, loose]), smallLadder, null)
    expect(shown.map(({ text }) => text)).toContain(loose.words)
  })

  it('works on the emptiest competency, and on another one if that is hidden', () => {
    const gap = (choices = {}) => talkOf(packetFrom(ENTRIES, choices), smallLadder, null).gap
    const first = gap()!
    expect(first.asks?.text).toBeTruthy()
    expect(gap({ hidden: [first.competency.id] })?.competency.id).not.toBe(first.competency.id)
  })

  it('quotes nothing that was hidden, taken out or withheld', () => {
    const out = [{ evidenceId: 'e1', revision: 1, span: 's1' }]
    expect(talkOf(packetFrom(ENTRIES, { out }), smallLadder, null).shown).toEqual([])
    expect(talkOf(packetFrom(ENTRIES, { hidden: ['mastery'] }), smallLadder, null).shown).toEqual([])
    const secret = { ...ENTRIES[0]!, words: `Between us: ${ENTRIES[0]!.words}` }
    expect(talkOf(packetFrom([secret]), smallLadder, null).shown).toEqual([])
  })

  it('says how many days are left', () => {
    const packet = packetFrom(ENTRIES)
    const left = (by: string | null) =>
      talkOf({ ...packet, goal: { ...packet.goal, by } }, smallLadder, null).left
    expect(left('2026-12-15')).toEqual({ by: '2026-12-15', days: 18, passed: false })
    expect(left('2027-01')).toMatchObject({ days: 65, passed: false })
    expect(left('2026-10')).toMatchObject({ passed: true })
    expect(left(null)).toBeNull()
  })
})
