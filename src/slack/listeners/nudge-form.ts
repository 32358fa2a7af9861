import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt'
import type { Log } from '../../coaching/ports.ts'
import type { SetNudge } from '../../coaching/set-nudge.ts'
import { factOf, ownerOf } from '../answer.ts'
import { nudgeAnswerView } from '../views/nudge-answer.ts'
import { NUDGE_FORM_LACKS, nudgeFormOf } from '../views/nudge-modal.ts'
import { troubleView } from '../views/trouble.ts'

/** The form for a channel's nudge. What is wrong stands in it; what came of it stands in the channel, for whoever sent it alone. */
export const nudgeSubmitted =
  (setNudge: SetNudge, log: Log) =>
  async ({
    ack,
    body,
    view,
    context,
    client,
  }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const choice = (block: string): string | undefined =>
      view.state.values[block]?.choice?.selected_option?.value ?? undefined
    const wrong = (errors: Record<string, string>): Promise<void> =>
      ack({ response_action: 'errors', errors })
    const chosen = nudgeFormOf({
      ladder: choice('ladder'),
      weekday: choice('weekday'),
      time: view.state.values.time?.choice?.selected_time ?? undefined,
      zone: choice('zone'),
    })
    if (chosen === null) return wrong(NUDGE_FORM_LACKS.all)
    const channel = view.private_metadata
    try {
      const answer = await setNudge.fromForm(ownerOf(context, body.user.id), channel, chosen)
      if (answer.kind === 'nothing' || answer.kind === 'ladder-gone') return wrong(NUDGE_FORM_LACKS.nothing)
      if (answer.kind === 'refused') {
        const uninvited = answer.trouble === 'not-in-channel' || answer.trouble === 'channel-gone'
        return wrong(uninvited ? NUDGE_FORM_LACKS.uninvited : { zone: nudgeAnswerView(answer).text })
      }
      await ack()
      if (answer.kind === 'form') return
      await client.chat
        .postEphemeral({ channel, user: body.user.id, ...nudgeAnswerView(answer) })
        .catch((error: unknown) => log.warn({ action: 'nudge-form', ...factOf(error) }, 'answer not shown'))
    } catch (error) {
      log.error({ action: 'nudge-form', ...factOf(error) }, 'submission failed')
      await wrong({ zone: troubleView().text })
    }
  }
