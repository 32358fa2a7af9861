import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../../src/adapters/ladder-files/ladder-files.ts'
import type { AllStores } from '../../src/adapters/store/store.ts'
import { makeAnswerAsk } from '../../src/coaching/conversation/answer-ask.ts'
import type { AskedBy } from '../../src/coaching/conversation/ask-deps.ts'
import { makeListEvidence } from '../../src/coaching/evidence/list-evidence.ts'
import { makeLookUpLadder } from '../../src/coaching/ladder/look-up-ladder.ts'
import { keyOf, type Reply } from '../../src/coaching/replies.ts'
import { understandAsk } from '../../src/domain/conversation/understand-ask.ts'
import type { Owner } from '../../src/domain/person.ts'
import type { Finding } from '../../src/domain/review/review.ts'
import { plainOf } from '../../src/slack/views/plain-text.ts'
import { replyView } from '../../src/slack/views/review/reply.ts'
import { findingOf, partOf, reviewOf } from '../domain/evidence-fixture.ts'
import { openStore } from '../fakes/open-store.ts'
import { textsHere } from '../fakes/texts-here.ts'

const shelf = await loadShelf('rubric')
const sre = shelf.standard!
const now = () => Temporal.Instant.from('2026-11-27T10:00:00Z')
const goal = { ladder: 'sre', current: 'L2', target: 'L3', by: null }

const DNS = 'I moved our DNS to the new provider in March. It took 4 minutes instead of 40.'
const HIRING = 'I led the hiring interviews for two SRE roles.'

describe('answering what is asked', () => {
  let opened: Awaited<ReturnType<typeof openStore>>
  let store: AllStores
  /** What the person's own nudge is, by person. */
  const nudges = new Set<string>()
  const changed: string[] = []
  beforeAll(async () => {
    opened = await openStore('PGlite')
    store = opened.store
  })
  afterAll(() => opened?.close())

  const answering = (hasModel = true) =>
    makeAnswerAsk({
      store,
      ladders: { shelf: () => shelf },
      texts: textsHere,
      listEvidence: makeListEvidence({
        ...{ store, ladders: { shelf: () => shelf }, texts: textsHere, now },
        hasModel,
      }),
      lookUpLadder: makeLookUpLadder({ store, ladders: { shelf: () => shelf }, now }),
      setNudgeMe: {
        command: async ({ user }, { kind }) => {
          if (kind !== 'show') changed.push(`${user} ${kind}`)
          const schedule = { weekday: 5 as const, time: Temporal.PlainTime.from('15:00'), zone: 'UTC' }
          const shown = { schedule, next: [], paused: null, follows: true, hasGoal: true }
          return nudges.has(user) ? { kind: 'shown', shown } : { kind: 'none' }
        },
      },
      hasModel,
      now,
    })
  const ask = async (owner: Owner, text: string, more: Partial<AskedBy> = {}): Promise<Reply> => {
    const place = more.part === undefined ? 'dm' : 'thread'
    const known = { place, shelf, goal: await store.goal(owner), hasPieces: true } as const
    const understood = understandAsk(text, { ...known, today: Temporal.PlainDate.from('2026-11-27') })
    return answering()({ owner, ask: understood, evidenceId: null, ...more })
  }
  const read = async (owner: Owner, text: string, more: Partial<AskedBy> = {}): Promise<string> =>
    plainOf(replyView(await ask(owner, text, more)).blocks)

  let count = 0
  /** A person with a goal and two reviewed pieces, the DNS one older. */
  const person = async (pieces: readonly [string, readonly Finding[]][]): Promise<[Owner, string[]]> => {
    count += 1
    const owner = { team: 'T1', user: `U${count}` }
    const ids: string[] = []
    await store.setGoal(owner, goal, sre, now())
    for (const [nth, [text, findings]] of pieces.entries()) {
      const id = `e${count}-${nth}`
      ids.push(id)
      const message = { channel: `D${count}`, ts: `${count}.${nth}` }
      await store.acceptEvidence({
        ...{ id, owner, message, origin: null, thread: message, happened: null },
        parts: [partOf(text)],
        receivedAt: now().subtract({ hours: 48 - nth }),
      })
      const review = reviewOf({ id: `r${id}`, evidenceId: id, owner, findings, ladderVersion: sre.version })
      await store.saveReview(review, sre)
    }
    return [owner, ids]
  }
  const both = () =>
    person([
      [DNS, [findingOf()]],
      [HIRING, [findingOf({ competency: 'feedback', expectation: 'sre/L3/feedback/1', status: 'partly' })]],
    ])

  it('says how the person is doing, with the emptiest competency and its sentence, and predicts nothing', async () => {
    const [owner] = await both()
    const said = await read(owner, 'what am I missing for L3?')
    expect(said).toContain('Shown: Mastery.')
    expect(said).toContain('Partly shown: Feedback.')
    expect(said).toContain('No evidence yet: Scope, Judgment, Ownership, Communication and 3 more.')
    expect(said).toContain('This week: Judgment. L3 asks: ')
    expect(said).toContain('People decide promotions.')
    expect(said).not.toMatch(/likely|chance|%|score/i)
    expect(await read(owner, 'am I ready?')).toMatch(/^I can’t say: people decide that\./)
    expect(await read(owner, 'why is there nothing under Flexibility?')).toMatch(
      /^Flexibility: no evidence yet\.[\s\S]*This week: Flexibility\. L3 asks:/,
    )
  })

  it('answers “why not L4?” over all reviews, with what L4 asks and the emptiest competency, and no chance', async () => {
    const [owner] = await both()
    const said = await read(owner, 'why not L4?')
    expect(said).toContain('I reviewed 2 entries so far, for L3 and not for L4.')
    expect(said).toContain('In your entries, but not shown yet: Mastery and Feedback.')
    expect(said).toContain('No evidence yet: Scope, Judgment, Ownership, Communication and')
    expect(said).toContain('This week: Judgment. L4 asks: ')
    expect(said).not.toMatch(/About your entry|likely|chance|%|score/i)
    expect(await read(owner, 'why not L3?')).toContain('This week: Judgment. L3 asks: ')
    expect(await read(owner, 'why not L4 in trust?')).toContain('This week: Trust. L4 asks: ')
    expect(await read(owner, 'what would get this to L4?')).toMatch(/^About your entry from/)
  })

  it('asks for a goal if there is none', async () => {
    const said = await read({ team: 'T1', user: 'UNEW' }, 'how am I doing?')
    expect(said).toContain('You have no goal yet. Which level are you aiming for?')
  })

  it('answers with the ladder’s own sentences', async () => {
    const [owner] = await both()
    const row = sre.rows.L4!.communication!
    expect(await read(owner, 'What does L4 say about communication?')).toContain(row[0]!.text)
    expect(await read(owner, 'what does the next level ask?')).toContain('Senior SRE (L3)')
    expect(await read(owner, 'does the ladder say anything about mentoring')).toContain('mentoring')
    expect(await read(owner, 'does the ladder say anything about astrology')).toContain(
      'I found nothing for that',
    )
  })

  it('answers about the latest review in the DM and says which, and about its own in a thread', async () => {
    const [owner, [dns]] = await both()
    const said = await read(owner, 'why only partly?')
    expect(said).toMatch(/^About your entry from [\s\S]*I led the hiring interviews/)
    expect(said).toContain('Feedback: partly shown')
    const inThread = { evidenceId: dns!, part: 3 }
    const there = await read(owner, 'why not L4?', inThread)
    expect(there).toMatch(/^Your goal is L3, so I did not review this for L4\./)
    expect(keyOf(await ask(owner, 'why not L4?', inThread))).toBe('answered:3')
  })

  it('puts a piece into words that were its own', async () => {
    const [owner, [dns]] = await both()
    const said = await read(owner, 'how do I put the DNS move into one sentence')
    expect(said).toMatch(/^About your entry from [\s\S]*I moved our DNS[\s\S]*Claim[\s\S]*I moved our DNS/)
    expect(await read(owner, 'how would I say that?', { evidenceId: dns!, part: 1 })).toMatch(
      /^A draft for you\.[\s\S]*I moved our DNS/,
    )
  })

  it('counts what proves a deed among the words of its finding, and asks for no link or witness', async () => {
    const [owner] = await person([
      [
        'I wrote the failover runbook. Priya Shah reviewed it: https://wiki.example/runbook',
        [findingOf({ spans: ['s1'] })],
      ],
    ])
    const said = await read(owner, 'how would I say that?')
    expect(said).toContain('https://wiki.example/runbook')
    expect(said).not.toContain('[a link to something that shows it]')
  })

  it('lists what there is, all or some, and opens one', async () => {
    const [owner] = await both()
    const all = await read(owner, 'show my evidence')
    expect(all).toContain('Your 2 entries')
    expect(all.indexOf('hiring')).toBeLessThan(all.indexOf('DNS'))
    const dns = await read(owner, 'what have I sent about the DNS provider?')
    expect(dns).toContain('about “dns provider”')
    expect(dns).not.toContain('hiring')
    expect(await read(owner, 'what evidence do I have for feedback?')).toContain('Your 1 entry for Feedback')
    expect(await read(owner, 'open the one about DNS')).toContain('4 minutes instead of 40')
    expect(await read(owner, 'anything about kubernetes?')).toContain('I found no entry about “kubernetes”.')
    expect(await read(owner, 'what did I do in spring?')).toContain('from March to May 2026')
  })

  it('leaves out of a list the message that asks for it', async () => {
    const [owner, [, hiring]] = await both()
    const said = await read(owner, 'show my evidence', { evidenceId: hiring! })
    expect(said).toContain('Your 1 entry')
    expect(await read(owner, 'delete the last one', { evidenceId: hiring! })).toContain('I moved our DNS')
  })

  it('shows what would be deleted, and deletes nothing', async () => {
    const [owner, [dns, hiring]] = await both()
    expect(await read(owner, 'delete the last one')).toMatch(
      /^Should I delete this entry\?[\s\S]*hiring interviews[\s\S]*You can’t undo it\./,
    )
    expect(await ask(owner, 'delete the last two')).toMatchObject({
      proposal: { pieces: [{ id: hiring }, { id: dns }] },
    })
    expect(await ask(owner, 'delete the one about the DNS provider')).toMatchObject({
      proposal: { pieces: [{ id: dns }] },
    })
    expect(await ask(owner, 'delete this', { evidenceId: dns!, part: 1 })).toMatchObject({
      proposal: { pieces: [{ id: dns }], here: true },
    })
    expect(await read(owner, 'delete the note about kubernetes')).toContain('I found no entry like that')
    expect(await read(owner, 'delete everything')).toContain('This deletes 2 entries')
    expect(await store.evidenceIds(owner)).toHaveLength(2)
  })

  it('asks which one, where the words fit several', async () => {
    const [owner] = await person([
      [DNS, [findingOf()]],
      [`${DNS} Then I wrote it up.`, [findingOf()]],
    ])
    const reply = await ask(owner, 'delete the note about DNS')
    const buttons = replyView(reply).blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.map((one) => (one as { value?: string }).value) : [],
    )
    expect(new Set(buttons).size).toBeGreaterThan(2)
    expect(plainOf(replyView(reply).blocks)).toContain('Which one should I delete?')
  })

  it('shows the goal that it would set, refuses an impossible one, and sets none', async () => {
    const [owner] = await both()
    expect(await read(owner, 'set my goal to L4 by June')).toContain(
      'Should I set your goal to Senior SRE (L3) to Lead SRE (L4), by June 2027?',
    )
    expect(await read(owner, 'my goal is by March 2027')).toContain('to Senior SRE (L3), by March 2027?')
    expect(await read(owner, 'set my goal to L1')).toContain('I changed nothing')
    expect(await read(owner, 'what is my goal?')).toContain('Your goal: SRE (L2) to Senior SRE (L3)')
    expect(await read(owner, 'clear my goal')).toContain('Should I remove your goal')
    expect(await store.goal(owner)).toEqual(goal)
  })

  it('shows the nudge that it would set or stop, and changes none', async () => {
    const [owner] = await both()
    expect(await read(owner, 'remind me every Friday at 4')).toContain(
      'every Friday at 16:00, in the time zone of',
    )
    expect(await read(owner, 'remind me Mondays at 10:00 in Berlin')).toContain(
      'every Monday at 10:00, Berlin time',
    )
    expect(await read(owner, 'remind me every Friday')).toContain('every Friday at 16:00')
    expect(await read(owner, 'remind me every Friday')).toContain('“Remind me on Fridays at 10:00”')
    expect(await read(owner, 'remind me weekly')).toContain('I can ask you one question a week')
    expect(await read(owner, 'stop reminding me')).toContain('You have no personal nudge')
    nudges.add(owner.user)
    expect(await read(owner, 'stop reminding me')).toContain('Should I stop your weekly question?')
    expect(await read(owner, 'change my reminder to Thursday')).toContain('every Thursday at 15:00')
    expect(await read(owner, 'pause my reminders until 4 January')).toContain('until Monday, 4 January 2027?')
    expect(await read(owner, 'when do you remind me?')).toContain('I message you every Friday at 15:00')
    expect(changed).toEqual([])
  })

  it('offers to read a piece again, to move it, and the packet as a file', async () => {
    const [owner, [dns]] = await both()
    const inThread = { evidenceId: dns!, part: 1 }
    const actionsOf = async (text: string) => {
      const { blocks } = replyView(await ask(owner, text, inThread))
      return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    }
    expect(await actionsOf('read it again')).toMatchObject([{ action_id: 'evidence-again', value: dns }])
    expect(await actionsOf('move it from Mastery to Scope')).toMatchObject([
      { action_id: 'evidence-move', value: dns },
    ])
    expect(await read(owner, 'export my packet')).toContain('get it as a file')
  })

  it('says three things that it can where it does not know', async () => {
    const [owner] = await both()
    expect(await read(owner, 'what’s the weather?')).toContain('“What does L3 say about Trust?”')
    expect(await read(owner, 'what’s the weather?')).toContain('“Show my evidence.”')
  })

  it('says who reads it and whether there is AI, with and without a model', async () => {
    const owner = { team: 'T1', user: 'UASKS' }
    const said = async (topic: 'ai' | 'who-reads', hasModel: boolean) =>
      plainOf(
        replyView(await answering(hasModel)({ owner, ask: { kind: 'coach', topic }, evidenceId: null }))
          .blocks,
      )
    expect(await said('ai', true)).toMatch(/^AI reads your words to write reviews\./)
    expect(await said('ai', false)).toMatch(/^No AI is set up/)
    expect(await said('who-reads', true)).toContain('I hide names and contact details from AI')
    expect(await said('who-reads', false)).not.toContain('AI')
  })

  it('sets no goal by a look-up, whatever its words', async () => {
    const [owner] = await both()
    const reply = await answering()({ owner, ask: { kind: 'ladder', text: 'goal L5' }, evidenceId: null })
    expect(reply.kind).toBe('not-known')
    expect(await store.goal(owner)).toEqual(goal)
  })
})
