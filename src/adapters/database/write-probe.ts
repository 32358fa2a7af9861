import { CoachError } from '../../domain/coach-error.ts'
import { within } from '../within.ts'
import type { Database } from './database.ts'

/** Whether the database accepts writes. If not, `vendor` is its own code for the reason. */
export type Writable =
  | { readonly kind: 'writes' }
  | { readonly kind: 'fails'; readonly vendor: string | null }
  /** It did not answer within the limit. */
  | { readonly kind: 'slow'; readonly seconds: number }

/** How long an answer is reused, in milliseconds. */
const KEPT = 5_000

/** Slack waits three seconds for its ack, so a slower write would be too late. In milliseconds. */
const LIMIT = 3_000

/**
 * Sorts a megabyte on disk and throws it away. A row may fit into an existing page even if the disk is full, so only
 * asking for more space shows that there is none. 64 kB is the least memory for a sort (PostgreSQL, work_mem).
 */
const NEED_SPACE = [
  `set local work_mem = '64kB'`,
  `select count(*) from (select repeat('x', 4000) as filling from generate_series(1, 256) as nth
     order by repeat(md5(nth::text), 125)) as sorted`,
] as const

/** Needs space on the disk and writes one row, in one transaction that is flushed like every other one. */
const write = (database: Pick<Database, 'tx'>): Promise<void> =>
  database.tx(async (query) => {
    for (const sql of NEED_SPACE) await query(sql)
    await query('update write_probe set written_at = now()')
  })

/**
 * Finds out whether the database accepts writes by writing to it, at most every few seconds and never twice at once.
 * Resolves within three seconds, and never rejects.
 */
export function makeWriteProbe(
  database: Pick<Database, 'tx'>,
  now: () => Temporal.Instant,
  limitMs = LIMIT,
): () => Promise<Writable> {
  let kept: { readonly at: number; readonly writable: Writable } | null = null
  let writing: Promise<Writable> | null = null
  return async () => {
    const at = now().epochMilliseconds
    if (kept && Math.abs(at - kept.at) < KEPT) return kept.writable
    writing ??= write(database)
      .then(
        (): Writable => ({ kind: 'writes' }),
        (error: unknown): Writable => ({
          kind: 'fails',
          vendor: error instanceof CoachError ? error.vendor : null,
        }),
      )
      .then((writable) => {
        kept = { at: now().epochMilliseconds, writable }
        writing = null
        return writable
      })
    return (await within(writing, limitMs)) ?? { kind: 'slow', seconds: limitMs / 1000 }
  }
}
