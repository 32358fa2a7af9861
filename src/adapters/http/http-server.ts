import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cannotListen, type ListenAddress } from '../../domain/cannot-listen.ts'

export type HttpRoute = {
  path: string
  method: 'GET'
  handler: (req: IncomingMessage, res: ServerResponse) => void
}

export type HttpServer = { readonly address: AddressInfo; close(): Promise<void> }

/** How long requests may take once the server is closing, in milliseconds. Slack waits three seconds for an ack. */
const CLOSE_LIMIT = 3_000

/** How long a request may take to arrive, in milliseconds. Slack's arrive immediately, and slow ones occupy memory. */
const REQUEST_LIMIT = 10_000

/** Slack's requests, where they come by HTTP. */
const REQUESTS_PATH = '/slack/events'

export function answer(res: ServerResponse, status: number, body: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(`${body}\n`)
}

/**
 * Serves these routes and, at `/slack/events`, what `requests` gives, which gets 503 while it gives nothing. Throws
 * CoachError `config-invalid`, which names `setting`, where `door` cannot be opened.
 */
export function serveHttp(
  setting: 'PORT' | 'METRICS_PORT',
  door: ListenAddress,
  routes: readonly HttpRoute[],
  requests?: () => RequestListener | null,
): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = createServer((req, res) => {
      const path = req.url?.split('?')[0]
      if (requests && path === REQUESTS_PATH) {
        const listener = requests()
        return listener ? listener(req, res) : answer(res, 503, 'still starting')
      }
      const route = routes.find((one) => one.path === path)
      if (route && req.method === 'GET') route.handler(req, res)
      else answer(res, 404, 'not found')
    })
    server.requestTimeout = REQUEST_LIMIT
    server.headersTimeout = REQUEST_LIMIT
    server.once('error', (cause) => reject(cannotListen(setting, door, cause) ?? cause))
    server.listen({ port: door.port, ...(door.host === undefined ? {} : { host: door.host }) }, () =>
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
}
