import { CoachError } from '../../domain/coach-error.ts'
import { remedyOf } from '../../domain/logged-failure.ts'

/** Which of our two tokens Slack refused. */
export type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

/** Slack's errors for a refused token, whatever was called (auth.test and apps.connections.open, docs.slack.dev). */
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

/** True if the code means that the token itself is refused. */
export function isTokenRefused(code: string): boolean {
  return TOKEN_REFUSED.has(code)
}

/**
 * What a person can do if Slack refuses a whole token, or null for a passing error. A missing scope concerns a single
 * call, but at the start there is no other.
 */
export function remedyFor(code: string, token: TokenName): string | null {
  return isTokenRefused(code) || code === 'missing_scope'
    ? remedyOf(token === 'SLACK_APP_TOKEN' ? 'socket-refused' : 'slack-refused', code)
    : null
}

/** Which of the six scopes of manifest.json the token lacks. */
export function scopesMissing(granted: readonly string[]): string[] {
  // If Slack does not list the scopes, we assume that all are granted.
  return (
    granted.length === 0
      ? []
      : ['app_mentions:read', 'chat:write', 'commands', 'files:read', 'im:history', 'users:read']
  ).filter((scope) => !granted.includes(scope))
}

/** A refusal at the start: one sentence that names the setting. */
export function refusal(token: TokenName, code: string, cause: unknown): CoachError {
  return new CoachError('slack-refused', `Slack rejected ${token} (${code}). ${remedyFor(code, token)}`, {
    cause,
  })
}
