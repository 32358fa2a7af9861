import type { IncomingMessage, ServerResponse } from 'node:http'

export type HealthRoute = {
  path: string
  method: 'GET'
  handler: (req: IncomingMessage, res: ServerResponse) => void
}

const answer = (res: ServerResponse, status: number, body: string): void => {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(`${body}\n`)
}

/** `/healthz`: the process runs. `/readyz`: 200 when `ready` says so, 503 otherwise. `/metrics`: what is counted. */
export const healthRoutes = (
  ready: () => Promise<boolean>,
  metrics: { text(): Promise<string>; readonly contentType: string },
): HealthRoute[] => [
  {
    path: '/metrics',
    method: 'GET',
    handler: (_, res) => {
      metrics.text().then(
        (text) => {
          res.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
          res.end(text)
        },
        () => answer(res, 500, 'no metrics'),
      )
    },
  },
  { path: '/healthz', method: 'GET', handler: (_, res) => answer(res, 200, 'ok') },
  {
    path: '/readyz',
    method: 'GET',
    handler: (_, res) => {
      ready().then(
        (is) => answer(res, is ? 200 : 503, is ? 'ready' : 'not ready'),
        () => answer(res, 503, 'not ready'),
      )
    },
  },
]
