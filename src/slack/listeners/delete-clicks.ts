import type { BlockAction, ButtonAction } from '@slack/bolt'
import type { DeleteEvidence, DeletePerson } from '../../coaching/evidence/delete-evidence.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, factOf, ownerOf, sayTo } from '../answer.ts'
import type { Click } from '../clicks.ts'
import {
  deletedAllView,
  deletedView,
  deletingAllView,
  goneView,
  notDeletedAllView,
} from '../views/trouble.ts'

const evidenceIn = ({ actions }: BlockAction<ButtonAction>): string => actions[0]?.value ?? ''

/** "Delete" under a review. The message with the button is deleted too, so the answer is a new message. */
export function reviewDelete(deleteEvidence: DeleteEvidence, log: Log) {
  return (args: Click<BlockAction<ButtonAction>>): Promise<void> =>
    answerClick(args, log, async () => {
      const outcome = await deleteEvidence(ownerOf(args.context, args.body.user.id), evidenceIn(args.body))
      return { said: outcome === 'deleted' ? deletedView() : goneView(), replace: false }
    })
}

/**
 * "Delete everything". Each of our posts is removed on its own, which takes a while, so the list makes way at once for
 * a word that it has begun.
 */
export function dataDeleteAll(deletePerson: DeletePerson, log: Log) {
  return async (args: Click<BlockAction<ButtonAction>>): Promise<void> => {
    const { context, body } = args
    await answerClick(args, log, async () => {
      const owner = ownerOf(context, body.user.id)
      await sayTo(args, { said: deletingAllView(), replace: true })
      try {
        const { deleted } = await deletePerson(owner)
        return { said: deletedAllView(deleted), replace: true }
      } catch (error) {
        log.error({ action: 'data-delete-all', ...factOf(error) }, 'person not deleted')
        return { said: notDeletedAllView(), replace: true }
      }
    })
  }
}
