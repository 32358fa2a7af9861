import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, openBrowser } from '../fakes/browser.ts'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

const found = browserPath() !== null || Boolean(process.env.CI)

const plain = (text: string): Json => ({ type: 'plain_text', text })
const option = (value: string): Json => ({ text: plain(value.toUpperCase()), value })
const button = (action_id: string, text: string): Json => ({ type: 'button', action_id, text: plain(text) })
const input = (block_id: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: 'v', ...element },
  ...more,
})

describe.runIf(found)('blocks on the playground’s page', () => {
  let bot: PlaygroundBot
  let browser: Browser
  let page: Page
  const problems: string[] = []
  beforeAll(async () => {
    bot = await openPlaygroundBot()
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await page.goto(bot.url)
  })
  afterAll(async () => {
    await browser?.close()
    await bot?.close()
  })

  const post = (blocks: Json[]): Promise<Json> =>
    bot.client.chat.postMessage({ channel: bot.ada.dm, text: 'Blocks', blocks })
  const heard = (action: string): Promise<Json> =>
    bot.hears(({ type, actions }) => type === 'block_actions' && actions[0].action_id === action)
  const last = (): Locator => page.getByRole('log', { name: 'Messages' }).getByRole('article').last()
  const openModal = async (title: string, blocks: Json[]): Promise<string> => {
    await bot.asks('shortcut', { shortcut: 'write' })
    const { trigger_id } = bot.heard.at(-1)!.body
    const view: Json = { type: 'modal', title: plain(title), submit: plain('Save'), blocks }
    return (await bot.client.views.open({ trigger_id, view })).view!.id!
  }

  it('keeps the empty lines of plain text, as Slack does', async () => {
    await post([{ type: 'section', text: { ...plain('One finding.\n\nAnother.'), emoji: false } }])
    await last().getByText('One finding.').waitFor()
    expect(await last().getByText('One finding.').innerText()).toBe('One finding.\n\nAnother.')
  })

  it('folds a container by mouse and by keyboard, and keeps it folded in later drawings', async () => {
    const blocks = (said: string): Json[] => [
      { type: 'section', text: plain(said) },
      {
        type: 'container',
        block_id: 'fold',
        title: plain('More findings'),
        subtitle: plain('Three of them'),
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [
          { type: 'section', text: plain('Folded away') },
          { type: 'actions', elements: [button('inside', 'Use it')] },
        ],
      },
    ]
    const { ts } = await post(blocks('First drawing'))
    await page.getByText('First drawing').waitFor()
    const inside = last().getByText('Folded away')
    expect(await inside.isVisible()).toBe(false)
    await last().getByText('More findings').click()
    await inside.waitFor()
    await bot.client.chat.update({
      channel: bot.ada.dm,
      ts,
      text: 'Blocks',
      blocks: blocks('Second drawing'),
    })
    await page.getByText('Second drawing').waitFor()
    expect(await inside.isVisible()).toBe(true)
    await last().locator('summary').press('Enter')
    await inside.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '# sre' }).click()
    await page.getByRole('button', { name: 'Ladder Coach' }).click()
    await page.getByText('Second drawing').waitFor()
    expect(await inside.isVisible()).toBe(false)
    await last().locator('summary').press('Enter')
    await last().getByRole('button', { name: 'Use it' }).click()
    expect(await heard('inside')).toMatchObject({ message: { ts } })
  })

  it('reports feedback, icons and menus, and shows which feedback was given', async () => {
    await post([
      {
        type: 'section',
        text: plain('Rate this'),
        accessory: { type: 'overflow', action_id: 'menu', options: [option('pin'), option('drop')] },
      },
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'rate',
            positive_button: { text: plain('Good'), value: 'up' },
            negative_button: { text: plain('Bad'), value: 'down', accessibility_label: 'Not helpful' },
          },
          { type: 'icon_button', action_id: 'bin', icon: 'trash', text: plain('Delete') },
          {
            type: 'icon_button',
            action_id: 'others',
            icon: 'trash',
            text: plain('For others'),
            visible_to_user_ids: ['U0'],
          },
        ],
      },
    ])
    await last().getByText('Rate this').waitFor()
    expect(await last().getByRole('button', { name: 'For others' }).count()).toBe(0)
    const bad = last().getByRole('button', { name: 'Not helpful' })
    await bad.click()
    expect((await heard('rate')).actions[0]).toMatchObject({ type: 'feedback_buttons', value: 'down' })
    await expect.poll(() => bad.getAttribute('aria-pressed')).toBe('true')
    expect(await last().getByRole('button', { name: 'Good' }).getAttribute('aria-pressed')).toBe('false')
    await last().getByRole('button', { name: 'Delete' }).click()
    expect((await heard('bin')).actions[0]).toMatchObject({ type: 'icon_button', icon: 'trash' })
    await last().getByRole('button', { name: 'More options' }).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect((await heard('menu')).actions[0].selected_option).toEqual(option('drop'))
  })

  it('reports choices, dates and boxes in a message, each with the state of all', async () => {
    await post([
      {
        type: 'section',
        block_id: 'when',
        text: plain('When was it?'),
        accessory: { type: 'datepicker', action_id: 'day', placeholder: plain('A day') },
      },
      {
        type: 'actions',
        block_id: 'set',
        elements: [
          {
            type: 'static_select',
            action_id: 'level',
            placeholder: plain('A level'),
            options: [option('l3'), option('l4')],
          },
          { type: 'radio_buttons', action_id: 'radio', options: [option('a'), option('b')] },
          { type: 'checkboxes', action_id: 'boxes', options: [option('c'), option('d')] },
        ],
      },
    ])
    await last().getByText('When was it?').waitFor()
    // Slack shows this in the empty field. The browser's own has no room for it, so it is next to the field.
    await last().getByText('A day', { exact: true }).waitFor()
    await last().getByLabel('A day').fill('2026-02-28')
    expect((await heard('day')).actions[0].selected_date).toBe('2026-02-28')
    await last().getByLabel('A level').selectOption({ label: 'L4' })
    expect((await heard('level')).actions[0].selected_option).toEqual(option('l4'))
    await last().getByRole('radio', { name: 'B' }).check()
    expect((await heard('radio')).actions[0].selected_option).toEqual(option('b'))
    await last().getByRole('checkbox', { name: 'D' }).check()
    const payload = await heard('boxes')
    expect(payload.state.values).toEqual({
      when: { day: { type: 'datepicker', selected_date: '2026-02-28' } },
      set: {
        level: { type: 'static_select', selected_option: option('l4') },
        radio: { type: 'radio_buttons', selected_option: option('b') },
        boxes: { type: 'checkboxes', selected_options: [option('d')] },
      },
    })
  })

  it('asks first if a control has a confirm object, and undoes a choice that is denied', async () => {
    const confirm = {
      title: plain('Sure?'),
      text: plain('It goes.'),
      confirm: plain('Yes'),
      deny: plain('No'),
    }
    await post([
      {
        type: 'actions',
        block_id: 'careful',
        elements: [
          {
            type: 'static_select',
            action_id: 'one',
            placeholder: plain('One'),
            options: [option('x')],
            confirm,
          },
        ],
      },
    ])
    const select = last().getByLabel('One')
    await select.selectOption({ label: 'X' })
    await page.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'No' }).click()
    await expect.poll(() => select.inputValue()).toBe('')
    await select.selectOption({ label: 'X' })
    await page.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'Yes' }).click()
    expect((await heard('one')).actions[0].selected_option).toEqual(option('x'))
  })

  it('shows alerts, tables, the alternative text of pictures, and the text of unknown blocks', async () => {
    await post([
      { type: 'alert', level: 'warning', text: { type: 'mrkdwn', text: '*Mind* this' } },
      { type: 'divider' },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'Competency' },
            { type: 'raw_text', text: 'Times' },
          ],
          [
            {
              type: 'rich_text',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Mastery' }] }],
            },
            { type: 'raw_number', value: 2, text: '2' },
          ],
        ],
      },
      { type: 'image', image_url: 'https://example.com/x.png', alt_text: 'A chart', title: plain('Times') },
      { type: 'hologram', text: { type: 'mrkdwn', text: 'Nobody <b>knows</b> it' }, title: 'Hologram' },
    ])
    await last().getByRole('note').getByText('Mind this').waitFor()
    expect(await last().getByRole('columnheader').allTextContents()).toEqual(['Competency', 'Times'])
    expect(await last().getByRole('cell').allTextContents()).toEqual(['Mastery', '2'])
    await last().getByText('Image: A chart').waitFor()
    await last().getByText('Nobody <b>knows</b> it').waitFor()
    await last().getByText('Hologram', { exact: false }).first().waitFor()
  })

  it('submits every field of a modal, and shows an error under its field with the focus there', async () => {
    await openModal('Evidence', [
      input('What', {
        type: 'plain_text_input',
        multiline: true,
        max_length: 20,
        placeholder: plain('I led'),
      }),
      input('When', { type: 'datepicker', initial_date: '2026-03-12' }),
      input('Hour', { type: 'timepicker', initial_time: '10:00' }),
      input('Level', {
        type: 'static_select',
        options: [option('l3'), option('l4')],
        initial_option: option('l4'),
      }),
      input('Link', { type: 'url_text_input' }, { optional: true }),
      input('How', { type: 'radio_buttons', options: [option('alone'), option('together')] }),
      input('Was', { type: 'checkboxes', options: [option('seen'), option('measured')] }, { optional: true }),
    ])
    const modal = page.getByRole('dialog', { name: 'Evidence' })
    const what = modal.getByLabel('What', { exact: true })
    expect(await what.getAttribute('placeholder')).toBe('I led')
    await modal.getByLabel('Link').fill('nonsense')
    await modal.getByRole('button', { name: 'Save' }).click()
    await modal.getByText('Please type a link').waitFor()
    await expect.poll(() => what.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await what.getAttribute('aria-invalid')).toBe('true')
    expect(await modal.getByText('Please fill this in.').count()).toBe(2)
    await what.fill('It is more than twenty characters long')
    expect(await what.inputValue()).toHaveLength(20)
    await modal.getByLabel('Link').fill('https://example.com')
    await modal.getByRole('radio', { name: 'TOGETHER' }).check()
    await modal.getByRole('checkbox', { name: 'SEEN' }).check()
    await modal.getByRole('button', { name: 'Save' }).click()
    await modal.waitFor({ state: 'hidden' })
    const { view } = await bot.hears(({ type }) => type === 'view_submission')
    expect(view.state.values).toMatchObject({
      What: { v: { value: 'It is more than twen' } },
      When: { v: { selected_date: '2026-03-12' } },
      Hour: { v: { selected_time: '10:00' } },
      Level: { v: { selected_option: option('l4') } },
      Link: { v: { value: 'https://example.com' } },
      How: { v: { selected_option: option('together') } },
      Was: { v: { selected_options: [option('seen')] } },
    })
  })

  it('keeps what was typed while the bot updates a modal or opens another on top', async () => {
    const fields = [
      input('Words', { type: 'plain_text_input' }),
      { type: 'actions', block_id: 'b', elements: [button('add', 'Add a link')] },
    ]
    const id = await openModal('Base', fields)
    const modal = page.getByRole('dialog')
    await modal.getByLabel('Words').fill('half a sentence')
    await modal.getByRole('button', { name: 'Add a link' }).click()
    const { trigger_id, view } = await heard('add')
    expect(view.state.values.Words.v.value).toBe('half a sentence')
    await bot.client.views.update({
      view_id: id,
      view: {
        type: 'modal',
        title: plain('Base'),
        submit: plain('Save'),
        blocks: [...fields, input('Link', { type: 'url_text_input' })],
      } as Json,
    })
    await modal.getByLabel('Link').waitFor()
    expect(await modal.getByLabel('Words').inputValue()).toBe('half a sentence')
    await bot.client.views.push({
      trigger_id,
      view: {
        type: 'modal',
        title: plain('On top'),
        blocks: [{ type: 'section', text: plain('Above') }],
      } as Json,
    })
    await page.getByRole('heading', { name: 'On top' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Base' }).waitFor()
    expect(await modal.getByLabel('Words').inputValue()).toBe('half a sentence')
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'hidden' })
  })

  it('draws everything without scrolling sideways on a phone, in light and in dark', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const widths = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.getElementById('lines')!.scrollWidth,
      ])
      expect(widths).toEqual([390, 390])
      const text = page.getByText('Mind this')
      const [front, back] = await text.evaluate((one) => {
        const light = (color: string) =>
          color
            .match(/[\d.]+/g)!
            .slice(0, 3)
            .reduce((sum, part) => sum + Number(part), 0)
        const paper = getComputedStyle(document.querySelector('main')!).backgroundColor
        return [light(getComputedStyle(one).color), light(paper)]
      })
      expect(Math.abs(front! - back!)).toBeGreaterThan(400)
    }
  })

  it('has logged no error', () => {
    expect(problems).toEqual([])
  })
})
