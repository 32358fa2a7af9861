import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type HTTPReceiver, HTTPModuleFunctions as http } from '@slack/bolt'
import type { Log } from '../../coaching/ports.ts'
import { remedyOf } from '../../domain/logged-failure.ts'

const ACTION = 'take-request'

const end = (res: ServerResponse, status: number): void => {
  if (!res.headersSent) res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  res.end()
}

/** Slack sends an object, as JSON or in a form's `payload`. Anything else would crash Bolt. */
const isObject = (req: Awaited<ReturnType<typeof http.bufferIncomingMessage>>): boolean => {
  try {
    const body: unknown = http.parseHTTPRequestBody(req)
    return typeof body === 'object' && body !== null && !Array.isArray(body)
  } catch {
    return false
  }
}

/**
 * Passes Slack's requests to Bolt's receiver. Until `isReady` they get 503, so that Slack sends them again. A signed
 * body that is not an object gets 400. A failure gets 500 and does not end the process.
 */
export function takeRequests(
  receiver: HTTPReceiver,
  { signingSecret, isReady, log }: { signingSecret: string; isReady: () => boolean; log: Log },
): RequestListener {
  return (req, res) => {
    const take = async (): Promise<void> => {
      if (req.method !== 'POST') return end(res, 404)
      if (!isReady()) return end(res, 503)
      const verified = await verify(req, res, signingSecret, log)
      if (verified === null) return
      if (!isObject(verified)) return end(res, 400)
      receiver.requestListener(verified, res)
    }
    take().catch(() => {
      log.warn({ action: ACTION, code: 'unexpected' }, 'a request failed')
      end(res, 500)
    })
  }
}

/**
 * Slack's largest requests are below a tenth of this. A request that does not even claim to be Slack's is not read. In
 * bytes.
 */
const MOST = 1024 * 1024
const MOST_UNSIGNED = 1024

/** How old a signature may be, in seconds (docs.slack.dev, verifying requests). */
const FRESH = 5 * 60

const looksSigned = ({ headers }: IncomingMessage): boolean =>
  headers['x-slack-signature'] !== undefined &&
  Math.abs(Date.now() / 1000 - Number(headers['x-slack-request-timestamp'])) < FRESH

/** The request with its body, if it is signed by Slack, or null if it was answered already. */
const verify = async (req: IncomingMessage, res: ServerResponse, signingSecret: string, log: Log) => {
  try {
    const buffered = await http.bufferIncomingMessage(req, looksSigned(req) ? MOST : MOST_UNSIGNED)
    return await http.parseAndVerifyHTTPRequest({ signingSecret, enabled: true }, buffered)
  } catch (error) {
    // Too large, or the connection broke off.
    const broken = http.isRawBodyError(error) ? error.statusCode : null
    const code = 'request-refused'
    if (broken === null)
      log.warn({ action: ACTION, code, todo: remedyOf(code) }, 'a request was not signed by Slack')
    end(res, broken ?? 401)
    return null
  }
}
