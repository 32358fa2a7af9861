import type { Log, SlackState } from '../../coaching/ports.ts'
import { remedyFor, type TokenName } from '../web-api/refusals.ts'

/** How often a continuing problem is logged again, in milliseconds. */
const SAY_EVERY = 3 * 60_000

/** One thing that the connection depends on: a token that Slack accepts, or an open socket. */
type LinkPart = { state: SlackState; saidAt: Temporal.Instant | null }

export type LinkState = ReturnType<typeof makeLinkState>

/**
 * The state of the connection to Slack, combined from its parts. Logged when it changes, and every few minutes while
 * something is wrong. `onUsable` is told when the bot's token is refused, and when it is accepted again.
 */
export function makeLinkState({
  now,
  log,
  onUsable,
}: {
  readonly now: () => Temporal.Instant
  readonly log: Log
  readonly onUsable: (usable: boolean) => void
}) {
  const parts: Record<TokenName, LinkPart> = {
    SLACK_BOT_TOKEN: { state: { kind: 'away', since: now() }, saidAt: null },
    SLACK_APP_TOKEN: { state: { kind: 'connected' }, saidAt: null },
  }

  const isTimeToSay = (part: LinkPart): boolean => {
    const at = now()
    if (part.saidAt && at.epochMilliseconds - part.saidAt.epochMilliseconds < SAY_EVERY) return false
    part.saidAt = at
    return true
  }
  const set = (token: TokenName, state: SlackState): void => {
    const part = parts[token]
    const before = part.state
    if (before.kind !== state.kind) part.saidAt = null
    // A continuing problem keeps its first time.
    part.state = before.kind === state.kind ? before : state
    if (before.kind === state.kind || token === 'SLACK_APP_TOKEN') return
    if (state.kind === 'refused') onUsable(false)
    if (before.kind === 'refused' && state.kind === 'connected') onUsable(true)
  }

  return {
    state: (): SlackState => {
      const states = Object.values(parts).map(({ state }) => state)
      return (
        states.find(({ kind }) => kind === 'refused') ??
        states.find(({ kind }) => kind === 'away') ?? { kind: 'connected' }
      )
    },
    isRefused: (token: TokenName): boolean => parts[token].state.kind === 'refused',
    connected: (token: TokenName): void => {
      const was = parts[token].state.kind
      set(token, { kind: 'connected' })
      if (was !== 'connected') log.info({ action: 'connect-slack', was }, 'connected to Slack')
    },
    /** The problem passes by itself. `waitMs` is the wait until the next try. */
    away: (token: TokenName, code: string, waitMs: number): void => {
      set(token, { kind: 'away', since: now() })
      if (isTimeToSay(parts[token]))
        log.warn(
          { action: 'connect-slack', code, waitMs: Math.round(waitMs) },
          'no connection to Slack; trying again',
        )
    },
    /** Only a person can fix it. */
    refused: (token: TokenName, code: string): void => {
      const remedy = remedyFor(code, token) ?? ''
      set(token, { kind: 'refused', since: now(), code, remedy })
      if (isTimeToSay(parts[token]))
        log.error(
          { action: 'connect-slack', code, todo: remedy },
          `Slack rejects ${token}; no new work starts until Slack accepts it`,
        )
    },
  }
}
