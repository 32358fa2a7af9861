import type { LookUpLadder } from '../../coaching/ladder/look-up-ladder.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, chosen, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'
import { lookupView } from '../views/ladder/lookup.ts'
import { publicView, sharedView, sharePreview } from '../views/ladder/share.ts'
import { troubleView } from '../views/trouble.ts'

/** A button that shows what `/ladder TEXT` shows. Its value is that TEXT. */
export function ladderShow(lookUpLadder: LookUpLadder, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => ({
      said: lookupView(await lookUpLadder(ownerOf(args.context, args.body.user.id), chosen(args.body))),
      replace: false,
    }))
}

/** "Share…": a preview for the person of what everyone in the conversation would see. */
export function ladderShare(lookUpLadder: LookUpLadder, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const answer = await lookUpLadder(ownerOf(args.context, args.body.user.id), chosen(args.body))
      return { said: sharePreview(answer) ?? lookupView(answer), replace: false }
    })
}

/** "Post here": posts ladder text where the command was typed. The preview then says that it was posted. */
export function ladderSharePost(lookUpLadder: LookUpLadder, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const path = chosen(args.body)
      const said = publicView(await lookUpLadder(ownerOf(args.context, args.body.user.id), path))
      if (said === null) return { said: troubleView(), replace: false }
      await args.respond({ response_type: 'in_channel', replace_original: false, ...said })
      return { said: sharedView(path), replace: false }
    })
}

/** Chooses a level as the goal, in a thread or under `/ladder goal`. The answer replaces the question. */
export function goalChoose(lookUpLadder: LookUpLadder, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => ({
      said: lookupView(
        await lookUpLadder(ownerOf(args.context, args.body.user.id), `goal ${chosen(args.body)}`),
      ),
      replace: true,
    }))
}
