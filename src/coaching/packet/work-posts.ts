import type { Thread } from '../../domain/evidence/evidence.ts'
import { factOf } from '../../domain/logged-failure.ts'
import {
  gaveBack,
  isPosted,
  postedAs,
  takenToPost,
  type WorkSession,
} from '../../domain/packet/work-session/session.ts'
import type { Owner } from '../../domain/person.ts'
import type { PersonStore } from '../evidence/person-store.ts'
import type { Log, Messenger } from '../ports.ts'
import type { Reply } from '../replies.ts'
import type { WorkStore } from './work-store.ts'

type Deps = {
  readonly store: Pick<WorkStore, 'changeWork'> & Pick<PersonStore, 'dmOf'>
  readonly messenger: Pick<Messenger, 'open' | 'post' | 'update' | 'remove'>
  /** The closing words of a session that ended. */
  readonly closing: (owner: Owner, session: WorkSession) => Promise<Reply>
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** Posts of a session show no revision of anything. */
const REVISION = 1

const questionIn = (session: WorkSession, part: number): Reply => ({
  kind: 'work-question',
  work: session.id,
  part,
  target: session.target,
  turn: session.turns[part - 1]!,
  over: session.ended !== null,
})

/** Posts the questions of the work on packets, and the words that close it. */
export function makeWorkPosts({ store, messenger, closing, now, log }: Deps) {
  /** Posts what is next: a question, or the closing words. The first question opens the thread. */
  const say = async (owner: Owner, session: WorkSession, lookFirst: boolean): Promise<Thread> => {
    const { id, thread, turns } = session
    const reply = session.ended === null ? questionIn(session, turns.length) : await closing(owner, session)
    const options = { evidenceId: id, revision: REVISION, lookFirst }
    if (thread === null) return messenger.open(owner, await store.dmOf(owner), reply, options)
    const { channel, ts } = await messenger.post(
      { owner, channel: thread.channel, threadTs: thread.ts },
      reply,
      options,
    )
    return { channel, ts }
  }

  /** Takes the buttons from a question that is settled. A courtesy: pressed, they would do nothing. */
  const settle = async (session: WorkSession, part: number): Promise<void> => {
    const ts = session.turns[part - 1]?.ts
    if (!ts || !session.thread) return
    const reply = questionIn(session, part)
    const post = { channel: session.thread.channel, ts, kind: reply.kind, revision: REVISION }
    await messenger
      .update(post, reply, session.id)
      .catch((error: unknown) => log.warn(factOf(error), 'could not settle a question'))
  }

  /** Posts what is next, once, even if another process tries too. `busy`: another process may be posting it. */
  const post = async (owner: Owner, id: string): Promise<'posted' | 'busy'> => {
    let lookFirst = false
    let isThere = true
    const mine = await store.changeWork(owner, id, (session) => {
      lookFirst = session.lease !== null
      isThere = isPosted(session)
      return takenToPost(session, now())
    })
    if (mine === null) return isThere ? 'posted' : 'busy'
    const of = mine.ended === null ? mine.turns.length : 'end'
    try {
      const said = await say(owner, mine, lookFirst)
      const there = await store.changeWork(owner, id, (session) => postedAs(session, of, said))
      // They had everything deleted in the meantime.
      if (there === null || there.ended === 'deleted')
        await messenger.remove({ ...said, kind: 'work', revision: REVISION })
    } catch (error) {
      await store.changeWork(owner, id, (session) => gaveBack(session, now()))
      throw error
    }
    await settle(mine, mine.ended === null ? mine.turns.length - 1 : mine.turns.length)
    return 'posted'
  }

  return { post }
}
