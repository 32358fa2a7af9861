import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HttpRoute, serveHttp } from './adapters/http/http-server.ts'
import type { Config, Secrets } from './config.ts'
import { openPlayground } from './open-playground.ts'

type Recorded = Parameters<typeof openPlayground>[2]

/** How Slack's events arrive. */
type SlackTransport = Exclude<Secrets['slack'], { kind: 'playground' }>

/** Which Slack is used, and where its data is stored. */
export type Mode = {
  readonly slack: {
    readonly botToken: string
    readonly transport: SlackTransport
    readonly apiUrl: string | undefined
  }
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** What the log says once the bot is ready. */
  readonly ready: string
  /** Makes the playground send its events to `requests`. Null for a real Slack, which connects by itself. */
  connect(requests: RequestListener | null): Promise<{ close(): Promise<unknown> } | null>
  close(): Promise<void>
}

/**
 * The Slack from the settings, or a playground on this machine if they name none. A playground starts empty each time,
 * and so does its database. Throws CoachError `config-invalid`, and then leaves nothing open.
 */
export async function openMode(
  config: Config,
  secrets: Secrets,
  routes: HttpRoute[],
  recorded: Recorded,
): Promise<Mode> {
  const { slack, databaseUrl } = secrets
  if (slack.kind !== 'playground')
    return {
      slack: { botToken: slack.botToken, transport: slack, apiUrl: config.slackApiUrl },
      databaseUrl,
      dataDir: config.dataDir,
      ready: 'ready',
      connect: async () => null,
      close: async () => {},
    }
  await using opened = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'ladder-coach-playground-'))
  opened.defer(() => rm(dataDir, { recursive: true, force: true }))
  const playground = await openPlayground(config, routes, recorded)
  opened.defer(async () => playground.close())
  const closing = opened.move()
  return {
    slack: {
      botToken: playground.botToken,
      transport: {
        kind: 'http',
        botToken: playground.botToken,
        signingSecret: playground.signingSecret,
      },
      apiUrl: playground.slackApiUrl,
    },
    databaseUrl: undefined,
    dataDir,
    ready: `ready: open ${playground.url} in a browser`,
    connect: async (requests) => {
      const taking = await serveHttp('PORT', { port: 0, host: '127.0.0.1' }, [], () => requests)
      playground.connect(`http://127.0.0.1:${taking.address.port}/slack/events`)
      return taking
    },
    close: () => closing.disposeAsync(),
  }
}
