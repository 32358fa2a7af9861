import type { Evidence } from '../../domain/evidence/evidence.ts'
import { factOf } from '../../domain/remedy.ts'
import type { Log, Messenger, Post } from '../ports.ts'
import { keyOf, type Reply, type ReplyThread } from '../replies.ts'
import type { PostStore } from './post-store.ts'

type Deps = {
  readonly store: PostStore
  readonly messenger: Messenger
  readonly log: Log
}

/** Where a piece's answers go; throws for one whose thread was not opened yet. */
export function replyThreadOf({ owner, thread }: Evidence): ReplyThread {
  if (thread === null) throw new Error('The piece has no thread yet')
  return { owner, channel: thread.channel, threadTs: thread.ts }
}

export type ThreadPosts = Awaited<ReturnType<typeof openThreadPosts>>

/** Our posts in the thread of a piece, each reply once, as the record and Slack have them. */
export async function openThreadPosts({ store, messenger, log }: Deps, evidence: Evidence, attempt: number) {
  const { owner, id: evidenceId, revision } = evidence
  const place = replyThreadOf(evidence)
  const posted: Post[] = [...(await store.posts(owner, evidenceId))]
  const options = { evidenceId, revision, lookFirst: attempt > 1 }
  /** The piece was deleted meanwhile: nothing more is said of it. */
  let gone = false
  /** The answer is there: no sign of life comes after it. */
  let answered = false
  /** A post of ours may stand that is not on record: a try died, or an answer of Slack's was lost. */
  let unsure = attempt > 1

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
  let sign: Promise<void> = Promise.resolve()
  /** A sign of life, kept up while a model reads. It may fail: it never costs the answer. */
  const alive = (reply: Reply & { kind: 'reading' }): Promise<void> => {
    sign = sign
      .then(async () => {
        if (answered) return
        const standing = posted.find((post) => post.kind === 'reading')
        await (standing ? messenger.update(standing, reply, evidenceId) : say(reply))
      })
      .catch((error: unknown) => {
        unsure = true
        log.warn({ evidenceId, ...factOf(error) }, 'no sign of life')
      })
    return sign
  }
  /** What does not stand beside an answer: signs of life, and what said that there was none. */
  const isStale = (kind: string, part: number | undefined): boolean =>
    part === undefined
      ? ['reading', 'delayed'].includes(kind) || /^(?:given-up(?::r|$)|too-long|emptied:)/.test(kind)
      : [`delayed:${part}`, `given-up:${part}`].includes(kind)
  /**
   * The answer is there, to a piece or to a reply: the sign of life goes, and so does what said that there was none.
   * Throws where one of them could not be taken back, so that another try does.
   */
  const settled = async (part?: number): Promise<void> => {
    answered ||= part === undefined
    await sign
    if (unsure)
      for (const found of await messenger.postsOf(place, evidenceId))
        if (!posted.some(({ ts }) => ts === found.ts) && isStale(found.kind, part)) posted.push(found)
    const failures: unknown[] = []
    for (const post of posted.filter(({ kind }) => isStale(kind, part)))
      await takeBack(post).catch((error: unknown) => {
        const fact = factOf(error)
        log.warn({ evidenceId, ...fact, kind: post.kind }, 'a post could not be taken back')
        // What Slack refuses today it refuses tomorrow.
        if (fact.code !== 'slack-refused') failures.push(error)
      })
    if (failures.length > 0) throw failures[0]
  }
  return { say, sayAnew, alive, settled, standing: posted as readonly Post[] }
}
