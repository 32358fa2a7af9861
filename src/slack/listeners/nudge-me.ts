import type { BlockAction } from '@slack/bolt'
import type { NudgeMeClick, SetNudgeMe } from '../../coaching/nudge/set-nudge-me.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { nudgeMeView } from '../views/nudge/nudge-me-outcome.ts'

/** The wish behind a button under a personal nudge, by its id, or null for a cleared date field. */
const wishOf = ({ actions: [action] }: BlockAction): NudgeMeClick | null => {
  switch (action?.action_id) {
    case 'nudge-me-snooze:day':
      return { kind: 'snooze', days: 1 }
    case 'nudge-me-snooze:week':
      return { kind: 'snooze', days: 7 }
    case 'nudge-me-stop':
      return { kind: 'stop', by: 'you' }
    case 'nudge-me-pause':
      return action.type === 'datepicker' && action.selected_date
        ? { kind: 'pause', until: Temporal.PlainDate.from(action.selected_date) }
        : null
    default:
      return { kind: 'resume' }
  }
}

/** The buttons under a personal nudge. The question stays, because it can still be answered. */
export function nudgeMeClick(setNudgeMe: SetNudgeMe, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const wish = wishOf(args.body)
      if (wish === null) return null
      const outcome = await setNudgeMe.change(ownerOf(args.context, args.body.user.id), wish)
      return { said: nudgeMeView(outcome), replace: false }
    })
}
