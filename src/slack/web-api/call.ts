import { setTimeout as wait } from 'node:timers/promises'
import { CoachError } from '../../domain/coach-error.ts'
import { isTokenRefused } from './refusals.ts'

/** Slack's codes for "later": the call was right, but was not carried out. */
const LATER = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'too_many_websockets',
  'link_disabled',
])

/**
 * The longest Retry-After that is waited for within one try, in seconds. After a longer one, the job is tried again
 * later.
 */
const LONGEST_WAIT = 30

/** Only Slack's error code, because an error's text may repeat what was posted. */
export function codeOf(error: unknown): string {
  const { code, data } = (error ?? {}) as { code?: string; data?: { error?: unknown } }
  const said = data?.error
  return typeof said === 'string' && /^[a-z_]{1,60}$/.test(said) ? said : (code ?? 'unknown')
}

/**
 * Makes one call of the Web API. After a 429, which was not carried out, it waits and tries again. Every other error
 * becomes CoachError `slack-unavailable` (worth another try) or `slack-refused` (not).
 */
export async function calling<T>(method: string, call: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const { code, retryAfter } = error as { code?: string; retryAfter?: number }
    if (code === 'slack_webapi_rate_limited_error' && tries > 1 && (retryAfter ?? 1) <= LONGEST_WAIT) {
      await wait((retryAfter ?? 1) * 1000)
      return calling(method, call, tries - 1)
    }
    const said = codeOf(error)
    // A refused token says nothing about the call, which is right again once a person has fixed the token.
    const refused = code === 'slack_webapi_platform_error' && !LATER.has(said) && !isTokenRefused(said)
    throw new CoachError(
      refused ? 'slack-refused' : 'slack-unavailable',
      `Slack answered ${method} with ${said}`,
      { cause: new Error(said), vendor: said },
    )
  }
}

/** True if Slack refused a call with one of these codes. */
export function refusedWith(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof CoachError &&
    error.code === 'slack-refused' &&
    codes.includes((error.cause as Error | undefined)?.message ?? '')
  )
}
