import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CoachError } from '../domain/coach-error.ts'

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

/** PORT is taken: which program has it is the admin's to know. */
export const portInUse = (port: number, cause: unknown): CoachError =>
  new CoachError(
    'config-invalid',
    `PORT ${port} is in use by another program: stop that one, or set PORT to a free port`,
    { cause },
  )

/** Serves only these routes on a port, where nothing else does (Socket Mode). Throws CoachError `config-invalid`. */
export const serveHealth = (
  port: number,
  routes: readonly HealthRoute[],
): Promise<{ close(): Promise<void> }> =>
  new Promise((resolve, reject) => {
    const server = createServer((req, res) => {
      const route = routes.find(({ path }) => path === req.url?.split('?')[0])
      if (route && req.method === 'GET') route.handler(req, res)
      else answer(res, 404, 'not found')
    })
    server.once('error', (cause) => reject(portInUse(port, cause)))
    server.listen(port, () =>
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      }),
    )
  })
