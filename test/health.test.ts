import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openPlayground } from '../src/playground/playground.ts'
import { readyDatabase, readyFolder, storeKinds } from './fakes/databases.ts'
import { type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, botEnv, freePort, type Mode, runBot } from './fakes/run-bot.ts'
import { hasSmallDisks, openSmallDisk } from './fakes/small-disk.ts'
import { wireTo } from './fakes/wire.ts'

/** An unusual address of this machine. Only a server that listens on all addresses has it. */
const ELSEWHERE = '127.0.0.2'
const HERE = '127.0.0.1'

const status = (port: number, path: string, host = HERE): Promise<number> =>
  fetch(`http://${host}:${port}${path}`).then(
    (response) => response.status,
    () => 0,
  )

/** A clock that can be moved forward. */
const clock = () => {
  let ahead = 0
  return {
    now: () => Temporal.Now.instant().add({ seconds: ahead }),
    forward: (seconds: number) => {
      ahead += seconds
    },
  }
}

describe('the addresses that it listens on', () => {
  let slack: LocalSlack
  // They run one after another, because they start from the same folder.
  const data = readyFolder()
  beforeAll(async () => {
    slack = await startLocalSlack()
  })
  afterAll(async () => {
    await slack?.close()
    rmSync(data, { recursive: true })
  })
  const withBot = async (
    mode: Mode,
    more: Record<string, string>,
    work: (port: number, metricsPort: number) => Promise<void>,
  ): Promise<void> => {
    const bot = await runBot(slack, mode, { DATA_DIR: data, ...more })
    try {
      await work(bot.port, Number(bot.env.METRICS_PORT))
    } finally {
      await bot.stop()
    }
  }

  it('shows metrics nowhere with HTTP, and is reached on every address', { timeout: 60_000 }, () =>
    withBot('http', {}, async (port) => {
      expect(await status(port, '/metrics')).toBe(404)
      expect(await status(port, '/healthz', ELSEWHERE)).toBe(200)
      expect(await status(port, '/readyz')).toBe(200)
    }),
  )

  it('shows metrics with HTTP only on METRICS_PORT, and only on HOST', async () =>
    withBot('http', { METRICS_PORT: String(await freePort()), HOST: HERE }, async (port, metricsPort) => {
      expect(await status(port, '/metrics')).toBe(404)
      expect(await status(metricsPort, '/metrics')).toBe(200)
      expect(await status(metricsPort, '/healthz')).toBe(404)
      for (const one of [port, metricsPort]) expect(await status(one, '/healthz', ELSEWHERE)).toBe(0)
    }))

  it('shows metrics on PORT in Socket Mode, only to this machine', () =>
    withBot('socket', {}, async (port) => {
      for (const path of ['/metrics', '/healthz', '/readyz']) expect(await status(port, path)).toBe(200)
      expect(await status(port, '/healthz', ELSEWHERE)).toBe(0)
    }))

  it('shows metrics in Socket Mode only on METRICS_PORT, and on HOST', async () =>
    withBot(
      'socket',
      { METRICS_PORT: String(await freePort()), HOST: '0.0.0.0' },
      async (port, metricsPort) => {
        expect(await status(port, '/metrics')).toBe(404)
        expect(await status(port, '/healthz', ELSEWHERE)).toBe(200)
        expect(await status(metricsPort, '/metrics', ELSEWHERE)).toBe(200)
      },
    ))

  it('opens the playground only to this machine, or on HOST', async () => {
    const port = await freePort()
    const first = await openPlayground({ port, routes: [] })
    expect(await status(port, '/', ELSEWHERE)).toBe(0)
    await first.close()
    const second = await openPlayground({ port, host: ELSEWHERE, routes: [] })
    expect(second.url).toBe(`http://${ELSEWHERE}:${port}`)
    expect(await status(port, '/', ELSEWHERE)).toBe(200)
    expect(await status(port, '/')).toBe(0)
    await second.close()
  })

  it.each<[string, Mode, (taken: number) => Record<string, string>, string]>([
    ['PORT is taken', 'socket', (taken) => ({ PORT: `${taken}` }), 'PORT % is already in use'],
    [
      'METRICS_PORT is taken',
      'http',
      (taken) => ({ METRICS_PORT: `${taken}` }),
      'METRICS_PORT % is already in use',
    ],
    [
      'HOST is another machine’s',
      'socket',
      () => ({ HOST: '192.0.2.1' }),
      'HOST 192.0.2.1 is not an address of this machine',
    ],
    ['HOST is none', 'socket', () => ({ HOST: 'no.such.host.invalid' }), 'HOST no.such.host.invalid is not'],
    [
      'both ports are one',
      'http',
      (taken) => ({ PORT: `${taken}`, METRICS_PORT: `${taken}` }),
      'METRICS_PORT is the same as PORT',
    ],
    ['HOST is a URL', 'http', () => ({ HOST: 'http://here' }), 'HOST should be an address or a name'],
  ])('does not start if %s, and names the setting in one sentence', async (_, mode, more, said) => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    const { port } = other.address() as { port: number }
    const env = await botEnv(slack, mode, more(port))
    const start = async () => startApp({ ...readConfig(env), log: pino({ level: 'silent' }) })
    const error = await start().catch((failure: unknown) => failure)
    expect(error).toMatchObject({ code: 'config-invalid' })
    expect((error as Error).message).toContain(said.replace('%', String(port)))
    expect((error as Error).message).not.toContain('\n')
    rmSync(env.DATA_DIR!, { recursive: true })
    await new Promise((resolve) => other.close(resolve))
  })
})

describe('its readiness', () => {
  let slack: LocalSlack
  beforeAll(async () => {
    slack = await startLocalSlack()
  })
  afterAll(() => slack?.close())
  const readyz = async (bot: Bot): Promise<string> => {
    const response = await fetch(`http://${HERE}:${bot.port}/readyz`)
    return `${response.status} ${(await response.text()).trim()}`
  }

  it.runIf(hasSmallDisks())(
    'says that the disk is full, once in the log with what to do, and is ready when there is room',
    { timeout: 60_000 },
    async () => {
      const disk = openSmallDisk(128)
      const time = clock()
      try {
        const bot = await runBot(slack, 'socket', { DATA_DIR: join(disk.folder, 'data') }, undefined, time)
        expect(await readyz(bot)).toBe('200 ready')
        const filling = join(disk.folder, 'filling')
        expect(() => writeFileSync(filling, Buffer.alloc(128 * 1024 * 1024))).toThrow('ENOSPC')
        time.forward(6)
        expect(await readyz(bot)).toBe("503 not ready: the database can't be written: its disk is full")
        time.forward(6)
        expect(await readyz(bot)).toContain('503')
        expect(await status(bot.port, '/healthz')).toBe(200)
        expect(await bot.metrics()).toContain('ladder_coach_database_writable 0')
        const told = bot.facts().filter(({ level, code }) => level >= 40 && code === 'store-unavailable')
        expect(told).toMatchObject([
          {
            action: 'database',
            vendor: '53100',
            todo: expect.stringContaining('disk of the database is full'),
          },
        ])
        rmSync(filling)
        time.forward(12)
        expect(await readyz(bot)).toBe('200 ready')
        await bot.logged(({ msg }) => msg === 'the database works again')
        expect(await bot.metrics()).toContain('ladder_coach_database_writable 1')
        await bot.stop()
      } finally {
        disk.remove()
      }
    },
  )

  describe.runIf(storeKinds().includes('PostgreSQL'))('on PostgreSQL', () => {
    it.each<Mode>(['http', 'socket'])('says over %s that the database is read-only', async (mode) => {
      const place = await readyDatabase('PostgreSQL')
      const url = (place.env as { DATABASE_URL: string }).DATABASE_URL
      const name = new URL(url).pathname.slice(1)
      const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
      await admin.connect()
      const readOnly = async (is: boolean): Promise<void> => {
        await admin.query(`alter database ${name} set default_transaction_read_only = ${is}`)
        // A connection that is being made may have read the setting before, and is listed only once it is made.
        for (const seconds of [1, 0]) {
          await admin.query(
            'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1',
            [name],
          )
          await admin.query('select pg_sleep($1)', [seconds])
        }
      }
      const time = clock()
      const bot = await runBot(slack, mode, place.env, undefined, time)
      expect(await readyz(bot)).toBe('200 ready')
      await readOnly(true)
      time.forward(6)
      expect(await readyz(bot)).toBe("503 not ready: the database can't be written: it is read-only")
      await readOnly(false)
      time.forward(6)
      expect(await readyz(bot)).toBe('200 ready')
      await bot.stop()
      await admin.end()
      await place.remove()
    })

    it('is scraped within a second or so while the database is away, and says so', async () => {
      const place = await readyDatabase('PostgreSQL')
      const wire = await wireTo((place.env as { DATABASE_URL: string }).DATABASE_URL)
      const time = clock()
      const env = { ...place.env, DATABASE_URL: wire.url }
      const bot = await runBot(slack, 'socket', env, undefined, time)
      expect(await bot.metrics()).toContain('ladder_coach_jobs_waiting{kind="review-evidence"} 0')
      wire.cut()
      time.forward(12)
      const from = performance.now()
      const text = await bot.metrics()
      expect(performance.now() - from).toBeLessThan(2_000)
      expect(text).toContain('ladder_coach_database_writable 0')
      expect(text).not.toContain('ladder_coach_jobs_waiting{')
      expect(text).toMatch(/ladder_coach_database_errors_total\{code="\w+"\} [1-9]/)
      wire.mend()
      await bot.stop()
      wire.close()
      await place.remove()
    })
  })
})
