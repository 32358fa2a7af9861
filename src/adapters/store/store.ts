import type { EvidenceStore } from '../../coaching/evidence/evidence-store.ts'
import type { PartStore } from '../../coaching/evidence/part-store.ts'
import type { PersonStore } from '../../coaching/evidence/person-store.ts'
import type { PlanStore } from '../../coaching/evidence/plan-store.ts'
import type { UnsureStore } from '../../coaching/evidence/unsure-store.ts'
import type { GoalStore } from '../../coaching/ladder/goal-store.ts'
import type { LadderStore } from '../../coaching/ladder/ladder-store.ts'
import type { MentionStore } from '../../coaching/ladder/mention-store.ts'
import type { CoverageStore } from '../../coaching/packet/coverage-store.ts'
import type { HomeStore } from '../../coaching/packet/home-store.ts'
import type { ReadingStore } from '../../coaching/packet/reading-store.ts'
import type { ShowingStore } from '../../coaching/packet/showing-store.ts'
import type { WorkStore } from '../../coaching/packet/work-store.ts'
import type { JobFailures } from '../../coaching/ports.ts'
import type { LabelStore } from '../../coaching/review/label-store.ts'
import type { ModelUseStore } from '../../coaching/review/model-use-store.ts'
import type { PacketStore } from '../../coaching/review/packet-store.ts'
import type { PostStore } from '../../coaching/review/post-store.ts'
import type { QuietStore } from '../../coaching/review/quiet-store.ts'
import type { ReviewStore } from '../../coaching/review/review-store.ts'
import type { Database } from '../database/database.ts'
import { makeEvidenceStore } from './evidence-store.ts'
import type { Enqueue } from './evidence-writes.ts'
import { makeGoalStore } from './goal-store.ts'
import { makeCoverageStore } from './home-tab/coverage-store.ts'
import { makeHomeStore } from './home-tab/home-store.ts'
import { makeJobFailures } from './job-failures.ts'
import { makeLabelStore } from './label-store.ts'
import { makeLadderStore } from './ladder-store.ts'
import { makeMentionStore } from './mention-store.ts'
import { makeModelUseStore } from './model-use-store.ts'
import { makeReadingStore } from './packet/reading-store.ts'
import { makeWorkStore } from './packet/work-store.ts'
import { makePacketStore } from './packet-store.ts'
import { makePartStore } from './part-store.ts'
import { makePersonStore } from './person-store.ts'
import { makePlanStore } from './plan-store.ts'
import { makePostStore } from './post-store.ts'
import { makeQuietStore } from './quiet-store.ts'
import { makeReviewStore } from './review-store.ts'
import { makeShowingStore } from './showing-store.ts'
import { makeUnsureStore } from './unsure-store.ts'

/** All stores together, for the place where they are built. Everything else names the port that it needs. */
export type AllStores = EvidenceStore &
  PartStore &
  PersonStore &
  UnsureStore &
  PlanStore &
  GoalStore &
  LadderStore &
  MentionStore &
  LabelStore &
  PacketStore &
  ShowingStore &
  ReadingStore &
  WorkStore &
  CoverageStore &
  HomeStore &
  PostStore &
  ReviewStore &
  QuietStore &
  ModelUseStore &
  JobFailures

/** All stores on PGlite or PostgreSQL, except those of nudges. `enqueue` writes jobs within a transaction. */
export function makeStore(database: Database, enqueue: Enqueue): AllStores {
  return {
    ...makeEvidenceStore(database, enqueue),
    ...makePartStore(database, enqueue),
    ...makePersonStore(database),
    ...makeUnsureStore(database, enqueue),
    ...makePlanStore(database),
    ...makeGoalStore(database, enqueue),
    ...makeLadderStore(database),
    ...makeMentionStore(database),
    ...makeLabelStore(database, enqueue),
    ...makePacketStore(database),
    ...makeCoverageStore(database),
    ...makeHomeStore(database),
    ...makeShowingStore(database),
    ...makeReadingStore(database),
    ...makeWorkStore(database),
    ...makePostStore(database),
    ...makeReviewStore(database),
    ...makeQuietStore(database, enqueue),
    ...makeModelUseStore(database),
    ...makeJobFailures(database),
  }
}
