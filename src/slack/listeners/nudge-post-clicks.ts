import type { CountNudge } from '../../coaching/nudge/count-nudge.ts'
import type { FindTopic } from '../../coaching/nudge/nudge-topic.ts'
import type { Log } from '../../coaching/ports.ts'
import { competenciesOf } from '../../domain/ladder/ladder.ts'
import { answerClick, chosen, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { logModal } from '../views/evidence/log-modal.ts'
import { nudgeAskView } from '../views/nudge/nudge-ask.ts'
import { nudgeFormId } from '../views/nudge/nudge-form-id.ts'
import { nudgeTargetOf } from '../views/nudge/nudge-post.ts'

/**
 * "Save evidence" under a nudge: opens the evidence form with its competency chosen. Posts nothing in the channel.
 */
export function nudgeLog(findTopic: FindTopic, countNudge: CountNudge, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { trigger_id } = args.body
      const topic = findTopic(nudgeTargetOf(chosen(args.body)))
      const about = topic && {
        ladder: topic.place.ladder.id,
        chosen: topic.competency.id,
        options: competenciesOf(topic.place.ladder),
      }
      const { channel, message, user } = args.body
      const post = channel && message?.ts ? { channel: channel.id, ts: message.ts } : null
      const view = { ...logModal('', about), ...(post ? { external_id: nudgeFormId(post, trigger_id) } : {}) }
      await args.client.views.open({ trigger_id, view })
      if (post) await countNudge({ team: ownerOf(args.context, user.id).team, ...post }, 'opened')
      return null
    })
}

/** "Ask the coach" under a nudge: where to look and where to write, shown only to the person who pressed it. */
export function nudgeAsk(findTopic: FindTopic, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => ({
      said: nudgeAskView(findTopic(nudgeTargetOf(chosen(args.body)))),
      replace: false,
    }))
}
