import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

describe('messages of the playground', () => {
  let bot: PlaygroundBot
  beforeAll(async () => {
    bot = await openPlaygroundBot()
  })
  afterAll(() => bot.close())

  const eventOf = (matches: (event: Json) => unknown) => bot.hears(({ event }) => event && matches(event))
  const say = async (text: string, more: Json = {}): Promise<Json> => {
    await bot.asks('send', { text, ...more })
    return (await eventOf((event) => event.text === text)).event
  }

  it('are delivered from a DM, signed, and with the ids that Slack adds', async () => {
    const event = await say('I led the restore drill.')
    expect(event).toMatchObject({
      type: 'message',
      channel: bot.ada.dm,
      channel_type: 'im',
      user: bot.ada.id,
      ts: expect.stringMatching(/^\d+\.\d{6}$/),
      client_msg_id: expect.any(String),
    })
    expect(event.event_ts).toBe(event.ts)
    expect(event).not.toHaveProperty('subtype')
    expect(bot.heard.every(({ signed }) => signed)).toBe(true)
  })

  it('are delivered after an edit as message_changed, with both versions', async () => {
    const { ts } = await say('I lead the drill.')
    await bot.asks('edit', { ts, text: 'I led <the> drill.' })
    const { event } = await eventOf((one) => one.subtype === 'message_changed')
    expect(event).toMatchObject({
      type: 'message',
      hidden: true,
      channel: bot.ada.dm,
      channel_type: 'im',
      message: {
        type: 'message',
        user: bot.ada.id,
        text: 'I led &lt;the&gt; drill.',
        ts,
        edited: { user: bot.ada.id, ts: expect.any(String) },
      },
      previous_message: { user: bot.ada.id, text: 'I lead the drill.', ts },
    })
    expect(event.ts).toBe(event.event_ts)
    expect(event.ts).not.toBe(ts)
    expect(event.previous_message).not.toHaveProperty('edited')
    const line = (await bot.sees()).lines.find((one: Json) => one.ts === ts)
    expect(line).toMatchObject({ edited: true, own: 'I led <the> drill.' })
    expect(line.html).toContain('I led &lt;the&gt; drill.')
  })

  it('are not delivered after an edit without a change', async () => {
    const { ts } = await say('The same words.')
    const before = bot.heard.length
    expect(await bot.asks('edit', { ts, text: 'The same words.' })).toBe(null)
    await say('And something after them.')
    expect(bot.heard.length).toBe(before + 1)
  })

  it('are gone after a deletion, which is delivered as message_deleted', async () => {
    const { ts } = await say('Take this back.')
    await bot.asks('delete', { ts })
    const { event } = await eventOf((one) => one.deleted_ts === ts)
    expect(event).toMatchObject({
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel: bot.ada.dm,
      channel_type: 'im',
      previous_message: { type: 'message', user: bot.ada.id, text: 'Take this back.', ts },
    })
    expect((await bot.sees()).lines.some((one: Json) => one.ts === ts)).toBe(false)
  })

  it('leave a tombstone above replies, as in Slack, until the last reply is gone', async () => {
    const { ts } = await say('Evidence with an answer.')
    const place = { channel: bot.ada.dm, thread_ts: ts }
    const first = await bot.client.chat.postMessage({ ...place, text: 'One.' })
    const second = await bot.client.chat.postMessage({ ...place, text: 'Two.' })
    await bot.asks('delete', { ts })
    const { event } = await eventOf((one) => one.message?.subtype === 'tombstone')
    expect(event).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'This message was deleted.', user: 'USLACKBOT', hidden: true, ts, reply_count: 2 },
      previous_message: { text: 'Evidence with an answer.', user: bot.ada.id, ts, thread_ts: ts },
    })
    const stone = (await bot.sees()).lines.find((one: Json) => one.ts === ts)
    expect(stone).toMatchObject({ kind: 'stone', own: null, replies: 2 })
    const thread = await bot.client.conversations.replies({ channel: bot.ada.dm, ts })
    expect(thread.messages?.[0]).toMatchObject({ subtype: 'tombstone', text: 'This message was deleted.' })

    await bot.client.chat.delete({ channel: bot.ada.dm, ts: first.ts! })
    expect((await bot.sees()).lines.find((one: Json) => one.ts === ts).replies).toBe(1)
    await bot.client.chat.delete({ channel: bot.ada.dm, ts: second.ts! })
    const gone = await eventOf((one) => one.deleted_ts === ts)
    expect(gone.event).toMatchObject({
      subtype: 'message_deleted',
      previous_message: { subtype: 'tombstone' },
    })
    expect((await bot.sees()).lines.some((one: Json) => one.ts === ts)).toBe(false)
  })

  it('can be changed only by the person who wrote them', async () => {
    const { ts } = await say('Mine.')
    const answer = await bot.client.chat.postMessage({ channel: bot.ada.dm, text: 'The bot’s own.' })
    expect(await bot.asks('edit', { as: bot.sam.id, ts, text: 'Yours' })).toMatch(/couldn’t change/)
    expect(await bot.asks('delete', { ts: answer.ts })).toMatch(/couldn’t delete/)
    expect((await bot.sees()).lines.find((one: Json) => one.ts === answer.ts).own).toBe(null)
  })

  it('do not tell the bot about changes in a channel', async () => {
    const channel = bot.channel.id
    await bot.asks('send', { channel, text: 'Hello all.' })
    const [line] = (await bot.sees({ channel })).lines
    const before = bot.heard.length
    await bot.asks('edit', { channel, ts: line.ts, text: 'Hello everybody.' })
    await bot.asks('delete', { channel, ts: line.ts })
    await say('The next thing that it hears.')
    expect(bot.heard.slice(before).map(({ body }) => body.event.text)).toEqual([
      'The next thing that it hears.',
    ])
  })
})
