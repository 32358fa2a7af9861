import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

const viewOf = (text: string) => ({
  type: 'home' as const,
  blocks: [
    { type: 'section' as const, text: { type: 'plain_text' as const, text } },
    {
      type: 'actions' as const,
      elements: [
        {
          type: 'button' as const,
          action_id: 'go',
          value: 'there',
          text: { type: 'plain_text' as const, text: 'Go' },
        },
      ],
    },
  ],
})

describe('the Home tab of the playground', () => {
  let bot: PlaygroundBot
  beforeAll(async () => {
    bot = await openPlaygroundBot()
  })
  afterAll(() => bot?.close())

  it('tells the bot that it was opened, and shows the bot’s page only to that person', async () => {
    expect(await bot.asks('open-home', { channel: 'home' })).toBeNull()
    const { event } = await bot.hears((body) => body.event?.type === 'app_home_opened')
    expect(event).toMatchObject({ user: bot.ada.id, tab: 'home', channel: bot.ada.dm })
    await bot.client.views.publish({ user_id: bot.ada.id, view: viewOf('Where Ada stands') })
    expect((await bot.sees({ channel: 'home' })).home).toContain('Where Ada stands')
    expect((await bot.sees({ channel: 'home', as: bot.sam.id })).home).toBeNull()
    expect((await bot.sees()).home).toBeNull()
  })

  it('refuses to put something in the place of what is newer', async () => {
    const publish = (text: string, hash?: string) =>
      bot.client.views.publish({ user_id: bot.sam.id, view: viewOf(text), ...(hash ? { hash } : {}) })
    const first = (await publish('First')).view!.hash!
    await publish('Second', first)
    await expect(publish('Third', first)).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
    expect((await bot.sees({ channel: 'home', as: bot.sam.id })).home).toContain('Second')
  })

  it('reports a button with the view, without a channel or a response URL', async () => {
    const { view } = await bot.client.views.publish({ user_id: bot.ada.id, view: viewOf('Ada') })
    const block = (view as { blocks: { block_id: string }[] }).blocks[1]!.block_id
    expect(await bot.asks('act', { channel: 'home', home: true, block, action: 'go' })).toBeNull()
    const body = await bot.hears((one) => one.type === 'block_actions')
    expect(body).toMatchObject({
      container: { type: 'view', view_id: view!.id },
      view: { type: 'home', hash: view!.hash },
      actions: [{ action_id: 'go', value: 'there' }],
    })
    expect(body.response_url).toBeUndefined()
    expect(body.channel).toBeUndefined()
  })
})
