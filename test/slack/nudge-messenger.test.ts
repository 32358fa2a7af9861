import { webApi } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { makeNudgeMessenger } from '../../src/slack/web-api/nudge-messenger.ts'
import { at, nudgeOf, nudgeText } from '../domain/nudge-fixture.ts'
import { BOT_TOKEN } from '../fakes/local-slack.ts'

const channel = { team: 'T1', channel: 'C1' }
const due = at('2026-11-23T10:00:00Z')

/** A Slack that gives this answer to everything, and what it was asked. */
const slackThat = (answer: () => Response) => {
  const asked: URLSearchParams[] = []
  const client = new webApi.WebClient(BOT_TOKEN, {
    fetch: async (_, init) => {
      asked.push(new URLSearchParams(String(init?.body)))
      return answer()
    },
    retryConfig: { retries: 0 },
    logLevel: webApi.LogLevel.ERROR,
    rejectRateLimitedCalls: true,
  })
  const said = { text: 'words', blocks: [] }
  return { asked, messenger: makeNudgeMessenger(client, { post: () => said, notice: () => said }) }
}
const saying = (body: object, status = 200, headers = {}) =>
  slackThat(() => new Response(JSON.stringify(body), { status, headers }))

describe('a nudge in Slack', () => {
  it('is handed over to the second, and without metadata, with which Slack would never post it', async () => {
    const { messenger, asked } = saying({ ok: true, scheduled_message_id: 'Q1', post_at: 1_795_428_000 })
    expect(await messenger.schedule(channel, nudgeText, due)).toEqual({
      kind: 'handed',
      waiting: { id: 'Q1', postAt: due },
    })
    expect(asked[0]?.get('post_at')).toBe('1795428000')
    expect(asked[0]?.has('metadata')).toBe(false)
  })

  it.each([
    ['not_in_channel', { kind: 'refused', trouble: 'not-in-channel' }],
    ['is_archived', { kind: 'refused', trouble: 'archived' }],
    ['channel_not_found', { kind: 'refused', trouble: 'channel-gone' }],
    ['missing_scope', { kind: 'refused', trouble: 'not-allowed' }],
    // This says nothing about the channel. The nudge can still come once the token is accepted.
    ['token_revoked', { kind: 'later', seconds: 600 }],
    ['ekm_access_denied', { kind: 'later', seconds: 600 }],
    ['msg_too_long', { kind: 'refused', trouble: 'refused' }],
    ['restricted_too_many', { kind: 'later', seconds: 600 }],
    ['time_in_past', { kind: 'later', seconds: 60 }],
    ['internal_error', { kind: 'unknown' }],
  ])('that Slack answers with %s ends as %o', async (error, end) => {
    expect(await saying({ ok: false, error }).messenger.schedule(channel, nudgeText, due)).toEqual(end)
  })

  it('waits as long as Slack says, and has an unknown end without an answer', async () => {
    const limited = saying({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '17' })
    expect(await limited.messenger.schedule(channel, nudgeText, due)).toEqual({ kind: 'later', seconds: 17 })
    expect(await saying({}, 503).messenger.schedule(channel, nudgeText, due)).toEqual({ kind: 'unknown' })
    const silent = slackThat(() => {
      throw new TypeError('fetch failed')
    })
    expect(await silent.messenger.schedule(channel, nudgeText, due)).toEqual({ kind: 'unknown' })
    expect(await silent.messenger.list(channel)).toEqual({ kind: 'unknown' })
    expect(
      await silent.messenger.tellSetUp({ ...nudgeOf(), setUpBy: 'UADA' }, { kind: 'missed', dueAt: due }),
    ).toEqual({
      kind: 'unknown',
    })
  })

  it('lists what waits in a channel, and says whether it could be withdrawn', async () => {
    const listed = saying({
      ok: true,
      scheduled_messages: [{ id: 'Q1', channel_id: 'C1', post_at: 1_795_428_000 }],
    })
    expect(await listed.messenger.list(channel)).toEqual({
      kind: 'list',
      waiting: [{ id: 'Q1', postAt: due }],
    })
    expect(await saying({ ok: true }).messenger.takeBack(channel, 'Q1')).toEqual({ kind: 'taken' })
    const gone = saying({ ok: false, error: 'invalid_scheduled_message_id' })
    expect(await gone.messenger.takeBack(channel, 'Q1')).toEqual({ kind: 'gone' })
  })
})
