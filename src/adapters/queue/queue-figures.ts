import type { Database } from '../database/database.ts'
import type { QueueFigure } from '../metrics/metrics-now.ts'

/** How long a count is reused, in milliseconds, so that frequent questions cost no more. */
const KEPT = 10_000

const FIGURES = `select case when name = 'send-nudge' then name else coalesce(data->>'kind', name) end as kind,
    count(*) filter (where state < 'active')::int as waiting,
    count(*) filter (where state = 'active')::int as running,
    coalesce(extract(epoch from now() - min(start_after)
      filter (where state < 'active' and start_after <= now())), 0)::float8 as oldest,
    coalesce(extract(epoch from now() - min(start_after)
      filter (where state = 'created' and retry_count = 0 and start_after <= now()
        and not exists (select 1 from job_failure f where f.evidence_id = data->>'evidenceId'))), 0)::float8 as untried
  from pgboss.job where state <= 'active' group by 1`

/**
 * Counts the jobs in the queue, at most every few seconds. Questions during a count share its result, so nobody waits
 * for two. Rejects with CoachError `store-unavailable`.
 */
export function makeQueueFigures(
  database: Pick<Database, 'query'>,
  now: () => Temporal.Instant,
): () => Promise<readonly QueueFigure[]> {
  let kept: { readonly at: number; readonly figures: readonly QueueFigure[] } | null = null
  let counting: Promise<readonly QueueFigure[]> | null = null
  return () => {
    const at = now().epochMilliseconds
    if (kept && Math.abs(at - kept.at) < KEPT) return Promise.resolve(kept.figures)
    counting ??= database
      .query<QueueFigure>(FIGURES)
      .then((figures) => {
        kept = { at, figures }
        return figures
      })
      .finally(() => {
        counting = null
      })
    return counting
  }
}
