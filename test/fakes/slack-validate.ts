import { slackProblems, viewProblems } from './slack-limits.ts'

// biome-ignore lint/suspicious/noExplicitAny: payloads of a protocol, read freely by tests
type Json = any
type Wrong = { pointer: string; code: string; message: string }

const KINDS = ['blocks', 'message', 'view'] as const
const ERRORS = { blocks: 'invalid_blocks', message: 'invalid_message', view: 'invalid_view' } as const

const wrong = (pointer: string, message: string): Wrong => ({ pointer, code: 'failed_constraint', message })

/** What is wrong in each block, and beside them in the whole. */
const wrongIn = (
  blocks: Json[],
  under: string,
  problems: (blocks: Json[]) => string[],
  folds: boolean,
): Wrong[] => {
  const each = blocks.flatMap((block, nth) => [
    ...(folds || block.type !== 'container'
      ? []
      : [wrong(`${under}/${nth}/type`, `unsupported type: ${block.type}`)]),
    ...problems([block]).map((message) => wrong(`${under}/${nth}`, message)),
  ])
  const known = new Set(each.map(({ message }) => message))
  const whole = problems(blocks).filter((message) => !known.has(message))
  return [...whole.map((message) => wrong(under || '/', message)), ...each]
}

/** What `blocks.validate` answers: by the limits of the local Slack, with a place for each thing that is wrong. */
export function validated(body: Json, { fold }: { fold: boolean }): Json {
  const [kind, ...more] = KINDS.filter((one) => body[one] !== undefined)
  if (!kind || more.length > 0) {
    const messages = ['must provide exactly one of `blocks`, `view`, or `message`']
    return { ok: false, error: 'invalid_arguments', response_metadata: { messages } }
  }
  const payload = typeof body[kind] === 'string' ? JSON.parse(body[kind]) : body[kind]
  const message = (blocks: Json[]) => slackProblems({ text: payload.text ?? 'Said.', blocks })
  const modal = (blocks: Json[]) => viewProblems({ ...payload, blocks })
  const errors =
    kind === 'blocks'
      ? wrongIn(payload, '', message, fold)
      : kind === 'message'
        ? wrongIn(payload.blocks ?? [], '/blocks', message, fold)
        : wrongIn(payload.blocks ?? [], '/blocks', modal, false)
  return errors.length > 0 ? { ok: false, error: ERRORS[kind], errors } : {}
}

const SESSIONS = ['active', 'processing', 'suspended', 'closed']

/** What is wrong with a call of the agent surface (docs.slack.dev, each method's page). */
export function agentProblems(method: string, body: Json): string[] {
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
  const checks: readonly (readonly [string, boolean])[] =
    method === 'assistant.threads.setSuggestedPrompts'
      ? [
          ['a DM', /^D/.test(body.channel_id ?? '')],
          ['no thread', body.thread_ts === undefined],
          ['one to four prompts', body.prompts?.length >= 1 && body.prompts.length <= 4],
          [
            'a title and a message for each',
            (body.prompts ?? []).every((one: Json) => isText(one.title) && isText(one.message)),
          ],
        ]
      : [
          ['a DM', /^D/.test(body.channel_id ?? '')],
          ['a thread', isText(body.thread_ts)],
          [
            'a status',
            method === 'agents.sessions.setStatus'
              ? SESSIONS.includes(body.status)
              : typeof body.status === 'string',
          ],
        ]
  return checks.filter(([, holds]) => !holds).map(([what]) => `${method} needs ${what}`)
}
