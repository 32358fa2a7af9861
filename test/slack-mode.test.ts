import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { openMode } from '../src/slack-mode.ts'
import { freePort } from './fakes/run-bot.ts'

describe('a playground on this machine', () => {
  const before = process.env.TMPDIR
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mode-'))
    process.env.TMPDIR = folder
  })
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(folder, { recursive: true, force: true })
  })
  const open = (port: number) => {
    const { config, secrets } = readConfig({ PORT: `${port}` })
    return openMode(config, secrets, [], null)
  }

  it('keeps its data in a folder that is deleted with it', async () => {
    const mode = await open(await freePort())
    expect(existsSync(mode.dataDir)).toBe(true)
    await mode.close()
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves no folder behind if its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    await expect(open(port)).rejects.toMatchObject({ code: 'config-invalid' })
    expect(readdirSync(folder)).toEqual([])
    await new Promise((resolve) => other.close(resolve))
  })
})
