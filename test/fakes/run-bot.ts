import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { pino } from 'pino'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { readyFolder } from './databases.ts'
import { APP_TOKEN, BOT_TOKEN, type LocalSlack, SIGNING_SECRET } from './local-slack.ts'
import { sharedTextPools } from './shared-texts.ts'
import { type About, slackPerson } from './slack-person.ts'

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

export type Mode = 'http' | 'socket'

/** The settings of a bot against a local Slack, as an environment. */
export async function botEnv(
  slack: LocalSlack,
  mode: Mode,
  more: Record<string, string> = {},
): Promise<Record<string, string>> {
  return {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    PORT: String(await freePort()),
    DATA_DIR: more.DATA_DIR ?? readyFolder(),
    LOG_LEVEL: 'trace',
    ...more,
  }
}

type Options = Parameters<typeof startApp>[0]
type Limits = Options['modelLimits']

/** One line of the log; pino's levels: 20 is debug, 30 info, 40 warn, 50 error. */
export type LogFact = { readonly level: number; readonly msg: string } & Readonly<Record<string, unknown>>

/** The whole bot in this process, its log kept for reading. */
export async function runBot(
  slack: LocalSlack,
  mode: Mode,
  more: Record<string, string> = {},
  modelLimits?: Limits,
  others: Pick<Options, 'now' | 'sweepEvery' | 'fileLimits' | 'slackLimits'> = {},
) {
  const env = await botEnv(slack, mode, more)
  const lines: string[] = []
  const readers = new Set<() => void>()
  const written: LogFact[] = []
  const write = (line: string): void => {
    lines.push(line)
    written.push(JSON.parse(line))
    for (const read of readers) read()
  }
  const log = pino({ level: 'trace', base: null }, { write })
  const facts = (): readonly LogFact[] => written
  const app = await startApp({
    ...{ ...readConfig(env), log, textPools: sharedTextPools() },
    ...{ ...others, ...(modelLimits ? { modelLimits } : {}) },
  })
  const deliver = mode === 'socket' ? slack.socket() : slack.http(`http://127.0.0.1:${env.PORT}/slack/events`)
  return {
    env,
    port: Number(env.PORT),
    log: () => lines.join(''),
    /** Every line of the log. */
    facts,
    /** Resolves with the first line of the log that is one, now or later; rejects after `ms`. */
    logged: (is: (fact: LogFact) => unknown, ms = 15_000): Promise<LogFact> =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer)
          readers.delete(read)
        }
        const read = (): void => {
          const found = facts().find(is)
          if (!found) return
          end()
          resolve(found)
        }
        const timer = setTimeout(() => {
          end()
          reject(new Error(`The awaited line of the log did not come within ${ms} ms`))
        }, ms)
        readers.add(read)
        read()
      }),
    /** What is scraped, as text. */
    metrics: async (): Promise<string> =>
      (await fetch(`http://127.0.0.1:${env.METRICS_PORT || env.PORT}/metrics`)).text(),
    person: (user: string, team?: string, about?: About) => slackPerson(slack, deliver, user, team, about),
    stop: async () => {
      await app.stop()
      if (!more.DATA_DIR) rmSync(env.DATA_DIR!, { recursive: true, force: true })
    },
  }
}

export type Bot = Awaited<ReturnType<typeof runBot>>
