import { setTimeout as wait } from 'node:timers/promises'
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt'
import type { NudgeAnswer, NudgeFormStart } from '../../coaching/nudge/nudge-answers.ts'
import type { SetNudge } from '../../coaching/nudge/set-nudge.ts'
import type { Log } from '../../coaching/ports.ts'
import type { Owner } from '../../domain/person.ts'
import { ACK_WITHIN, factOf, ownerOf } from '../answer.ts'
import type { Seals } from '../seals.ts'
import { nudgeAnswerView } from '../views/nudge/nudge-answer.ts'
import { NUDGE_FORM_LACKS, nudgeFormOf, nudgeModal } from '../views/nudge/nudge-modal.ts'
import { troubleView } from '../views/trouble.ts'

const FORM = 'nudge-form'

/** The form for a channel's nudge, opened by somebody. */
export async function nudgeFormFor(seals: Seals, owner: Owner, start: NudgeFormStart) {
  return nudgeModal(start, await seals.seal({ form: FORM, owner, channel: start.channel }))
}

type Args = SlackViewMiddlewareArgs & AllMiddlewareArgs

/** What came of the form; null: it failed. */
type Outcome = Exclude<NudgeAnswer, { kind: 'form' }> | null

/** What stands under a field of the form; null: it is done. */
const lackOf = (outcome: Outcome): Record<string, string> | null => {
  if (outcome === null) return { zone: troubleView().text }
  if (outcome.kind === 'nothing' || outcome.kind === 'ladder-gone') return NUDGE_FORM_LACKS.nothing
  if (outcome.kind === 'members-only' || outcome.kind === 'who')
    return { zone: nudgeAnswerView(outcome).text }
  if (outcome.kind !== 'refused') return null
  const uninvited = outcome.trouble === 'not-in-channel' || outcome.trouble === 'channel-gone'
  return uninvited ? NUDGE_FORM_LACKS.uninvited : { zone: nudgeAnswerView(outcome).text }
}

/**
 * The form for a channel's nudge. What is wrong stands in it; what came of it stands in the channel, for whoever sent
 * it alone. Where Slack takes its time the form closes first, and what was wrong is said there too, or in their DM.
 */
export function nudgeSubmitted(setNudge: SetNudge, seals: Seals, log: Log) {
  return async ({ ack, body, view, context, client }: Args): Promise<void> => {
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
    const owner = ownerOf(context, body.user.id)
    const failed = (error: unknown): null => {
      log.error({ action: 'nudge-form', ...factOf(error) }, 'submission failed')
      return null
    }
    let channel: string | null
    try {
      channel = await seals.channelOf(FORM, owner, view.private_metadata)
    } catch (error) {
      failed(error)
      return wrong({ zone: troubleView().text })
    }
    if (channel === null) return wrong(NUDGE_FORM_LACKS.stale)
    const saving = setNudge
      .fromForm(owner, channel, chosen)
      .then((answer): Outcome => (answer.kind === 'form' ? null : answer))
      .catch(failed)
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
}
