import { factOf } from '../../domain/logged-failure.ts'
import type { Log, Messenger } from '../ports.ts'
import type { PostStore } from '../review/post-store.ts'
import { openThreadPosts } from '../review/thread-posts.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { Plan, PlanStore } from './plan-store.ts'

/** How many plans are asked about in one go. The next sweep follows within seconds. */
const AT_A_TIME = 20

/** How long a plan waits for an answer once it was asked about, in days. The privacy text says so. */
const UNANSWERED_DAYS = 30

/** If Slack accepts no question about a plan, it is tried again after this many hours. */
const AGAIN = 6

/** How long a plan belongs to the process that asks about it, in minutes. If that one dies, another asks then. */
const LEASE = 15

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> &
    Pick<PlanStore, 'duePlans' | 'movePlan' | 'planWasAsked' | 'dropUnansweredPlans'> &
    PostStore
  readonly messenger: Messenger
  /** The team of this process's token. */
  readonly ownerTeam: () => string
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** Asks about plans that are due, in their threads, and deletes those without an answer. */
export function makeSweepPlans(deps: Deps) {
  const { store, ownerTeam, now, log } = deps
  const ask = async (plan: Plan): Promise<void> => {
    const { owner, evidenceId, id, asked } = plan
    const evidence = await store.evidence(owner, evidenceId)
    if (!evidence?.thread) return
    // A crash may have come between the post and its record, so Slack is searched first.
    const thread = await openThreadPosts(deps, evidence, 2)
    await thread.say({ kind: 'ask-plan', plan, part: `${id}:${asked}` })
  }
  const askOnce = async (plan: Plan): Promise<void> => {
    const { owner, id, evidenceId, dueAt } = plan
    const at = now()
    const due = at.add({ minutes: LEASE })
    // Another process may have the same list, and its owner may have put it off meanwhile.
    if (dueAt === null || !(await store.movePlan(owner, id, dueAt, due))) return
    try {
      await ask(plan)
      await store.planWasAsked(owner, id, { at, asked: plan.asked + 1, due })
      log.info({ evidenceId }, 'asked about a plan')
    } catch (error) {
      log.warn({ evidenceId, ...factOf(error) }, 'could not ask about a plan')
      await store.movePlan(owner, id, due, at.add({ hours: AGAIN }))
    }
  }
  return async (): Promise<void> => {
    const at = now()
    for (const plan of await store.duePlans(ownerTeam(), at, AT_A_TIME)) await askOnce(plan)
    await store.dropUnansweredPlans(ownerTeam(), at.subtract({ hours: UNANSWERED_DAYS * 24 }))
  }
}
