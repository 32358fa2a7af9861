import type { Evidence } from '../domain/evidence.ts'
import type { Log, Messenger } from './ports.ts'
import { keyOf, type Place, type Post, type Reply } from './replies.ts'
import type { Store } from './store-port.ts'

type Deps = {
  readonly store: Pick<Store, 'posts' | 'savePost' | 'forgetPost'>
  readonly messenger: Messenger
  readonly log: Log
}

/** Where a piece's answers go; throws for one whose thread was not opened yet. */
export const placeOf = ({ owner, thread }: Evidence): Place => {
  if (thread === null) throw new Error('The piece has no thread yet')
  return { owner, channel: thread.channel, threadTs: thread.ts }
}

export type ThreadPosts = Awaited<ReturnType<typeof openThreadPosts>>

/** Our posts in the thread of a piece, each reply once, as the record and Slack have them. */
export const openThreadPosts = async (
  { store, messenger, log }: Deps,
  evidence: Evidence,
  attempt: number,
) => {
  const { owner, id: evidenceId, revision } = evidence
  const place = placeOf(evidence)
  const posted: Post[] = [...(await store.posts(owner, evidenceId))]
  const options = { evidenceId, revision, lookFirst: attempt > 1 }

  const forget = async (post: Post): Promise<void> => {
    await store.forgetPost(owner, evidenceId, post)
    posted.splice(posted.indexOf(post), 1)
  }
  /** Posts a reply, unless it stands already. */
  const say = async (reply: Reply): Promise<void> => {
    if (posted.some((post) => post.kind === keyOf(reply))) return
    const post = await messenger.post(place, reply, options)
    posted.push(post)
    await store.savePost(owner, evidenceId, post)
  }
  /** The same, in the place of one that stands there of an earlier revision. */
  const sayAnew = async (reply: Reply): Promise<void> => {
    const standing = posted.find((post) => post.kind === keyOf(reply))
    if (!standing) return say(reply)
    if ((await messenger.update(standing, reply, evidenceId)) === 'gone') {
      await forget(standing)
      return say(reply)
    }
    await store.savePost(owner, evidenceId, { ...standing, revision })
  }
  const trouble = (error: unknown): void =>
    log.warn({ evidenceId, code: (error as { code?: string }).code ?? 'unexpected' }, 'no sign of life')
  /** A sign of life, kept up while a model reads. It may fail: it never costs the answer. */
  const alive = async (reply: Reply & { kind: 'reading' }): Promise<void> => {
    const standing = posted.find((post) => post.kind === 'reading')
    await (standing ? messenger.update(standing, reply, evidenceId) : say(reply)).catch(trouble)
  }
  /** The answer is there: the sign of life goes. */
  const silent = async (): Promise<void> => {
    for (const post of posted.filter(({ kind }) => kind === 'reading'))
      await messenger
        .remove(post)
        .then(() => forget(post))
        .catch(trouble)
  }
  /** Takes every post back. */
  const removeAll = async (): Promise<void> => {
    for (const post of posted) await messenger.remove(post)
  }
  return { say, sayAnew, alive, silent, removeAll, standing: posted as readonly Post[] }
}
