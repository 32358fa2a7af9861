import { factOf } from '../../domain/logged-failure.ts'
import type { Log, Messenger } from '../ports.ts'
import type { PostStore } from '../review/post-store.ts'
import { openThreadPosts } from '../review/thread-posts.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { AskedPart, UnsureStore } from './unsure-store.ts'

/** How long words wait for an answer to "Save this as evidence?", in hours. The privacy text says so. */
const UNSURE_HOURS = 24

/** After this many hours they are deleted, even if Slack accepts no word about it. */
const AT_MOST = 2 * UNSURE_HOURS

/** How many are deleted in one go. The next sweep follows within seconds. */
const AT_A_TIME = 50

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> &
    Pick<UnsureStore, 'askedBefore' | 'isAsked' | 'dropAsked'> &
    PostStore
  readonly messenger: Messenger
  /** The team of this process's token. */
  readonly ownerTeam: () => string
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** Deletes words that their owner did not call evidence within a day, and says so in place of the question. */
export function makeSweepUnsure(deps: Deps) {
  const { store, ownerTeam, now, log } = deps
  /** Says that the words are deleted, and returns how to take that back. */
  const say = async ({ owner, evidenceId, part }: AskedPart): Promise<() => Promise<void>> => {
    const evidence = await store.evidence(owner, evidenceId)
    if (!evidence?.thread) return async () => {}
    const thread = await openThreadPosts(deps, evidence, 1)
    const reply = { kind: 'ask-to-keep', evidenceId, part, why: 'unclear', expired: true } as const
    await thread.sayAnew(reply)
    return () => thread.unsay(reply)
  }
  const drop = async (one: AskedPart, at: Temporal.Instant): Promise<void> => {
    const { owner, evidenceId, part, askedAt } = one
    const before = at.subtract({ hours: UNSURE_HOURS })
    // Since the list was read, it may have been answered, edited, or deleted by another process.
    if (!(await store.isAsked(owner, evidenceId, part, before))) return
    let takeBack = async (): Promise<void> => {}
    try {
      takeBack = await say(one)
    } catch (error) {
      log.warn({ evidenceId, ...factOf(error) }, 'could not say that unsaved words are deleted')
      if (Temporal.Instant.compare(askedAt, at.subtract({ hours: AT_MOST })) > 0) return
    }
    if (await store.dropAsked(owner, evidenceId, part, before))
      return log.info({ evidenceId, part }, 'unsaved words deleted')
    const evidence = await store.evidence(owner, evidenceId)
    const kind = evidence?.parts.find(({ position }) => position === part)?.kind
    // Unless its owner has just saved it, another process deleted it.
    if (kind !== 'confirmed' && kind !== 'answer') return
    await takeBack().catch((error: unknown) =>
      log.warn({ evidenceId, ...factOf(error) }, 'could not take back that words are deleted'),
    )
  }
  return async (): Promise<void> => {
    const at = now()
    const before = at.subtract({ hours: UNSURE_HOURS })
    for (const one of await store.askedBefore(ownerTeam(), before, AT_A_TIME)) await drop(one, at)
  }
}
