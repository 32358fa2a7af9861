import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

const plain = (text: string): Json => ({ type: 'plain_text', text })
const option = (value: string): Json => ({ text: plain(value.toUpperCase()), value })

describe('controls in messages of the playground', () => {
  let bot: PlaygroundBot
  beforeAll(async () => {
    bot = await openPlaygroundBot()
  })
  afterAll(() => bot.close())

  const post = (blocks: Json[], more: Json = {}): Promise<Json> =>
    bot.client.chat.postMessage({ channel: bot.ada.dm, text: 'Choose.', blocks, ...more })
  const use = (ts: string, block: string, action: string, chosen: Json = null, held: Json = {}) =>
    bot.asks('act', { ts, block, action, chosen, held })
  const heard = (action: string) =>
    bot.hears(({ type, actions }) => type === 'block_actions' && actions[0].action_id === action)

  it('reports a message shortcut with the whole message, in any conversation', async () => {
    await bot.asks('send', { channel: bot.channel.id, text: 'Sam saved the day.' })
    const [line] = (await bot.sees({ channel: bot.channel.id })).lines
    await bot.asks('shortcut', { channel: bot.channel.id, shortcut: 'keep', ts: line.ts })
    const payload = await bot.hears(({ type }) => type === 'message_action')
    expect(payload).toMatchObject({
      callback_id: 'keep',
      trigger_id: expect.any(String),
      action_ts: expect.any(String),
      message_ts: line.ts,
      response_url: expect.stringContaining('/respond/'),
      channel: { id: bot.channel.id, name: 'sre' },
      user: { id: bot.ada.id, name: 'ada', team_id: expect.any(String) },
      team: { id: payload.user.team_id, domain: 'playground' },
      message: { type: 'message', user: bot.ada.id, text: 'Sam saved the day.', ts: line.ts },
    })
  })

  it('reports a global shortcut without a channel', async () => {
    await bot.asks('shortcut', { shortcut: 'write' })
    const payload = await bot.hears(({ type }) => type === 'shortcut')
    expect(payload).toMatchObject({
      callback_id: 'write',
      trigger_id: expect.any(String),
      user: { id: bot.ada.id, username: 'ada' },
      team: { domain: 'playground' },
    })
    expect(payload).not.toHaveProperty('channel')
    expect(payload).not.toHaveProperty('response_url')
    expect(await bot.asks('shortcut', { shortcut: 'unknown' })).toMatch(/doesn’t have that shortcut/)
  })

  it('reports a button inside a container with its block, and the message with its ids', async () => {
    const { ts } = await post([
      {
        type: 'container',
        title: plain('Details'),
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [
          { type: 'section', text: plain('Inside') },
          { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: '7' }] },
        ],
      },
    ])
    const { html } = (await bot.sees()).lines.at(-1)
    const block = /data-action="go" data-block="([^"]+)"/.exec(html)![1]!
    expect(await use(ts, block, 'go')).toBe(null)
    const payload = await heard('go')
    expect(payload.actions).toEqual([
      {
        type: 'button',
        action_id: 'go',
        block_id: block,
        text: plain('Go'),
        value: '7',
        action_ts: expect.any(String),
      },
    ])
    expect(payload.message.blocks[0].child_blocks[1].block_id).toBe(block)
    expect(payload.message.bot_id).toEqual(expect.any(String))
    expect(payload.container).toMatchObject({ type: 'message', message_ts: ts, channel_id: bot.ada.dm })
  })

  it('reports feedback, icons, menus, dates and boxes in Slack’s shapes, with the state of all', async () => {
    const { ts } = await post([
      {
        type: 'context_actions',
        block_id: 'rating',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'rate',
            positive_button: { text: plain('Good'), value: 'up', accessibility_label: 'Helpful' },
            negative_button: { text: plain('Bad'), value: 'down' },
          },
          { type: 'icon_button', action_id: 'bin', icon: 'trash', text: plain('Delete'), value: 'x' },
        ],
      },
      {
        type: 'section',
        block_id: 'more',
        text: plain('More'),
        accessory: { type: 'overflow', action_id: 'menu', options: [option('a'), option('b')] },
      },
      {
        type: 'actions',
        block_id: 'set',
        elements: [
          { type: 'static_select', action_id: 'one', options: [option('a'), option('b')] },
          { type: 'datepicker', action_id: 'day', initial_date: '2026-01-31' },
          { type: 'radio_buttons', action_id: 'radio', options: [option('a'), option('b')] },
          {
            type: 'checkboxes',
            action_id: 'boxes',
            options: [option('a'), option('b')],
            initial_options: [option('b')],
          },
        ],
      },
    ])
    await use(ts, 'rating', 'rate', 'down')
    expect((await heard('rate')).actions[0]).toMatchObject({
      type: 'feedback_buttons',
      block_id: 'rating',
      value: 'down',
      text: plain('Bad'),
    })
    await use(ts, 'rating', 'bin')
    expect((await heard('bin')).actions[0]).toMatchObject({ type: 'icon_button', icon: 'trash', value: 'x' })
    await use(ts, 'more', 'menu', 'b')
    expect((await heard('menu')).actions[0]).toMatchObject({
      type: 'overflow',
      selected_option: option('b'),
    })
    await use(ts, 'set', 'day', '2026-02-28', { set: { one: 'a', day: '2026-02-28' } })
    const dated = await heard('day')
    expect(dated.actions[0]).toMatchObject({ type: 'datepicker', selected_date: '2026-02-28' })
    expect(dated.state.values.set).toEqual({
      one: { type: 'static_select', selected_option: option('a') },
      day: { type: 'datepicker', selected_date: '2026-02-28' },
      radio: { type: 'radio_buttons', selected_option: null },
      boxes: { type: 'checkboxes', selected_options: [option('b')] },
    })
    await use(ts, 'set', 'radio', 'a')
    expect((await heard('radio')).actions[0].selected_option).toEqual(option('a'))
    await use(ts, 'set', 'boxes', ['a', 'b'])
    expect((await heard('boxes')).actions[0].selected_options).toEqual([option('a'), option('b')])
    await use(ts, 'set', 'one', 'b')
    expect((await heard('one')).actions[0].selected_option).toEqual(option('b'))
    expect(await use(ts, 'set', 'one', 'not offered')).toMatch(/no longer there/)
  })

  it('lets a response URL replace or delete a message in a thread', async () => {
    await bot.asks('send', { text: 'The root of it.' })
    const root = (await bot.hears(({ event }) => event?.text === 'The root of it.')).event.ts
    const elements = [{ type: 'button', action_id: 'in-thread', text: plain('Use me') }]
    const blocks = [{ type: 'actions', block_id: 'b', elements }]
    const { ts } = await post(blocks, { thread_ts: root })
    await use(ts, 'b', 'in-thread')
    const payload = await heard('in-thread')
    expect(payload.container.thread_ts).toBe(root)
    const respond = async (said: Json): Promise<Json> =>
      (await fetch(payload.response_url, { method: 'POST', body: JSON.stringify(said) })).json()
    const inThread = async () => (await bot.sees({ thread: root })).thread

    await respond({ replace_original: true, text: 'Another text.' })
    expect((await inThread()).at(-1)).toMatchObject({ ts, html: expect.stringContaining('Another text.') })
    await respond({ text: 'For your eyes.' })
    expect((await inThread()).at(-1)).toMatchObject({ onlyYou: true })
    await respond({ response_type: 'in_channel', thread_ts: root, text: 'For all.' })
    expect((await inThread()).map(({ html }: Json) => html).join()).toContain('For all.')
    await respond({ delete_original: true })
    expect((await inThread()).some((line: Json) => line.ts === ts)).toBe(false)
    expect((await bot.sees()).lines.find((line: Json) => line.ts === root).replies).toBe(1)
    expect(await respond({ text: 'Five.' })).toEqual({ ok: true })
    expect(await respond({ text: 'Six.' })).toEqual({ ok: false, error: 'used_url' })
  })

  it('says so if the bot does not accept it', async () => {
    bot.connect('http://127.0.0.1:9/closed')
    expect(await bot.asks('shortcut', { shortcut: 'write' })).toMatch(/didn’t answer/)
  })

  it('answers the invitation that the guides ask for, and names commands that it does not have', async () => {
    const channel = bot.channel.id
    await bot.asks('send', { channel, text: '/invite @Ladder Coach' })
    await bot.asks('send', { channel, text: '/remind me' })
    await bot.asks('send', { channel: bot.ada.dm, text: '/invite @Ladder Coach' })
    const said = async (where: string) =>
      (await bot.sees({ channel: where })).lines.map(({ html }: Json) => html)
    const [invited, other] = (await said(channel)).slice(-2)
    expect(invited).toContain('Ladder Coach is already in this channel')
    expect(other).toContain('/remind isn’t a command here')
    expect((await said(bot.ada.dm)).at(-1)).toContain('/invite isn’t a command here')
  })
})
