import type { Evidence } from '../../../domain/evidence/evidence.ts'
import type { EvidenceStore } from '../../evidence/evidence-store.ts'
import type { PersonStore } from '../../evidence/person-store.ts'
import type { GoalStore } from '../../ladder/goal-store.ts'
import type { LadderStore } from '../../ladder/ladder-store.ts'
import type { Ladders, Log, Messenger } from '../../ports.ts'
import type { Texts } from '../../texts-port.ts'
import type { PostStore } from '../post-store.ts'
import type { ReadFiles } from '../read-files.ts'
import type { ReadPiece } from '../read-piece.ts'
import type { ReviewStore } from '../review-store.ts'
import type { ThreadPosts } from '../thread-posts.ts'

/** What it takes to bring the thread of a piece up to date. */
export type ReviewDeps = {
  readonly store: EvidenceStore & ReviewStore & PostStore & GoalStore & LadderStore & PersonStore
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'quote'>
  readonly readFiles: ReadFiles
  readonly readPiece: ReadPiece
  /** True when a model is configured: reading takes its time, so that a sign of life is worth a message. */
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** A piece of evidence and our posts in its thread. */
export type ThreadedPiece = { readonly evidence: Evidence; readonly thread: ThreadPosts }
