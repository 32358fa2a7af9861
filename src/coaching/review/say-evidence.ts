import { draftOf, saidIn } from '../../domain/review/say-evidence.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import type { Job, Log, Messenger } from '../ports.ts'
import type { Texts } from '../texts-port.ts'
import type { PostStore } from './post-store.ts'
import { quoteReview } from './quote-review.ts'
import type { ReviewStore } from './review-store.ts'
import { openThreadPosts } from './thread-posts.ts'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> & Pick<ReviewStore, 'review'> & PostStore
  readonly messenger: Messenger
  readonly texts: Pick<Texts, 'quote'>
  readonly log: Log
}

/**
 * Shows in the thread of a piece how the words of one finding could be put as claim, evidence and impact. If the
 * finding is gone, or the piece is being read again, it says nothing.
 */
export function makeSayEvidence({ store, messenger, texts, log }: Deps) {
  return async ({ owner, evidenceId, competency }: Job, attempt: number): Promise<void> => {
    const [evidence, review] = await Promise.all([
      store.evidence(owner, evidenceId),
      store.review(owner, evidenceId),
    ])
    const finding = review?.findings.find((one) => one.competency === competency)
    if (!evidence || !finding || review?.revision !== evidence.revision) return
    const thread = await openThreadPosts({ store, messenger, log }, evidence, attempt)
    const { spans } = await quoteReview(texts, evidence, review)
    const said = saidIn(finding.spans, spans)
    await thread.sayAnew({ kind: 'said', competency: finding.competency, draft: draftOf(said) })
  }
}
