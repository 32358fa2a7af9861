import type { Log, SlackState } from '../../coaching/ports.ts'
import { remedyFor, type TokenName } from '../web-api/refusals.ts'

/** While something is wrong it is said again so often, in milliseconds. */
const SAY_EVERY = 3 * 60_000

/** One thing that the connection hangs on: a token that Slack takes, or a socket that is open. */
type LinkPart = { state: SlackState; saidAt: Temporal.Instant | null }

export type LinkState = ReturnType<typeof makeLinkState>

/**
 * The state of the connection to Slack, put together from its parts, and said in the log when it changes and every few
 * minutes while something is wrong. `onUsable` hears when the bot's token is refused, and when it is taken again.
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
    // What goes on goes on since it began.
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
      if (was !== 'connected') log.info({ action: 'connect-slack', was }, 'Slack is there')
    },
    /** It passes by itself. `waitMs`: until the next try. */
    away: (token: TokenName, code: string, waitMs: number): void => {
      set(token, { kind: 'away', since: now() })
      if (isTimeToSay(parts[token]))
        log.warn(
          { action: 'connect-slack', code, waitMs: Math.round(waitMs) },
          'Slack is away; it is tried again until it is there',
        )
    },
    /** Only a person can mend it. */
    refused: (token: TokenName, code: string): void => {
      const remedy = remedyFor(code, token) ?? ''
      set(token, { kind: 'refused', since: now(), code, remedy })
      if (isTimeToSay(parts[token]))
        log.error(
          { action: 'connect-slack', code, todo: remedy },
          `Slack refuses ${token}; no new work is begun until it takes it again`,
        )
    },
  }
}
