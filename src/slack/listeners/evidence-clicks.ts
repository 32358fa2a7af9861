import type { DeleteEvidence } from '../../coaching/evidence/delete-evidence.ts'
import type { JoinEvidence } from '../../coaching/evidence/join-evidence.ts'
import type { KeepOrDrop } from '../../coaching/evidence/keep-or-drop.ts'
import type { ListEvidence } from '../../coaching/evidence/list-evidence.ts'
import type { SaveFact } from '../../coaching/evidence/save-fact.ts'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { Log } from '../../coaching/ports.ts'
import type { CorrectReview } from '../../coaching/review/correct-review.ts'
import type { Owner } from '../../domain/person.ts'
import { answerClick, chosen, commandIn, ownerOf } from '../answer.ts'
import { openForm } from '../answer-in-view.ts'
import type { Click } from '../clicks.ts'
import { deleteAskView } from '../views/evidence/delete-ask.ts'
import { type ListPlace, placeIn } from '../views/evidence/evidence-line.ts'
import { evidenceListView } from '../views/evidence/evidence-list.ts'
import { openedView } from '../views/evidence/opened.ts'
import { lookupView } from '../views/ladder/lookup.ts'
import { savedOrNotView } from '../views/review/heard.ts'
import { isTooLong, wholeReviewModal, wholeReviewView } from '../views/review/review.ts'
import type { Said } from '../views/rich-text.ts'
import { goneView, joinedView, notOpenView, readAgainView, sayingView } from '../views/trouble.ts'
import { permalinkOf } from '../web-api/permalink.ts'
import { evidenceMove } from './review-wrong.ts'

/** The two halves of a button's value: an id, and the rest. */
const split = (value: string): [string, string] => {
  const at = value.indexOf(' ')
  return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

/** Shows a list again: `/ladder evidence` or `/ladder data`. */
export type ShowList = (owner: Owner, place: ListPlace) => Promise<Said>

export function makeShowList(list: ListEvidence, lookUpLadder: LookUpLadder): ShowList {
  return async (owner, { list: which, page, text }) =>
    which === 'data'
      ? lookupView(await lookUpLadder(owner, `data page ${page}`))
      : evidenceListView(await list.page(owner, text, page))
}

const showing =
  (show: ShowList, log: Log, placeOf: (value: string) => ListPlace) =>
  (args: Click): Promise<void> =>
    answerClick(args, log, async () => ({
      said: await show(ownerOf(args.context, args.body.user.id), placeOf(chosen(args.body))),
      replace: true,
    }))

/** A filter of the list, which is replaced. The value is the text that a person would type. */
export function evidenceList(show: ShowList, log: Log) {
  return showing(show, log, (text) => ({ list: 'evidence', page: 1, text }))
}

/** Another page. The value is its number, and the filter. */
export function evidencePage(show: ShowList, log: Log) {
  return showing(show, log, (value) => {
    const [page, text] = split(value)
    return { list: 'evidence', page: Number(page), text }
  })
}

/** Another page of `/ladder data`. The value is its number. */
export function dataPage(show: ShowList, log: Log) {
  return showing(show, log, (page) => ({ list: 'data', page: Number(page), text: '' }))
}

/** "Keep it": back to the list. */
export function evidenceBack(show: ShowList, log: Log) {
  return showing(show, log, placeIn)
}

/** "Open" in a menu: one piece with its review, shown only to the person. */
export function evidenceOpen(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId] = split(chosen(args.body))
      const opened = await list.openPiece(ownerOf(args.context, args.body.user.id), evidenceId)
      if (opened === null) return { said: goneView(), replace: false, beside: true }
      const permalink = await permalinkOf(args.client, opened.evidence.thread)
      return { said: openedView(opened, permalink), replace: false, beside: true }
    })
}

/** "Delete…" in the list, in the place of which it asks. */
const evidenceDeleteAsk =
  (list: ListEvidence, log: Log) =>
  (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId, place] = split(chosen(args.body))
      const piece = await list.piece(ownerOf(args.context, args.body.user.id), evidenceId)
      if (piece === null) return { said: goneView(), replace: false, beside: true }
      return { said: deleteAskView(piece.row, piece.ladder, placeIn(place)), replace: true }
    })

/** The menu of a piece in a list. Each option names its command, and the piece. */
export function evidenceMenu(list: ListEvidence, correctReview: CorrectReview, log: Log) {
  const commands: Readonly<Record<string, (args: Click) => Promise<void>>> = {
    open: evidenceOpen(list, log),
    again: evidenceAgain(list, log),
    move: evidenceMove(correctReview, log),
    delete: evidenceDeleteAsk(list, log),
  }
  return async (args: Click): Promise<void> => {
    const command = commandIn(args.body)
    await (Object.hasOwn(commands, command) ? commands[command]!(args) : args.ack())
  }
}

/** "Show full review" under a shortened review: below it, or in a modal if it is too long for a message. */
export function reviewShowAll(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const opened = await list.open(ownerOf(args.context, args.body.user.id), chosen(args.body))
      if (typeof opened === 'string') return { said: notOpenView(opened), replace: false, beside: true }
      if (!isTooLong(opened)) return { said: wholeReviewView(opened), replace: false, beside: true }
      await openForm(args, wholeReviewModal(opened))
      return null
    })
}

/** "Review again": with the model, under an offline review, or after a change of goal. */
export function evidenceAgain(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [value] = split(chosen(args.body))
      const owner = ownerOf(args.context, args.body.user.id)
      const count = await list.readAgain(owner, value === 'all' ? null : value)
      return { said: count === 0 ? goneView() : readAgainView(count), replace: false, beside: true }
    })
}

/** "Delete", after the question in the place of the list. The list is shown again without the piece. */
export function evidenceDelete(deleteEvidence: DeleteEvidence, show: ShowList, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId, place] = split(chosen(args.body))
      const owner = ownerOf(args.context, args.body.user.id)
      await deleteEvidence(owner, evidenceId)
      return { said: await show(owner, placeIn(place)), replace: true }
    })
}

/** "Save" and "No" under the question whether to save a message. The value is the piece and the part's position. */
export function evidenceKeep(keepOrDrop: KeepOrDrop, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId, part] = split(chosen(args.body))
      const save = args.body.actions[0]?.action_id === 'evidence-keep'
      const owner = ownerOf(args.context, args.body.user.id)
      const done = await keepOrDrop(owner, { evidenceId, part: Number(part) }, save)
      return { said: savedOrNotView(done), replace: done !== 'gone' }
    })
}

/** "Save it" under a part of a message that may be evidence. The value is the piece, and that part. */
export function evidenceSaveFact(saveFact: SaveFact, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId, fact] = split(chosen(args.body))
      const owner = ownerOf(args.context, args.body.user.id)
      const post = { channel: args.body.channel?.id ?? '', ts: args.body.message?.ts ?? '' }
      const done = await saveFact(owner, { evidenceId, fact, post })
      return { said: savedOrNotView(done), replace: done !== 'gone' }
    })
}

/** "Join with previous". The value contains both ids. */
export function evidenceJoin(joinEvidence: JoinEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId, into] = split(chosen(args.body))
      const thread = await joinEvidence(ownerOf(args.context, args.body.user.id), evidenceId, into)
      const said = thread === 'gone' ? goneView() : joinedView(await permalinkOf(args.client, thread))
      return { said, replace: false }
    })
}

/** "Draft this". The value is the piece, and the action's name ends in the competency. */
export function evidenceSay(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId] = split(chosen(args.body))
      const [, competency = ''] = args.body.actions[0]?.action_id.split(':') ?? []
      const found = await list.say(ownerOf(args.context, args.body.user.id), evidenceId, competency)
      return { said: found ? sayingView() : goneView(), replace: false, beside: true }
    })
}
