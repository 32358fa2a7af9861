import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { NudgeMeMessenger } from '../coaching/nudge-me-port.ts'
import type { NudgeNotices, NudgeScheduler, NudgeStore, Zones } from '../coaching/nudge-port.ts'
import type { Files, Ladders, Log, Messenger, People } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import { factOf } from './answer.ts'
import { makeFiles } from './files.ts'
import { holdEventAcks } from './held-acks.ts'
import { makeMessenger } from './messenger.ts'
import { makeNudgeMeMessenger } from './nudge-me-messenger.ts'
import { makeNudgeMessenger } from './nudge-messenger.ts'
import { makeNudgeNotices } from './nudge-notices.ts'
import { nudgeViews } from './nudge-views.ts'
import { makePeople } from './people.ts'
import { register, type UseCases } from './register.ts'
import { makeZones } from './zones.ts'

/** How events arrive. `port` is where Slack's HTTP requests are taken, at /slack/events. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host?: string }

type Route = { path: string; method: 'GET'; handler: (req: IncomingMessage, res: ServerResponse) => void }

type Settings = {
  readonly botToken: string
  readonly transport: Transport
  readonly apiUrl: string | undefined
  /** Extra routes beside /slack/events, in HTTP mode. */
  readonly routes: Route[]
  /** Largest file that is fetched, in bytes. */
  readonly mostBytes: number
  readonly log: Log
}

export type Slack = {
  readonly messenger: Messenger
  readonly people: People
  readonly files: Files
  readonly zones: Zones
  readonly nudgesMe: NudgeMeMessenger
  readonly notices: NudgeNotices
  /** Posts nudges; what they say is looked up in these ladders and, about the weeks on record, in this store. */
  nudges(ladders: Ladders, store: Pick<NudgeStore, 'weeks'>, now: () => Temporal.Instant): NudgeScheduler
  /** Checks the token, then takes events until `stop`; says where HTTP requests are taken. Throws CoachError `slack-refused` or `slack-unavailable`. */
  start(useCases: UseCases): Promise<AddressInfo | null>
  stop(): Promise<void>
}

/** Longest wait for one call of Slack's Web API, in milliseconds. */
const CALL_TIMEOUT = 10_000

/**
 * Bolt's own lines, at `warn` and above whatever LOG_LEVEL says: its debug lines print what people wrote, and
 * an error's text may, so only the first words of a line are kept, up to the first quote or brace.
 */
const boltLogger = (log: Log): Logger => {
  const say =
    (write: (fact: object, message: string) => void) =>
    (...lines: unknown[]) => {
      const first = typeof lines[0] === 'string' ? lines[0] : ''
      write(
        { from: 'bolt' },
        first
          .split(/["'{[(]/)[0]!
          .trim()
          .slice(0, 120) || 'problem in the Slack library',
      )
    }
  return {
    debug: () => {},
    info: () => {},
    warn: say((fact, message) => log.warn(fact, message)),
    error: say((fact, message) => log.error(fact, message)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}

/** Slack through Bolt, over Socket Mode or HTTP, with acks held back until what people wrote is stored. */
export const connectSlack = ({ botToken, transport, apiUrl, routes, mostBytes, log }: Settings): Slack => {
  const logger = boltLogger(log)
  const clientOptions = {
    ...(apiUrl ? { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` } : {}),
    // A post whose answer got lost may stand: who posts decides about another try, never the client.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT,
  }
  const receiver: Receiver =
    transport.kind === 'socket'
      ? new SocketModeReceiver({ appToken: transport.appToken, logger, installerOptions: { clientOptions } })
      : new HTTPReceiver({ signingSecret: transport.signingSecret, customRoutes: routes, logger })
  const app = new App({
    token: botToken,
    receiver: holdEventAcks(receiver),
    clientOptions,
    logger,
    extendedErrorHandler: true,
    deferInitialization: true,
    // Bolt's memory of conversations, which nothing here reads: looking into it is an error for each request.
    convoStore: false,
  })

  const people = makePeople(app.client, log, () => Date.now())

  return {
    messenger: makeMessenger(app.client),
    people,
    zones: makeZones(app.client),
    nudgesMe: makeNudgeMeMessenger(app.client),
    notices: makeNudgeNotices(app.client, log),
    nudges: (ladders, store, now) => makeNudgeMessenger(app.client, nudgeViews(ladders, store, now)),
    files: makeFiles(app.client, { botToken, apiUrl, mostBytes }),
    start: async (useCases) => {
      try {
        await app.init()
      } catch (error) {
        const said = (error as { data?: { error?: string } }).data?.error
        throw said
          ? new CoachError(
              'slack-refused',
              `Slack refused SLACK_BOT_TOKEN (${said.slice(0, 60)}): copy it again from "OAuth & Permissions"`,
              { cause: error },
            )
          : new CoachError(
              'slack-unavailable',
              'Slack could not be reached: check the network, or SLACK_API_URL if it is set',
              { cause: error },
            )
      }
      register(app, useCases, log)
      try {
        if (transport.kind === 'http') {
          const listen = { port: transport.port, ...(transport.host ? { host: transport.host } : {}) }
          const server = (await app.start(listen as never)) as unknown as Server
          return server.address() as AddressInfo
        }
        await app.start()
        return null
      } catch (error) {
        const { code, data } = error as { code?: string; data?: { error?: string } }
        if (code === 'EADDRINUSE' && transport.kind === 'http') {
          throw new CoachError(
            'config-invalid',
            `PORT ${transport.port} is in use by another program: stop that one, or set PORT to a free port`,
            { cause: error },
          )
        }
        throw data?.error
          ? new CoachError(
              'slack-refused',
              `Slack refused SLACK_APP_TOKEN (${data.error.slice(0, 60)}): it needs the scope connections:write`,
              { cause: error },
            )
          : new CoachError('slack-unavailable', 'Slack could not be reached to take events', { cause: error })
      }
    },
    stop: async () => {
      await app
        .stop()
        .catch((error: unknown) => log.warn(factOf(error), 'Slack connection did not close cleanly'))
    },
  }
}
