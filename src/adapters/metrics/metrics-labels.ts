import type { ModelOutcome } from '../../coaching/ports.ts'
import type { Unreadable } from '../../domain/evidence/evidence.ts'
import type { JobName } from '../../domain/job.ts'

/** The label for unknown values. No label may contain what somebody sent, or grow with it. */
const OTHER = 'other'

const known = (values: Iterable<string>) => {
  const all = new Set(values)
  return (value: string | null): string => (value !== null && all.has(value) ? value : OTHER)
}

/** The kinds of jobs. */
export const JOBS = [
  'review-evidence',
  'answer-reply',
  'say-evidence',
  'send-nudge',
  'draft-packet',
] as const satisfies (JobName | 'send-nudge' | 'draft-packet')[]

export const jobLabel = known(JOBS)

const UNREADABLE: Readonly<Record<Unreadable, true>> = {
  'too-large': true,
  'too-long': true,
  empty: true,
  scan: true,
  password: true,
  image: true,
  archive: true,
  'old-word': true,
  damaged: true,
  'too-slow': true,
  'other-kind': true,
  gone: true,
  'not-fetched': true,
  moved: true,
  'sign-in': true,
  cut: true,
  elsewhere: true,
  recording: true,
  canvas: true,
  hidden: true,
}

export const unreadLabel = known(Object.keys(UNREADABLE))

export const MODEL_OUTCOMES = [
  'ok',
  'invalid',
  'model-unavailable',
  'model-silent',
  'model-busy',
  'model-refused',
] as const satisfies ModelOutcome[]

export const modelLabel = known(MODEL_OUTCOMES)

/** The methods of Slack's Web API that the bot calls. A test compares them with the source. */
export const SLACK_METHODS = [
  'agents.sessions.setStatus',
  'apps.connections.open',
  'assistant.threads.setStatus',
  'assistant.threads.setSuggestedPrompts',
  'auth.test',
  'chat.appendStream',
  'chat.delete',
  'chat.deleteScheduledMessage',
  'chat.getPermalink',
  'chat.postEphemeral',
  'chat.postMessage',
  'chat.scheduleMessage',
  'chat.scheduledMessages.list',
  'chat.startStream',
  'chat.stopStream',
  'chat.update',
  'conversations.history',
  'conversations.replies',
  'files.completeUploadExternal',
  'files.getUploadURLExternal',
  'files.info',
  'users.info',
  'users.list',
  'views.open',
  'views.publish',
  'views.push',
  'views.update',
] as const

/** Those that it can do without, because not every app and workspace has them. Their caller logs a refusal. */
export const OPTIONAL_METHODS: ReadonlySet<string> = new Set<(typeof SLACK_METHODS)[number]>([
  'agents.sessions.setStatus',
  'assistant.threads.setStatus',
  'assistant.threads.setSuggestedPrompts',
  'files.completeUploadExternal',
  'files.getUploadURLExternal',
  'views.publish',
])

export const slackMethodLabel = known(SLACK_METHODS)

/** How a call to Slack can end: the errors that say something about us (docs.slack.dev/reference/methods). */
export const slackOutcomeLabel = known([
  'ok',
  // There was no answer, or only an HTTP error.
  'lost',
  'http_429',
  'http_500',
  'http_502',
  'http_503',
  'http_504',
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'too_many_websockets',
  'link_disabled',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'app_uninstalled',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'feature_not_enabled',
  'not_allowed_token_type',
  'no_permission',
  'access_denied',
  'team_access_not_granted',
  'restricted_action',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'message_not_found',
  'thread_not_found',
  'cant_update_message',
  'cant_delete_message',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'msg_too_long',
  'expired_trigger_id',
  'invalid_scheduled_message_id',
  'time_in_past',
  'time_too_far',
  'restricted_too_many',
  'file_not_found',
  'file_deleted',
  'user_not_found',
  'unknown_method',
])

/** SQLSTATEs (PostgreSQL, appendix A) and socket errors that an outage shows up as. */
export const databaseLabel = known([
  '08000',
  '08003',
  '08006',
  '25006',
  '28000',
  '28P01',
  '40001',
  '40P01',
  '42501',
  '53000',
  '53100',
  '53200',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '58030',
  'XX000',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])
