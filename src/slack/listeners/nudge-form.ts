import { setTimeout as wait } from 'node:timers/promises'
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt'
import type { NudgeAnswer } from '../../coaching/nudge-answers.ts'
import type { Log } from '../../coaching/ports.ts'
import type { SetNudge } from '../../coaching/set-nudge.ts'
import { ACK_WITHIN, factOf, ownerOf } from '../answer.ts'
import { nudgeAnswerView } from '../views/nudge-answer.ts'
import { NUDGE_FORM_LACKS, nudgeFormOf } from '../views/nudge-modal.ts'
import { troubleView } from '../views/trouble.ts'

type Args = SlackViewMiddlewareArgs & AllMiddlewareArgs

/** What came of the form; null: it failed. */
type Outcome = Exclude<NudgeAnswer, { kind: 'form' }> | null

/** What stands under a field of the form; null: it is done. */
const lackOf = (outcome: Outcome): Record<string, string> | null => {
  if (outcome === null) return { zone: troubleView().text }
  if (outcome.kind === 'nothing' || outcome.kind === 'ladder-gone') return NUDGE_FORM_LACKS.nothing
  if (outcome.kind !== 'refused') return null
  const uninvited = outcome.trouble === 'not-in-channel' || outcome.trouble === 'channel-gone'
  return uninvited ? NUDGE_FORM_LACKS.uninvited : { zone: nudgeAnswerView(outcome).text }
}

/**
 * The form for a channel's nudge. What is wrong stands in it; what came of it stands in the channel, for whoever sent
 * it alone. Where Slack takes its time the form closes first, and what was wrong is said there too, or in their DM.
 */
export const nudgeSubmitted =
  (setNudge: SetNudge, log: Log) =>
  async ({ ack, body, view, context, client }: Args): Promise<void> => {
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
    const saving = setNudge
      .fromForm(ownerOf(context, body.user.id), channel, chosen)
      .then((answer): Outcome => (answer.kind === 'form' ? null : answer))
      .catch((error: unknown): Outcome => {
        log.error({ action: 'nudge-form', ...factOf(error) }, 'submission failed')
        return null
      })
    const first = await Promise.race([saving, wait(ACK_WITHIN, 'late' as const, { ref: false })])
    const lack = first === 'late' ? null : lackOf(first)
    if (lack) return wrong(lack)
    await ack()
    const outcome = await saving
    const said = (away: string | null) =>
      outcome ? nudgeAnswerView(outcome, away, 'set it up again') : troubleView()
    try {
      const user = body.user.id
      await client.chat
        .postEphemeral({ channel, user, ...said(null) })
        // Where the coach is not in the channel it can say so nowhere else.
        .catch(() => client.chat.postMessage({ channel: user, ...said(channel) }))
    } catch (error) {
      log.warn({ action: 'nudge-form', ...factOf(error) }, 'answer not shown')
    }
  }
