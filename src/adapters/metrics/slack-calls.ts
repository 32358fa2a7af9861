import type { Log } from '../../coaching/ports.ts'
import { remedyOf } from '../../domain/remedy.ts'
import type { AllMetrics } from './metrics.ts'

/** A scope that is missing is said again this often, for each method. */
const AGAIN = { hours: 1 } as const

/**
 * Hears of every call of Slack's Web API, by method and `ok` or Slack's error code: counts it and, where the app
 * lacks a scope, says so with what to do, whoever made the call and whatever they make of the refusal. What is wrong
 * with a token is said where the connection is kept.
 */
export function makeSlackCalls(
  metrics: Pick<AllMetrics, 'slackCalled'>,
  log: Pick<Log, 'warn'>,
  now: () => Temporal.Instant,
): (method: string, outcome: string) => void {
  const said = new Map<string, Temporal.Instant>()
  return (method, outcome) => {
    metrics.slackCalled(method, outcome)
    if (outcome !== 'missing_scope') return
    const last = said.get(method)
    if (last && Temporal.Instant.compare(now(), last.add(AGAIN)) < 0) return
    said.set(method, now())
    const todo = remedyOf('slack-refused', outcome)
    log.warn(
      { action: 'call-slack', code: 'slack-refused', vendor: outcome, method, todo },
      'Slack refused a call',
    )
  }
}
