import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CoachError } from '../domain/coach-error.ts'
import type { HealthRoute } from './health.ts'

/** PORT is taken: which program has it is the admin's to know. */
export const portInUse = (port: number, cause: unknown): CoachError =>
  new CoachError(
    'config-invalid',
    `PORT ${port} is in use by another program: stop that one, or set PORT to a free port`,
    { cause },
  )

export type HttpServer = { readonly address: AddressInfo; close(): Promise<void> }

/** How long requests may go on once the server is closing, in milliseconds: Slack waits three seconds for an ack. */
const CLOSE_LIMIT = 3_000

/**
 * Serves these routes and, at `/slack/events`, Slack's requests where they come by HTTP. Throws CoachError
 * `config-invalid` when the port is taken.
 */
export const serveHttp = ({
  port,
  host,
  routes,
  requests,
}: {
  readonly port: number
  readonly host?: string | undefined
  readonly routes: readonly HealthRoute[]
  readonly requests?: RequestListener | null
}): Promise<HttpServer> =>
  new Promise((resolve, reject) => {
    const server = createServer((req, res) => {
      const path = req.url?.split('?')[0]
      if (requests && path === '/slack/events') return requests(req, res)
      const route = routes.find((one) => one.path === path)
      if (route && req.method === 'GET') return route.handler(req, res)
      res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      res.end('not found\n')
    })
    server.once('error', (cause) => reject(portInUse(port, cause)))
    server.listen({ port, ...(host ? { host } : {}) }, () =>
      resolve({
        address: server.address() as AddressInfo,
        close: () =>
          new Promise((closed) => {
            const rest = setTimeout(() => server.closeAllConnections(), CLOSE_LIMIT)
            server.close(() => {
              clearTimeout(rest)
              closed()
            })
            server.closeIdleConnections()
          }),
      }),
    )
  })
