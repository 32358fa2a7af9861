import { CoachError } from '../domain/coach-error.ts'

/** Which of our two tokens Slack spoke of. */
export type Token = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

const WHERE: Readonly<Record<Token, string>> = {
  SLACK_BOT_TOKEN: 'under "OAuth & Permissions"',
  SLACK_APP_TOKEN: 'under "Basic Information", "App-Level Tokens"',
}

const copyAgain = (token: Token): string => `copy ${token} again from the app's page, ${WHERE[token]}`
const installAgain = (token: Token): string =>
  `install the app in the workspace again, under "Install App", then ${copyAgain(token)}`
const scopes = (token: Token): string =>
  token === 'SLACK_APP_TOKEN'
    ? 'give SLACK_APP_TOKEN the scope connections:write, under "Basic Information", "App-Level Tokens"'
    : 'give SLACK_BOT_TOKEN the scopes of manifest.json, under "OAuth & Permissions", then install the app again'
const askOwner = (token: Token): string =>
  `ask an owner of the workspace why it keeps the app out, then ${copyAgain(token)}`

/**
 * What only a person can mend, by Slack's code, and how. Everything else that Slack or the network answers passes.
 * Source: the errors of auth.test and apps.connections.open, docs.slack.dev/reference/methods.
 */
const REMEDIES: Readonly<Record<string, (token: Token) => string>> = {
  invalid_auth: copyAgain,
  not_authed: copyAgain,
  token_revoked: copyAgain,
  token_expired: copyAgain,
  not_allowed_token_type: copyAgain,
  account_inactive: installAgain,
  app_uninstalled: installAgain,
  user_removed_from_team: installAgain,
  missing_scope: scopes,
  team_disabled: askOwner,
  org_login_required: askOwner,
  ekm_access_denied: askOwner,
  team_access_not_granted: askOwner,
}

/** What of these says that the token itself is refused, whatever was called. A scope is missing for one call alone. */
export const isTokenRefused = (code: string): boolean =>
  code !== 'missing_scope' && Object.hasOwn(REMEDIES, code)

/** What a person can do about a refusal of Slack's; null: it passes by itself. */
export const remedyOf = (code: string, token: Token): string | null =>
  Object.hasOwn(REMEDIES, code) ? REMEDIES[code]!(token) : null

/** The six scopes of manifest.json that are not among those that Slack says the token has. */
export const scopesMissing = (granted: readonly string[]): string[] =>
  // A Slack that does not say what it granted is believed.
  (granted.length === 0
    ? []
    : ['app_mentions:read', 'chat:write', 'commands', 'files:read', 'im:history', 'users:read']
  ).filter((scope) => !granted.includes(scope))

/** A refusal at the start: one sentence that names the setting. */
export const refusal = (token: Token, code: string, cause: unknown): CoachError =>
  new CoachError('slack-refused', `Slack refused ${token} (${code}): ${remedyOf(code, token)}`, { cause })
