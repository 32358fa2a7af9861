import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../fakes/browser.ts'
import { freePort } from '../fakes/run-bot.ts'

const OUT = join(import.meta.dirname, '..', '..', '.github', 'pictures')

/** Sends the example, chooses a goal and waits for the review, as a newcomer would. */
export async function sendExample(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: 'Send an example' }).click()
  const thread = page.getByRole('complementary', { name: 'Thread' })
  await thread.getByRole('button', { name: 'Senior SRE (L3)' }).click()
  await thread.getByText('People decide promotions').waitFor()
}

/** Sets a nudge of one's own for the minute that comes, and waits for it in the DM. */
export async function shootOwnNudge(page: Page, shoot: (name: string) => Promise<unknown>): Promise<void> {
  const soon = Temporal.Now.zonedDateTimeISO('Europe/London').add({ seconds: 80 })
  const weekday = soon.toLocaleString('en', { weekday: 'long' })
  const box = page.getByRole('textbox', { name: 'Message' })
  await page.getByRole('button', { name: 'Ladder Coach' }).click()
  await box.fill(`/ladder nudge me ${weekday} ${soon.toPlainTime().toString({ smallestUnit: 'minute' })}`)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('I’ll message you').waitFor()
  await page.getByText('Ask next week').waitFor({ timeout: 120_000 })
  await page.getByText('Ask next week').scrollIntoViewIfNeeded()
  await shoot('nudge-me')
}

/**
 * Fills a year for somebody who has sent nothing yet, and waits for its reviews. Shows where they stand, their packet,
 * and the first page of it as a PDF. Needs pdftoppm, which comes with Poppler.
 */
async function shootPacket(
  page: Page,
  url: string,
  shoot: (name: string) => Promise<unknown>,
): Promise<void> {
  await page.goto(url)
  await page.getByLabel('You are').selectOption({ label: 'Sam Example' })
  await page.getByRole('button', { name: 'Ladder Coach' }).click()
  await page.getByRole('button', { name: /Fill with a year/ }).click()
  const home = page.getByRole('region', { name: 'Home' })
  await home.getByText('I store 7 entries').waitFor({ timeout: 60_000 })
  // The tab is brought up to date within seconds after the last review.
  await page.waitForTimeout(15_000)
  await shoot('home')
  await page.getByRole('button', { name: 'Messages', exact: true }).click()
  const box = page.getByRole('textbox', { name: 'Message' })
  await box.fill('/ladder packet')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('In brief').last().waitFor()
  await shoot('packet')
  await box.fill('/ladder packet pdf')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const link = page.getByRole('link', { name: /^promotion-packet.*\.pdf$/ })
  await link.waitFor({ timeout: 60_000 })
  const file = await fetch(new URL((await link.getAttribute('href'))!, url))
  const input = Buffer.from(await file.arrayBuffer())
  execFileSync('pdftoppm', ['-png', '-singlefile', '-r', '90', '-', join(OUT, 'packet-page')], { input })
}

type Look = 'light' | 'dark'

const openPage = async (browser: Browser, look: Look, width = 1280, height = 900): Promise<Page> => {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    colorScheme: look,
  })
  page.setDefaultTimeout(10_000)
  return page
}

if (import.meta.main) {
  mkdirSync(OUT, { recursive: true })
  const port = await freePort()
  const url = `http://localhost:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'coach-pictures-'))
  const bot = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) =>
    bot.stdout.on('data', (data) => String(data).includes('ready') && resolve(null)),
  )
  const browser = await openBrowser()
  const shoot = (page: Page, name: string): Promise<Buffer> =>
    page.screenshot({ path: join(OUT, `${name}.png`) })
  const thread = (page: Page) => page.getByRole('complementary', { name: 'Thread' })
  const typed = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Message' }).fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
  }
  try {
    const page = await openPage(browser, 'light')
    await sendExample(page, url)
    // What a model adds, which is what a company with a key sees.
    await page.getByRole('button', { name: 'See it read by AI (recorded)' }).click()
    await thread(page).getByText('Recorded: ').waitFor()
    await shoot(page, 'review-light')
    const dark = await openPage(browser, 'dark')
    await dark.goto(url)
    await dark.getByRole('button', { name: /repl/ }).first().click()
    await thread(dark).getByText('Recorded: ').waitFor()
    await shoot(dark, 'review-dark')
    await dark.close()

    // What a panel might ask opened (the steps are open already), and the picture on a phone.
    const recorded = thread(page).getByRole('article').filter({ hasText: 'Recorded: ' })
    await recorded.locator('summary').nth(1).click()
    await recorded.locator('summary').nth(1).scrollIntoViewIfNeeded()
    await shoot(page, 'review-open')
    const phone = await openPage(browser, 'light', 390, 844)
    await phone.goto(url)
    await phone.getByRole('button', { name: /repl/ }).first().click()
    await thread(phone).getByText('Recorded: ').waitFor()
    await shoot(phone, 'review-phone')
    await phone.close()

    // A question, an answer, and what it moved.
    const reply = page.getByRole('textbox', { name: /reply/i })
    await reply.fill('What about trust?')
    await reply.press('Enter')
    await thread(page).getByText('Tell me about one time you did this').waitFor()
    await reply.fill(
      'I wrote the incident summary myself, explained it to the support and product teams, and they use my update template since.',
    )
    await reply.press('Enter')
    await thread(page)
      .getByText(/What changed:|The review stays the same/)
      .last()
      .waitFor()
    await shoot(page, 'conversation')

    const wrong = thread(page).getByRole('combobox', { name: 'This is wrong' })
    await wrong.selectOption({ label: 'Something else…' })
    await page.getByRole('dialog', { name: 'What is wrong?' }).waitFor()
    await shoot(page, 'correction')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

    await page.getByRole('button', { name: '# sre' }).click()
    await typed(page, '/ladder log I paired with the new hire on the restore drill.')
    await page.getByRole('dialog', { name: 'Log evidence' }).waitFor()
    await shoot(page, 'log-evidence')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').getByText('Saved').first().waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    await typed(page, '/ladder evidence')
    await page.getByText('Your evidence').first().waitFor()
    await shoot(page, 'evidence')
    await typed(page, '/ladder L2 vs L3')
    await page.getByText('New at L3').first().waitFor()
    await shoot(page, 'ladder')

    // The nudge of the channel: the form, the post as a colleague sees it, the form behind its button.
    await typed(page, '/ladder nudge')
    const form = page.getByRole('dialog', { name: 'Channel nudge' })
    await form.waitFor()
    await shoot(page, 'nudge-form')
    const soon = Temporal.Now.zonedDateTimeISO('Europe/London').add({ hours: 1 })
    await form.getByLabel('Day').selectOption({ label: soon.toLocaleString('en', { weekday: 'long' }) })
    await form
      .getByLabel('Time', { exact: true })
      .fill(soon.toPlainTime().toString({ smallestUnit: 'minute' }))
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Post now' }).click()
    for (const [name, ...size] of [
      ['nudge-phone', 390, 844],
      ['nudge', 1280, 620],
    ] as const) {
      const other = await openPage(browser, 'light', ...size)
      await other.goto(url)
      await other.getByLabel('You are').selectOption({ label: 'Sam Example' })
      const list = other.getByRole('button', { name: 'Back to conversations' })
      if (await list.isVisible()) await list.click()
      await other.getByRole('button', { name: '# sre' }).click()
      await other.getByRole('button', { name: 'Save evidence' }).waitFor()
      await shoot(other, name)
      if (name === 'nudge') {
        await other.getByRole('button', { name: 'Save evidence' }).click()
        await other.getByRole('dialog', { name: 'Answer the nudge' }).waitFor()
        await other.setViewportSize({ width: 1280, height: 900 })
        await shoot(other, 'nudge-log')
        await other.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
      }
      await other.close()
    }

    const other = await openPage(browser, 'light')
    await shootPacket(other, url, (name) => shoot(other, name))
    await other.close()

    await shootOwnNudge(page, (name) => shoot(page, name))
  } finally {
    await browser.close()
    bot.kill('SIGTERM')
    await new Promise((resolve) => bot.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}
