import type { Log } from '../../coaching/ports.ts'
import type { CoachError } from '../../domain/coach-error.ts'
import { factOf } from '../../domain/logged-failure.ts'
import type { AllMetrics } from '../metrics/metrics.ts'

/**
 * Told of every database call. Counts failures, and logs when the database is away and when it works again. `log`
 * reports an outage once, however many calls fail. `works` is told of each successful call.
 */
export function makeDatabaseCalls(
  metrics: Pick<AllMetrics, 'databaseFailed'>,
  { log, works }: { readonly log: Pick<Log, 'warn'>; works(): void },
) {
  return {
    onError: (lost: CoachError): void =>
      log.warn({ action: 'database', ...factOf(lost) }, 'lost the connection to the database'),
    onCall: (failed: CoachError | null): void => {
      if (failed === null) works()
      else metrics.databaseFailed(failed)
      if (failed?.code === 'store-unavailable')
        log.warn({ action: 'database', ...factOf(failed) }, 'the database doesn’t work')
    },
  }
}
