import type { SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../coaching/ports.ts'
import { codeOf } from '../web-api/call.ts'
import { remedyFor } from '../web-api/refusals.ts'
import { growingWaits, retryAfterOf, type Waits, waitUntil } from './keep-trying.ts'
import type { LinkState } from './link-state.ts'

type Client = SocketModeReceiver['client']

/** After a socket that lasted this long, the next begins immediately, in milliseconds. */
const LASTED = 10_000

/** The longest wait for Slack to close its side, in milliseconds. */
const STOP_LIMIT = 2_000

/**
 * Keeps a socket to Slack open until `stop`. If it closes, from either side, the next one is opened, and failures are
 * tried again with growing waits. The library's own reconnecting is not used, because it throws where nothing catches.
 * `onRefused` decides about a refusal that does not pass by itself. If it throws, the first `start` rejects.
 */
export function makeSocketLink(
  socket: Client,
  {
    link,
    log,
    waits,
    helloMs,
    onRefused,
  }: {
    readonly link: LinkState
    readonly log: Log
    readonly waits: Waits
    /** How long Slack may take from the request for a socket until its hello, in milliseconds. */
    readonly helloMs: number
    readonly onRefused: (code: string, error: unknown) => void
  },
) {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  guardMessages(socket, log)

  /** Resolves when Slack has said hello, with a promise that resolves when that socket is closed. */
  const open = async (): Promise<{ closed: Promise<void> }> => {
    const { promise: closed, resolve } = Promise.withResolvers<void>()
    const onClosed = (): void => resolve()
    socket.once('disconnected', onClosed)
    const starting = socket.start()
    const late = waitUntil(helloMs, stopping.signal).then(() => 'late' as const)
    try {
      if ((await Promise.race([starting, late])) !== 'late') return { closed }
    } catch (error) {
      socket.off('disconnected', onClosed)
      throw error
    }
    starting.catch(() => {})
    await Promise.race([socket.disconnect(), waitUntil(helloMs, stopping.signal)])
    throw new Error('no hello')
  }

  const run = async (onFirst: () => void): Promise<void> => {
    const growing = growingWaits(waits)
    while (!stopping.signal.aborted) {
      try {
        const { closed } = await open()
        const from = Date.now()
        link.connected('SLACK_APP_TOKEN')
        onFirst()
        await closed
        if (stopping.signal.aborted) return
        const lasted = Date.now() - from >= LASTED
        if (lasted) growing.reset()
        link.away('SLACK_APP_TOKEN', 'socket_closed', 0)
        await waitUntil(lasted ? 0 : growing.next(), stopping.signal)
      } catch (error) {
        if (stopping.signal.aborted) return
        const code = codeOf(error)
        const ms = growing.next(retryAfterOf(error))
        if (remedyFor(code, 'SLACK_APP_TOKEN')) onRefused(code, error)
        else link.away('SLACK_APP_TOKEN', code, ms)
        await waitUntil(ms, stopping.signal)
      }
    }
  }

  return {
    /** Resolves with the first hello, however long that takes. Rejects with whatever `onRefused` throws. */
    start: (): Promise<void> =>
      new Promise((resolve, reject) => {
        running = run(resolve).catch(reject)
      }),
    stop: async (): Promise<void> => {
      stopping.abort()
      const closed = Promise.all([socket.disconnect(), running])
      await Promise.race([closed, waitUntil(STOP_LIMIT, new AbortController().signal)])
    },
  }
}

/** The library reads Slack's messages where no error is caught, so an unexpected one would end the process. */
const guardMessages = (socket: Client, log: Log): void => {
  const handlers = socket.listeners('ws_message') as ((...given: unknown[]) => unknown)[]
  socket.removeAllListeners('ws_message')
  socket.on('ws_message', async (...given: unknown[]) => {
    try {
      for (const handle of handlers) await handle(...given)
    } catch {
      log.warn({ action: 'connect-slack', code: 'odd-message' }, 'a message from Slack was not understood')
    }
  })
}
