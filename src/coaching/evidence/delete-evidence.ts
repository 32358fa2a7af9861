import type { Owner } from '../../domain/person.ts'
import type { ForgetNudgeMe } from '../nudge/forget-nudge-me.ts'
import type { Log, Messenger, Post } from '../ports.ts'
import type { PostStore } from '../review/post-store.ts'
import { replyThreadOf } from '../review/thread-posts.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { PersonStore } from './person-store.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence' | 'deleteEvidence' | 'evidenceIds'> &
    Pick<PostStore, 'posts'> &
    Pick<PersonStore, 'deletePerson' | 'kept'>
  readonly messenger: Messenger
  readonly forgetNudgeMe: ForgetNudgeMe
  /** Removes the questions about their packet. Throws CoachError `slack-unavailable`. */
  readonly forgetWork: (owner: Owner) => Promise<void>
  /** Takes everything out of the person's Home tab. Throws CoachError `slack-unavailable`. */
  readonly clearHome: (owner: Owner) => Promise<void>
  readonly log: Log
}

export type DeleteEvidence = ReturnType<typeof makeDeleteEvidence>
export type DeletePerson = ReturnType<typeof makeDeletePerson>

/** Our posts about a piece of evidence, on record or found in Slack, each once. */
const allPosts = (recorded: readonly Post[], found: readonly Post[]): Post[] => [
  ...new Map([...recorded, ...found].map((post) => [`${post.channel}:${post.ts}`, post])).values(),
]

/**
 * Deletes a piece, its reviews, and our posts about it. Posts go first: if Slack fails halfway, the record still knows
 * what is left, and the person can press again.
 */
const makeDeletePiece =
  ({ store, messenger, log }: Deps) =>
  async (owner: Owner, evidenceId: string): Promise<'deleted' | 'gone'> => {
    const evidence = await store.evidence(owner, evidenceId)
    if (evidence === null) return 'gone'
    const found = evidence.thread ? await messenger.postsOf(replyThreadOf(evidence), evidenceId) : []
    const posts = allPosts(await store.posts(owner, evidenceId), found)
    for (const post of posts) await messenger.remove(post)
    const left = (await store.deleteEvidence(owner, evidenceId)) ?? []
    // These were posted while the others were being removed.
    const known = new Set(posts.map(({ ts }) => ts))
    for (const post of left) if (!known.has(post.ts)) await messenger.remove(post)
    log.info({ evidenceId, posts: posts.length }, 'evidence deleted')
    return 'deleted'
  }

/** Deletes a piece, and removes the quotes of it from the person's own nudges. */
export function makeDeleteEvidence(deps: Deps) {
  const deletePiece = makeDeletePiece(deps)
  return async (owner: Owner, evidenceId: string): Promise<'deleted' | 'gone'> => {
    await deps.forgetNudgeMe.piece(owner, evidenceId)
    return deletePiece(owner, evidenceId)
  }
}

/** Deletes everything that is stored about a person: each piece of evidence as above, then all other rows. */
export function makeDeletePerson(deps: Deps) {
  const deletePiece = makeDeletePiece(deps)
  return async (owner: Owner): Promise<{ deleted: number }> => {
    // Counted as /ladder data counts: a piece that got an answer but no review is deleted, but not counted.
    const { evidence: deleted } = await deps.store.kept(owner)
    await deps.forgetNudgeMe.person(owner)
    await deps.clearHome(owner)
    await deps.forgetWork(owner)
    for (const id of await deps.store.evidenceIds(owner)) await deletePiece(owner, id)
    await deps.store.deletePerson(owner)
    deps.log.info({ deleted }, 'person deleted')
    return { deleted }
  }
}
