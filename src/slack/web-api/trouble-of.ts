import { CoachError } from '../../domain/coach-error.ts'
import type { Trouble } from '../../domain/decide-try.ts'
import { refusedWith } from './call.ts'

/**
 * The person or place that an answer would go to is gone, or closed to us for good (docs.slack.dev, chat.postMessage).
 */
const CLOSED = [
  'channel_not_found',
  'is_archived',
  'thread_not_found',
  'cannot_reply_to_message',
  'user_not_found',
  'user_not_visible',
  'user_disabled',
  'cannot_dm_bot',
] as const

/**
 * What an admin can fix besides a token: scopes, and settings of the app and the workspace. A refused token counts as
 * away.
 */
const MENDABLE = [
  'missing_scope',
  'no_permission',
  'app_not_installed',
  'messages_tab_disabled',
  'access_denied',
  'accesslimited',
  'two_factor_setup_required',
  'enterprise_is_restricted',
  'restricted_action',
] as const

/** Why a try of a job failed, judged by its error. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof CoachError)) return 'broken'
  if (['slack-unavailable', 'store-unavailable', 'not-yet'].includes(error.code)) return 'passing'
  if (refusedWith(error, ...CLOSED)) return 'closed'
  return refusedWith(error, ...MENDABLE) ? 'passing' : 'broken'
}
