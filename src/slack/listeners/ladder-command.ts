import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { LookUpLadder } from '../../coaching/look-up-ladder.ts'
import type { Log } from '../../coaching/ports.ts'
import type { TellLadderChange } from '../../coaching/tell-ladder-change.ts'
import { answerCommand, ownerOf } from '../answer.ts'
import { lookupView } from '../views/lookup.ts'

/** `/ladder TEXT`, answered within its ack, to the person alone. */
export const ladderCommand =
  (lookUpLadder: LookUpLadder, tellLadderChange: TellLadderChange, log: Log) =>
  async ({ ack, command, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const owner = ownerOf(context, command.user_id)
    await answerCommand(ack, log, command, async () =>
      lookupView(await lookUpLadder(owner, command.text ?? '')),
    )
    await tellLadderChange(owner)
  }
