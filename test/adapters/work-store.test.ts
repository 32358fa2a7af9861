import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewEvidence, NewPart } from '../../src/coaching/evidence/evidence-store.ts'
import { begunWork, postedAs, type WorkSession } from '../../src/domain/packet/work-session/session.ts'
import type { Owner } from '../../src/domain/person.ts'
import { storeKinds } from '../fakes/databases.ts'
import { openStore } from '../fakes/open-store.ts'

const at = Temporal.Instant.from('2026-11-27T10:00:00.123Z')
const ROOT = { channel: 'D1', ts: '1790000000.000001' }
const ASK = {
  competency: { id: 'scope', name: 'Scope' },
  gap: 'nothing',
  in: null,
  asks: 'Leads projects.',
  question: 'What did you lead?',
} as const

describe.each(storeKinds())('work on packets on %s', (kind) => {
  let place: Awaited<ReturnType<typeof openStore>>
  let users = 0
  let count = 1
  beforeAll(async () => {
    place = await openStore(kind)
  })
  afterAll(() => place?.close())

  const somebody = (): Owner => {
    users += 1
    return { team: 'T1', user: `UWORK${users}` }
  }
  const idOf = (owner: Owner, nth = 1): string =>
    `00000000-0000-4000-8000-${String(Number(owner.user.slice(5)) * 100 + nth).padStart(12, '0')}`
  const begun = (owner: Owner, nth = 1): WorkSession =>
    begunWork(idOf(owner, nth), { ladder: 'sre', target: 'L3' }, ASK, at)
  const asked = async (owner: Owner): Promise<void> => {
    await place.store.beginWork(owner, begun(owner))
    await place.store.changeWork(owner, idOf(owner), (one) => postedAs(one, 1, ROOT))
  }
  const part = (ts: string, kindOf: NewPart['kind']): NewPart => ({
    ...{ kind: kindOf, saidBy: null, messageTs: ts, raw: 'words', reading: 'words' },
    ...{ leftOut: [], file: null, writtenAt: at },
  })
  /** A message in the thread of the question, as a listener stores it. */
  const says = async (owner: Owner, settles = false, thread = ROOT) => {
    count += 1
    const ts = `1790000000.${String(count).padStart(6, '0')}`
    const message = { channel: 'D1', ts }
    const id = `w-${count}`
    const outcome = await place.store.acceptReply(owner, thread, message, [part(ts, 'reply')], { settles })
    if (outcome !== 'no-piece') return { id, outcome }
    const piece: NewEvidence = {
      ...{ id, owner, message, thread, origin: null, happened: null, receivedAt: at },
      parts: [part(ts, 'message')],
    }
    return { id, outcome: await place.store.acceptEvidence(piece) }
  }

  it('stores one open session a person, and changes it for one process at a time', async () => {
    const { store } = place
    const [ada, eve] = [somebody(), somebody()]
    expect(await store.work(ada)).toBeNull()
    expect(await store.beginWork(ada, begun(ada))).toBe(true)
    expect(await store.beginWork(ada, begun(ada, 2))).toBe(false)
    expect(await store.work(ada)).toEqual(begun(ada))
    const taken = await Promise.all(
      [1, 2, 3].map(() =>
        store.changeWork(ada, idOf(ada), (one) => (one.lease === null ? { ...one, lease: at } : null)),
      ),
    )
    expect(taken.filter((one) => one !== null)).toHaveLength(1)
    expect((await store.work(ada))?.lease?.equals(at)).toBe(true)
    expect(await store.changeWork(eve, idOf(ada), (one) => one)).toBeNull()
    await store.changeWork(ada, idOf(ada), (one) => ({ ...one, thread: ROOT, ended: 'stopped' }))
    expect(await store.beginWork(ada, begun(ada, 2))).toBe(true)
    expect((await store.work(ada))?.id).toBe(idOf(ada, 2))
    expect(await store.workThreads(ada)).toEqual([{ id: idOf(ada), thread: ROOT }])
    expect((await store.kept(ada)).works).toBe(2)
  })

  it('takes the first message in the thread as the answer, with what was asked, and the next one as part of it', async () => {
    const { store } = place
    const ada = somebody()
    await asked(ada)
    const first = await says(ada)
    expect(first.outcome).toBe('accepted')
    expect((await store.work(ada))?.answer).toBe(first.id)
    expect((await store.evidence(ada, first.id))?.about).toEqual({
      ladder: 'sre',
      competency: 'scope',
      question: 'What did you lead?',
    })
    expect((await says(ada)).outcome).toBe('accepted')
    expect((await store.evidence(ada, first.id))?.parts.map(({ kind }) => kind)).toEqual(['message', 'reply'])
  })

  it('waits for an answer again after talk, and after the answer was deleted', async () => {
    const { store } = place
    const ada = somebody()
    await asked(ada)
    const talk = await says(ada)
    await store.forgetWords(ada, talk.id, 1)
    const answer = await says(ada)
    expect((await store.work(ada))?.answer).toBe(answer.id)
    await store.deleteEvidence(ada, answer.id)
    expect((await store.work(ada))?.answer).toBeNull()
    const again = await says(ada)
    expect((await store.work(ada))?.answer).toBe(again.id)
  })

  it('takes a yes or no for the message of which it asked whether to save it, and other words for an answer', async () => {
    const { store } = place
    const ada = somebody()
    await asked(ada)
    const plan = await says(ada)
    const about = { evidenceId: plan.id, part: 0, revision: 1, about: null, at }
    expect(await store.askToKeep(ada, about)).toBe(true)
    expect((await says(ada, true)).outcome).toBe('accepted')
    expect((await store.evidence(ada, plan.id))?.parts.map(({ kind }) => kind)).toEqual(['message', 'reply'])
    const answer = await says(ada)
    expect((await store.work(ada))?.answer).toBe(answer.id)
    const fact = { channel: 'D1', ts: '1790000000.999999' }
    expect(await store.acceptReply(ada, ROOT, fact, [part(fact.ts, 'answer')], { piece: plan.id })).toBe(
      'accepted',
    )
    expect((await store.evidence(ada, plan.id))?.parts).toHaveLength(3)
  })

  it('takes no answer to a question that is not posted, or from somebody else, or once it ended', async () => {
    const { store } = place
    const [ada, eve] = [somebody(), somebody()]
    await store.beginWork(ada, { ...begun(ada), thread: ROOT })
    const early = await says(ada)
    await asked(eve)
    expect((await store.work(ada))?.answer).toBeNull()
    expect((await store.evidence(ada, early.id))?.about).toBeNull()
    await store.changeWork(eve, idOf(eve), (one) => ({ ...one, ended: 'stopped' }))
    const late = await says(eve)
    expect((await store.evidence(eve, late.id))?.about).toBeNull()
    await store.deletePerson(eve)
    expect(await store.work(eve)).toBeNull()
  })
})
