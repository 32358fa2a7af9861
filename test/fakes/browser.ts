import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where Chromium is, or null: a stranger's machine may have none, CI installs one. */
export function browserPath(): string | null {
  return (
    [
      process.env.CHROMIUM_PATH,
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ].find((path) => path && existsSync(path)) ?? null
  )
}

/** A headless Chromium that reaches nothing but this machine. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath()
  if (!executablePath) throw new Error('No Chromium found: install one, or set CHROMIUM_PATH')
  return chromium.launch({
    executablePath,
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
}
