import { CoachError } from '../../domain/coach-error.ts'
import { within } from '../within.ts'
import type { Database } from './database.ts'

/** Whether the database takes what is written; `vendor` is its own code for why not. */
export type Writable =
  | { readonly kind: 'writes' }
  | { readonly kind: 'fails'; readonly vendor: string | null }
  /** It did not say within the limit. */
  | { readonly kind: 'slow'; readonly seconds: number }

/** How long an answer is used again, in milliseconds, however often it is asked for. */
const KEPT = 5_000

/** Slack waits three seconds for its ack: what takes longer cannot be kept in time, in milliseconds. */
const LIMIT = 3_000

/**
 * A megabyte that is sorted on disk and forgotten. A row is written into a page that is there already, on a full disk
 * as well: only what asks the disk for room shows that there is none. 64 kB is the least memory for a sort
 * (PostgreSQL, work_mem).
 */
const ASK_FOR_ROOM = [
  `set local work_mem = '64kB'`,
  `select count(*) from (select repeat('x', 4000) as filling from generate_series(1, 256) as nth
     order by repeat(md5(nth::text), 125)) as sorted`,
] as const

/** Room on the disk, and one row in one transaction, flushed as every other one. */
const write = (database: Pick<Database, 'tx'>): Promise<void> =>
  database.tx(async (query) => {
    for (const sql of ASK_FOR_ROOM) await query(sql)
    await query('update write_probe set written_at = now()')
  })

/**
 * Finds out whether the database can be written by writing, at most every few seconds and never twice at once.
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
