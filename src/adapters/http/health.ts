import type { RequestListener, ServerResponse } from 'node:http'
import type { SlackState } from '../../coaching/ports.ts'
import type { ListenAddress } from '../../domain/listen-failure.ts'
import type { Database } from '../database/database.ts'
import { makeWriteProbe, type Writable } from '../database/write-probe.ts'
import type { AllMetrics } from '../metrics/metrics.ts'
import { makeQueueFigures } from '../queue/queue-figures.ts'
import { answer, type HttpRoute, type HttpServer, serveHttp } from './http-server.ts'
import { type Lifecycle, reasonsAgainst } from './readiness.ts'

type Settings = {
  readonly config: ListenAddress & { readonly metricsPort: number | undefined }
  /** How we connect to Slack. With HTTP, PORT is open to the internet, so /metrics is not on it. */
  readonly mode: 'http' | 'socket' | 'playground'
  readonly metrics: AllMetrics
  readonly now: () => Temporal.Instant
}

export type Health = {
  /** Routes for the playground, which serves PORT itself. */
  readonly routes: HttpRoute[]
  /** Sets what is checked from now on and, in HTTP mode, what handles Slack's requests. Before this they get 503. */
  watch(what: {
    readonly database: Database
    readonly slack: () => SlackState
    readonly requests: RequestListener | null
    /** Where ladders are broken, each as file and line. */
    readonly broken: () => readonly string[]
  }): void
  /** Reports that everything is open and jobs are taken. */
  takes(): void
  /** Reports that the process is stopping. */
  stops(): void
  close(): Promise<void>
}

const get = (path: string, handler: (res: ServerResponse) => void): HttpRoute => ({
  path,
  method: 'GET',
  handler: (_, res) => handler(res),
})

/** PORT may be open to the internet, so this repeats no words of a ladder. */
const ladderNote = (places: readonly string[]): string[] =>
  places.length === 0
    ? []
    : [`mistakes in ladders at ${places.join(', ')} ("npm run ladder -- check" says what is wrong)`]

/**
 * Reports the state of the process. `/healthz`: 200 as long as it can answer, and the one to restart on. `/readyz`: 200
 * if new messages can be stored, with the place of any mistake in a ladder, otherwise 503 with all reasons in one line.
 * `/metrics`: metrics, on METRICS_PORT if that is set. Opens both ports immediately, so that a start that waits for
 * Slack is visible. Throws CoachError `config-invalid` if it cannot listen on a port.
 */
export async function openHealth({ config, mode, metrics, now }: Settings): Promise<Health> {
  let standing: Lifecycle = 'starting'
  let slack: (() => SlackState) | null = null
  let requests: RequestListener | null = null
  let probe: (() => Promise<Writable>) | null = null
  let broken = (): readonly string[] => []

  const ready = async (res: ServerResponse): Promise<void> => {
    const database = standing === 'stopping' || !probe ? null : await probe()
    const reasons = reasonsAgainst({ standing, slack: slack?.() ?? null, database, now: now() })
    if (reasons.length === 0) answer(res, 200, ['ready', ...ladderNote(broken())].join('; '))
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
  const open: HttpServer[] = []
  const close = async (): Promise<void> => {
    metrics.close()
    await Promise.all(open.map((server) => server.close()))
  }
  try {
    if (mode !== 'playground')
      open.push(await serveHttp('PORT', config, routes, mode === 'http' ? () => requests : undefined))
    if (metricsPort !== undefined)
      open.push(await serveHttp('METRICS_PORT', { host: config.host, port: metricsPort }, [scraped]))
  } catch (error) {
    await close()
    throw error
  }
  return {
    routes,
    watch: ({ database, slack: state, requests: listener, broken: brokenNow }) => {
      broken = brokenNow
      requests = listener
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
