import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../fakes/browser.ts'
import { freePort } from '../fakes/run-bot.ts'

const OUT = join(import.meta.dirname, '..', '..', '.github', 'pictures')

/** Sends the example, chooses a goal and waits for the review, as a newcomer would. */
export const sendExample = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.getByRole('button', { name: 'Send an example' }).click()
  const thread = page.getByRole('complementary', { name: 'Thread' })
  await thread.getByRole('button', { name: 'Senior SRE (L3)' }).click()
  await thread.getByText('People decide promotions').waitFor()
}

if (import.meta.main) {
  mkdirSync(OUT, { recursive: true })
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'coach-pictures-'))
  const bot = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) =>
    bot.stdout.on('data', (data) => String(data).includes('ready') && resolve(null)),
  )
  const browser = await openBrowser()
  try {
    for (const look of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 860 },
        deviceScaleFactor: 1.5,
        colorScheme: look,
      })
      await page.goto(`http://localhost:${port}`)
      if (look === 'light') await sendExample(page, `http://localhost:${port}`)
      else await page.getByRole('button', { name: /repl/ }).first().click()
      await page.getByText('People decide promotions').waitFor()
      await page.screenshot({ path: join(OUT, `review-${look}.png`) })
      if (look === 'dark') continue
      await page.getByRole('button', { name: '# sre' }).click()
      await page.getByRole('textbox', { name: 'Message' }).fill('/ladder L2 vs L3')
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await page.getByText('New at L3').first().waitFor()
      await page.screenshot({ path: join(OUT, 'ladder.png') })
    }
  } finally {
    await browser.close()
    bot.kill('SIGTERM')
    await new Promise((resolve) => bot.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}
