import { CoachError } from '../../domain/coach-error.ts'
import { remedyOf } from '../../domain/remedy.ts'

/** Which of our two tokens Slack spoke of. */
export type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

/** What says that a token is refused, whatever was called (auth.test and apps.connections.open, docs.slack.dev). */
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'account_inactive',
  'app_uninstalled',
  'user_removed_from_team',
  'team_disabled',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
])

export function isTokenRefused(code: string): boolean {
  return TOKEN_REFUSED.has(code)
}

/**
 * What a person can do about a refusal of Slack's that concerns a whole token. null: it is none, and passes by itself.
 * A scope is missing for one call alone, but at the start there is no other.
 */
export function remedyFor(code: string, token: TokenName): string | null {
  return isTokenRefused(code) || code === 'missing_scope'
    ? remedyOf(token === 'SLACK_APP_TOKEN' ? 'socket-refused' : 'slack-refused', code)
    : null
}

/** The six scopes of manifest.json that are not among those that Slack says the token has. */
export function scopesMissing(granted: readonly string[]): string[] {
  // A Slack that does not say what it granted is believed.
  return (
    granted.length === 0
      ? []
      : ['app_mentions:read', 'chat:write', 'commands', 'files:read', 'im:history', 'users:read']
  ).filter((scope) => !granted.includes(scope))
}

/** A refusal at the start: one sentence that names the setting. */
export function refusal(token: TokenName, code: string, cause: unknown): CoachError {
  return new CoachError('slack-refused', `Slack refused ${token} (${code}). ${remedyFor(code, token)}`, {
    cause,
  })
}
