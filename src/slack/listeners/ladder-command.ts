import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { LookUpLadder } from '../../coaching/look-up-ladder.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerCommand, ownerOf } from '../answer.ts'
import { lookupView } from '../views/lookup.ts'

/** `/ladder TEXT`, answered within its ack, to the person alone. */
export const ladderCommand =
  (lookUpLadder: LookUpLadder, log: Log) =>
  ({ ack, command, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> =>
    answerCommand(ack, log, command, async () =>
      lookupView(await lookUpLadder(ownerOf(context, command.user_id), command.text ?? '')),
    )
