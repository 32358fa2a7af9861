import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { SlackState } from '../coaching/ports.ts'
import { cannotListen, type Door } from '../domain/cannot-listen.ts'
import type { Database } from './database.ts'
import type { AllMetrics } from './metrics.ts'
import { makeQueueFigures } from './queue-figures.ts'
import { reasonsAgainst, type Standing } from './readiness.ts'
import { makeWriteProbe, type Writable } from './write-probe.ts'

export type HealthRoute = {
  path: string
  method: 'GET'
  handler: (req: IncomingMessage, res: ServerResponse) => void
}

type Settings = {
  readonly config: Door & { readonly metricsPort: number | undefined }
  /** How Slack is reached: by HTTP, PORT is open to the world, and /metrics is not on it. */
  readonly mode: 'http' | 'socket' | 'playground'
  readonly metrics: AllMetrics
  readonly now: () => Temporal.Instant
}

export type Health = {
  /** What whoever serves PORT answers beside its own. In Socket Mode nobody else does, and it is served already. */
  readonly routes: HealthRoute[]
  /** What is looked at from now on. */
  watch(what: { readonly database: Database; readonly slack: () => SlackState }): void
  /** All is open, and work is taken. */
  takes(): void
  stops(): void
  close(): Promise<void>
}

const answer = (res: ServerResponse, status: number, body: string): void => {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(`${body}\n`)
}

const get = (path: string, handler: (res: ServerResponse) => void): HealthRoute => ({
  path,
  method: 'GET',
  handler: (_, res) => handler(res),
})

/** Serves these routes and nothing else. Throws CoachError `config-invalid` where `door` cannot be opened. */
const serve = (
  setting: 'PORT' | 'METRICS_PORT',
  door: Door,
  routes: readonly HealthRoute[],
): Promise<{ close(): Promise<void> }> =>
  new Promise((resolve, reject) => {
    const server = createServer((req, res) => {
      const route = routes.find(({ path }) => path === req.url?.split('?')[0])
      if (route && req.method === 'GET') route.handler(req, res)
      else answer(res, 404, 'not found')
    })
    server.once('error', (cause) => reject(cannotListen(setting, door, cause) ?? cause))
    server.listen({ port: door.port, ...(door.host === undefined ? {} : { host: door.host }) }, () =>
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      }),
    )
  })

/**
 * How the process says how it is. `/healthz`: 200 as long as it can answer; restarts hang on this one. `/readyz`: 200
 * when what people write now is kept, otherwise 503 with every reason in one line. `/metrics`: what is counted, on
 * METRICS_PORT where that is set. Opens what nobody else serves, at once, so that a start that waits for Slack can be
 * seen. Throws CoachError `config-invalid` where a port cannot be listened on.
 */
export const openHealth = async ({ config, mode, metrics, now }: Settings): Promise<Health> => {
  let standing: Standing = 'starting'
  let slack: (() => SlackState) | null = null
  let probe: (() => Promise<Writable>) | null = null

  const ready = async (res: ServerResponse): Promise<void> => {
    const database = standing === 'stopping' || !probe ? null : await probe()
    const reasons = reasonsAgainst({ standing, slack: slack?.() ?? null, database, now: now() })
    if (reasons.length === 0) answer(res, 200, 'ready')
    else answer(res, 503, `not ready: ${reasons.join('; ')}`)
  }
  const scraped = get('/metrics', (res) => {
    metrics.text().then(
      (text) => {
        res.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
        res.end(text)
      },
      () => answer(res, 500, 'no metrics'),
    )
  })
  const { metricsPort } = config
  const beside = mode !== 'http' && metricsPort === undefined ? [scraped] : []
  const routes = [
    get('/healthz', (res) => answer(res, 200, 'ok')),
    get('/readyz', (res) => void ready(res).catch(() => answer(res, 503, 'not ready'))),
    ...beside,
  ]
  const open: { close(): Promise<void> }[] = []
  const close = async (): Promise<void> => {
    metrics.close()
    await Promise.all(open.map((server) => server.close()))
  }
  try {
    if (mode === 'socket') open.push(await serve('PORT', config, routes))
    if (metricsPort !== undefined)
      open.push(await serve('METRICS_PORT', { host: config.host, port: metricsPort }, [scraped]))
  } catch (error) {
    await close()
    throw error
  }
  return {
    routes,
    watch: ({ database, slack: state }) => {
      const asked = makeWriteProbe(database, now)
      slack = state
      probe = asked
      metrics.watch({
        slack: state,
        writable: async () => (await asked()).kind === 'writes',
        queue: makeQueueFigures(database, now),
      })
    },
    takes: () => {
      standing = 'taking'
    },
    stops: () => {
      standing = 'stopping'
    },
    close,
  }
}
