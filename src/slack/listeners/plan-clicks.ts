import type { Plans } from '../../coaching/evidence/plans-port.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, chosen, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { planView } from '../views/review/plan.ts'

/** "Remind me" under the question about a plan. The value is the piece and the part's position. */
export function evidenceRemind(plans: Plans, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId = '', part] = chosen(args.body).split(' ')
      const owner = ownerOf(args.context, args.body.user.id)
      const outcome = await plans.remind(owner, { evidenceId, part: Number(part) })
      return { said: planView(outcome), replace: outcome.kind !== 'gone' }
    })
}

/** The answers to "Did it happen?", and "Drop it" in a list. The value is the plan, and how often it was asked. */
export function planAnswer(plans: Plans, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const owner = ownerOf(args.context, args.body.user.id)
      const [id = '', asked] = chosen(args.body).split(' ')
      const action = args.body.actions[0]?.action_id
      const outcome =
        action === 'plan-later'
          ? await plans.later(owner, id, '', Number(asked))
          : await plans.end(owner, id, action === 'plan-done' ? 'done' : 'dropped')
      return { said: planView(outcome), replace: outcome.kind !== 'gone' }
    })
}
