import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ListenAddress, listenFailure } from '../../domain/listen-failure.ts'

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

/** The path of Slack's requests in HTTP mode. */
const REQUESTS_PATH = '/slack/events'

/** Sends a short plain-text answer that is not cached. */
export function answer(res: ServerResponse, status: number, body: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end(`${body}\n`)
}

/**
 * Serves these routes and, at `/slack/events`, the listener that `requests` returns. While it returns null, that path
 * gets 503. Throws CoachError `config-invalid`, which names `setting`, if it cannot listen on `address`.
 */
export function serveHttp(
  setting: 'PORT' | 'METRICS_PORT',
  address: ListenAddress,
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
    server.once('error', (cause) => reject(listenFailure(setting, address, cause) ?? cause))
    server.listen({ port: address.port, ...(address.host === undefined ? {} : { host: address.host }) }, () =>
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
