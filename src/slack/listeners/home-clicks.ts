import type { Homes } from '../../coaching/packet/show-home.ts'
import type { Log } from '../../coaching/ports.ts'
import { PUT_AWAY, type PutAway } from '../../domain/packet/next-thing.ts'
import { answerClick, chosen, factOf, ownerOf } from '../answer.ts'
import type { Click } from '../clicks.ts'

/** "Done", "Later" and "Another" under the one thing to do. The tab is shown again with the next one. */
export function homeThing(homes: Pick<Homes, 'putAway'>, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const how = args.body.actions[0]?.action_id.split(':')[1] ?? ''
      if (Object.hasOwn(PUT_AWAY, how))
        await homes.putAway(ownerOf(args.context, args.body.user.id), chosen(args.body), how as PutAway)
      return null
    })
}

/** After anything that was pressed on a Home tab, it is shown again as it is now. */
export function homePressed(homes: Pick<Homes, 'opened'>, log: Log) {
  return async ({ body, context }: Click): Promise<void> => {
    if (body.view?.type !== 'home') return
    await homes
      .opened(ownerOf(context, body.user.id), body.view.hash)
      .catch((error: unknown) =>
        log.warn({ action: 'home-pressed', ...factOf(error) }, 'could not show a Home tab again'),
      )
  }
}
