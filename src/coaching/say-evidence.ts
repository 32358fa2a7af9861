import { spansOf } from '../domain/evidence.ts'
import type { Owner } from '../domain/person.ts'
import { draftOf } from '../domain/say-evidence.ts'
import type { Log, Messenger } from './ports.ts'
import type { Store } from './store-port.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = { readonly store: Store; readonly messenger: Messenger; readonly log: Log }

export type SayEvidence = ReturnType<typeof makeSayEvidence>

/**
 * Shows in the thread of a piece how the words of one finding would be said as claim, evidence and impact.
 * `span` is one of the finding's spans.
 */
export const makeSayEvidence =
  ({ store, messenger, log }: Deps) =>
  async (owner: Owner, evidenceId: string, span: string): Promise<'said' | 'gone'> => {
    const [evidence, review] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.review(owner, evidenceId),
    ])
    const finding = review?.findings.find(({ spans }) => spans.includes(span))
    if (!evidence || !finding) return 'gone'
    const thread = await openThreadPosts({ store, messenger, log }, evidence, 1)
    const spans = spansOf(evidence).filter(({ id }) => finding.spans.includes(id))
    await thread.sayAnew({ kind: 'said', competency: finding.competency, draft: draftOf(spans) })
    return 'said'
  }
