import { CoachError } from '../../domain/coach-error.ts'
import { type Installed, installedIn } from '../home.ts'
import { codeOf } from '../web-api/call.ts'
import { isTokenRefused, refusal, remedyFor } from '../web-api/refusals.ts'
import { keepTrying, type Waits } from './keep-trying.ts'
import type { LinkState } from './link-state.ts'

/** What auth.test says about us. */
type AuthTest = {
  readonly bot_id?: string | undefined
  readonly user_id?: string | undefined
  readonly team_id?: string | undefined
  readonly enterprise_id?: string | undefined
  readonly response_metadata?: { readonly scopes?: string[] } | undefined
}

/** Who we are in Slack, and where we are installed. */
export type Identity = Installed & { readonly botId: string; readonly botUserId: string }

/** If no call succeeds for this many seconds, Slack counts as away. With HTTP there is no socket that would show it. */
const AWAY_AFTER = 30

/** Slack gave no answer of its own, or said that it cannot work now. */
const isLost = (outcome: string): boolean =>
  outcome === 'lost' || /^http_5/.test(outcome) || ['service_unavailable', 'fatal_error'].includes(outcome)

/**
 * Watches whether Slack accepts the bot's token. `start` asks until Slack answers. Later, a call that was refused
 * because of the token makes it ask again, with growing waits, until the token is accepted.
 */
export function makeTokenWatch({
  ask,
  link,
  waits,
  now,
}: {
  readonly ask: () => Promise<AuthTest>
  readonly link: LinkState
  readonly waits: Waits
  readonly now: () => Temporal.Instant
}) {
  const stopping = new AbortController()
  let identity: Identity | null = null
  let asking = false
  /** Since when no call has succeeded, or null if the last one did. */
  let lostSince: Temporal.Instant | null = null

  const asked = async (): Promise<{ scopes: readonly string[] }> => {
    const said = await ask()
    identity = { ...installedIn(said), botId: said.bot_id ?? '', botUserId: said.user_id ?? '' }
    link.connected('SLACK_BOT_TOKEN')
    return { scopes: said.response_metadata?.scopes ?? [] }
  }
  const recover = async (): Promise<void> => {
    asking = true
    await keepTrying(
      asked,
      (error, waitMs) => {
        const code = codeOf(error)
        if (isTokenRefused(code)) link.refused('SLACK_BOT_TOKEN', code)
        else if (!link.isRefused('SLACK_BOT_TOKEN')) link.away('SLACK_BOT_TOKEN', code, waitMs)
      },
      { waits, signal: stopping.signal },
    )
    asking = false
  }
  return {
    /** Throws CoachError `slack-unavailable` until Slack has said who we are. */
    identity: (): Identity => {
      if (identity) return identity
      throw new CoachError('slack-unavailable', 'Slack has not told us yet who we are')
    },
    /** Waits while Slack is away. Throws CoachError `slack-refused` for what only a person can fix. */
    start: async (): Promise<{ scopes: readonly string[] }> => {
      asking = true
      const found = await keepTrying(
        asked,
        (error, waitMs) => {
          if (error instanceof CoachError) throw error
          const code = codeOf(error)
          if (remedyFor(code, 'SLACK_BOT_TOKEN')) throw refusal('SLACK_BOT_TOKEN', code, error)
          link.away('SLACK_BOT_TOKEN', code, waitMs)
        },
        { waits, signal: stopping.signal },
      )
      asking = false
      return found ?? { scopes: [] }
    },
    /** Records how a call with the bot's token ended. */
    heard: (outcome: string): void => {
      if (asking || stopping.signal.aborted) return
      // The refusal may be about this call only. auth.test says whether it is the token.
      if (isTokenRefused(outcome)) void recover()
      if (!isLost(outcome)) {
        if (lostSince !== null && outcome === 'ok') link.connected('SLACK_BOT_TOKEN')
        lostSince = null
        return
      }
      lostSince ??= now()
      if (lostSince.until(now()).total('seconds') >= AWAY_AFTER) link.away('SLACK_BOT_TOKEN', outcome, 0)
    },
    stop: (): void => stopping.abort(),
  }
}
