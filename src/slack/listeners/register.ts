import type { App, BlockAction, ButtonAction, CodedError, StringIndexed } from '@slack/bolt'
import type { SuggestPrompts } from '../../coaching/conversation/suggest-prompts.ts'
import type { AcceptEvidence } from '../../coaching/evidence/accept-evidence.ts'
import type { ChangeEvidence } from '../../coaching/evidence/change-evidence.ts'
import type { DeleteEvidence, DeletePerson } from '../../coaching/evidence/delete-evidence.ts'
import type { JoinEvidence } from '../../coaching/evidence/join-evidence.ts'
import type { KeepOrDrop } from '../../coaching/evidence/keep-or-drop.ts'
import type { ListEvidence } from '../../coaching/evidence/list-evidence.ts'
import type { LogEvidence, SaveMessage } from '../../coaching/evidence/log-evidence.ts'
import type { Plans } from '../../coaching/evidence/plans-port.ts'
import type { SaveFact } from '../../coaching/evidence/save-fact.ts'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { MentionStore } from '../../coaching/ladder/mention-store.ts'
import type { TellLadderChange } from '../../coaching/ladder/tell-ladder-change.ts'
import type { CountNudge } from '../../coaching/nudge/count-nudge.ts'
import type { FindAsked } from '../../coaching/nudge/find-asked.ts'
import type { FindTopic } from '../../coaching/nudge/nudge-topic.ts'
import type { SetNudge } from '../../coaching/nudge/set-nudge.ts'
import type { SetNudgeMe } from '../../coaching/nudge/set-nudge-me.ts'
import type { GivePacket } from '../../coaching/packet/give-packet.ts'
import type { Packets } from '../../coaching/packet/make-packet.ts'
import type { ReadPacket } from '../../coaching/packet/read-packet.ts'
import type { Homes } from '../../coaching/packet/show-home.ts'
import type { WorkOnPacket } from '../../coaching/packet/work-port.ts'
import type { Log } from '../../coaching/ports.ts'
import type { CorrectReview } from '../../coaching/review/correct-review.ts'
import type { Readings } from '../../coaching/review/steps/readings.ts'
import { factOf } from '../answer.ts'
import { clicksOf } from '../clicks.ts'
import type { Seals } from '../seals.ts'
import { nudgeMeView } from '../views/nudge/nudge-me-outcome.ts'
import { askDelete, askDeleteAll, askGoal, askKeep, askNudge } from './ask-clicks.ts'
import { dataDeleteAll, reviewDelete } from './delete-clicks.ts'
import { directMessage } from './direct-message.ts'
import {
  dataPage,
  evidenceAgain,
  evidenceBack,
  evidenceDelete,
  evidenceJoin,
  evidenceKeep,
  evidenceList,
  evidenceMenu,
  evidenceOpen,
  evidencePage,
  evidenceSaveFact,
  evidenceSay,
  makeShowList,
  reviewShowAll,
} from './evidence-clicks.ts'
import { logClick, logShortcut, logSubmitted, saveShortcut } from './evidence-form.ts'
import { homePressed, homeThing } from './home-clicks.ts'
import { homeOpened } from './home-opened.ts'
import { goalChoose, ladderShare, ladderSharePost, ladderShow } from './ladder-clicks.ts'
import { ladderCommand } from './ladder-command.ts'
import { mention } from './mention.ts'
import { nudgeClick } from './nudge-clicks.ts'
import { type AnswerOwnNudge, nudgeCommand } from './nudge-command.ts'
import { nudgeSubmitted } from './nudge-form.ts'
import { nudgeMeClick } from './nudge-me.ts'
import { nudgeAsk, nudgeLog, nudgeSave } from './nudge-post-clicks.ts'
import {
  packetChange,
  packetDraft,
  packetDrafted,
  packetFile,
  packetInclude,
  packetPage,
  packetPlaced,
  packetQuote,
  packetWrite,
  packetWritten,
} from './packet/packet-clicks.ts'
import { packetCommand } from './packet/packet-command.ts'
import { packetLog, packetReading } from './packet/packet-readings.ts'
import { packetWork, packetWorkPress } from './packet/packet-work.ts'
import { evidenceRemind, planAnswer } from './plan-clicks.ts'
import {
  evidenceMove,
  reviewAccept,
  reviewChoose,
  reviewFinding,
  reviewMove,
  reviewRight,
  reviewWrong,
  reviewWrongMenu,
  reviewWrongSubmitted,
} from './review-wrong.ts'

import { sessionStopped } from './session-stopped.ts'

/** The use cases that Slack's events lead to. */
export type UseCases = {
  readonly acceptEvidence: AcceptEvidence
  readonly changeEvidence: ChangeEvidence
  readonly joinEvidence: JoinEvidence
  readonly keepOrDrop: KeepOrDrop
  readonly saveFact: SaveFact
  readonly plans: Plans
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
  readonly findAsked: FindAsked
  readonly countNudge: CountNudge
  readonly packets: Packets
  readonly readPacket: ReadPacket
  readonly givePacket: GivePacket
  readonly workOnPacket: WorkOnPacket
  readonly suggestPrompts: SuggestPrompts
  readonly homes: Homes
  readonly stopReading: Readings['stop']
  /** Seals that say which channel a form was opened about. */
  readonly seals: Seals
  readonly mentions: MentionStore
}

/** Registers a listener for each event, command, shortcut, button and modal. */
export function register(app: App, use: UseCases, log: Log, now: () => Temporal.Instant): void {
  const today = (): Temporal.PlainDate => now().toZonedDateTimeISO('UTC').toPlainDate()
  const ownNudge: AnswerOwnNudge = async (owner, asked) =>
    nudgeMeView(await use.setNudgeMe.command(owner, asked))
  app.event('message', directMessage(use.acceptEvidence, use.changeEvidence))
  app.event('app_mention', mention(use.lookUpLadder, use.mentions, use.findAsked))
  app.event('app_home_opened', homeOpened(use.suggestPrompts, use.homes, log))
  app.event('agent_session_stopped', sessionStopped(use.stopReading))
  app.command(
    '/ladder',
    ladderCommand(use, nudgeCommand(use.setNudge, use.seals, ownNudge, log), packetCommand(use, log), log),
  )
  app.shortcut({ type: 'shortcut', callback_id: 'evidence-log' }, logShortcut(log))
  app.shortcut(
    { type: 'message_action', callback_id: 'evidence-save' },
    saveShortcut(use.saveMessage, use.findAsked, log),
  )
  app.view('evidence-log', logSubmitted(use.logEvidence, use.findTopic, use.countNudge, log, today))
  app.view('nudge-form', nudgeSubmitted(use.setNudge, use.seals, log))
  app.view('review-wrong', reviewWrongSubmitted(use.correctReview, log))
  app.view('packet-write', packetWritten(use.packets, log))

  const click = clicksOf(app, homePressed(use.homes, log), log)
  const show = makeShowList(use.listEvidence, use.lookUpLadder)
  click(/^ladder-(?:show|menu):/, ladderShow(use.lookUpLadder, log))
  click('ladder-share', ladderShare(use.lookUpLadder, log))
  click('ladder-share-post', ladderSharePost(use.lookUpLadder, log))
  click(/^goal-choose(?::|$)/, goalChoose(use.lookUpLadder, log))
  click(/^data-(?:older|newer)$/, dataPage(show, log))
  click<BlockAction<ButtonAction>>('data-delete-all', dataDeleteAll(use.deletePerson, log))

  click('ask-keep', askKeep(log))
  click(/^ask-delete(?::|$)/, askDelete(use.deleteEvidence, log))
  click('ask-delete-all', askDeleteAll(use.deletePerson, log))
  click('ask-goal', askGoal(use.lookUpLadder, log))
  click('ask-nudge', askNudge(use.setNudgeMe, log, today))

  click(/^evidence-list(?::|$)/, evidenceList(show, log))
  click(/^evidence-(?:older|newer)$/, evidencePage(show, log))
  click('evidence-menu', evidenceMenu(use.listEvidence, use.correctReview, log))
  click('evidence-move', evidenceMove(use.correctReview, log))
  click('evidence-back', evidenceBack(show, log))
  click('review-show-all', reviewShowAll(use.listEvidence, log))
  click(/^(?:evidence-again|review-again|goal-read-again)$/, evidenceAgain(use.listEvidence, log))
  click('evidence-delete', evidenceDelete(use.deleteEvidence, show, log))
  click('evidence-log', logClick(log))
  click(/^evidence-(?:keep|drop)$/, evidenceKeep(use.keepOrDrop, log))
  click('evidence-remind', evidenceRemind(use.plans, log))
  click(/^plan-(?:done|later|drop)$/, planAnswer(use.plans, log))
  click('evidence-save-fact', evidenceSaveFact(use.saveFact, log))
  click('evidence-join', evidenceJoin(use.joinEvidence, log))
  click(/^evidence-say:/, evidenceSay(use.listEvidence, log))
  click('review-accept', reviewAccept(use.correctReview, log))
  click('review-right', reviewRight(use.correctReview, log))
  click('review-wrong', reviewWrong(use.correctReview, log))
  click(/^review-wrong:/, reviewWrongMenu(use.correctReview, log))
  click(/^review-move:/, reviewMove(use.correctReview, log))
  click(/^review-finding:/, reviewFinding(use.correctReview, log))
  click(/^review-choose:/, reviewChoose(use.correctReview, log))
  click<BlockAction<ButtonAction>>('review-delete', reviewDelete(use.deleteEvidence, log))

  click(/^home-thing:/, homeThing(use.homes, log))
  click('home-open', evidenceOpen(use.listEvidence, log))
  click('home-again', ({ ack }) => ack())
  click(/^packet-page(?::|$)/, packetPage(use.packets, log))
  click(/^packet-(?:hide|show|bring-in)$/, packetChange(use.packets, log))
  click(/^packet-include:/, packetInclude(use.packets, log))
  click('packet-file', packetFile(use.givePacket, log))
  click(/^packet-quote:/, packetQuote(use.packets, use.listEvidence, log))
  click(/^packet-place:/, packetPlaced(use.packets, use.correctReview, log))
  click(/^packet-open:/, evidenceOpen(use.listEvidence, log))
  click('packet-draft', packetDraft(use.packets, log))
  click(/^packet-(?:accept(?::all)?|remove)$/, packetDrafted(use.packets, log))
  click(/^packet-write:/, packetWrite(use.packets, log))
  click('packet-objections', packetReading(use.readPacket, 'objections', log))
  click('packet-talk', packetReading(use.readPacket, 'talk', log))
  click(/^packet-log:/, packetLog(use.findTopic, log))
  click('packet-work', packetWork(use.workOnPacket, log))
  click('packet-work-skip', packetWorkPress(use.workOnPacket, 'skip', log))
  click('packet-work-stop', packetWorkPress(use.workOnPacket, 'stop', log))

  click(/^nudge-(?:form|preview|skip|resume|stop|pause)(?::|$)/, nudgeClick(use.setNudge, use.seals, log))
  click(/^nudge-me-/, nudgeMeClick(use.setNudgeMe, log))
  click('nudge-log', nudgeLog(use.findTopic, use.findAsked, use.countNudge, log))
  click('nudge-save', nudgeSave(use.saveMessage, use.findAsked, use.countNudge, log))
  click('nudge-ask', nudgeAsk(use.findTopic, use.findAsked, log))

  app.error(async ({ error, body }: { error: CodedError; body?: StringIndexed }) => {
    const original = (error as { original?: unknown }).original ?? error
    log.error({ action: body?.event?.type ?? body?.type, ...factOf(original) }, 'listener failed')
    // A failed event must not be acknowledged, so that Slack sends it again.
    if (body && 'event' in body) throw error
  })
}
