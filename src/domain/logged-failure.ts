import { CoachError } from './coach-error.ts'

/** Where to copy a token from, and what to do if the workspace revoked it. */
const BOT_TOKEN = 'Copy SLACK_BOT_TOKEN again from "OAuth & Permissions", then restart.'
const INSTALL = 'Install the app in the workspace again, copy SLACK_BOT_TOKEN, then restart.'

const OWNER = 'Ask a workspace owner to allow the app, then restart.'
const APP_TOKEN = 'Copy SLACK_APP_TOKEN again from "Basic Information", then restart.'

const SERVER = 'Check that the server in DATABASE_URL is running and reachable.'
const LOGIN = 'Check the user and the password in DATABASE_URL.'
const PROVIDER = 'Check the network, and OPENAI_BASE_URL if it is set.'
const KEY = 'Set OPENAI_API_KEY to a key that the provider accepts, then restart.'
const MODEL = 'Set OPENAI_MODEL to a model that the provider has, then restart.'
const DEFECT = 'This is a bug. Please report it with this line.'

/**
 * What an admin can do, by a vendor's code: SQLSTATEs (PostgreSQL, appendix A), errors of Node's sockets, errors of
 * Slack's Web API (docs.slack.dev/reference/methods), and statuses and error codes of OpenAI's API.
 */
const BY_VENDOR: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  store: {
    '25006': 'The database is read-only. Set DATABASE_URL to the server that accepts writes.',
    '28000': LOGIN,
    '28P01': LOGIN,
    '3D000': 'Create the database that DATABASE_URL names.',
    '42501': 'Give the user of DATABASE_URL all rights on its database.',
    '53100': 'The disk of the database is full. Free some space, or make it larger.',
    '53300': 'The database server has no free connection. Raise max_connections: each process needs 16.',
    '58030': 'The database can’t read or write its disk. Check the disk.',
    ECONNREFUSED: SERVER,
    ECONNRESET: SERVER,
    EHOSTUNREACH: SERVER,
    ENOTFOUND: SERVER,
    ETIMEDOUT: SERVER,
  },
  slack: {
    missing_scope:
      'Give the app every scope of manifest.json under "OAuth & Permissions", then install it again.',
    not_allowed_token_type: BOT_TOKEN,
    invalid_auth: BOT_TOKEN,
    not_authed: BOT_TOKEN,
    token_expired: BOT_TOKEN,
    token_revoked: INSTALL,
    account_inactive: INSTALL,
    app_uninstalled: INSTALL,
    user_removed_from_team: INSTALL,
    access_denied: OWNER,
    org_login_required: OWNER,
    team_disabled: OWNER,
    ekm_access_denied: OWNER,
    team_access_not_granted: OWNER,
  },
  // The app-level token, which opens the socket.
  socket: {
    missing_scope: 'Give SLACK_APP_TOKEN the scope connections:write under "Basic Information".',
    invalid_auth: APP_TOKEN,
    not_authed: APP_TOKEN,
    token_expired: APP_TOKEN,
    token_revoked: APP_TOKEN,
    not_allowed_token_type: APP_TOKEN,
    account_inactive: APP_TOKEN,
    app_uninstalled: APP_TOKEN,
    user_removed_from_team: APP_TOKEN,
    org_login_required: OWNER,
    team_disabled: OWNER,
    ekm_access_denied: OWNER,
    team_access_not_granted: OWNER,
  },
  model: {
    '401': KEY,
    invalid_api_key: KEY,
    '403': 'Ask the provider to allow OPENAI_MODEL for the key in OPENAI_API_KEY.',
    '404': MODEL,
    model_not_found: MODEL,
    '429': 'Ask the provider for a higher limit, or set OPENAI_MODEL to another model.',
    insufficient_quota: 'Add credit to the account of OPENAI_API_KEY, or raise its limit.',
    ECONNREFUSED: PROVIDER,
    ENOTFOUND: PROVIDER,
    unreachable: PROVIDER,
  },
}

/** What an admin can do, if our own code is specific enough. */
const BY_CODE: Readonly<Record<string, string>> = {
  'ladder-broken': 'Fix the file in RUBRIC_DIR. "npm run ladder -- check" says what is wrong.',
  'config-invalid': 'Fix the setting that the reason names, then restart.',
  'folder-in-use': 'Stop the other process, or set DATA_DIR to another folder.',
  'store-unavailable':
    'Check the database: the server in DATABASE_URL, or the disk of DATA_DIR if that is not set.',
  'store-misused': DEFECT,
  'rules-failed': DEFECT,
  unexpected: DEFECT,
  'nudge-not-allowed':
    'Check in Slack that the app has the scopes of manifest.json and that the workspace allows it.',
  'request-refused':
    'If Slack’s own requests are refused, copy SLACK_SIGNING_SECRET again from "Basic Information".',
  'folder-unread': 'Give this program the right to read the folder RUBRIC_DIR.',
  'schema-refused':
    'Set OPENAI_BASE_URL and OPENAI_MODEL to a server and a model that accept strict JSON schemas. ' +
    'If these do, this is a bug. Please report it with this line.',
  'month-used-up': 'Raise "dollars a month" in budget.yaml and restart, or wait for the next month.',
}

/**
 * What an admin can do about a failure, as one sentence that names the setting or the thing, by our code and the
 * vendor's. Null if one can only wait.
 */
export function remedyOf(code: string, vendor: string | null = null): string | null {
  const of = BY_VENDOR[code.split('-')[0] ?? '']
  if (of && vendor !== null && Object.hasOwn(of, vendor)) return of[vendor] ?? null
  return Object.hasOwn(BY_CODE, code) ? (BY_CODE[code] ?? null) : null
}

/** The loggable part of a failure. `todo` is what an admin can do, if anything. */
export type Fact = {
  readonly code: string
  readonly vendor?: string
  readonly reason: string
  readonly todo?: string
}

/** The loggable part of an error: its codes, our own message (never the vendor's), and what to do. */
export function factOf(error: unknown): Fact {
  const [code, vendor, reason] =
    error instanceof CoachError
      ? [error.code, error.vendor, error.message]
      : ['unexpected', null, error instanceof Error ? error.name : typeof error]
  const todo = remedyOf(code, vendor)
  return { code, ...(vendor ? { vendor } : {}), reason, ...(todo ? { todo } : {}) }
}
