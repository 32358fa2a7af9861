import type { Evidence } from '../../domain/evidence/evidence.ts'
import { factOf } from '../../domain/logged-failure.ts'
import type { Log, Messenger, Post } from '../ports.ts'
import { keyOf, type Reply, type ReplyThread } from '../replies.ts'
import type { PostStore } from './post-store.ts'

type Deps = {
  readonly store: PostStore
  readonly messenger: Messenger
  readonly log: Log
}

/** A post that asked whether to save the piece, which has its answer now. Replies get theirs on their own. */
const isAnswered = ({ parts }: Evidence, kind: string): boolean => {
  const asked = /^ask-to-keep:(\d+)$/.exec(kind)?.[1]
  const part = parts.find(({ position }) => String(position) === asked)
  return part !== undefined && part.kind !== 'reply'
}

/** Where the answers about a piece go. Throws if its thread was not opened yet. */
export function replyThreadOf({ owner, thread }: Evidence): ReplyThread {
  if (thread === null) throw new Error('The piece has no thread yet')
  return { owner, channel: thread.channel, threadTs: thread.ts }
}

export type ThreadPosts = Awaited<ReturnType<typeof openThreadPosts>>

/**
 * Our posts in the thread of a piece, each reply once, on record and in Slack. `attempt` counts the tries of the job
 * from 1. From the second try on, Slack is searched for posts that are not on record.
 */
export async function openThreadPosts({ store, messenger, log }: Deps, evidence: Evidence, attempt: number) {
  const { owner, id: evidenceId, revision } = evidence
  const place = replyThreadOf(evidence)
  const posted: Post[] = [...(await store.posts(owner, evidenceId))]
  const options = { evidenceId, revision, lookFirst: attempt > 1 }
  /** The piece was deleted in the meantime, so nothing more is said about it. */
  let gone = false
  /** The answer is posted, so no sign of life may follow it. */
  let answered = false
  /** There may be a post of ours that is not on record, because a try crashed or Slack's answer got lost. */
  let unsure = attempt > 1

  const forget = async (post: Post): Promise<void> => {
    await store.forgetPost(owner, evidenceId, post)
    posted.splice(posted.indexOf(post), 1)
  }
  const takeBack = (post: Post): Promise<void> => messenger.remove(post).then(() => forget(post))
  /** Records a post. If its piece is gone, the post is removed as well. */
  const record = async (post: Post): Promise<void> => {
    if (await store.savePost(owner, evidenceId, post)) return
    gone = true
    await messenger.remove(post)
  }
  /** Posts a reply, unless it is there already. */
  const say = async (reply: Reply): Promise<void> => {
    if (gone || posted.some((post) => post.kind === keyOf(reply))) return
    const post = await messenger.post(place, reply, options)
    posted.push(post)
    await record(post)
  }
  /** Posts a reply, or updates the one that is there, unless that one shows newer words. */
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
  /** Removes a reply that was posted. */
  const unsay = async (reply: Reply): Promise<void> => {
    const standing = posted.find((post) => post.kind === keyOf(reply))
    if (standing) await takeBack(standing)
  }
  let sign: Promise<void> = Promise.resolve()
  /** Shows a sign of life while a model reads, and updates it. If it fails, the answer is still given. */
  const alive = (reply: Reply & { kind: 'reading' }): Promise<void> => {
    sign = sign
      .then(async () => {
        if (answered) return
        const standing = posted.find((post) => post.kind === 'reading')
        await (standing ? messenger.update(standing, reply, evidenceId) : say(reply))
      })
      .catch((error: unknown) => {
        unsure = true
        log.warn({ evidenceId, ...factOf(error) }, 'could not show progress')
      })
    return sign
  }
  /** Posts that make no sense next to an answer: signs of life, and those that said there was none. */
  const isStale = (kind: string, part: number | undefined): boolean =>
    part === undefined
      ? ['reading', 'delayed'].includes(kind) ||
        /^(?:given-up(?::r|$)|too-long|emptied:|stopped:)/.test(kind) ||
        isAnswered(evidence, kind)
      : [`delayed:${part}`, `given-up:${part}`].includes(kind)
  /**
   * Cleans up once a piece, or the reply `part`, is answered: removes the signs of life and the posts that said there
   * was no answer. Throws if one of them could not be removed, so that another try does it.
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
        log.warn({ evidenceId, ...fact, kind: post.kind }, 'could not delete a post')
        // A refusal by Slack is final, so another try would not help.
        if (fact.code !== 'slack-refused') failures.push(error)
      })
    if (failures.length > 0) throw failures[0]
  }
  return { place, say, sayAnew, unsay, alive, settled, standing: posted as readonly Post[] }
}
