import type { App, BlockAction, ButtonAction, CodedError, StringIndexed } from '@slack/bolt'
import type { AcceptEvidence } from '../../coaching/evidence/accept-evidence.ts'
import type { ChangeEvidence } from '../../coaching/evidence/change-evidence.ts'
import type { DeleteEvidence, DeletePerson } from '../../coaching/evidence/delete-evidence.ts'
import type { JoinEvidence } from '../../coaching/evidence/join-evidence.ts'
import type { ListEvidence } from '../../coaching/evidence/list-evidence.ts'
import type { LogEvidence, SaveMessage } from '../../coaching/evidence/log-evidence.ts'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { MentionStore } from '../../coaching/ladder/mention-store.ts'
import type { TellLadderChange } from '../../coaching/ladder/tell-ladder-change.ts'
import type { FindTopic } from '../../coaching/nudge/nudge-topic.ts'
import type { SetNudge } from '../../coaching/nudge/set-nudge.ts'
import type { SetNudgeMe } from '../../coaching/nudge/set-nudge-me.ts'
import type { Log } from '../../coaching/ports.ts'
import type { CorrectReview } from '../../coaching/review/correct-review.ts'
import { factOf } from '../answer.ts'
import { clicksOf } from '../clicks.ts'
import type { Seals } from '../seals.ts'
import { nudgeMeView } from '../views/nudge/nudge-me-outcome.ts'
import { dataDeleteAll, dataDeleteOne, reviewDelete } from './delete-clicks.ts'
import { directMessage } from './direct-message.ts'
import {
  evidenceAgain,
  evidenceDelete,
  evidenceJoin,
  evidenceList,
  evidenceOlder,
  evidenceOpen,
  evidenceSay,
  reviewShowAll,
} from './evidence-clicks.ts'
import { logClick, logShortcut, logSubmitted, saveShortcut } from './evidence-form.ts'
import { dataOlder, goalChoose, ladderShare, ladderSharePost, ladderShow } from './ladder-clicks.ts'
import { ladderCommand } from './ladder-command.ts'
import { mention } from './mention.ts'
import { nudgeClick } from './nudge-clicks.ts'
import { type AnswerOwnNudge, nudgeCommand } from './nudge-command.ts'
import { nudgeSubmitted } from './nudge-form.ts'
import { nudgeMeClick } from './nudge-me.ts'
import { nudgeAsk, nudgeLog } from './nudge-post-clicks.ts'
import { evidenceMove, reviewChoose, reviewRight, reviewWrong, reviewWrongSubmitted } from './review-wrong.ts'

/** The use cases that Slack's events lead to. */
export type UseCases = {
  readonly acceptEvidence: AcceptEvidence
  readonly changeEvidence: ChangeEvidence
  readonly joinEvidence: JoinEvidence
  readonly logEvidence: LogEvidence
  readonly saveMessage: SaveMessage
  readonly listEvidence: ListEvidence
  readonly lookUpLadder: LookUpLadder
  readonly tellLadderChange: TellLadderChange
  readonly deleteEvidence: DeleteEvidence
  readonly deletePerson: DeletePerson
  readonly correctReview: CorrectReview
  readonly setNudge: SetNudge
  readonly setNudgeMe: SetNudgeMe
  readonly findTopic: FindTopic
  /** What forms were opened about. */
  readonly seals: Seals
  readonly mentions: MentionStore
}

/** Registers a listener for each event, command, shortcut, button and modal. */
export function register(app: App, use: UseCases, log: Log, now: () => Temporal.Instant): void {
  const today = (): Temporal.PlainDate => now().toZonedDateTimeISO('UTC').toPlainDate()
  const ownNudge: AnswerOwnNudge = async (owner, asked) =>
    nudgeMeView(await use.setNudgeMe.command(owner, asked))
  app.event('message', directMessage(use.acceptEvidence, use.changeEvidence))
  app.event('app_mention', mention(use.lookUpLadder, use.mentions))
  app.command('/ladder', ladderCommand(use, nudgeCommand(use.setNudge, use.seals, ownNudge, log), log))
  app.shortcut({ type: 'shortcut', callback_id: 'evidence-log' }, logShortcut(log))
  app.shortcut({ type: 'message_action', callback_id: 'evidence-save' }, saveShortcut(use.saveMessage, log))
  app.view('evidence-log', logSubmitted(use.logEvidence, use.findTopic, log, today))
  app.view('nudge-form', nudgeSubmitted(use.setNudge, use.seals, log))
  app.view('review-wrong', reviewWrongSubmitted(use.correctReview, log))

  const click = clicksOf(app)
  click(/^ladder-(?:show|menu):/, ladderShow(use.lookUpLadder, log))
  click('ladder-share', ladderShare(use.lookUpLadder, log))
  click('ladder-share-post', ladderSharePost(use.lookUpLadder, log))
  click(/^goal-choose(?::|$)/, goalChoose(use.lookUpLadder, log))
  click('data-older', dataOlder(use.lookUpLadder, log))
  click<BlockAction<ButtonAction>>(
    'data-delete-one',
    dataDeleteOne(use.deleteEvidence, use.lookUpLadder, log),
  )
  click<BlockAction<ButtonAction>>('data-delete-all', dataDeleteAll(use.deletePerson, log))

  click(/^evidence-list(?::|$)/, evidenceList(use.listEvidence, log))
  click('evidence-older', evidenceOlder(use.listEvidence, log))
  click('evidence-open', evidenceOpen(use.listEvidence, log))
  click('review-show-all', reviewShowAll(use.listEvidence, log))
  click(/^(?:evidence-again|review-again|goal-read-again)$/, evidenceAgain(use.listEvidence, log))
  click('evidence-delete', evidenceDelete(use.deleteEvidence, use.listEvidence, log))
  click('evidence-log', logClick(log))
  click('evidence-join', evidenceJoin(use.joinEvidence, log))
  click(/^evidence-say:/, evidenceSay(use.listEvidence, log))
  click('review-right', reviewRight(use.correctReview, log))
  click('review-wrong', reviewWrong(use.correctReview, log))
  click('evidence-move', evidenceMove(use.correctReview, log))
  click(/^review-choose:/, reviewChoose(use.correctReview, log))
  click<BlockAction<ButtonAction>>('review-delete', reviewDelete(use.deleteEvidence, log))

  click(/^nudge-(?:form|preview|skip|resume|stop|pause)(?::|$)/, nudgeClick(use.setNudge, use.seals, log))
  click(/^nudge-me-/, nudgeMeClick(use.setNudgeMe, log))
  click('nudge-log', nudgeLog(use.findTopic, log))
  click('nudge-ask', nudgeAsk(use.findTopic, log))

  app.error(async ({ error, body }: { error: CodedError; body?: StringIndexed }) => {
    const original = (error as { original?: unknown }).original ?? error
    log.error({ action: body?.event?.type ?? body?.type, ...factOf(original) }, 'listener failed')
    // A failed event must not be acknowledged, so that Slack sends it again.
    if (body && 'event' in body) throw error
  })
}
