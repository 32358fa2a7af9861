import { describe, expect, it } from 'vitest'
import { makeWorkOnPacket } from '../../src/coaching/packet/work-on-packet.ts'
import type { Reply } from '../../src/coaching/replies.ts'
import type { Evidence } from '../../src/domain/evidence/evidence.ts'
import type { About } from '../../src/domain/evidence/support/about.ts'
import type { NudgeQuestions } from '../../src/domain/nudge/nudge.ts'
import { quarterOf, type ShownRow } from '../../src/domain/packet/coverage.ts'
import type { WorkSession } from '../../src/domain/packet/work-session/session.ts'
import type { Goal } from '../../src/domain/person.ts'
import { evidenceOf, goal } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { asking } from '../domain/nudge-fixture.ts'

const owner = { team: 'T1', user: 'U1' }
const FIRST = ['mastery', 'ownership', 'scope'] as const

/** The use case over a table of one session and a Slack that keeps what is posted. */
const world = (own: NudgeQuestions['own'] = {}) => {
  let now = Temporal.Instant.from('2026-11-27T12:00:00Z')
  let session: WorkSession | null = null
  let aim: Goal | null = goal
  const rows: (ShownRow & { readonly id: string })[] = []
  let failures = 0
  const lookedFirst: boolean[] = []
  /** What happens while Slack takes a post. */
  let meanwhile = async (): Promise<void> => {}
  const posts: { ts: string; reply: Reply }[] = []
  const removed: string[] = []
  const take = async (reply: Reply, lookFirst: boolean) => {
    lookedFirst.push(lookFirst)
    if (failures > 0) {
      failures -= 1
      throw new Error('Slack is away')
    }
    await meanwhile()
    const ts = `${posts.length + 1}.1`
    posts.push({ ts, reply })
    return { channel: 'D1', ts, kind: reply.kind, revision: 1 }
  }
  const work = makeWorkOnPacket({
    store: {
      work: async () => session,
      beginWork: async (_, begun) => {
        if (session?.ended === null) return false
        session = begun
        return true
      },
      changeWork: async (_, id, change) => {
        const changed = session?.id === id ? change(session) : null
        session = changed ?? session
        return changed
      },
      workThreads: async () => (session?.thread ? [{ id: session.id, thread: session.thread }] : []),
      goal: async () => aim,
      dmOf: async () => 'D1',
      shownRows: async (_, __, without = []) => rows.filter(({ id }) => !without.includes(id)),
    },
    ladders: { shelf: () => ({ all: [smallLadder], standard: smallLadder }) },
    questions: async () => ({ own, templates: [asking('What did you do this week under {competency}?')] }),
    messenger: {
      open: (_, __, reply, { lookFirst }) => take(reply, lookFirst),
      post: (_, reply, { lookFirst }) => take(reply, lookFirst),
      update: async () => 'updated',
      postsOf: async () =>
        posts.map(({ ts, reply }) => ({ channel: 'D1', ts, kind: reply.kind, revision: 1 })),
      remove: async ({ ts }) => void removed.push(ts),
    },
    now: () => now,
    newId: () => 'w1',
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  const kinds = (): string[] =>
    posts.map(({ reply }) =>
      reply.kind === 'work-question'
        ? reply.turn.competency.id
        : reply.kind === 'work-ended'
          ? `end: ${reply.why}`
          : reply.kind,
    )
  return {
    ...{ work, posts, removed, kinds },
    session: () => session!,
    looked: () => lookedFirst.splice(0),
    /** A piece comes in answer to the present question, and shows something. */
    comes: (id: string, competency?: string): Evidence => {
      const turn = session!.turns.at(-1)!
      session = { ...session!, answer: id }
      const day = Temporal.PlainDate.from('2026-11-20')
      if (competency)
        rows.push({
          ...{ id, competency, quarter: quarterOf(day), shown: 'possible', pieces: 1, days: null },
        })
      const about: About = { ladder: 'sre', competency: turn.competency.id, question: turn.question }
      return { ...evidenceOf('I moved the queue.', { about }), id, owner }
    },
    set: (more: { goal?: Goal | null; failures?: number; gone?: boolean; later?: Temporal.DurationLike }) => {
      if (more.goal !== undefined) aim = more.goal
      failures = more.failures ?? failures
      if (more.gone) session = null
      if (more.later) now = now.add(more.later)
    },
    whilePosting: (what: () => Promise<void>) => {
      meanwhile = async () => {
        meanwhile = async () => {}
        await what()
      }
    },
  }
}

describe('work on a packet', () => {
  it('asks each competency once, emptiest first, and says at the end what the answers changed', async () => {
    const { work, comes, kinds, posts } = world()
    await work.begin(owner)
    await work.answered(comes('e1', 'mastery'))
    await work.said(comes('e2'), 'skip')
    await work.answered(comes('e3'))
    expect(kinds()).toEqual([...FIRST, 'end: all'])
    expect(posts.at(-1)?.reply).toMatchObject({
      answers: 2,
      moves: [{ competency: { id: 'mastery' }, before: 'nothing', now: 'possible' }],
    })
    expect((await work.begin(owner)).kind).toBe('asked')
  })

  it('asks what the owner of the ladder wrote for the sentence that it quotes', async () => {
    const [sentence] = smallLadder.rows.L3!.mastery!
    const questions = [
      asking('Which alert did you solve?'),
      asking('Which move did you plan?', [sentence!.text]),
    ]
    const { work, posts } = world({ sre: [{ competency: 'Mastery', questions }] })
    await work.begin(owner)
    expect(posts[0]!.reply).toMatchObject({
      kind: 'work-question',
      turn: { asks: sentence!.text, question: 'Which move did you plan?' },
    })
  })

  it('says of an answer what moved because of it alone, also when it is read again', async () => {
    const { work, comes } = world()
    await work.begin(owner)
    const first = comes('e1', 'mastery')
    const review = { goal } as never
    const moved = await work.worked(first, review, smallLadder)
    expect(moved).toMatchObject({ asked: { id: 'mastery' }, moves: [{ before: 'nothing', now: 'possible' }] })
    await work.answered(first)
    expect(await work.worked(first, review, smallLadder)).toEqual(moved)
    const second = comes('e2', 'mastery')
    expect(await work.worked(first, review, smallLadder)).toEqual(moved)
    await work.answered(second)
    expect(await work.worked(first, review, smallLadder)).toEqual(moved)
    expect(await work.worked(second, review, smallLadder)).toMatchObject({
      moves: [{ before: 'possible', entries: 1 }],
    })
    expect(await work.worked(evidenceOf('I moved it.'), review, smallLadder)).toBeNull()
  })

  it('goes on once, however often and from wherever the same is heard', async () => {
    const { work, comes, kinds, session } = world()
    await Promise.all([work.begin(owner), work.begin(owner)])
    const first = comes('e1')
    await work.answered(first)
    await work.answered(first)
    expect(kinds()).toEqual(FIRST.slice(0, 2))
    const { id } = session()
    const pressed = await Promise.all([
      work.press(owner, id, 2, 'skip'),
      work.press(owner, id, 2, 'skip'),
      work.press(owner, id, 1, 'skip'),
      work.press(owner, 'another', 2, 'stop'),
    ])
    expect(pressed).toContain('past')
    expect(kinds()).toEqual(FIRST)
  })

  it('posts a question that Slack did not take, and looks for it first', async () => {
    const { work, comes, kinds, set, looked } = world()
    await work.begin(owner)
    set({ failures: 1 })
    const first = comes('e1')
    await expect(work.answered(first)).rejects.toThrow('Slack is away')
    await work.answered(first)
    expect(kinds()).toEqual(FIRST.slice(0, 2))
    expect(looked()).toEqual([false, false, true])
  })

  it('leaves posting to the process that is at it, and asks to be repeated', async () => {
    const { work, comes, kinds, whilePosting } = world()
    await work.begin(owner)
    const first = comes('e1')
    whilePosting(() => expect(work.answered(first)).rejects.toMatchObject({ code: 'not-yet' }))
    await work.answered(first)
    expect(kinds()).toEqual(FIRST.slice(0, 2))
  })

  it('ends with clear words when the goal is another one, and begins again for that', async () => {
    const { work, comes, kinds, set, posts } = world()
    await work.begin(owner)
    const first = comes('e1')
    set({ goal: { ...goal, target: 'L2', current: 'L1' } })
    await work.answered(first)
    expect(kinds()).toEqual([FIRST[0], 'end: goal'])
    await work.begin(owner)
    expect(posts.at(-1)?.reply).toMatchObject({ kind: 'work-question', target: 'L2' })
    set({ goal: null })
    expect((await work.begin(owner)).kind).toBe('no-goal')
  })

  it('points to a question that waits, for a day, and closes an older one before the next', async () => {
    const { work, kinds, set } = world()
    expect(await work.begin(owner)).toMatchObject({ isNew: true, name: 'Mastery' })
    expect(await work.begin(owner)).toMatchObject({ isNew: false, thread: { ts: '1.1' } })
    expect(kinds()).toEqual([FIRST[0]])
    set({ later: { hours: 30 } })
    expect(await work.begin(owner)).toMatchObject({ isNew: true })
    expect(kinds()).toEqual([FIRST[0], 'end: stopped', FIRST[0]])
  })

  it('removes all of its questions when everything is deleted, also one that is being posted', async () => {
    const { work, comes, removed, set, whilePosting } = world()
    await work.begin(owner)
    const first = comes('e1')
    whilePosting(async () => {
      await work.forget(owner)
      set({ gone: true })
    })
    await work.answered(first)
    expect(removed).toEqual(['1.1', '2.1'])
    await work.said(first, 'stop')
    expect(removed).toHaveLength(2)
  })
})
