import type { Evidence } from '../../../domain/evidence/evidence.ts'
import { planAnswerOf } from '../../../domain/nudge/plan-answer.ts'
import { namedDay, saysLater } from '../../../domain/nudge/plan-day.ts'
import { wordsOfQuestion } from '../../../domain/review/question-words.ts'
import type { Review } from '../../../domain/review/review.ts'
import type { PlanStore } from '../../evidence/plan-store.ts'
import type { Plans } from '../../evidence/plans-port.ts'
import type { Reply } from '../../replies.ts'

type Deps = {
  readonly store: Pick<PlanStore, 'askedPlan'>
  readonly plans: Plans
}

type RepliedTo = {
  readonly evidence: Evidence
  readonly review: Review | null
  /** The position of the reply. */
  readonly at: number
  readonly today: Temporal.PlainDate
}

/** Longest reply that only says that, in UTF-16 units. */
const LONGEST = 200

/**
 * Takes a reply that says outright whether a plan has happened, or when to ask a question of ours again. Null
 * if it says anything else.
 */
export async function takePlan(
  { store, plans }: Deps,
  { evidence, review, at, today }: RepliedTo,
  text: string,
): Promise<Reply | null> {
  const { owner, id: evidenceId, state } = evidence
  if (state === 'unsure' || text.length > LONGEST) return null
  const said = planAnswerOf(text)
  const plan = said === null ? null : await store.askedPlan(owner, evidenceId)
  if (said !== null && plan !== null) {
    const outcome =
      said === 'later'
        ? await plans.later(owner, plan.id, text, plan.asked)
        : await plans.end(owner, plan.id, said)
    return { kind: 'plan-noted', outcome, part: at }
  }
  const [question] = review?.revision === evidence.revision ? review.questions : []
  if (question === undefined || !saysLater(text) || namedDay(text, today) === null) return null
  const asked = { evidenceId, part: at }
  return {
    kind: 'plan-noted',
    outcome: await plans.putOff(owner, asked, wordsOfQuestion(question), text),
    part: at,
  }
}
