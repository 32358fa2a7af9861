import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { NudgeAsk } from '../../coaching/nudge/nudge-ask.ts'
import type { SetNudge } from '../../coaching/nudge/set-nudge.ts'
import type { Log } from '../../coaching/ports.ts'
import type { NudgeCommand } from '../../domain/nudge/nudge-command.ts'
import type { Owner } from '../../domain/person.ts'
import { answerCommandSoon, ownerOf, roomOf } from '../answer.ts'
import type { Seals } from '../seals.ts'
import { nudgeAnswerView } from '../views/nudge/nudge-answer.ts'
import type { Said } from '../views/rich-text.ts'
import { nudgeFormFor } from './nudge-form.ts'

/** Answers a command about a personal nudge. */
export type AnswerOwnNudge = (owner: Owner, command: NudgeCommand & { readonly whose: 'me' }) => Promise<Said>

/**
 * `/ladder nudge TEXT`, answered only to the person. Opens the form if that was asked for, or if there is no nudge yet.
 */
export function nudgeCommand(setNudge: SetNudge, seals: Seals, ownNudge: AnswerOwnNudge, log: Log) {
  return (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs, text: string): Promise<void> =>
    answerCommandSoon(args, log, async () => {
      const { command, context, client } = args
      const owner = ownerOf(context, command.user_id)
      const asked = await setNudge.read(owner, text)
      if (asked.whose === 'me') return ownNudge(owner, { ...asked, whose: 'me' })
      const channel = roomOf({ id: command.channel_id, name: command.channel_name })
      const ask: NudgeAsk = text.trim() === '' ? { kind: 'open' } : { ...asked, whose: 'channel' }
      const answer = await setNudge.ask({ owner, channel }, ask)
      if (answer.kind !== 'form') return nudgeAnswerView(answer)
      const view = await nudgeFormFor(seals, owner, answer.start)
      await client.views.open({ trigger_id: command.trigger_id, view })
      return null
    })
}
