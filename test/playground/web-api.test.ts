import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

describe('the playground’s Web API', () => {
  let bot: PlaygroundBot
  let root: string
  beforeAll(async () => {
    bot = await openPlaygroundBot()
    await bot.asks('send', { text: 'The root.' })
    root = (await bot.hears(({ event }) => event?.text === 'The root.')).event.ts
  })
  afterAll(() => bot.close())

  const inThread = async (): Promise<Json[]> => (await bot.sees({ thread: root })).thread
  const last = async (): Promise<Json> => (await inThread()).at(-1)

  it('changes a message with its blocks, and deletes it', async () => {
    const place = { channel: bot.ada.dm, thread_ts: root }
    const section = (text: string): Json[] => [{ type: 'section', text: { type: 'mrkdwn', text } }]
    const { ts } = await bot.client.chat.postMessage({ ...place, text: 'x', blocks: section('*Reading* …') })
    expect((await last()).html).toContain('Reading')
    await bot.client.chat.update({ channel: bot.ada.dm, ts: ts!, text: 'y', blocks: section('*Done*') })
    expect((await last()).html).toContain('Done')
    expect(await last()).toMatchObject({ edited: false })
    await bot.client.chat.delete({ channel: bot.ada.dm, ts: ts! })
    expect((await inThread()).length).toBe(1)
  })

  it('accepts markdown instead of text', async () => {
    await bot.client.chat.postMessage({
      channel: bot.ada.dm,
      thread_ts: root,
      markdown_text: '**Bold** words',
    })
    expect((await last()).html).toMatch(/<strong[^>]*>Bold<\/strong> words/)
  })

  it('knows people with their names and time zones', async () => {
    const { user } = await bot.client.users.info({ user: bot.ada.id })
    expect(user).toMatchObject({
      id: bot.ada.id,
      name: 'ada',
      real_name: 'Ada Example',
      is_bot: false,
      tz: 'Europe/London',
      tz_offset: expect.any(Number),
      profile: { real_name: 'Ada Example', display_name: 'Ada' },
    })
    const { members } = await bot.client.users.list({})
    expect(members?.map(({ real_name }) => real_name)).toEqual(['Ada Example', 'Sam Example', 'Ladder Coach'])
    await expect(bot.client.users.info({ user: 'U0' })).rejects.toThrow('user_not_found')
  })

  it('opens the DM that a person has with the bot', async () => {
    const { channel } = await bot.client.conversations.open({ users: bot.ada.id })
    expect(channel?.id).toBe(bot.ada.dm)
  })

  it('shows what the bot is doing, until it posts or clears the status', async () => {
    const set = (status: string) =>
      bot.client.assistant.threads.setStatus({ channel_id: bot.ada.dm, thread_ts: root, status })
    const status = async () => (await bot.sees()).lines[0].status
    await set('is reading…')
    expect(await status()).toBe('Ladder Coach is reading…')
    await set('')
    expect(await status()).toBe(null)
    await set('is reading…')
    await bot.client.chat.postMessage({ channel: bot.ada.dm, text: 'Elsewhere.' })
    expect(await status()).toBe('Ladder Coach is reading…')
    await bot.client.chat.postMessage({ channel: bot.ada.dm, thread_ts: root, text: 'Read.' })
    expect(await status()).toBe(null)
  })

  it('lets a message grow, and ends it with blocks', async () => {
    const place = { channel: bot.ada.dm }
    await bot.client.assistant.threads.setStatus({
      channel_id: bot.ada.dm,
      thread_ts: root,
      status: 'is thinking…',
    })
    const { ts } = await bot.client.chat.startStream({ ...place, thread_ts: root, markdown_text: '**Well' })
    expect((await bot.sees()).lines[0].status).toBe(null)
    expect(await last()).toMatchObject({ ts, streaming: true })
    await bot.client.chat.appendStream({ ...place, ts: ts!, markdown_text: ' done**' })
    expect((await last()).html).toMatch(/<strong[^>]*>Well done<\/strong>/)
    const task = { type: 'task_update', id: 't1', title: 'Reading' } as const
    await bot.client.chat.appendStream({
      ...place,
      ts: ts!,
      chunks: [{ ...task, status: 'in_progress' }],
    })
    await bot.client.chat.appendStream({
      ...place,
      ts: ts!,
      chunks: [
        { ...task, status: 'complete' },
        { type: 'markdown_text', text: 'Next.' },
      ],
    })
    const grown = await last()
    expect(grown.html.match(/Reading/g)).toHaveLength(1)
    expect(grown.html).toContain('status_complete')
    const stopped = await bot.client.chat.stopStream({
      ...place,
      ts: ts!,
      blocks: [{ type: 'section', text: { type: 'plain_text', text: 'The end.' } }] as Json,
    })
    expect(stopped.message?.blocks?.length).toBe(4)
    expect(await last()).toMatchObject({ streaming: false, html: expect.stringContaining('The end.') })
    await expect(bot.client.chat.appendStream({ ...place, ts: ts!, markdown_text: 'Late.' })).rejects.toThrow(
      'message_not_in_streaming_state',
    )
    await expect(
      bot.client.chat.startStream({ channel: bot.channel.id, thread_ts: root, markdown_text: 'x' }),
    ).rejects.toThrow('missing_recipient_user_id')
  })

  it('works with the streamer of Slack’s own client', async () => {
    const streamer = bot.client.chatStream({ channel: bot.ada.dm, thread_ts: root, buffer_size: 4 })
    await streamer.append({ markdown_text: 'From the ' })
    await streamer.append({ markdown_text: 'streamer.' })
    await streamer.stop()
    expect(await last()).toMatchObject({
      streaming: false,
      html: expect.stringContaining('From the streamer.'),
    })
  })

  it('posts scheduled messages on time, lists them until then, and deletes them on request', async () => {
    const now = Math.floor(Date.now() / 1000)
    const channel = bot.channel.id
    const soon = await bot.client.chat.scheduleMessage({ channel, text: 'A nudge.', post_at: now + 2 })
    const later = await bot.client.chat.scheduleMessage({ channel, text: 'Another.', post_at: now + 3600 })
    const waiting = async () => (await bot.client.chat.scheduledMessages.list({ channel })).scheduled_messages
    expect(await waiting()).toMatchObject([
      { id: soon.scheduled_message_id, channel_id: channel, post_at: now + 2, text: 'A nudge.' },
      { id: later.scheduled_message_id },
    ])
    await bot.client.chat.deleteScheduledMessage({
      channel,
      scheduled_message_id: later.scheduled_message_id!,
    })
    await expect(
      bot.client.chat.deleteScheduledMessage({
        channel,
        scheduled_message_id: soon.scheduled_message_id!,
      }),
    ).rejects.toThrow('invalid_scheduled_message_id')
    await expect(
      bot.client.chat.scheduleMessage({ channel, text: 'Late.', post_at: now - 1 }),
    ).rejects.toThrow('time_in_past')
    await expect
      .poll(async () => (await bot.sees({ channel })).lines.map(({ html }: Json) => html).join(), {
        timeout: 10_000,
      })
      .toContain('A nudge.')
    expect(await waiting()).toEqual([])
  })

  it('shows on its page when a scheduled post comes, and posts it early on request', async () => {
    const channel = bot.channel.id
    const post_at = Math.floor(Date.now() / 1000) + 3600
    expect((await bot.sees({ channel })).waits).toBeNull()
    await bot.client.chat.scheduleMessage({ channel, text: 'Held until then.', post_at })
    expect((await bot.sees({ channel })).waits).toBe(post_at * 1000)
    expect(await bot.asks('post-now', { channel })).toBeNull()
    const { lines, waits } = await bot.sees({ channel })
    expect([lines.at(-1).html, waits]).toEqual([expect.stringContaining('Held until then.'), null])
    expect(await bot.asks('post-now', { channel })).toBe('No post is scheduled here.')
    // The bot knows the post by the time for which it scheduled it, and answers in its thread.
    const { ts } = lines.at(-1)
    await bot.asks('send', { channel, thread: ts, text: '@Ladder Coach saved two weeks' })
    const { event } = await bot.hears((said) => said.event?.text?.endsWith(' saved two weeks'))
    expect(Math.floor(Number(event.thread_ts))).toBe(post_at)
    await bot.client.chat.postMessage({ channel, thread_ts: event.thread_ts, text: 'Two weeks it is.' })
    expect((await bot.sees({ channel, thread: ts })).thread.at(-1).html).toContain('Two weeks it is.')
  })

  it('answers only with the bot’s token, and says which methods it does not have', async () => {
    const call = async (method: string, headers: Record<string, string>): Promise<Json> =>
      (await fetch(`${bot.slackApiUrl}${method}`, { method: 'POST', headers })).json()
    expect(await call('users.list', {})).toEqual({ ok: false, error: 'not_authed' })
    const other = { authorization: 'Bearer xoxp-playground-ada' }
    expect(await call('auth.test', other)).toEqual({ ok: false, error: 'invalid_auth' })
    const own = { authorization: `Bearer ${bot.botToken}` }
    expect(await call('admin.nothing', own)).toEqual({ ok: false, error: 'unknown_method' })
    expect(await call('assistant.threads.setTitle', own)).toEqual({ ok: false, error: 'unknown_method' })
  })
})
