import type { types, webApi } from '@slack/bolt'
import type { NudgeScheduler, SlackEnd } from '../../coaching/nudge/nudge-port.ts'
import type { Nudge, NudgeNotice, NudgeText, NudgeTrouble } from '../../domain/nudge/nudge.ts'
import { isTokenRefused } from './refusals.ts'

/** The post. `text` is for notifications and screen readers. */
type NudgeSaid = { readonly text: string; readonly blocks: types.KnownBlock[] }

/**
 * Slack's errors for a call that it did not carry out and may carry out later (docs.slack.dev, chat.scheduleMessage).
 */
const LATER: Readonly<Record<string, number>> = {
  ratelimited: 30,
  rate_limited: 30,
  restricted_too_many: 10 * 60,
  time_in_past: 60,
  time_too_far: 60 * 60,
  team_added_to_org: 10 * 60,
}

/** When to try again after the bot's token was refused, in seconds. */
const TOKEN_LATER = 10 * 60

/** Slack's errors for a call whose outcome it does not know itself. */
const UNKNOWN = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])

const TROUBLES: Readonly<Record<string, NudgeTrouble>> = {
  not_in_channel: 'not-in-channel',
  is_archived: 'archived',
  channel_not_found: 'channel-gone',
  missing_scope: 'not-allowed',
  no_permission: 'not-allowed',
  restricted_action: 'not-allowed',
  access_denied: 'not-allowed',
}

/** How a call failed. Only the code of Slack's answer is read. */
const endOf = (error: unknown): SlackEnd => {
  const { code, retryAfter, data } = error as {
    code?: string
    retryAfter?: number
    data?: { error?: unknown }
  }
  if (code === 'slack_webapi_rate_limited_error') return { kind: 'later', seconds: retryAfter ?? 30 }
  if (code !== 'slack_webapi_platform_error') return { kind: 'unknown' }
  const said = String(data?.error)
  // A refused token says nothing about the channel. The nudge can still be posted once the token is accepted.
  const later = isTokenRefused(said) ? TOKEN_LATER : LATER[said]
  if (later !== undefined) return { kind: 'later', seconds: later }
  return UNKNOWN.has(said) ? { kind: 'unknown' } : { kind: 'refused', trouble: TROUBLES[said] ?? 'refused' }
}

/** Makes a call without throwing for Slack's answer, or for its absence. */
export async function ended<T>(call: () => Promise<T>): Promise<T | SlackEnd> {
  try {
    return await call()
  } catch (error) {
    return endOf(error)
  }
}

const toSeconds = (at: Temporal.Instant): number => Math.round(at.epochMilliseconds / 1000)
const fromSeconds = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at * 1000)

/**
 * The NudgeScheduler over Slack's Web API. `client` must not retry by itself. Posts have no `metadata`, because Slack
 * would never post them (a bug that is described on docs.slack.dev, chat.scheduleMessage).
 */
export function makeNudgeMessenger(
  client: webApi.WebClient,
  views: {
    readonly post: (text: NudgeText) => NudgeSaid
    readonly notice: (notice: NudgeNotice, nudge: Nudge) => NudgeSaid | Promise<NudgeSaid>
  },
): NudgeScheduler {
  return {
    schedule: ({ channel }, text, postAt) =>
      ended(async () => {
        const answer = await client.chat.scheduleMessage({
          channel,
          ...views.post(text),
          post_at: toSeconds(postAt),
          unfurl_links: false,
          unfurl_media: false,
        })
        const { scheduled_message_id: id, post_at: at } = answer
        if (!id) return { kind: 'unknown' }
        return { kind: 'handed', waiting: { id, postAt: at ? fromSeconds(Number(at)) : postAt } }
      }),

    list: ({ channel }) =>
      ended(async () => {
        const answer = await client.chat.scheduledMessages.list({ channel, limit: 100 })
        const waiting = (answer.scheduled_messages ?? []).flatMap(({ id, post_at: at }) =>
          id && at ? [{ id, postAt: fromSeconds(Number(at)) }] : [],
        )
        return { kind: 'list', waiting }
      }),

    takeBack: ({ channel }, id) =>
      ended(async () => {
        try {
          await client.chat.deleteScheduledMessage({ channel, scheduled_message_id: id })
          return { kind: 'taken' }
        } catch (error) {
          const said = (error as { data?: { error?: unknown } }).data?.error
          if (said === 'invalid_scheduled_message_id') return { kind: 'gone' }
          throw error
        }
      }),

    tellSetUp: (nudge, notice) =>
      ended(async () => {
        await client.chat.postMessage({
          channel: nudge.setUpBy,
          ...(await views.notice(notice, nudge)),
          unfurl_links: false,
          unfurl_media: false,
        })
        return { kind: 'told' }
      }),
  }
}
