import type { App, BlockAction, ButtonAction, CodedError, StringIndexed } from '@slack/bolt'
import type { AcceptEvidence } from '../coaching/accept-evidence.ts'
import type { CorrectReview } from '../coaching/correct-review.ts'
import type { DeleteEvidence, DeletePerson } from '../coaching/delete-evidence.ts'
import type { LookUpLadder } from '../coaching/look-up-ladder.ts'
import type { Log, Store } from '../coaching/ports.ts'
import type { TellLadderChange } from '../coaching/tell-ladder-change.ts'
import { factOf } from './answer.ts'
import { dataDeleteAll, dataDeleteOne, reviewDelete } from './listeners/delete-clicks.ts'
import { directMessage } from './listeners/direct-message.ts'
import { dataOlder, goalChoose, ladderShare, ladderSharePost, ladderShow } from './listeners/ladder-clicks.ts'
import { ladderCommand } from './listeners/ladder-command.ts'
import { mention } from './listeners/mention.ts'
import { reviewWrong, reviewWrongSubmitted } from './listeners/review-wrong.ts'

/** The use cases that Slack's events lead to. */
export type UseCases = {
  readonly acceptEvidence: AcceptEvidence
  readonly lookUpLadder: LookUpLadder
  readonly tellLadderChange: TellLadderChange
  readonly deleteEvidence: DeleteEvidence
  readonly deletePerson: DeletePerson
  readonly correctReview: CorrectReview
  readonly mentions: Pick<Store, 'claimMention' | 'releaseMention'>
}

/** Slack's event, command, button or modal -> the listener for it. */
export const register = (app: App, use: UseCases, log: Log): void => {
  app.event('message', directMessage(use.acceptEvidence))
  app.event('app_mention', mention(use.lookUpLadder, use.mentions))
  app.command('/ladder', ladderCommand(use.lookUpLadder, use.tellLadderChange, log))
  app.action<BlockAction>(/^ladder-(?:show|menu):/, ladderShow(use.lookUpLadder, log))
  app.action<BlockAction>('ladder-share', ladderShare(use.lookUpLadder, log))
  app.action<BlockAction>('ladder-share-post', ladderSharePost(use.lookUpLadder, log))
  app.action<BlockAction>(/^goal-choose(?::|$)/, goalChoose(use.lookUpLadder, log))
  app.action<BlockAction>('data-older', dataOlder(use.lookUpLadder, log))
  app.action<BlockAction<ButtonAction>>(
    'data-delete-one',
    dataDeleteOne(use.deleteEvidence, use.lookUpLadder, log),
  )
  app.action<BlockAction<ButtonAction>>('data-delete-all', dataDeleteAll(use.deletePerson, log))
  app.action<BlockAction<ButtonAction>>('review-delete', reviewDelete(use.deleteEvidence, log))
  app.action<BlockAction<ButtonAction>>('review-wrong', reviewWrong(log))
  app.view('review-wrong', reviewWrongSubmitted(use.correctReview, log))

  app.error(async ({ error, body }: { error: CodedError; body?: StringIndexed }) => {
    const original = (error as { original?: unknown }).original ?? error
    log.error({ action: body?.event?.type ?? body?.type, ...factOf(original) }, 'listener failed')
    // An event that failed must not be acknowledged, so that Slack sends it again.
    if (body && 'event' in body) throw error
  })
}
