import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, openBrowser } from '../fakes/browser.ts'
import type { Json } from '../fakes/local-slack.ts'
import { openPlaygroundBot, type PlaygroundBot } from '../fakes/playground-bot.ts'

const found = browserPath() !== null || Boolean(process.env.CI)

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

describe.runIf(found)('a conversation on the playground’s page', () => {
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

  const heard = async (matches: (event: Json) => unknown): Promise<Json> =>
    (await bot.hears(({ event }) => event && matches(event))).event
  const line = (text: string): Locator =>
    page.getByRole('log', { name: 'Messages' }).getByRole('article').filter({ hasText: text })
  const composer = (): Locator => page.getByRole('textbox', { name: 'Message' })
  it('offers the recorded review of the example only after its own review, and only once', async () => {
    const button = page.getByRole('button', { name: 'See it read by AI (recorded)' })
    await page.getByRole('button', { name: 'Send an example' }).click()
    const { ts } = await heard(({ text }) => text?.includes('nightly database restores'))
    const say = (text: string) => bot.client.chat.postMessage({ channel: bot.ada.dm, thread_ts: ts, text })
    await say('Got it.')
    await page.getByText('Got it.').waitFor()
    expect(await button.isVisible()).toBe(false)
    await say('A review. People decide promotions.')
    await button.click()
    await page.getByText('Recorded: for L3').waitFor()
    expect(await button.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Close thread' }).click()
  })

  it('goes to the DM by the app’s own link to it', async () => {
    const url = 'slack://app?team=T1&id=A1&tab=messages'
    const link = { type: 'rich_text_section', elements: [{ type: 'link', url, text: 'Open my messages' }] }
    const blocks = [{ type: 'rich_text', elements: [link] }] as Json
    await bot.client.chat.postMessage({ channel: bot.channel.id, text: 'Saved.', blocks })
    await page.getByRole('button', { name: 'sre' }).click()
    await page.getByRole('link', { name: 'Open my messages' }).click()
    await line('nightly database restores').waitFor()
  })

  const send = async (text: string): Promise<string> => {
    await composer().fill(text)
    await composer().press('Enter')
    return (await heard((event) => event.text === text)).ts
  }

  it('puts text and files back if they could not be sent', async () => {
    await page.route('**/do', (route) => route.abort())
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Attach files' }).first().click(),
    ])
    await chooser.setFiles([file('kept.md', '# K')])
    await composer().fill('Nothing of this may be lost.')
    await composer().press('Enter')
    await page.getByText('isn’t responding').waitFor()
    await expect.poll(() => composer().inputValue()).toBe('Nothing of this may be lost.')
    await page.unroute('**/do')
    await composer().press('Enter')
    const event = await heard(({ subtype }) => subtype === 'file_share')
    expect([event.text, event.files[0].name]).toEqual(['Nothing of this may be lost.', 'kept.md'])
    problems.length = 0
  })

  it('attaches several files, removes one, and sends the rest with the message', async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Attach files' }).first().click(),
    ])
    expect(chooser.isMultiple()).toBe(true)
    await chooser.setFiles([
      file('packet.docx', 'x'.repeat(3000)),
      file('wrong.txt', 'w'),
      file('n.md', '# N'),
    ])
    await page.getByRole('button', { name: 'Remove wrong.txt' }).click()
    await send('My packet.')
    const event = await heard(({ text }) => text === 'My packet.')
    expect(event.files.map(({ name }: Json) => name)).toEqual(['packet.docx', 'n.md'])
    const files = line('My packet.').getByRole('list', { name: 'Files' })
    await files.getByText('packet.docx').waitFor()
    await files.getByText('Word Document · 3 KB').waitFor()
    expect(await page.getByRole('list', { name: 'Files to send' }).count()).toBe(0)
  })

  it('accepts files dropped on the conversation, and says so if one is too large', async () => {
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      data.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }))
      data.items.add(new File([new Uint8Array(13 * 1024 * 1024)], 'huge.pdf'))
      return data
    })
    await page.dispatchEvent('#lines', 'drop', { dataTransfer: dropped })
    await page.getByRole('alert').getByText('huge.pdf is too large. The limit is 12 MB.').waitFor()
    await page.getByRole('button', { name: 'Remove dropped.txt' }).waitFor()
    await composer().press('Enter')
    const event = await heard(({ files }) => files?.[0].name === 'dropped.txt')
    expect(event.text).toBe('')
  })

  it('edits a message with only the keyboard', async () => {
    const ts = await send('I lead the drill.')
    await line('I lead the drill.').getByRole('button', { name: 'More actions' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('menuitem').allTextContents()).toEqual([
      'Keep as evidence',
      'Edit message',
      'Delete message…',
    ])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const editor = page.getByRole('textbox', { name: 'Edit message' })
    await editor.press('Escape')
    await expect.poll(() => editor.count()).toBe(0)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await focused()).toBe('More actions')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await editor.fill('I led the drill.')
    await editor.press('Enter')
    await line('I led the drill.').getByText('(edited)').waitFor()
    const changed = await heard(({ subtype }) => subtype === 'message_changed')
    expect(changed).toMatchObject({ message: { ts, text: 'I led the drill.' } })
    await expect.poll(focused).toBe('More actions')
  })

  it('asks before it deletes a message', async () => {
    const ts = await send('Not this one.')
    const open = async () => {
      await line('Not this one.').hover()
      await line('Not this one.').getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Delete message…' }).click()
    }
    await open()
    await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click()
    await line('Not this one.').waitFor()
    await open()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => line('Not this one.').count()).toBe(0)
    expect(await heard(({ deleted_ts }) => deleted_ts === ts)).toMatchObject({ subtype: 'message_deleted' })
  })

  it('offers message shortcuts on the bot’s messages too, but no changes to them', async () => {
    await bot.client.chat.postMessage({ channel: bot.ada.dm, text: 'Said by the coach.' })
    const menu = line('Said by the coach.').getByRole('button', { name: 'More actions' })
    await menu.focus()
    await menu.press('Enter')
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Keep as evidence'])
    await page.keyboard.press('Enter')
    const payload = await bot.hears(({ type }) => type === 'message_action')
    expect(payload).toMatchObject({ callback_id: 'keep', message: { text: 'Said by the coach.' } })
  })

  it('offers global shortcuts next to the message field', async () => {
    await page.getByRole('button', { name: 'Shortcuts' }).first().click()
    const item = page.getByRole('menuitem', { name: 'Write evidence' })
    await item.getByText('Opens a form for it').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => item.count()).toBe(0)
    await page.keyboard.press('Enter')
    await item.click()
    expect(await bot.hears(({ type }) => type === 'shortcut')).toMatchObject({ callback_id: 'write' })
  })

  it('shows what the bot is doing until it posts, and its message as it grows', async () => {
    const ts = await send('Read this, please.')
    const place = { channel: bot.ada.dm, thread_ts: ts }
    await bot.client.assistant.threads.setStatus({
      channel_id: bot.ada.dm,
      thread_ts: ts,
      status: 'is reading…',
    })
    await line('Read this, please.').getByRole('button', { name: 'Ladder Coach is reading…' }).click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByRole('status').getByText('Ladder Coach is reading…').waitFor()
    const { ts: answer } = await bot.client.chat.startStream({ ...place, markdown_text: 'This speaks' })
    await thread.getByText('This speaks').waitFor()
    await expect.poll(() => thread.getByRole('status').isVisible()).toBe(false)
    await bot.client.chat.appendStream({
      channel: bot.ada.dm,
      ts: answer!,
      markdown_text: ' to **Mastery**.',
    })
    await thread.getByText('This speaks to Mastery.').waitFor()
    const growing = thread.getByRole('article').last()
    expect(await growing.getAttribute('aria-busy')).toBe('true')
    await bot.client.chat.stopStream({
      channel: bot.ada.dm,
      ts: answer!,
      blocks: [{ type: 'section', text: { type: 'plain_text', text: 'People decide.' } }] as Json,
    })
    await thread.getByText('People decide.').waitFor()
    expect(await thread.getByRole('article').last().getAttribute('aria-busy')).toBe('false')
    await line('Read this, please.').getByRole('button', { name: '1 reply' }).waitFor()
  })

  it('shows a tombstone for a deleted message with replies', async () => {
    await line('Read this, please.').hover()
    await line('Read this, please.').getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete message…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    const stone = line('This message was deleted.')
    await stone.getByRole('button', { name: '1 reply' }).waitFor()
    expect(await stone.getByRole('button', { name: 'More actions' }).count()).toBe(0)
  })

  it('keeps the last message in view when its thread opens next to it', async () => {
    const list = page.getByRole('log', { name: 'Messages' })
    const hidden = () => list.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight)
    await page.getByRole('button', { name: 'Close thread' }).click()
    for (let nth = 0; nth < 3; nth += 1)
      await bot.asks('send', { text: `${nth} ${'I wrote a long note. '.repeat(60)}` })
    await composer().fill('Read the last one too.')
    await composer().press('Enter')
    const asked = await heard(({ text }) => text === 'Read the last one too.')
    await line('Read the last one too.').waitFor()
    await bot.client.chat.postMessage({ channel: bot.ada.dm, thread_ts: asked.ts, text: 'I will.' })
    await page.getByRole('complementary', { name: 'Thread' }).getByText('I will.').waitFor()
    expect(await hidden()).toBeLessThan(2)
  })

  it('shows one pane at a time on a phone, each with a way back', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    const thread = page.getByRole('complementary', { name: 'Thread' })
    const main = page.getByRole('main')
    const list = page.getByRole('navigation', { name: 'Conversations' })
    const panes = async () => [await list.isVisible(), await main.isVisible(), await thread.isVisible()]
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await panes()).toEqual([false, false, true])
    expect(await width()).toBe(390)
    await thread.getByRole('button', { name: 'Close thread' }).click()
    await main.waitFor()
    expect(await panes()).toEqual([false, true, false])
    expect(await width()).toBe(390)
    const long = 'a name of a file that is much longer than a phone is wide, as some are.txt'
    await main.locator('input[type="file"]').setInputFiles(file(long, 'x'))
    await main.getByRole('button', { name: `Remove ${long}` }).click()
    await main.locator('input[type="file"]').setInputFiles(file(long, 'x'))
    await main.getByText('Ready to send').waitFor()
    expect(await width()).toBe(390)
    await main.getByRole('button', { name: 'Back to conversations' }).click()
    expect(await panes()).toEqual([true, false, false])
    await list.getByRole('button', { name: '# sre' }).click()
    await page.getByRole('heading', { name: '# sre' }).waitFor()
    expect(await panes()).toEqual([false, true, false])
    expect(await width()).toBe(390)
  })

  it('has logged no error', () => {
    expect(problems).toEqual([])
  })
})
