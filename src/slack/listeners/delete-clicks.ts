import type { BlockAction, ButtonAction } from '@slack/bolt'
import type { DeleteEvidence, DeletePerson } from '../../coaching/evidence/delete-evidence.ts'
import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { lookupView } from '../views/ladder/lookup.ts'
import { deletedAllView, deletedView, goneView } from '../views/trouble.ts'

const evidenceIn = ({ actions }: BlockAction<ButtonAction>): string => actions[0]?.value ?? ''

/** "Delete" under a review. The message with the button is deleted too, so the answer is a new message. */
export function reviewDelete(deleteEvidence: DeleteEvidence, log: Log) {
  return (args: Click<BlockAction<ButtonAction>>): Promise<void> =>
    answerClick(args, log, async () => {
      const outcome = await deleteEvidence(ownerOf(args.context, args.body.user.id), evidenceIn(args.body))
      return { said: outcome === 'deleted' ? deletedView() : goneView(), replace: false }
    })
}

/** "Delete this" in `/ladder data`. The list is shown again without it. */
export function dataDeleteOne(deleteEvidence: DeleteEvidence, lookUpLadder: LookUpLadder, log: Log) {
  return (args: Click<BlockAction<ButtonAction>>): Promise<void> =>
    answerClick(args, log, async () => {
      const owner = ownerOf(args.context, args.body.user.id)
      await deleteEvidence(owner, evidenceIn(args.body))
      return { said: lookupView(await lookUpLadder(owner, 'data')), replace: true }
    })
}

/** "Delete everything". */
export function dataDeleteAll(deletePerson: DeletePerson, log: Log) {
  return (args: Click<BlockAction<ButtonAction>>): Promise<void> =>
    answerClick(args, log, async () => {
      const { deleted } = await deletePerson(ownerOf(args.context, args.body.user.id))
      return { said: deletedAllView(deleted), replace: true }
    })
}
