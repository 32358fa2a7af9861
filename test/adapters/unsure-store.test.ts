import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AllStores } from '../../src/adapters/store/store.ts'
import { makeSweepPlans } from '../../src/coaching/evidence/sweep-plans.ts'
import { makeSweepUnsure } from '../../src/coaching/evidence/sweep-unsure.ts'
import type { Messenger, Post } from '../../src/coaching/ports.ts'
import { keyOf, type Reply } from '../../src/coaching/replies.ts'
import { CoachError } from '../../src/domain/coach-error.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openStore } from '../fakes/open-store.ts'

const at = Temporal.Instant.from('2026-11-23T10:00:00Z')
const later = at.add({ hours: 25 })
const log = { info: () => {}, warn: () => {}, error: () => {} }

/** What Slack shows of our posts, by channel and ts. `meanwhile` happens while a post is on its way. */
const slackWith = (meanwhile: () => Promise<unknown> = async () => {}) => {
  const shown = new Map<string, Reply>()
  const ofPiece = new Map<string, Post[]>()
  const messenger = {
    post: async (
      thread: { channel: string },
      reply: Reply,
      options: { evidenceId: string; revision: number; lookFirst: boolean },
    ) => {
      const { evidenceId, lookFirst } = options
      const found = ofPiece.get(evidenceId)?.find((one) => one.kind === keyOf(reply))
      if (lookFirst && found) return found
      await meanwhile()
      const { channel } = thread
      const post = { channel, ts: `9.${shown.size + 1}`, kind: keyOf(reply), revision: options.revision }
      shown.set(post.ts, reply)
      ofPiece.set(evidenceId, [...(ofPiece.get(evidenceId) ?? []), post])
      return post
    },
    update: async ({ ts }: Post, reply: Reply) => {
      await meanwhile()
      shown.set(ts, reply)
      return 'updated' as const
    },
    remove: async ({ ts }: Post) => void shown.delete(ts),
    postsOf: async (_: unknown, evidenceId: string) => ofPiece.get(evidenceId) ?? [],
  } as unknown as Messenger
  return { messenger, shown }
}

describe.each(storeKinds())('what waits for an answer on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof openStore>>
  let store: AllStores
  beforeAll(async () => {
    opened = await openStore(kind)
    ;({ store } = opened)
  })
  afterAll(() => opened?.close())

  let count = 0
  const partOf = (ts: string, reading: string) => ({
    ...{ saidBy: null, messageTs: ts, raw: reading, reading, leftOut: [], file: null, writtenAt: at },
  })
  /** A person, by default in a workspace of their own. */
  const person = (team?: string) => {
    count += 1
    return { team: team ?? `T${count}`, user: `U${count}` }
  }
  /** A message that waits for the answer to "Save this?". */
  const asked = async (reading = 'Helps the new people', owner = person(), askedAt = at) => {
    count += 1
    const [id, ts] = [`e${count}`, `${count}.000001`]
    const thread = { channel: `D${count}`, ts }
    const parts = [{ ...partOf(ts, reading), kind: 'message' as const }]
    const origin = { message: thread, origin: null, thread, happened: null }
    await store.acceptEvidence({ id, owner, parts, ...origin, receivedAt: at })
    await ask(owner, id, 0, askedAt)
    return { owner, id, thread }
  }
  type Asked = Awaited<ReturnType<typeof asked>>
  const ask = async (owner: Asked['owner'], id: string, part: number, askedAt = at) => {
    const revision = (await store.evidence(owner, id))!.revision
    expect(await store.askToKeep(owner, { evidenceId: id, part, revision, about: null, at: askedAt })).toBe(
      true,
    )
  }
  const replied = async ({ owner, id, thread }: Asked) => {
    count += 1
    const ts = `${count}.000009`
    const message = { channel: thread.channel, ts }
    await store.acceptReply(owner, thread, message, [{ ...partOf(ts, 'And Tuesdays'), kind: 'reply' }])
    await ask(owner, id, 1)
  }
  const words = async ({ owner, id }: Asked) =>
    (await store.evidence(owner, id))?.parts.map(({ reading }) => reading)
  const stateOf = async ({ owner, id }: Asked) => (await store.evidence(owner, id))?.state
  const sweep = (messenger: Messenger, { owner }: Asked, now = later) =>
    makeSweepUnsure({ store, messenger, ownerTeam: () => owner.team, now: () => now, log })()
  const planned = async (one: Asked) => {
    const plan = { id: `p${one.id}`, evidenceId: one.id, at, dueAt: at.add({ hours: 1 }) }
    expect(await store.planAsked(one.owner, { ...plan, part: 0 })).toBe(true)
    return plan
  }
  const sweepPlans = (messenger: Messenger, { owner }: Asked, now = later) =>
    makeSweepPlans({ store, messenger, ownerTeam: () => owner.team, now: () => now, log })()

  it('is saved or deleted once, whichever of two processes is first', async () => {
    const one = await asked()
    const outcomes = await Promise.all([
      store.keepAsked(one.owner, one.id, 0),
      store.keepAsked(one.owner, one.id, 0),
      store.dropAsked(one.owner, one.id, 0),
    ])
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect([await stateOf(one), await words(one)]).toEqual(
      outcomes[2] ? ['answered', ['']] : ['queued', ['Helps the new people']],
    )
  })

  it('is a message that still waits when a reply under it was let go by two clicks', async () => {
    const one = await asked()
    await replied(one)
    expect((await store.kept(one.owner)).asked).toBe(2)
    expect(await store.dropAsked(one.owner, one.id, 1)).toBe(true)
    expect(await store.dropAsked(one.owner, one.id, 1)).toBe(false)
    expect([await stateOf(one), await words(one)]).toEqual(['unsure', ['Helps the new people']])
    expect((await store.kept(one.owner)).asked).toBe(1)
  })

  it('does not become a plan and is not deleted while its piece is read again', async () => {
    const one = await asked()
    await store.readAgain(one.owner, { evidenceId: one.id })
    const plan = { id: 'p-again', evidenceId: one.id, part: 0, at, dueAt: at }
    expect(await store.planAsked(one.owner, plan)).toBe(false)
    expect(await store.plans(one.owner)).toEqual([])
    expect(await store.askedBefore(one.owner.team, later, 9)).toEqual([])
    expect(await words(one)).toEqual(['Helps the new people'])
  })

  it('waits no longer once it is joined with another, or answered as talk', async () => {
    const into = await asked()
    const one = await asked('Sits with them', into.owner)
    expect(await store.joinEvidence(one.owner, one.id, into.id)).toBe('joined')
    expect(await store.keepAsked(into.owner, into.id, 0)).toBe(false)
    expect(await store.keepAsked(into.owner, into.id, 1)).toBe(false)
    const talk = await asked()
    await store.forgetWords(talk.owner, talk.id, 1)
    expect(await store.keepAsked(talk.owner, talk.id, 0)).toBe(false)
    expect(await stateOf(talk)).toBe('answered')
  })

  it('is not called deleted if it was saved while the sweep was busy with another', async () => {
    const first = await asked()
    const second = await asked('Sits with them', person(first.owner.team), at.add({ seconds: 1 }))
    const slack = slackWith(() => store.keepAsked(second.owner, second.id, 0))
    await sweep(slack.messenger, first)
    expect([...slack.shown.values()]).toMatchObject([{ kind: 'ask-to-keep', evidenceId: first.id }])
    expect(await words(second)).toEqual(['Sits with them'])
    expect([await stateOf(first), await stateOf(second)]).toEqual(['answered', 'queued'])
  })

  it('is not called deleted for long if it is saved at the very moment', async () => {
    const one = await asked()
    const slack = slackWith(() => store.keepAsked(one.owner, one.id, 0))
    await sweep(slack.messenger, one)
    expect([...slack.shown.values()]).toEqual([])
    expect(await store.posts(one.owner, one.id)).toEqual([])
    expect([await stateOf(one), await words(one)]).toEqual(['queued', ['Helps the new people']])
  })

  it('is not deleted if it was edited and asked about again at the very moment', async () => {
    const one = await asked()
    const edit = { raw: 'Runs with them', reading: 'Runs with them', leftOut: [] }
    const slack = slackWith(async () => {
      await store.editPart(one.owner, one.id, 0, edit, '9.9')
      await ask(one.owner, one.id, 0, later)
    })
    await sweep(slack.messenger, one)
    expect([await stateOf(one), await words(one)]).toEqual(['unsure', ['Runs with them']])
  })

  it('is deleted and called so once by two processes', async () => {
    const one = await asked()
    const slack = slackWith()
    const question = {
      kind: 'ask-to-keep',
      evidenceId: one.id,
      part: 0,
      why: 'unclear',
      expired: false,
    } as const
    const options = { evidenceId: one.id, revision: 1, lookFirst: false }
    const place = { ...one, threadTs: one.thread.ts, channel: one.thread.channel }
    await store.savePost(one.owner, one.id, await slack.messenger.post(place, question, options))
    await Promise.all([sweep(slack.messenger, one), sweep(slack.messenger, one)])
    await sweep(slack.messenger, one)
    expect(await words(one)).toEqual([''])
    expect([...slack.shown.values()]).toEqual([{ ...question, expired: true }])
  })

  it('is shown to nobody else, and is deleted only with all data of its owner', async () => {
    const one = await asked()
    const other = await asked('Walks with them', person(one.owner.team))
    const stranger = { team: one.owner.team, user: 'USTRANGER' }
    expect(await store.keepAsked(stranger, one.id, 0)).toBe(false)
    expect(await store.dropAsked(stranger, one.id, 0)).toBe(false)
    await planned(other)
    await store.quietPiece(other.owner, other.id)
    await store.quietUntil(one.owner, later)
    await store.deletePerson(one.owner)
    // A reply of theirs may be under way.
    await store.quietUntil(one.owner, later)
    expect([await words(one), (await store.kept(one.owner)).known]).toEqual([undefined, false])
    expect(await store.isQuiet(other.owner, other.id, at)).toBe(true)
    expect(await store.plans(other.owner)).toMatchObject([{ words: 'Walks with them' }])
    expect(await store.plans(stranger)).toEqual([])
  })

  it('is a plan that several processes ask about once', async () => {
    const one = await asked('Next week I will run the drill.')
    const { id } = await planned(one)
    // Each process has time to look before another has posted.
    const slack = slackWith(async () => {
      for (let query = 0; query < 30; query += 1) await store.plans(one.owner)
    })
    await Promise.all([1, 2, 3].map(() => sweepPlans(slack.messenger, one)))
    expect(slack.shown.size).toBe(1)
    expect(await store.askedPlan(one.owner, one.id)).toMatchObject({ id, asked: 1, dueAt: null })
    await sweepPlans(slack.messenger, one)
    expect(slack.shown.size).toBe(1)
  })

  it('is a plan that stays put off if Slack fails just then', async () => {
    const one = await asked('Next week I will run the drill.')
    const { id } = await planned(one)
    const then = later.add({ hours: 300 })
    const slack = slackWith(async () => {
      await store.postponePlan(one.owner, id, then, 1)
      throw new CoachError('slack-unavailable', 'scripted')
    })
    await sweepPlans(slack.messenger, one)
    const plan = await store.plan(one.owner, id)
    expect([plan?.dueAt?.toString(), plan?.asked]).toEqual([then.toString(), 1])
  })

  it('is a plan that is asked about again, once, after a process died or the database failed in the middle', async () => {
    const one = await asked('Next week I will run the drill.')
    const { id } = await planned(one)
    const slack = slackWith()
    const failing = async () => {
      throw new CoachError('store-unavailable', 'scripted')
    }
    const broken: AllStores = { ...store, savePost: failing, planWasAsked: failing }
    const dying: AllStores = {
      ...broken,
      movePlan: (owner, plan, from, to) =>
        from.equals(at.add({ hours: 1 })) ? store.movePlan(owner, plan, from, to) : failing(),
    }
    const team = one.owner.team
    const swept = (by: AllStores, now: Temporal.Instant) =>
      makeSweepPlans({ store: by, messenger: slack.messenger, ownerTeam: () => team, now: () => now, log })()
    await expect(swept(dying, later)).rejects.toMatchObject({ code: 'store-unavailable' })
    await swept(store, later.add({ minutes: 1 }))
    expect((await store.plan(one.owner, id))?.asked).toBe(0)
    await swept(store, later.add({ minutes: 16 }))
    expect(await store.askedPlan(one.owner, one.id)).toMatchObject({ id, asked: 1 })
    expect(slack.shown.size).toBe(1)
  })
})
