import type { EvidenceStore } from '../../coaching/evidence/evidence-store.ts'
import type { PartStore } from '../../coaching/evidence/part-store.ts'
import type { PersonStore } from '../../coaching/evidence/person-store.ts'
import type { GoalStore } from '../../coaching/ladder/goal-store.ts'
import type { LadderStore } from '../../coaching/ladder/ladder-store.ts'
import type { MentionStore } from '../../coaching/ladder/mention-store.ts'
import type { JobFailures } from '../../coaching/ports.ts'
import type { LabelStore } from '../../coaching/review/label-store.ts'
import type { ModelUseStore } from '../../coaching/review/model-use-store.ts'
import type { PacketStore } from '../../coaching/review/packet-store.ts'
import type { PostStore } from '../../coaching/review/post-store.ts'
import type { ReviewStore } from '../../coaching/review/review-store.ts'
import type { Database } from '../database/database.ts'
import { makeEvidenceStore } from './evidence-store.ts'
import type { Enqueue } from './evidence-writes.ts'
import { makeGoalStore } from './goal-store.ts'
import { makeJobFailures } from './job-failures.ts'
import { makeLabelStore } from './label-store.ts'
import { makeLadderStore } from './ladder-store.ts'
import { makeMentionStore } from './mention-store.ts'
import { makeModelUseStore } from './model-use-store.ts'
import { makePacketStore } from './packet-store.ts'
import { makePartStore } from './part-store.ts'
import { makePersonStore } from './person-store.ts'
import { makePostStore } from './post-store.ts'
import { makeReviewStore } from './review-store.ts'

/** All stores together, for the place where they are built. Everything else names the port that it needs. */
export type AllStores = EvidenceStore &
  PartStore &
  PersonStore &
  GoalStore &
  LadderStore &
  MentionStore &
  LabelStore &
  PacketStore &
  PostStore &
  ReviewStore &
  ModelUseStore &
  JobFailures

/** All stores on PGlite or PostgreSQL, except those of nudges. `enqueue` writes jobs within a transaction. */
export function makeStore(database: Database, enqueue: Enqueue): AllStores {
  return {
    ...makeEvidenceStore(database, enqueue),
    ...makePartStore(database, enqueue),
    ...makePersonStore(database),
    ...makeGoalStore(database, enqueue),
    ...makeLadderStore(database),
    ...makeMentionStore(database),
    ...makeLabelStore(database, enqueue),
    ...makePacketStore(database),
    ...makePostStore(database),
    ...makeReviewStore(database),
    ...makeModelUseStore(database),
    ...makeJobFailures(database),
  }
}
