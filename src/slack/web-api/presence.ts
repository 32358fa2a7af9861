import type { webApi } from '@slack/bolt'
import { makeTurnsByKey } from '../../coaching/limits.ts'
import type { Log } from '../../coaching/ports.ts'
import type { Presence } from '../../coaching/presence-port.ts'
import type { ReplyThread } from '../../coaching/replies.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { promptsFor } from '../views/conversation/prompts.ts'
import { calling } from './call.ts'

/** Slack puts the name of the app in front. */
const READING = 'is reading your message…'

/** Refusals that are about one conversation, and say nothing about the others. */
const OF_ONE_PLACE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'invalid_thread_ts',
  'message_not_found',
  'thread_not_found',
  'user_not_found',
])

/** What Slack refused for good. Null if the call is worth another try next time. */
const refusalIn = (error: unknown): string | null => {
  if (!(error instanceof CoachError) || error.vendor === null || OF_ONE_PLACE.has(error.vendor)) return null
  // A Slack without agents says this of the call. If the token itself is refused, others find out.
  return error.code === 'slack-refused' || error.vendor === 'not_allowed_token_type' ? error.vendor : null
}

/**
 * The Presence over Slack's agent surface, which not every app, workspace and plan has. A refused method is not called
 * again until the next start.
 */
export function makePresence(client: webApi.WebClient, log: Log): Presence {
  const refused = new Set<string>()
  // Slack may take a minute for one call. The next one about the same thread must not overtake it.
  const inTurn = makeTurnsByKey()

  const attempt = async (method: string, call: () => Promise<unknown>): Promise<void> => {
    if (refused.has(method)) return
    try {
      await calling(method, call)
    } catch (error) {
      const vendor = refusalIn(error)
      if (vendor === null || refused.has(method)) return
      refused.add(method)
      log.info({ action: 'show-presence', method, vendor }, 'Slack does not offer this here; I go on without')
    }
  }

  const setStatus = ({ channel, threadTs }: ReplyThread, status: string): Promise<void> =>
    attempt('assistant.threads.setStatus', () =>
      client.assistant.threads.setStatus({ channel_id: channel, thread_ts: threadTs, status }),
    )
  const setSession = (
    { owner, channel, threadTs }: ReplyThread,
    status: 'processing' | 'active',
  ): Promise<void> =>
    attempt('agents.sessions.setStatus', () =>
      client.agents.sessions.setStatus({
        channel_id: channel,
        thread_ts: threadTs,
        initiator_user_id: owner.user,
        status,
      }),
    )
  const show = (place: ReplyThread, status: string, session: 'processing' | 'active'): void =>
    void inTurn(`${place.channel} ${place.threadTs}`, () =>
      Promise.all([setStatus(place, status), setSession(place, session)]),
    )

  return {
    busy: (place) => show(place, READING, 'processing'),
    idle: (place) => show(place, '', 'active'),
    suggest: (dm, aim) =>
      void attempt('assistant.threads.setSuggestedPrompts', () =>
        client.assistant.threads.setSuggestedPrompts({ channel_id: dm, prompts: promptsFor(aim) }),
      ),
  }
}
