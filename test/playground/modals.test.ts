import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

const plain = (text: string): Json => ({ type: 'plain_text', text })
const option = (value: string): Json => ({ text: plain(value.toUpperCase()), value })
const input = (block_id: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: 'v', ...element },
  ...more,
})
const view = (title: string, blocks: Json[] = [], more: Json = {}): Json => ({
  type: 'modal',
  callback_id: title,
  title: plain(title),
  submit: plain('Save'),
  blocks,
  ...more,
})

describe('modals of the playground', () => {
  let bot: PlaygroundBot
  beforeEach(async () => {
    bot = await openPlaygroundBot()
  })
  afterEach(() => bot.close())

  const trigger = async (): Promise<string> => {
    await bot.asks('shortcut', { shortcut: 'write' })
    return bot.heard.at(-1)!.body.trigger_id
  }
  const open = async (one: Json): Promise<Json> =>
    (await bot.client.views.open({ trigger_id: await trigger(), view: one })).view
  const top = async (): Promise<Json> => (await bot.sees()).modal
  const submit = async (held: Json = {}): Promise<void> => {
    await bot.asks('submit', { modal: (await top()).id, held })
  }

  it('submit every kind of field in Slack’s shape', async () => {
    await open(
      view(
        'Fields',
        [
          input('words', { type: 'plain_text_input', multiline: true }),
          input('kept', { type: 'plain_text_input', initial_value: 'as it was' }),
          input('link', { type: 'url_text_input' }),
          input('day', { type: 'datepicker', initial_date: '2026-03-01' }),
          input('hour', { type: 'timepicker', initial_time: '10:00' }),
          input('one', { type: 'static_select', options: [option('a'), option('b')] }),
          input('radio', { type: 'radio_buttons', options: [option('a')], initial_option: option('a') }),
          input('boxes', { type: 'checkboxes', options: [option('a'), option('b')] }),
          input('none', { type: 'plain_text_input' }, { optional: true }),
          {
            type: 'section',
            block_id: 'beside',
            text: plain('x'),
            accessory: { type: 'static_select', action_id: 's', options: [option('c')] },
          },
        ],
        { private_metadata: 'kept by the bot' },
      ),
    )
    await submit({
      words: { v: 'Two\nlines' },
      link: { v: 'https://example.com/pr/1' },
      one: { v: 'b' },
      boxes: { v: ['a', 'b'] },
      beside: { s: 'c' },
    })
    const payload = await bot.hears(({ type }) => type === 'view_submission')
    expect(payload.view).toMatchObject({
      callback_id: 'Fields',
      private_metadata: 'kept by the bot',
      hash: expect.any(String),
    })
    expect(payload.view.state.values).toEqual({
      words: { v: { type: 'plain_text_input', value: 'Two\nlines' } },
      kept: { v: { type: 'plain_text_input', value: 'as it was' } },
      link: { v: { type: 'url_text_input', value: 'https://example.com/pr/1' } },
      day: { v: { type: 'datepicker', selected_date: '2026-03-01' } },
      hour: { v: { type: 'timepicker', selected_time: '10:00' } },
      one: { v: { type: 'static_select', selected_option: option('b') } },
      radio: { v: { type: 'radio_buttons', selected_option: option('a') } },
      boxes: { v: { type: 'checkboxes', selected_options: [option('a'), option('b')] } },
      none: { v: { type: 'plain_text_input', value: null } },
      beside: { s: { type: 'static_select', selected_option: option('c') } },
    })
    expect(await top()).toBe(null)
  })

  it('show what is missing or wrong before the bot is asked', async () => {
    await open(
      view('Checked', [
        input('words', { type: 'plain_text_input' }),
        input('link', { type: 'url_text_input' }),
        input('long', { type: 'plain_text_input', min_length: 10 }),
      ]),
    )
    await submit({ words: { v: ' ' }, link: { v: 'javascript:alert(1)' }, long: { v: 'short' } })
    expect((await top()).errors).toEqual({
      words: expect.stringContaining('fill this in'),
      link: expect.stringContaining('https://'),
      long: expect.stringContaining('at least 10'),
    })
    expect(bot.heard.some(({ body }) => body.type === 'view_submission')).toBe(false)
  })

  it('show the bot’s errors, its update and what it pushes, and are all cleared at once', async () => {
    const { id } = await open(view('First', [input('words', { type: 'plain_text_input' })]))
    const held = { words: { v: 'x' } }
    bot.answers(({ type }) =>
      type === 'view_submission' ? { response_action: 'errors', errors: { words: 'Too thin.' } } : null,
    )
    await submit(held)
    expect(await top()).toMatchObject({ id, title: 'First', errors: { words: 'Too thin.' } })
    bot.answers(() => ({ response_action: 'update', view: view('Second') }))
    await submit(held)
    expect(await top()).toMatchObject({ id, title: 'Second', errors: {} })
    bot.answers(() => ({ response_action: 'push', view: view('Third') }))
    await submit()
    const third = await top()
    expect(third.title).toBe('Third')
    expect(third.id).not.toBe(id)
    bot.answers(() => null)
    await submit()
    expect(await top()).toMatchObject({ id, title: 'Second' })
    bot.answers(({ type }) =>
      type === 'view_submission' ? { response_action: 'push', view: view('Last') } : null,
    )
    await submit()
    bot.answers(() => ({ response_action: 'clear' }))
    await submit()
    expect(await top()).toBe(null)
  })

  it('report a button in them, which can open another modal, up to three deep', async () => {
    const button = {
      type: 'actions',
      block_id: 'b',
      elements: [{ type: 'button', action_id: 'more', text: plain('More'), value: '1' }],
    }
    const first = await open(view('One', [button, input('words', { type: 'plain_text_input' })]))
    const press = async (): Promise<Json> => {
      await bot.asks('act', {
        modal: (await top()).id,
        block: 'b',
        action: 'more',
        held: { words: { v: 'half written' } },
      })
      return bot.heard.at(-1)!.body
    }
    const payload = await press()
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: first.id },
      view: {
        id: first.id,
        state: { values: { words: { v: { type: 'plain_text_input', value: 'half written' } } } },
      },
      actions: [{ type: 'button', action_id: 'more', value: '1' }],
    })
    expect(payload).not.toHaveProperty('message')
    const second = await bot.client.views.push({
      trigger_id: payload.trigger_id,
      view: view('Two', [button]),
    })
    expect(second.view).toMatchObject({ previous_view_id: first.id, root_view_id: first.id })
    await bot.client.views.push({ trigger_id: (await press()).trigger_id, view: view('Three', [button]) })
    expect((await top()).title).toBe('Three')
    await expect(
      bot.client.views.push({ trigger_id: (await press()).trigger_id, view: view('Four') }),
    ).rejects.toThrow('push_limit_reached')
    await expect(bot.client.views.open({ trigger_id: payload.trigger_id, view: view('X') })).rejects.toThrow(
      'exchanged_trigger_id',
    )
    await expect(bot.client.views.push({ trigger_id: await trigger(), view: view('X') })).rejects.toThrow(
      'not_found',
    )
  })

  it('are updated by the bot, unless its hash is old', async () => {
    const first = await open(view('Before', [], { external_id: 'mine' }))
    const updated = await bot.client.views.update({
      external_id: 'mine',
      hash: first.hash,
      view: view('After'),
    })
    expect(updated.view?.id).toBe(first.id)
    expect(await top()).toMatchObject({ title: 'After', submit: 'Save' })
    await expect(
      bot.client.views.update({ view_id: first.id, hash: first.hash, view: view('Late') }),
    ).rejects.toThrow('hash_conflict')
  })

  it('report that they were closed only if the bot asked for that', async () => {
    await open(view('Quiet'))
    await bot.asks('dismiss', { modal: (await top()).id })
    await open(view('Told', [], { notify_on_close: true }))
    await bot.asks('dismiss', { modal: (await top()).id })
    const closed = await bot.hears(({ type }) => type === 'view_closed')
    expect(closed).toMatchObject({ view: { callback_id: 'Told' }, is_cleared: false })
    expect(bot.heard.filter(({ body }) => body.type === 'view_closed').length).toBe(1)
    expect(await top()).toBe(null)
  })
})
