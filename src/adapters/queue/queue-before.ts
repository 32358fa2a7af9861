import type { PgBoss } from 'pg-boss'
import type { Job } from '../../coaching/ports.ts'
import type { JobName } from '../../domain/job.ts'
import { type Hash, personHash } from '../database/asker.ts'
import type { Database } from '../database/database.ts'
import type { Enqueue } from '../store/evidence-writes.ts'
import { PIECES } from '../store/place-in-line.ts'

/**
 * The queues of earlier versions: one that ran several jobs of a piece at once, and those of jobs that were given up.
 */
const BEFORE = ['piece-given-up', 'review-evidence', 'review-evidence-given-up']

type OlderQueue = {
  readonly database: Database
  readonly boss: PgBoss
  readonly hash: Hash
  readonly enqueue: Enqueue
  readonly retryLimit: number
  readonly retryDelay: number
  readonly retryBackoff: boolean
  readonly retryDelayMax: number
  /** How long a job may wait, in seconds. */
  readonly keptSeconds: number
}

/**
 * Takes over jobs from earlier versions and their queues. Jobs lose their owner and what pg-boss would do after some
 * tries. Jobs that it gave up are tried again, because it had counted a crash as a try.
 */
export async function takeOver({ database, boss, hash, enqueue, ...policy }: OlderQueue): Promise<void> {
  const people = await database.query<{ team: string; user: string }>(
    `select distinct data->'owner'->>'team' as team, data->'owner'->>'user' as user
     from pgboss.job where name = $1 and data ? 'owner'`,
    [PIECES],
  )
  await database.query(
    `update pgboss.job j set data = j.data - 'owner', group_id = p.hash
     from unnest($2::text[], $3::text[], $4::text[]) as p (team_id, user_id, hash)
     where j.name = $1 and j.data->'owner'->>'team' = p.team_id and j.data->'owner'->>'user' = p.user_id`,
    [
      PIECES,
      people.map(({ team }) => team),
      people.map(({ user }) => user),
      people.map((owner) => personHash(hash, owner)),
    ],
  )
  await database.query(
    `update pgboss.job set dead_letter = null, retry_limit = $2, retry_delay = $3, retry_backoff = $4,
       retry_delay_max = $5 where name = $1 and dead_letter is not null`,
    [PIECES, policy.retryLimit, policy.retryDelay, policy.retryBackoff, policy.retryDelayMax],
  )
  await database.query(
    `update pgboss.job set keep_until = start_after + make_interval(secs => $2::int)
     where name = $1 and state < 'active'`,
    [PIECES, policy.keptSeconds],
  )
  for (const name of BEFORE) {
    if (!(await boss.getQueue(name))) continue
    const open = await database.query<{ data: Job & { kind?: JobName } }>(
      `select data from pgboss.job where name = $1 and state in ('created', 'retry', 'active')`,
      [name],
    )
    for (const { data } of open) {
      const { kind = 'review-evidence', ...job } = data
      await database.tx((query) => enqueue(query, kind, job))
    }
    await database.query(
      'update pgboss.queue set dead_letter = null where dead_letter = $1 and name = any($2::text[])',
      [name, BEFORE],
    )
    await database.query('update pgboss.job set dead_letter = null where dead_letter = $1', [name])
    await boss.deleteQueue(name)
  }
}
