import { setTimeout as wait } from 'node:timers/promises'

/** Slack's own Web API. */
export const SLACK_API = 'https://slack.com/api/'

/** How long one answer may take, in milliseconds. Slack answers within a second, or a few on a slow connection. */
const ANSWER_MS = 15_000

/** How long to wait if Slack rate-limits us without saying for how long, in seconds. */
const PAUSE = 30

/** The longest wait, in seconds. If Slack asks for more, it is better to run the command again later. */
const LONGEST_PAUSE = 300

/** The blocks of a message, or a modal. Slack does not check the text of a message. */
export type Payload = { readonly message: { readonly blocks: unknown } } | { readonly view: unknown }

/** What is wrong in a payload: where, as a JSON pointer, and what Slack says about it. */
type Refusal = { readonly pointer: string; readonly message: string }

export type ViewCheck =
  | { readonly kind: 'taken' }
  /** At least one refusal. */
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** Still rate-limited after the pause that Slack asked for, or the pause would be too long. */
  | { readonly kind: 'busy' }
  /** Nothing answers at that address. */
  | { readonly kind: 'no-network' }
  /** It was not checked. `why` is Slack's error, or an HTTP status if something else answered. */
  | { readonly kind: 'no-check'; readonly why: string }

type ValidateAnswer = {
  readonly ok?: unknown
  readonly error?: unknown
  readonly errors?: readonly Partial<Record<keyof Refusal, unknown>>[]
}

const REFUSED: ReadonlySet<unknown> = new Set(['invalid_blocks', 'invalid_message', 'invalid_view'])

/** Anything from a response as text on one line. */
const oneLine = (text: unknown): string =>
  typeof text === 'string' ? text.replace(/[\p{Cc}\s]+/gu, ' ') : ''

const checkOf = (said: ValidateAnswer): ViewCheck => {
  if (said.ok === true) return { kind: 'taken' }
  if (!REFUSED.has(said.error)) return { kind: 'no-check', why: oneLine(said.error) || 'no error' }
  const errors = Array.isArray(said.errors) ? said.errors : []
  const refusals = errors.map(({ pointer, message }) => ({
    pointer: oneLine(pointer) || '/',
    message: oneLine(message) || oneLine(said.error),
  }))
  return {
    kind: 'refused',
    refusals: refusals.length > 0 ? refusals : [{ pointer: '/', message: oneLine(said.error) }],
  }
}

type Options = {
  /** Where the Web API is, such as `https://slack.com/api/`. */
  readonly apiUrl?: string | undefined
  /** Called with the number of seconds that Slack asks us to wait. */
  readonly onPause?: (seconds: number) => void
}

/**
 * Asks Slack's `blocks.validate` about one payload at a time. The method needs no token and has its own rate limit
 * (docs.slack.dev/reference/methods/blocks.validate). Waits once per payload if it is rate-limited. Never throws
 * because of the network or Slack.
 */
export function makeViewCheck({ apiUrl = SLACK_API, onPause = () => {} }: Options) {
  const url = new URL('blocks.validate', apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`)
  const ask = async (body: URLSearchParams): Promise<ViewCheck | { kind: 'pause'; seconds: number }> => {
    let answer: Response
    let text: string
    try {
      answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(ANSWER_MS) })
      text = await answer.text()
    } catch {
      return { kind: 'no-network' }
    }
    if (answer.status === 429) {
      const asked = Number(answer.headers.get('retry-after') ?? PAUSE)
      return { kind: 'pause', seconds: Number.isFinite(asked) && asked >= 0 ? asked : PAUSE }
    }
    try {
      return checkOf(JSON.parse(text) as ValidateAnswer)
    } catch {
      return { kind: 'no-check', why: `HTTP ${answer.status}` }
    }
  }
  return async (payload: Payload): Promise<ViewCheck> => {
    const body = new URLSearchParams(
      Object.entries(payload).map(([name, value]) => [name, JSON.stringify(value)]),
    )
    const first = await ask(body)
    if (first.kind !== 'pause') return first
    if (first.seconds > LONGEST_PAUSE) return { kind: 'busy' }
    onPause(first.seconds)
    await wait(first.seconds * 1_000)
    const second = await ask(body)
    return second.kind === 'pause' ? { kind: 'busy' } : second
  }
}
