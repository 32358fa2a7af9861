import type { JobFailures } from '../../coaching/ports.ts'
import type { JobName } from '../../domain/job.ts'
import type { Owner } from '../../domain/person.ts'
import type { Database } from '../database/database.ts'
import { OF_PERSON } from './evidence-writes.ts'
import { instantOf } from './rows.ts'

type JobId = {
  readonly kind: JobName
  readonly evidenceId: string
  readonly part?: number
  readonly competency?: string
}

/** The name under which a job's tries are counted, within its piece. */
const nameOf = ({ kind, part, competency }: JobId): string =>
  [kind, part ?? competency ?? ''].join(' ').trim()

/** Whose piece a job is about, and how many of its tries failed, or null if the piece was deleted. */
export async function lookUpJob(
  database: Database,
  job: JobId,
): Promise<{ owner: Owner; failed: number } | null> {
  const [row] = await database.query<{ team_id: string; user_id: string; failed: number | null }>(
    `select e.team_id, e.user_id, f.failed from evidence e
     left join job_failure f on f.evidence_id = e.id and f.job = $2 where e.id = $1`,
    [job.evidenceId, nameOf(job)],
  )
  return row ? { owner: { team: row.team_id, user: row.user_id }, failed: row.failed ?? 0 } : null
}

/** Resets the count when a job has ended, so that the next one like it starts from zero. */
export async function forgetTries(database: Database, job: JobId): Promise<void> {
  await database.query('delete from job_failure where evidence_id = $1 and job = $2', [
    job.evidenceId,
    nameOf(job),
  ])
}

type FailureRow = { failed: number; failed_since: string; broken: number; broken_since: string | null }

/** Counts failed tries, for one revision of a piece. */
export function makeJobFailures(database: Database): JobFailures {
  return {
    noteFailure: async (kind, { owner, ...job }, { at, broken }) => {
      const same = 'f.revision = excluded.revision'
      const [row] = await database.query<FailureRow>(
        `insert into job_failure as f (evidence_id, job, revision, failed, failed_since, broken, broken_since)
       select id, $4, revision, 1, $5, $6::integer, case when $6::integer > 0 then $5::timestamptz end
       from evidence where ${OF_PERSON} and id = $3
       on conflict (evidence_id, job) do update set revision = excluded.revision,
         failed = case when ${same} then f.failed else 0 end + 1,
         failed_since = case when ${same} then f.failed_since else excluded.failed_since end,
         broken = case when ${same} then f.broken else 0 end + excluded.broken,
         broken_since = coalesce(case when ${same} then f.broken_since end, excluded.broken_since)
       returning failed, failed_since, broken, broken_since`,
        [owner.team, owner.user, job.evidenceId, nameOf({ kind, ...job }), at.toString(), broken ? 1 : 0],
      )
      return row
        ? {
            failed: row.failed,
            failedSince: instantOf(row.failed_since),
            broken: row.broken,
            brokenSince: row.broken_since === null ? null : instantOf(row.broken_since),
          }
        : null
    },
  }
}
