import type { Log } from '../../coaching/ports.ts'
import { remedyOf } from '../../domain/logged-failure.ts'
import type { AllMetrics } from './metrics.ts'
import { OPTIONAL_METHODS } from './metrics-labels.ts'

/** How often a missing scope is logged again, for each method. */
const AGAIN = { hours: 1 } as const

/**
 * Called for every call to Slack's Web API, with the method and `ok` or Slack's error code. It counts the call and, if
 * the app lacks a scope that it needs, logs what to do, even if the caller ignores the refusal. Trouble with a token is
 * logged by the connection.
 */
export function makeSlackCalls(
  metrics: Pick<AllMetrics, 'slackCalled'>,
  log: Pick<Log, 'warn'>,
  now: () => Temporal.Instant,
): (method: string, outcome: string) => void {
  const loggedAt = new Map<string, Temporal.Instant>()
  return (method, outcome) => {
    metrics.slackCalled(method, outcome)
    if (outcome !== 'missing_scope' || OPTIONAL_METHODS.has(method)) return
    const last = loggedAt.get(method)
    if (last && Temporal.Instant.compare(now(), last.add(AGAIN)) < 0) return
    loggedAt.set(method, now())
    const todo = remedyOf('slack-refused', outcome)
    log.warn(
      { action: 'call-slack', code: 'slack-refused', vendor: outcome, method, todo },
      'Slack rejected a call',
    )
  }
}
