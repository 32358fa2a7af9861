import { setTimeout as wait } from 'node:timers/promises'

/** Slack's own Web API. */
export const SLACK_API = 'https://slack.com/api/'

/** How long one answer may take, in milliseconds: Slack answers within a second, a slow line within a few. */
const ANSWER_MS = 15_000

/** How long to wait where Slack says that it was asked too much and not for how long, in seconds. */
const PAUSE = 30

/** The longest that is waited, in seconds: beyond that it is better to run it again later. */
const LONGEST_PAUSE = 300

/** A message by its blocks, or a modal. Slack checks the blocks alone, not the text. */
export type Payload = { readonly message: { readonly blocks: unknown } } | { readonly view: unknown }

/** What is wrong in a payload: where, as a JSON pointer, and what Slack says of it. */
type Refusal = { readonly pointer: string; readonly message: string }

export type ViewCheck =
  | { readonly kind: 'taken' }
  /** At least one refusal. */
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** Asked too much, also after the pause that Slack asked for. */
  | { readonly kind: 'busy' }
  /** Nobody answers at that address. */
  | { readonly kind: 'no-network' }
  /** Something answered, and did not check it: an error of Slack's, or the status of what is no Slack. */
  | { readonly kind: 'no-check'; readonly why: string }

type ValidateAnswer = {
  readonly ok?: unknown
  readonly error?: unknown
  readonly errors?: readonly Partial<Record<keyof Refusal, unknown>>[]
}

const REFUSED: ReadonlySet<unknown> = new Set(['invalid_blocks', 'invalid_message', 'invalid_view'])

/** One line, whatever came over the wire. */
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
  /** Hears how many seconds Slack asks to wait. */
  readonly onPause?: (seconds: number) => void
}

/**
 * Asks Slack's `blocks.validate` about one payload at a time (docs.slack.dev/reference/methods/blocks.validate:
 * no token, limits of its own). Waits out one 429 a payload. Never throws for what the network or Slack does.
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
