import type { RequestListener } from 'node:http'
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt'
import type { NudgeMeMessenger } from '../../coaching/nudge/nudge-me-port.ts'
import type { NudgeNotices, NudgeScheduler, NudgeStore, Zones } from '../../coaching/nudge/nudge-port.ts'
import type { HomeTabs } from '../../coaching/packet/home-port.ts'
import type { PacketUpload } from '../../coaching/packet/packet-file-port.ts'
import type { Directory, Files, Ladders, Log, Messenger, People, SlackState } from '../../coaching/ports.ts'
import type { Presence } from '../../coaching/presence-port.ts'
import { factOf } from '../answer.ts'
import { register, type UseCases } from '../listeners/register.ts'
import { makeMembersOnly } from '../members-only.ts'
import { makeToldToday } from '../told-today.ts'
import { countedFetch, type OnCall } from '../web-api/counted-fetch.ts'
import { makeFiles } from '../web-api/files.ts'
import { makeHomeTabs } from '../web-api/home-tabs.ts'
import { makeDirectory } from '../web-api/members.ts'
import { makeMessenger } from '../web-api/messenger.ts'
import { makeNudgeMeMessenger } from '../web-api/nudge-me-messenger.ts'
import { makeNudgeMessenger } from '../web-api/nudge-messenger.ts'
import { makeNudgeNotices } from '../web-api/nudge-notices.ts'
import { nudgeViews } from '../web-api/nudge-views.ts'
import { makePacketUpload } from '../web-api/packet-upload.ts'
import { makePeople } from '../web-api/people.ts'
import { makePresence } from '../web-api/presence.ts'
import { refusal, remedyFor, scopesMissing } from '../web-api/refusals.ts'
import { makeZones } from '../web-api/zones.ts'
import { takeRequests } from './event-requests.ts'
import { holdEventAcks } from './held-acks.ts'
import { WAITS, type Waits } from './keep-trying.ts'
import { makeLinkState } from './link-state.ts'
import { makeSocketLink } from './socket-link.ts'
import { makeTokenWatch } from './token-watch.ts'

/** How events arrive. */
type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string }

/** Time limits for calls and sockets to Slack, and the waits between tries, in milliseconds. */
export type SlackLimits = {
  /** One call of the Web API. */
  readonly callMs: number
  /** A socket, until Slack says hello. */
  readonly helloMs: number
  readonly waits: Waits
}

export const SLACK_LIMITS: SlackLimits = { callMs: 10_000, helloMs: 20_000, waits: WAITS }

type Settings = {
  readonly botToken: string
  readonly transport: Transport
  readonly apiUrl: string | undefined
  /** The largest file that is fetched, in bytes. */
  readonly mostBytes: number
  readonly limits?: SlackLimits
  readonly now: () => Temporal.Instant
  readonly log: Log
  readonly onCall?: OnCall
  /** Told when Slack refuses the bot's token, and when it accepts it again. */
  readonly onUsable: (usable: boolean) => void
}

export type Slack = {
  readonly messenger: Messenger
  readonly presence: Presence
  readonly homeTabs: HomeTabs
  readonly people: People
  readonly files: Files
  readonly zones: Zones
  readonly members: Directory
  readonly nudgesMe: NudgeMeMessenger
  readonly packetUpload: PacketUpload
  readonly notices: NudgeNotices
  /** Handles Slack's requests in HTTP mode, or null with a socket. Before `start` they get 503. */
  readonly requests: RequestListener | null
  /** Posts nudges. Their words come from these ladders, and their recorded weeks from this store. */
  nudges(ladders: Ladders, store: Pick<NudgeStore, 'weeks'>, now: () => Temporal.Instant): NudgeScheduler
  /**
   * Finds out who we are, then receives events until `stop`. Waits for Slack, however long it is away. Throws
   * CoachError `slack-refused` for what only a person can fix.
   */
  start(useCases: UseCases): Promise<void>
  /** The state of the connection. */
  state(): SlackState
  /**
   * The team under which everything of this installation is stored. Throws CoachError `slack-unavailable` before
   * `start`.
   */
  ownerTeam(): string
  stop(): Promise<void>
}

/**
 * Bolt's own lines, at `warn` and above whatever LOG_LEVEL says, because its debug lines print what people wrote. An
 * error's text may too, so each line is cut at the first quote or brace.
 */
const boltLogger = (log: Log): Logger => {
  const say =
    (write: (fact: object, message: string) => void) =>
    (...lines: unknown[]) => {
      const first = typeof lines[0] === 'string' ? lines[0] : ''
      write(
        { action: 'bolt' },
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

/** Slack through Bolt, over Socket Mode or HTTP. Acks wait until people's words are stored. */
export function connectSlack(settings: Settings): Slack {
  const { botToken, transport, apiUrl, mostBytes, limits = SLACK_LIMITS, now, log } = settings
  let taking = false
  const logger = boltLogger(log)
  // Failing calls and sockets are logged by link-state and by the caller. The library would log each try.
  const quiet = { ...logger, warn: () => {}, error: () => {} }
  const link = makeLinkState({ now, log, onUsable: settings.onUsable })
  const watch = makeTokenWatch({
    ask: () => client.auth.test(),
    link,
    waits: limits.waits,
    now,
  })
  const clientOptions = {
    ...(apiUrl ? { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` } : {}),
    // A post may exist although its answer was lost, so the caller decides about another try, and never the client.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: limits.callMs,
    logger: quiet,
    fetch: countedFetch((method, outcome) => {
      settings.onCall?.(method, outcome)
      if (method !== 'apps.connections.open') watch.heard(outcome)
    }),
  }
  const client = new webApi.WebClient(botToken, clientOptions)
  const receiver =
    transport.kind === 'socket'
      ? new SocketModeReceiver({
          appToken: transport.appToken,
          logger: quiet,
          autoReconnectEnabled: false,
          installerOptions: { clientOptions },
          // A failed event is not acknowledged, so that Slack sends it again.
          processEventErrorHandler: async () => false,
        })
      : // Its requests are checked by takeRequests, before it sees them.
        new HTTPReceiver({ signatureVerification: false, signingSecret: '', logger })
  const app = new App({
    authorize: async () => {
      const { botId, botUserId } = watch.identity()
      return { botToken, botId, botUserId }
    },
    receiver: holdEventAcks(receiver),
    clientOptions,
    logger,
    extendedErrorHandler: true,
    // Bolt's memory of conversations. Nothing here reads it, and looking it up is an error on every request.
    convoStore: false,
  })
  const socket =
    receiver instanceof SocketModeReceiver
      ? makeSocketLink(receiver.client, {
          link,
          log,
          waits: limits.waits,
          helloMs: limits.helloMs,
          onRefused: (code, cause) => {
            if (!taking) throw refusal('SLACK_APP_TOKEN', code, cause)
            link.refused('SLACK_APP_TOKEN', code)
          },
        })
      : null
  const clock = (): number => now().epochMilliseconds
  const people = makePeople(client, log, clock)
  const members = makeDirectory(client, log, clock)
  app.use(makeMembersOnly({ home: async () => watch.identity(), members, told: makeToldToday(clock), log }))

  return {
    messenger: makeMessenger(client),
    presence: makePresence(client, log),
    homeTabs: makeHomeTabs(client),
    people,
    zones: makeZones(client),
    members,
    nudgesMe: makeNudgeMeMessenger(client),
    packetUpload: makePacketUpload(client),
    notices: makeNudgeNotices(client, log),
    nudges: (ladders, store, clock) => makeNudgeMessenger(client, nudgeViews(ladders, store, clock)),
    files: makeFiles(client, { botToken, apiUrl, mostBytes }),
    requests:
      transport.kind === 'http' && receiver instanceof HTTPReceiver
        ? takeRequests(receiver, { signingSecret: transport.signingSecret, isReady: () => taking, log })
        : null,
    state: link.state,
    ownerTeam: () => watch.identity().ownerTeam,
    start: async (useCases) => {
      register(app, useCases, log, now)
      const { scopes } = await watch.start()
      const missing = scopesMissing(scopes)
      if (missing.length > 0)
        log.warn(
          {
            action: 'connect-slack',
            code: 'missing_scope',
            todo: remedyFor('missing_scope', 'SLACK_BOT_TOKEN'),
          },
          `SLACK_BOT_TOKEN has no scope ${missing.join(', ')}`,
        )
      await socket?.start()
      taking = true
    },
    stop: async () => {
      taking = false
      watch.stop()
      await socket
        ?.stop()
        .catch((error: unknown) => log.warn(factOf(error), 'the connection to Slack did not close cleanly'))
    },
  }
}
