import { expect, it } from 'vitest'
import type { AllStores } from '../../src/adapters/store/store.ts'
import type { Messenger } from '../../src/coaching/ports.ts'
import type { Reply } from '../../src/coaching/replies.ts'
import { makeAnswerReply } from '../../src/coaching/review/answer-reply.ts'
import { makeReadings } from '../../src/coaching/review/steps/readings.ts'
import type { EvidenceState, Part } from '../../src/domain/evidence/evidence.ts'
import { at, evidenceOf, owner, partOf } from '../domain/evidence-fixture.ts'
import { smallLadder } from '../domain/ladder-fixture.ts'
import { noPresence } from '../fakes/no-presence.ts'
import { textsHere } from '../fakes/texts-here.ts'

/** What is said to a reply under a message in this state, if the store can save or delete it. */
const saidTo = async (
  text: string,
  state: EvidenceState,
  kind: Part['kind'],
  can: boolean,
): Promise<unknown> => {
  const said: Reply[] = []
  const answer = makeAnswerReply({
    store: {
      evidence: async () =>
        evidenceOf('', {
          state,
          parts: [partOf('Helps the new people', { kind }), partOf(text, { position: 1, kind: 'reply' })],
        }),
      goal: async () => null,
      review: async () => null,
      askedPlan: async () => null,
      posts: async () => [],
      savePost: async () => true,
      keepAsked: async () => can,
      dropAsked: async () => can,
      askToKeep: async () => true,
      settleReply: async () => {},
    } as Partial<AllStores> as AllStores,
    messenger: {
      post: async (_: unknown, reply: Reply) => {
        said.push(reply)
        return { channel: 'D1', ts: '9.1', kind: reply.kind, revision: 1 }
      },
      postsOf: async () => [],
    } as unknown as Messenger,
    ladders: { shelf: () => ({ all: [smallLadder], standard: smallLadder }) },
    texts: textsHere,
    readMessage: async () => null,
    readings: makeReadings({ presence: noPresence, hasModel: false }),
    correctReview: {} as never,
    answerMessage: {} as never,
    plans: {} as never,
    hasModel: false,
    now: () => at,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  await answer({ owner, evidenceId: 'e1', part: 1 }, 2)
  return said
}
const done = (as: string) => [{ kind: 'kept-or-dropped', done: as, part: 1 }]

it('a yes or no in words is answered by what became of the message, which may be gone at that moment', async () => {
  expect(await saidTo('yes', 'unsure', 'message', true)).toEqual(done('saved'))
  expect(await saidTo('no thanks', 'unsure', 'message', true)).toEqual(done('deleted'))
  expect(await saidTo('yes', 'unsure', 'message', false)).toEqual(done('gone'))
  expect(await saidTo('no thanks', 'unsure', 'message', false)).toEqual(done('gone'))
})

it('a yes that was stored by a try that died before its answer is answered as a yes', async () => {
  expect(await saidTo('yes please', 'queued', 'confirmed', false)).toEqual(done('saved'))
})
