import { describe, expect, it } from 'vitest'
import { loadShelf } from '../../../src/adapters/ladder-files/ladder-files.ts'
import type {
  ConversationReply,
  NoAnswer,
  Proposal,
} from '../../../src/coaching/conversation/conversation-reply.ts'
import { COACH_TOPICS } from '../../../src/domain/conversation/ask.ts'
import { progressOf } from '../../../src/domain/conversation/progress.ts'
import { understandAsk } from '../../../src/domain/conversation/understand-ask.ts'
import { plainOf } from '../../../src/slack/views/plain-text.ts'
import { replyView } from '../../../src/slack/views/review/reply.ts'
import { evidenceOf, goal, owner } from '../../domain/evidence-fixture.ts'

const shelf = await loadShelf('rubric')
const ladder = shelf.standard!
const read = (reply: ConversationReply): string => plainOf(replyView(reply).blocks)
const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
const about = (topic: (typeof COACH_TOPICS)[number], hasModel: boolean): string =>
  read({ kind: 'about-coach', topic, hasModel, sustainedMonths: 6 })
const HINTS: readonly NoAnswer[] = ['no-entries', 'no-such-entry', 'no-review', 'no-nudge', 'nudge-when']
const proposals: readonly Proposal[] = [
  { kind: 'delete', pieces: [evidenceOf('I moved DNS.')], each: false, here: false },
  { kind: 'delete-all', entries: 3 },
  { kind: 'goal', ladder, goal, named: true },
  { kind: 'clear-goal', ladder, goal },
  {
    kind: 'nudge',
    wish: 'set',
    schedule: { weekday: 5, time: Temporal.PlainTime.from('16:00'), zone: null },
  },
  { kind: 'nudge', wish: 'stop' },
  { kind: 'nudge', wish: 'pause', until: null },
]

describe('answers about the coach', () => {
  it.each(COACH_TOPICS.flatMap((topic) => [true, false].map((hasModel) => ({ topic, hasModel }))))(
    'says in at most 60 words about $topic (with AI: $hasModel)',
    ({ topic, hasModel }) => {
      const said = replyView({ kind: 'about-coach', topic, hasModel, sustainedMonths: 6 }).blocks[0]!
      expect(wordsIn(plainOf([said]))).toBeLessThanOrEqual(60)
      expect(wordsIn(plainOf([said]))).toBeGreaterThan(10)
    },
  )

  it('never calls it private without saying who might read it', () => {
    for (const topic of ['who-reads', 'channel'] as const)
      expect(about(topic, true)).toContain('the people who run me can read my database')
  })

  it('does not mention AI if there is none', () => {
    for (const topic of COACH_TOPICS) expect(about(topic, false)).not.toMatch(/AI reads|AI writes|hide names/)
  })
})

describe('what else is said in a conversation', () => {
  it('says in at most 40 words that it does not know', () => {
    for (const hasEntries of [true, false])
      expect(
        wordsIn(read({ kind: 'not-known', heard: 'question', ladder, goal, hasEntries })),
      ).toBeLessThanOrEqual(40)
  })

  it('offers only questions that it understands', () => {
    const said = [
      ...[true, false].map((hasEntries) =>
        read({ kind: 'not-known', heard: 'question', ladder, goal, hasEntries }),
      ),
      ...(['words', 'instead'] as const).map((heard) =>
        read({ kind: 'not-known', heard, ladder, goal, hasEntries: true }),
      ),
      ...HINTS.map((why) => read({ kind: 'no-answer', why })),
      ...COACH_TOPICS.map((topic) => about(topic, true)),
    ]
    const offered = said.flatMap((text) => [...text.matchAll(/“([^”]+)”/g)].map(([, one]) => one!))
    expect(offered.length).toBeGreaterThan(8)
    const context = { place: 'dm', shelf, goal, hasPieces: true } as const
    const today = Temporal.PlainDate.from('2026-11-27')
    for (const one of offered)
      expect([one, understandAsk(one, { ...context, today }).kind]).not.toEqual([one, 'unknown'])
  })

  it.each(proposals)(
    'shows before it does "$kind", with a button for its owner and one that does nothing',
    (proposal) => {
      const { text, blocks } = replyView({ kind: 'confirm', owner, proposal })
      const buttons = blocks.flatMap((block) =>
        block.type === 'actions' ? block.elements.filter((one) => one.type === 'button') : [],
      )
      expect(buttons).toHaveLength(2)
      expect(buttons.every(({ value }) => value?.split(' ')[0] === owner.user)).toBe(true)
      expect(buttons.at(-1)?.action_id).toBe('ask-keep')
      expect(text).toMatch(/I changed nothing yet\.$/)
      expect(text).not.toContain('DNS')
    },
  )

  it('fits what a phone shows, and quotes nobody there', () => {
    const long = { kind: 'confirm', owner, proposal: proposals[0]! } as const
    for (const reply of [long, { kind: 'no-answer', why: 'no-review' } as const])
      expect(replyView(reply).text.length).toBeLessThanOrEqual(120)
  })
})

describe('how a person is doing', () => {
  const month = Temporal.PlainYearMonth.from('2026-11')
  const progress = (earlier: Parameters<typeof progressOf>[0]['earlier'], pieces: string[] = []) =>
    progressOf({
      ...{ ladder, goal, earlier, about: null },
      pieces: new Map(pieces.map((id) => [id, 1])),
      emptiestFirst: ['trust', 'mastery'],
    })

  it('counts the best that any review found, and what has entries without', () => {
    const found = progress(
      [
        { competency: 'mastery', status: 'partly', month },
        { competency: 'mastery', status: 'evidenced', month },
        { competency: 'scope', status: 'partly', month },
        { competency: 'trust', status: 'not yet', month },
      ],
      ['planning'],
    )
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
    expect(ids(found.shown)).toEqual(['mastery'])
    expect(ids(found.partly)).toEqual(['scope'])
    expect(ids(found.touched)).toEqual(['planning', 'trust'])
    expect(found.empty.map(({ id }) => id)).not.toContain('mastery')
    expect(found.next?.competency.id).toBe('trust')
  })

  it('calls it a possible match where no level was judged', () => {
    const said = read({
      ...{ kind: 'progress', ladder, shelf, goal, entries: 1, chances: false, about: null },
      progress: progress([], ['planning']),
    })
    expect(said).toContain('Possible match: Planning.')
    expect(wordsIn(said.split('This week')[0]!)).toBeLessThanOrEqual(90)
  })
})
