import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserPath, openBrowser } from '../fakes/browser.ts'
import { freePort } from '../fakes/run-bot.ts'
import { startProgram } from '../fakes/run-program.ts'
import { sendExample } from '../pictures/pictures.ts'

const found = browserPath() !== null || Boolean(process.env.CI)
if (!found)
  process.stderr.write(
    'The playground is not tested in a browser: no Chromium was found (set CHROMIUM_PATH).\n',
  )

describe.runIf(found)('the playground in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coach-page-'))
  let bot: ChildProcess
  let browser: Browser
  let page: Page
  let url: string
  const problems: string[] = []
  beforeAll(async () => {
    const port = await freePort()
    url = `http://localhost:${port}`
    bot = startProgram(['src/main.ts'], { PORT: String(port), DATA_DIR: folder }, 'ignore')
    await new Promise<void>((resolve) =>
      bot.stdout!.on('data', (data) => String(data).includes('ready') && resolve()),
    )
    browser = await openBrowser()
    page = await browser.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  })
  afterAll(async () => {
    await browser?.close()
    bot?.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })

  it('takes a newcomer from one click to a review within seconds', async () => {
    await sendExample(page, url)
    const thread = page.getByRole('complementary', { name: 'Thread' })
    // Their own words are at the top as quotes, and in each fold as lines in “ ”.
    await expect.poll(() => thread.locator('details', { hasText: /“[A-Z][^”]+”/ }).count()).toBeGreaterThan(2)
    await thread.getByText('Workspace owners and the people who run me might').waitFor()
  })

  it('opens a modal, shows what is missing in it, and keeps what is written', async () => {
    await page.getByRole('combobox', { name: 'This is wrong' }).selectOption({ label: 'Something else…' })
    const modal = page.getByRole('dialog', { name: 'What is wrong?' })
    await modal.getByRole('textbox', { name: 'In your own words' }).fill('The first quote is about planning.')
    await modal.getByRole('button', { name: 'Save correction' }).click()
    await modal.waitFor({ state: 'hidden' })
    await page.getByText('I saved your note with this review').waitFor()
  })

  it('completes commands by keyboard, answers only the person who asked, and goes on with buttons', async () => {
    await page.getByRole('button', { name: '# sre' }).click()
    const field = page.getByRole('textbox', { name: 'Message' })
    await field.pressSequentially('/ladder c')
    await page.getByRole('option', { name: /communication/ }).waitFor()
    await field.press('Tab')
    await field.press('Enter')
    await page.getByText('Only visible to you').waitFor()
    await page.getByRole('button', { name: 'L4', exact: true }).click()
    await page.getByRole('heading', { name: 'Communication · Lead SRE (L4)' }).waitFor()
    await page.getByLabel('You are').selectOption({ label: 'Sam Example' })
    await expect.poll(() => page.getByText('Only visible to you').count()).toBe(0)
  })

  it('answers a question in a channel in its thread, compares levels, and shares after a preview', async () => {
    await page.getByRole('button', { name: '# sre' }).click()
    const field = page.getByRole('textbox', { name: 'Message' })
    await field.fill('@coach what does L4 judgment say?')
    await field.press('Enter')
    await page.getByRole('button', { name: /1 reply/ }).click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('Defines professional standards.').first().waitFor()
    await field.fill('/ladder L2..L3')
    await field.press('Enter')
    await page.getByText('No change: Communication.').first().waitFor()
    await page.getByLabel('Choose competency…').last().selectOption({ label: 'Trust' })
    await page.getByRole('heading', { name: 'Trust · SRE (L2) and Senior SRE (L3)' }).waitFor()
    await field.fill('/ladder L3 trust')
    await field.press('Enter')
    await page.getByRole('button', { name: 'Share…' }).click()
    await page.getByRole('button', { name: 'Post here' }).click()
    await page.getByText('Posted without your name.').waitFor()
    await page.getByText('From the SRE ladder. To look it up, type /ladder L3 trust').waitFor()
  })

  it('asks before it deletes evidence, and removes the review', async () => {
    await page.getByLabel('You are').selectOption({ label: 'Ada Example' })
    await page.getByRole('button', { name: 'Ladder Coach' }).click()
    await page.getByRole('button', { name: /repl/ }).click()
    await page.getByRole('complementary').getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('I deleted the entry').waitFor()
    await expect.poll(() => page.getByText('People decide promotions').count()).toBe(0)
  })

  it('adds a year of invented notes with one click, and shows the progress', async () => {
    await page.getByLabel('You are').selectOption({ label: 'Sam Example' })
    await page.getByRole('button', { name: 'Ladder Coach' }).click()
    await page.getByRole('button', { name: 'Fill with a year of examples (invented)' }).click()
    await page.getByText('All of it is invented').waitFor()
    const home = page.getByRole('region', { name: 'Home' })
    await expect.poll(() => home.innerText(), { timeout: 60_000 }).toContain('I store 7 entries')
    await expect
      .poll(() => home.innerText(), { timeout: 60_000 })
      .toMatch(/Mastery: possible match in .* \d entries\./)
    expect(await home.innerText()).toContain('written by Ada Example')
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    await page.getByText('notes-').first().waitFor()
    expect(await page.getByRole('button', { name: /Fill with a year/ }).isVisible()).toBe(false)
    expect(await page.getByRole('complementary', { name: 'Thread' }).isVisible()).toBe(false)
  }, 120_000)

  it('takes the first reply to a message that asks for one', async () => {
    await page.getByRole('button', { name: 'Home', exact: true }).click()
    await page.getByRole('button', { name: 'Work on it' }).click()
    await page.getByRole('dialog').getByText('is in our direct messages').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    const question = page.getByRole('article').filter({ hasText: 'Work on your packet for L3' })
    await question.getByRole('button', { name: 'Reply in thread' }).click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread
      .getByRole('textbox')
      .fill('I merged 12 network changes without review, and none was rolled back.')
    await thread.getByRole('button', { name: 'Reply', exact: true }).click()
    await thread.getByText('It was empty.').waitFor()
    await expect.poll(() => thread.getByRole('button', { name: 'Skip this one' }).count()).toBe(1)
    await thread.getByRole('button', { name: 'Stop' }).click()
    await thread.getByText('I stopped. Your answer is saved.').waitFor()
    expect(await page.getByRole('article').getByRole('button', { name: 'Reply in thread' }).count()).toBe(0)
  }, 60_000)

  it('works at the width of a phone, where a thread replaces the conversation', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.reload()
    await page.getByRole('textbox', { name: 'Message' }).fill('hi')
    await page.getByRole('textbox', { name: 'Message' }).press('Enter')
    await page.getByText('Tell me something you did').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Close thread' }).click()
    await page.getByRole('textbox', { name: 'Message' }).waitFor()
  })

  it('refuses requests from another site, and has logged no error', async () => {
    const foreign = await fetch(`${url}/do`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(foreign.status).toBe(403)
    expect(problems).toEqual([])
  })
})
