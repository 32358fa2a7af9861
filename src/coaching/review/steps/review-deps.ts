import type { Evidence } from '../../../domain/evidence/evidence.ts'
import type { AnswerMessage } from '../../conversation/answer-message-port.ts'
import type { EvidenceStore } from '../../evidence/evidence-store.ts'
import type { PersonStore } from '../../evidence/person-store.ts'
import type { UnsureStore } from '../../evidence/unsure-store.ts'
import type { GoalStore } from '../../ladder/goal-store.ts'
import type { LadderStore } from '../../ladder/ladder-store.ts'
import type { WorkOnPacket } from '../../packet/work-port.ts'
import type { Ladders, Log, Messenger } from '../../ports.ts'
import type { Texts } from '../../texts-port.ts'
import type { CorrectReview } from '../correct-review.ts'
import type { PostStore } from '../post-store.ts'
import type { QuietStore } from '../quiet-store.ts'
import type { ReadFiles } from '../read-files.ts'
import type { ReadMessage } from '../read-message.ts'
import type { ReadPiece } from '../read-piece.ts'
import type { ReviewStore } from '../review-store.ts'
import type { ThreadPosts } from '../thread-posts.ts'
import type { Readings } from './readings.ts'

/** What it takes to bring the thread of a piece up to date. */
export type ReviewDeps = {
  readonly store: EvidenceStore &
    ReviewStore &
    PostStore &
    GoalStore &
    LadderStore &
    PersonStore &
    QuietStore &
    Pick<UnsureStore, 'askToKeep' | 'keepMessage'>
  readonly messenger: Messenger
  readonly ladders: Ladders
  readonly texts: Pick<Texts, 'quote'>
  readonly answerMessage: AnswerMessage
  readonly correctReview: Pick<CorrectReview, 'undo'>
  readonly readFiles: ReadFiles
  readonly readMessage: ReadMessage
  readonly readPiece: ReadPiece
  readonly readings: Readings
  readonly workOnPacket: Pick<WorkOnPacket, 'said' | 'worked' | 'answered'>
  /** True if a model is configured. Reading then takes long enough to be worth a sign of life. */
  readonly hasModel: boolean
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** A piece of evidence and our posts in its thread. */
export type ThreadedPiece = { readonly evidence: Evidence; readonly thread: ThreadPosts }
