import type { Evidence } from '../../../domain/evidence/evidence.ts'
import type { ReviewDeps } from './review-deps.ts'

/** Opens a thread for a piece that came without a message. Null if the piece was deleted in the meantime. */
export async function openThread(
  { store, messenger }: Pick<ReviewDeps, 'store' | 'messenger'>,
  evidence: Evidence,
  attempt: number,
): Promise<Evidence | null> {
  if (evidence.thread) return evidence
  const { owner, id, revision } = evidence
  const thread = await messenger.open(
    owner,
    await store.dmOf(owner),
    { kind: 'logged', evidence },
    { evidenceId: id, revision, lookFirst: attempt > 1 },
  )
  // An answer to a nudge gets its review in the place of this note, which shows no revision until then.
  const post = evidence.about?.nudge
    ? { ...thread, kind: 'review', revision: 0 }
    : { ...thread, kind: 'logged', revision }
  if (!(await store.savePost(owner, id, post))) {
    await messenger.remove(post)
    return null
  }
  await store.saveThread(owner, id, thread)
  return { ...evidence, thread }
}
