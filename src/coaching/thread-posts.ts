import type { Evidence } from '../domain/evidence.ts'
import type { Log, Messenger } from './ports.ts'
import { keyOf, type Place, type Reply } from './replies.ts'
import type { Post, Store } from './store-port.ts'

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
  /** The piece was deleted meanwhile: nothing more is said of it. */
  let gone = false
  /** The answer is there: no sign of life comes after it. */
  let answered = false

  const forget = async (post: Post): Promise<void> => {
    await store.forgetPost(owner, evidenceId, post)
    posted.splice(posted.indexOf(post), 1)
  }
  const takeBack = (post: Post): Promise<void> => messenger.remove(post).then(() => forget(post))
  /** Puts a post on record; where its piece is gone, the post goes as well. */
  const record = async (post: Post): Promise<void> => {
    if (await store.savePost(owner, evidenceId, post)) return
    gone = true
    await messenger.remove(post)
  }
  /** Posts a reply, unless it stands already. */
  const say = async (reply: Reply): Promise<void> => {
    if (gone || posted.some((post) => post.kind === keyOf(reply))) return
    const post = await messenger.post(place, reply, options)
    posted.push(post)
    await record(post)
  }
  /** The same, in the place of one that stands there; never of earlier words than those that it shows. */
  const sayAnew = async (reply: Reply): Promise<void> => {
    const standing = posted.find((post) => post.kind === keyOf(reply))
    if (!standing) return say(reply)
    if (gone || standing.revision > revision) return
    if ((await messenger.update(standing, reply, evidenceId)) === 'gone') {
      await forget(standing)
      return say(reply)
    }
    await record({ ...standing, revision })
  }
  const trouble = (error: unknown): void =>
    log.warn({ evidenceId, code: (error as { code?: string }).code ?? 'unexpected' }, 'no sign of life')
  let sign: Promise<void> = Promise.resolve()
  /** A sign of life, kept up while a model reads. It may fail: it never costs the answer. */
  const alive = (reply: Reply & { kind: 'reading' }): Promise<void> => {
    sign = sign
      .then(async () => {
        if (answered) return
        const standing = posted.find((post) => post.kind === 'reading')
        await (standing ? messenger.update(standing, reply, evidenceId) : say(reply))
      })
      .catch(trouble)
    return sign
  }
  /** The answer is there: the sign of life goes, and so does what said that there was none. */
  const settled = async (): Promise<void> => {
    answered = true
    await sign
    const stale = posted.filter(
      ({ kind }) =>
        kind === 'reading' ||
        kind.startsWith('given-up') ||
        kind.startsWith('too-long') ||
        kind.startsWith('emptied:'),
    )
    for (const post of stale) await takeBack(post).catch(trouble)
  }
  return { say, sayAnew, alive, settled, standing: posted as readonly Post[] }
}
