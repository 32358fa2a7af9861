import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { ListEvidence } from '../../coaching/evidence/list-evidence.ts'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { TellLadderChange } from '../../coaching/ladder/tell-ladder-change.ts'
import type { Log } from '../../coaching/ports.ts'
import { ladderCommandOf } from '../../domain/ladder/ladder-command.ts'
import { packetAskOf } from '../../domain/packet/packet-command.ts'
import { answerCommand, answerCommandSoon, factOf, ownerOf } from '../answer.ts'
import { evidenceListView } from '../views/evidence/evidence-list.ts'
import { logModal } from '../views/evidence/log-modal.ts'
import { lookupView } from '../views/ladder/lookup.ts'
import { troubleView } from '../views/trouble.ts'
import type { nudgeCommand } from './nudge-command.ts'
import type { packetCommand } from './packet/packet-command.ts'

type LadderUseCases = {
  readonly lookUpLadder: LookUpLadder
  readonly listEvidence: ListEvidence
  readonly tellLadderChange: TellLadderChange
}

type NudgeListener = ReturnType<typeof nudgeCommand>
type PacketListener = ReturnType<typeof packetCommand>

/** `/ladder TEXT`, answered within its ack and only to the person. `/ladder log TEXT` opens a form instead. */
export function ladderCommand(
  { lookUpLadder, listEvidence, tellLadderChange }: LadderUseCases,
  nudge: NudgeListener,
  packet: PacketListener,
  log: Log,
) {
  return async (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { ack, command, context, client } = args
    const owner = ownerOf(context, command.user_id)
    const asked = ladderCommandOf(command.text ?? '')
    if (asked.kind === 'log') {
      try {
        await client.views.open({ trigger_id: command.trigger_id, view: logModal(asked.text) })
        await ack()
      } catch (error) {
        log.error({ action: 'evidence-log', ...factOf(error) }, 'form not opened')
        await ack({ response_type: 'ephemeral', ...troubleView() })
      }
      return
    }
    if (asked.kind === 'nudge') return nudge(args, asked.text)
    if (asked.kind === 'packet') return packet(args, packetAskOf(asked.text))
    if (asked.kind === 'evidence') {
      // A search reads everything that the person wrote, which may take longer than Slack waits.
      await answerCommandSoon(args, log, async () =>
        evidenceListView(await listEvidence.page(owner, asked.filter, 1)),
      )
    } else
      await answerCommand(ack, log, command, async () => lookupView(await lookUpLadder(owner, asked.text)))
    await tellLadderChange(owner)
  }
}
