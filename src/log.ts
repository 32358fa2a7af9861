import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { Log } from './coaching/ports.ts'
import { failedAgain, isOver, type Outage } from './domain/outage.ts'

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
export function makeLog(level: string, terminal: boolean): Logger {
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

/**
 * Where something broke: its code and the places in the code that led there, without its message, which may repeat
 * words.
 */
export function codeAndStackOf(error: unknown): { code: string; stack: string[] } {
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

type LeveledLog = Log & { debug(fact: object, message: string): void; child(fact: object): LeveledLog }

/** A log that says each outage once, while it lasts every few minutes, and once when it is over. */
export type CalmLog = Log & { child(fact: object): CalmLog }

/**
 * What everything needs, or what anybody can send: while it is away, or as long as they send, every call fails, and a
 * line for each would say nothing more.
 */
const OUTAGES = new Set(['store-unavailable', 'slack-unavailable', 'request-refused'])

/** Of the database it is known when it works again; what Slack answers is told apart by its reason. */
const keyOf = ({ code, reason }: { code?: unknown; reason?: unknown }): string =>
  code === 'store-unavailable' ? code : `${String(code)} ${String(reason)}`

/**
 * Lays an outage's repeats down at `debug`: of the lines with one of its codes the first is written as it is, then
 * one every few minutes with how many there were. `works` hears whenever the database answered, and has the end said.
 */
export function calmed(
  source: LeveledLog,
  now: () => Temporal.Instant,
): { readonly log: CalmLog; works(): void } {
  const outages = new Map<string, Outage>()
  const calm = (log: LeveledLog): CalmLog => {
    const say =
      (level: 'warn' | 'error') =>
      (fact: object, message: string): void => {
        const { code } = fact as { code?: unknown }
        if (typeof code !== 'string' || !OUTAGES.has(code)) {
          log[level](fact, message)
          return
        }
        const key = keyOf(fact as { code: string })
        const { outage, say: times } = failedAgain(outages.get(key) ?? null, now())
        outages.set(key, outage)
        if (times === null) log.debug(fact, message)
        else log[level](times > 1 ? { ...fact, times } : fact, message)
      }
    return {
      info: (fact, message) => log.info(fact, message),
      warn: say('warn'),
      error: say('error'),
      child: (fact) => calm(log.child(fact)),
    }
  }
  return {
    log: calm(source),
    works: () => {
      const outage = outages.get('store-unavailable')
      const at = now()
      if (!outage || !isOver(outage, at)) return
      outages.delete('store-unavailable')
      const seconds = Math.round(outage.since.until(outage.lastAt).total('seconds'))
      source.info({ action: 'database', seconds, times: outage.unsaid }, 'the database works again')
    },
  }
}
