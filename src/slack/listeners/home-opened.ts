import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { SuggestPrompts } from '../../coaching/conversation/suggest-prompts.ts'
import type { Homes } from '../../coaching/packet/show-home.ts'
import type { Log } from '../../coaching/ports.ts'
import { factOf, ownerOf } from '../answer.ts'

/** Slack's hash of what a Home tab shows. Null if it shows nothing yet. */
const hashOf = (view: object | undefined): string | null =>
  view && 'hash' in view && typeof view.hash === 'string' ? view.hash : null

/**
 * A person opens their Home tab, or their DM with the coach. If it fails, nobody is waiting, so Slack need not send
 * it again.
 */
export function homeOpened(suggestPrompts: SuggestPrompts, homes: Pick<Homes, 'opened'>, log: Log) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    const owner = ownerOf(context, event.user)
    const opened =
      event.tab === 'messages'
        ? suggestPrompts(owner, event.channel)
        : homes.opened(owner, hashOf(event.view))
    await opened.catch((error: unknown) =>
      log.warn({ action: event.type, ...factOf(error) }, 'could not answer somebody who opened the app'),
    )
  }
}
