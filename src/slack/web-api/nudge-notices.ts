import type { webApi } from '@slack/bolt'
import type { NudgeNotices } from '../../coaching/nudge/nudge-port.ts'
import type { Log } from '../../coaching/ports.ts'
import { nudgeNoticeView } from '../views/nudge/nudge-told.ts'
import { ended } from './nudge-messenger.ts'

/** Posts notices about nudges through Slack's Web API. Slack refuses them in a channel that the coach is not in. */
export function makeNudgeNotices(client: webApi.WebClient, log: Log): NudgeNotices {
  return {
    tell: ({ channel }, by, notice) =>
      ended(async () => {
        const { ts } = await client.chat.postMessage({
          channel,
          ...nudgeNoticeView(by, notice),
          unfurl_links: false,
          unfurl_media: false,
        })
        return ts ? { kind: 'told', ts } : { kind: 'unknown' }
      }),

    withdraw: async ({ channel }, ts) => {
      const end = await ended(async () => {
        await client.chat.delete({ channel, ts })
        return { kind: 'gone' } as const
      })
      if (end.kind !== 'gone')
        log.warn({ action: 'set-nudge', end: end.kind }, 'could not delete a notice from a channel')
    },
  }
}
