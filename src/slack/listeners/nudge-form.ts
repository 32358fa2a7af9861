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

/** The result of the form, or null if it failed. */
type Outcome = Exclude<NudgeAnswer, { kind: 'form' }> | null

/** The error under a field of the form, or null if it succeeded. */
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
 * The form for a channel's nudge. Errors appear in the form, and the result appears in the channel, shown only to the
 * sender. If Slack is slow, the form closes first, and errors appear in the channel too, or in their DM.
 */
export function nudgeSubmitted(setNudge: SetNudge, seals: Seals, log: Log) {
  return async ({ ack, body, view, context, client }: Args): Promise<void> => {
    const choice = (block: string): string | undefined =>
      view.state.values[block]?.choice?.selected_option?.value ?? undefined
    const wrong = (errors: Record<string, string>): Promise<void> =>
      ack({ response_action: 'errors', errors })
    const chosen = nudgeFormOf({
      ladder: choice('ladder'),
      levels: choice('levels'),
      weekday: choice('weekday'),
      rhythm: choice('rhythm'),
      first: view.state.values.first?.date?.selected_date ?? undefined,
      time: view.state.values.time?.choice?.selected_time ?? undefined,
      zone: choice('zone'),
    })
    if (chosen === null) return wrong(NUDGE_FORM_LACKS.all)
    if (chosen === 'other-ladder') return wrong(NUDGE_FORM_LACKS.levels)
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
        // In a channel without the coach this fails, so the answer goes to their DM.
        .catch(() => client.chat.postMessage({ channel: user, ...said(channel) }))
    } catch (error) {
      log.warn({ action: 'nudge-form', ...factOf(error) }, 'answer not shown')
    }
  }
}
