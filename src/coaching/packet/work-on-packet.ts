import { CoachError } from '../../domain/coach-error.ts'
import type { Evidence, Thread } from '../../domain/evidence/evidence.ts'
import { competencyOf } from '../../domain/ladder/ladder.ts'
import {
  answersAfter,
  answersIn,
  begunWork,
  ended,
  isUnderWay,
  type WorkEnd,
  type WorkSession,
  wentOn,
} from '../../domain/packet/work-session/session.ts'
import type { Owner } from '../../domain/person.ts'
import type { Messenger, Post } from '../ports.ts'
import { makeWorkAsks } from './work-asks.ts'
import type { WorkBegun, WorkOnPacket } from './work-port.ts'
import { makeWorkPosts } from './work-posts.ts'
import type { WorkStore } from './work-store.ts'

type Deps = Parameters<typeof makeWorkAsks>[0] &
  Omit<Parameters<typeof makeWorkPosts>[0], 'closing'> & {
    readonly store: WorkStore
    readonly messenger: Pick<Messenger, 'postsOf'>
    readonly newId: () => string
  }

const firstIn = ({ channel, ts }: Thread): Post => ({ channel, ts, kind: 'work-question:1', revision: 1 })

/** Works on people's packets with them: one question, its answer, the next question. */
export function makeWorkOnPacket(deps: Deps): WorkOnPacket {
  const { store, ladders, messenger, now, newId, log } = deps
  const { standingOf, movedBy, askNext, nextOf, closing } = makeWorkAsks(deps)
  const { post } = makeWorkPosts({ ...deps, closing })

  const goOn = async (
    owner: Owner,
    session: WorkSession,
    how: 'answered' | 'skipped',
    answer: string | null,
  ): Promise<void> => {
    const next = await nextOf(owner, session)
    const from = { turn: session.turns.length, how, answer }
    const changed = await store.changeWork(owner, session.id, (one) => wentOn(one, from, next, now()))
    if (changed) log.info({ turn: from.turn, how, ended: changed.ended }, 'work on a packet goes on')
  }

  const stop = async (owner: Owner, { id }: WorkSession, why: WorkEnd): Promise<void> => {
    const changed = await store.changeWork(owner, id, (one) => ended(one, why, now()))
    if (changed) log.info({ turn: changed.turns.length, ended: why }, 'work on a packet ended')
  }

  const postOrRepeat = async (owner: Owner, id: string): Promise<void> => {
    if ((await post(owner, id)) === 'busy') throw new CoachError('not-yet', 'A question is being posted')
  }

  /** The session whose present question a piece came in answer to, or that went on from it. */
  const ofPiece = async ({ owner, id }: Evidence) => {
    const session = await store.work(owner)
    if (session === null) return null
    const isPresent = session.ended === null && session.answer === id
    return { session, isPresent }
  }

  return {
    begin: async (owner): Promise<WorkBegun> => {
      const standing = await standingOf(owner)
      if (standing === null) return { kind: 'no-goal', shelf: ladders.shelf() }
      const { goal } = standing
      const open = await store.work(owner)
      const isOpen = open !== null && isUnderWay(open, goal, now())
      if (open !== null && !isOpen) {
        await stop(owner, open, 'stopped')
        await post(owner, open.id)
      }
      // What they have just skipped is asked again only when nothing else is left.
      const skipped = (open?.turns ?? []).flatMap(({ how, competency }) =>
        how === 'skipped' ? competency.id : [],
      )
      const ask = isOpen
        ? null
        : ((await askNext(owner, standing, skipped)) ?? (await askNext(owner, standing, [])))
      if (!isOpen && ask === null) return { kind: 'all-shown', target: goal.target }
      const begun = ask && begunWork(newId(), goal, ask, now())
      if (begun && (await store.beginWork(owner, begun))) log.info({}, 'work on a packet began')
      const session = await store.work(owner)
      if (session === null) return { kind: 'no-goal', shelf: ladders.shelf() }
      await post(owner, session.id)
      const thread = (await store.work(owner))?.thread ?? null
      return { kind: 'asked', isNew: !isOpen, thread, name: session.turns.at(-1)!.competency.name }
    },

    press: async (owner, id, turn, wish) => {
      const session = await store.work(owner)
      const isPresent =
        session?.id === id && session.ended === null && (wish === 'stop' || session.turns.length === turn)
      if (session && isPresent)
        await (wish === 'stop' ? stop(owner, session, 'stopped') : goOn(owner, session, 'skipped', null))
      // Also what an earlier press began, if it did not get to the end.
      if (session?.id === id) await post(owner, id)
      return isPresent ? 'done' : 'past'
    },

    said: async (evidence, wish) => {
      const { owner, id } = evidence
      const found = await ofPiece(evidence)
      if (found === null) return null
      const { session, isPresent } = found
      const turn = session.turns.at(-1)
      if (wish === 'example')
        return isPresent && turn ? { kind: 'work-example', target: session.target, turn } : null
      if (isPresent && wish === 'stop') await stop(owner, session, 'stopped')
      if (isPresent && wish === 'skip') await goOn(owner, session, 'skipped', id)
      await postOrRepeat(owner, session.id)
      return null
    },

    worked: async ({ id, owner, about }, { goal }, ladder) => {
      if (about?.question === undefined) return null
      const asked = competencyOf(ladder, about.competency) ?? null
      // It may be read again after the next answers came.
      const session = await store.work(owner)
      const later = session ? answersAfter(session, id) : []
      return {
        asked: about.ladder === ladder.id ? asked : null,
        moves: await movedBy(owner, { ladder, goal }, [id], later),
      }
    },

    answered: async (evidence) => {
      const { owner, id, about } = evidence
      const found = about?.question === undefined ? null : await ofPiece(evidence)
      if (found === null) return
      if (found.isPresent) await goOn(owner, found.session, 'answered', id)
      else if (!answersIn(found.session).includes(id)) return
      await postOrRepeat(owner, found.session.id)
    },

    forget: async (owner) => {
      const session = await store.work(owner)
      if (session && session.ended === null) await stop(owner, session, 'deleted')
      for (const { id, thread } of await store.workThreads(owner)) {
        const place = { owner, channel: thread.channel, threadTs: thread.ts }
        // The first question is removed last, because Slack finds the others by it.
        const posts = (await messenger.postsOf(place, id)).filter(({ ts }) => ts !== thread.ts)
        for (const one of [...posts, firstIn(thread)]) await messenger.remove(one)
      }
    },
  }
}
