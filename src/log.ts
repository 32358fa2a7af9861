import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { Log } from './coaching/ports.ts'
import { failedAgain, isOver, type Outage } from './domain/outage.ts'

/** Keys whose values never reach the log. This is the second defence. The first is that no code logs them. */
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
 * Logs one line for each fact, as JSON, or in color if a person is looking at a terminal. Errors are logged only by
 * code and reason (`domain/logged-failure.ts`), because a vendor's error may repeat what was sent.
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
 * The code of an error and its stack, without its message, which may repeat what somebody wrote.
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

/** A log that reports an outage when it begins, every few minutes while it lasts, and when it is over. */
export type CalmLog = Log & { child(fact: object): CalmLog }

/**
 * Failures that repeat with every call: something that everything needs is away, or somebody keeps sending bad
 * requests. A line for each of them would say nothing new.
 */
const OUTAGES = new Set(['store-unavailable', 'slack-unavailable', 'request-refused'])

/** What makes two failures one outage. The database has one at a time. Others are told apart by their reason. */
const keyOf = ({ code, reason }: { code?: unknown; reason?: unknown }): string =>
  code === 'store-unavailable' ? code : `${String(code)} ${String(reason)}`

/**
 * Logs the repeats of an outage at `debug`. Its first line is written as it is, and then one every few minutes with the
 * number of failures since. Call `works` whenever the database answered. It logs the end of an outage.
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
