import type { DeleteEvidence } from '../../coaching/evidence/delete-evidence.ts'
import type { JoinEvidence } from '../../coaching/evidence/join-evidence.ts'
import type { ListEvidence } from '../../coaching/evidence/list-evidence.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, chosen, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { evidenceListView } from '../views/evidence/evidence-list.ts'
import { openedView } from '../views/evidence/opened.ts'
import { isTooLong, wholeReviewModal, wholeReviewView } from '../views/review/review.ts'
import { goneView, joinedView, notOpenView, readAgainView, sayingView } from '../views/trouble.ts'
import { permalinkOf } from '../web-api/permalink.ts'

/** The two halves of a button's value: an id, and the rest. */
const split = (value: string): [string, string] => {
  const at = value.indexOf(' ')
  return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

/** A filter of the list, which is replaced. The value is what one would type. */
export function evidenceList(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => ({
      said: evidenceListView(
        await list.page(ownerOf(args.context, args.body.user.id), chosen(args.body), null),
      ),
      replace: true,
    }))
}

/** The next page. The value is the end of this page, and the filter. */
export function evidenceOlder(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [before, text] = split(chosen(args.body))
      const owner = ownerOf(args.context, args.body.user.id)
      return {
        said: evidenceListView(await list.page(owner, text, Temporal.Instant.from(before))),
        replace: true,
      }
    })
}

/** "Open" in the list: one piece with its review, shown only to the person. */
export function evidenceOpen(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const opened = await list.open(ownerOf(args.context, args.body.user.id), chosen(args.body))
      if (typeof opened === 'string') return { said: notOpenView(opened), replace: false, beside: true }
      const permalink = await permalinkOf(args.client, opened.evidence.thread)
      return { said: openedView(opened, permalink), replace: false, beside: true }
    })
}

/** "Show all" under a shortened review: below it, or in a modal if it is too long for a message. */
export function reviewShowAll(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const opened = await list.open(ownerOf(args.context, args.body.user.id), chosen(args.body))
      if (typeof opened === 'string') return { said: notOpenView(opened), replace: false, beside: true }
      if (!isTooLong(opened)) return { said: wholeReviewView(opened), replace: false, beside: true }
      const { trigger_id } = args.body
      await args.client.views.open({ trigger_id, view: wholeReviewModal(opened) })
      return null
    })
}

/** "Read it again": with the model, under an offline review, or after a change of goal. */
export function evidenceAgain(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const value = chosen(args.body)
      const owner = ownerOf(args.context, args.body.user.id)
      const count = await list.readAgain(owner, value === 'all' ? null : value)
      return { said: count === 0 ? goneView() : readAgainView(count), replace: false, beside: true }
    })
}

/** "Delete" in the list, which is shown again without it. */
export function evidenceDelete(deleteEvidence: DeleteEvidence, list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId, text] = split(chosen(args.body))
      const owner = ownerOf(args.context, args.body.user.id)
      await deleteEvidence(owner, evidenceId)
      return { said: evidenceListView(await list.page(owner, text, null)), replace: true }
    })
}

/** "Join with the one before". The value contains both ids. */
export function evidenceJoin(joinEvidence: JoinEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId, into] = split(chosen(args.body))
      const thread = await joinEvidence(ownerOf(args.context, args.body.user.id), evidenceId, into)
      const said = thread === 'gone' ? goneView() : joinedView(await permalinkOf(args.client, thread))
      return { said, replace: false }
    })
}

/** "Show me how to say it". The value is the piece, and the action's name ends in the competency. */
export function evidenceSay(list: ListEvidence, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const [evidenceId] = split(chosen(args.body))
      const [, competency = ''] = args.body.actions[0]?.action_id.split(':') ?? []
      const found = await list.say(ownerOf(args.context, args.body.user.id), evidenceId, competency)
      return { said: found ? sayingView() : goneView(), replace: false, beside: true }
    })
}
