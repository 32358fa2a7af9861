import { decideTry, type Trouble } from '../../domain/decide-try.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import { factOf } from '../../domain/remedy.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { JobFailures, JobTried, Log, Messenger } from '../ports.ts'
import { keyOf, type Reply } from '../replies.ts'
import type { PostStore } from './post-store.ts'
import type { ReviewStore } from './review-store.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> & Pick<ReviewStore, 'review'> & JobFailures & PostStore
  readonly messenger: Messenger
  /** Why a try failed. */
  readonly troubleOf: (error: unknown) => Trouble
  readonly now: () => Temporal.Instant
  /** From 0 to 1. */
  readonly random: () => number
  readonly log: Log
}

/** True while the person waits for what the job brings: words that were not answered, a reply that was not. */
const isAwaited = (evidence: Evidence, kind: string, part: number | undefined): boolean =>
  kind === 'review-evidence'
    ? evidence.state === 'queued'
    : evidence.parts.some((one) => one.position === part && one.kind === 'reply')

/**
 * What happens after a try of a job that ended with an error: another one later, of which the person hears where it
 * takes long, or the end. Then the person hears that nothing is lost, and what to do; a job about something that was
 * answered after all, or is gone, says nothing.
 */
export function makeRetryJob(deps: Deps): JobTried {
  return async (kind, job, error) => {
    const { store, messenger, troubleOf, now, log } = deps
    const { owner, evidenceId, part } = job
    const trouble = troubleOf(error)
    const at = now()
    const tries = await store.noteFailure(kind, job, { at, broken: trouble !== 'passing' })
    const [evidence, review, posts] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.review(owner, evidenceId),
      store.posts(owner, evidenceId),
    ])
    if (tries === null || evidence === null) return { kind: 'let-go' }
    const about = part === undefined ? {} : { part }
    const awaited = isAwaited(evidence, kind, part)
    const delayed: Reply = { kind: 'delayed', ...about }
    const next = decideTry({
      trouble,
      tries,
      now: at,
      isRead: kind === 'review-evidence' && review?.revision === evidence.revision,
      untold: awaited && evidence.thread !== null && !posts.some((post) => post.kind === keyOf(delayed)),
      jitter: deps.random(),
    })
    const fact = { evidenceId, job: kind, trouble, failed: tries.failed }
    if (next.kind === 'let-go') {
      log.warn(fact, 'there is nobody to answer any more')
      return next
    }
    // A second try of its own: what was posted before is looked for.
    const thread = evidence.thread === null ? null : await openThreadPosts(deps, evidence, tries.failed + 1)
    if (next.kind === 'again') {
      log.warn({ ...fact, seconds: next.seconds }, 'a job failed, and is tried again')
      // Where Slack takes nothing it is said with a later try.
      if (next.tell) await thread?.say(delayed).catch(() => log.warn(fact, 'the delay could not be told'))
      return { kind: 'again', seconds: next.seconds }
    }
    log.error(fact, 'a job was given up')
    if (!awaited) return { kind: 'let-go' }
    const reply: Reply =
      part === undefined
        ? { kind: 'given-up', evidenceId, revision: evidence.revision }
        : { kind: 'given-up', evidenceId, part }
    try {
      if (thread === null) await messenger.tell(owner, reply)
      await thread?.settled(part)
      await thread?.say(reply)
    } catch (refused) {
      // What Slack refuses once more is the end all the same: another try would do all the work again.
      if (troubleOf(refused) === 'passing') throw refused
      log.warn({ ...fact, ...factOf(refused) }, 'the end could not be told')
    }
    return { kind: 'given-up' }
  }
}
