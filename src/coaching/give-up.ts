import type { Job, Log, Messenger } from './ports.ts'
import type { Reply } from './replies.ts'
import type { Store } from './store-port.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = { readonly store: Store; readonly messenger: Messenger; readonly log: Log }

/**
 * What happens to a job whose tries are used up: the person hears in the thread that nothing is lost, and what to
 * do. A job about something that was answered after all, or is gone, says nothing.
 */
export const makeGiveUp =
  (deps: Deps) =>
  async ({ owner, evidenceId, part }: Job): Promise<void> => {
    const { store, log } = deps
    log.error({ evidenceId, reply: part !== undefined }, 'evidence could not be answered')
    const evidence = await store.evidence(owner, evidenceId)
    if (evidence?.thread == null) return
    const { revision } = evidence
    const waits =
      part === undefined
        ? evidence.state === 'queued'
        : evidence.parts.some(({ position, kind }) => position === part && kind === 'reply')
    if (!waits) return
    const thread = await openThreadPosts(deps, evidence, 2)
    const reply: Reply = {
      kind: 'given-up',
      evidenceId,
      ...(part === undefined ? { revision } : { part }),
    }
    await thread.settled()
    await thread.say(reply)
  }
