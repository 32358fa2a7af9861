import { decideTry, type Trouble } from '../../domain/decide-try.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import { factOf } from '../../domain/logged-failure.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { JobFailures, JobTried, Log, Messenger } from '../ports.ts'
import { keyOf, type Reply } from '../replies.ts'
import type { PostStore } from './post-store.ts'
import type { ReviewStore } from './review-store.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> & Pick<ReviewStore, 'review'> & JobFailures & PostStore
  readonly messenger: Messenger
  /** Classifies why a try failed. */
  readonly troubleOf: (error: unknown) => Trouble
  readonly now: () => Temporal.Instant
  /** From 0 to 1, to spread the tries. */
  readonly random: () => number
  readonly log: Log
}

/** True while the person is waiting for the result of the job: their evidence or their reply has no answer yet. */
const isAwaited = (evidence: Evidence, kind: string, part: number | undefined): boolean =>
  kind === 'review-evidence'
    ? evidence.state === 'queued'
    : evidence.parts.some((one) => one.position === part && one.kind === 'reply')

/**
 * Decides what happens after a failed try: another one later, which the person is told about if it takes long, or the
 * end. At the end the person is told that nothing is lost, and what to do. If what the job is about has been answered
 * after all, or is gone, nothing is said.
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
      log.warn(fact, 'gave up on a job, because Slack accepts no answer there')
      return next
    }
    // This counts as a second try, so that earlier posts are looked for.
    const thread = evidence.thread === null ? null : await openThreadPosts(deps, evidence, tries.failed + 1)
    if (next.kind === 'again') {
      log.warn({ ...fact, seconds: next.seconds }, 'a job failed and will be retried')
      // If Slack does not accept it now, it is posted after a later try.
      if (next.tell)
        await thread?.say(delayed).catch(() => log.warn(fact, 'could not tell the person about the delay'))
      return { kind: 'again', seconds: next.seconds }
    }
    log.error(fact, 'gave up on a job')
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
      // A refusal by Slack is the end too: another try would repeat all the work.
      if (troubleOf(refused) === 'passing') throw refused
      log.warn({ ...fact, ...factOf(refused) }, 'could not tell the person that a job failed')
    }
    return { kind: 'given-up' }
  }
}
