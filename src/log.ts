import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

/** Keys whose values never reach the log: the second defence, after nobody logging them. */
const NEVER = [
  'text',
  'raw',
  'reading',
  'token',
  'authorization',
  'headers',
  'body',
  'payload',
  'user',
  'name',
  'email',
]

/**
 * One line a fact: JSON, or pretty where a person looks at a terminal. Errors are logged by code and reason
 * alone (`slack/answer.ts`), because a vendor's error may repeat what was sent.
 */
export const makeLog = (level: string, terminal: boolean): Logger => {
  const options = {
    level,
    base: null,
    redact: { paths: NEVER.flatMap((key) => [key, `*.${key}`]), censor: '[left out]' },
    serializers: {
      err: (error: Error) => ({ type: error.name }),
      error: (error: Error) => ({ type: error.name }),
    },
  }
  return terminal
    ? pino(
        options,
        pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', singleLine: true }),
      )
    : pino(options)
}

/** Where something broke: its code and the places in the code that led there, without its message, which may repeat words. */
export const placeOf = (error: unknown): { code: string; stack: string[] } => {
  const { code, name, stack } = (error ?? {}) as { code?: unknown; name?: unknown; stack?: unknown }
  const known = [code, name].find((one) => typeof one === 'string' && /^[A-Za-z0-9_-]{1,60}$/.test(one))
  return {
    code: String(known ?? 'unexpected'),
    stack: String(stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  }
}
