import type { Query } from './driver.ts'
import type { PgliteThread } from './pglite-thread.ts'

/** The tables that may hold our rows, including the planner's samples of them. */
const TABLES = `select c.oid, c.reltoastrelid from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and (n.nspname in ('public', 'pgboss') or c.oid = 'pg_statistic'::regclass)`

/** These tables, the TOAST tables with their large values, and the indexes of both, unless they are empty. */
const FILES = `with ours as (${TABLES}), kept as (
    select oid from ours union select reltoastrelid from ours where reltoastrelid <> 0
  )
  select oid::int as oid from (
    select oid from kept union select indexrelid from pg_index where indrelid in (select oid from kept)
  ) all_of_them where pg_relation_size(oid) > 0 order by oid`

/**
 * Removes deleted rows from the files of PGlite. A vacuum frees them in tables and indexes, but leaves their bytes in
 * the free space of the pages, so that is blanked. Then a new file of the write-ahead log begins, and the older ones
 * are removed. Each step is a separate statement, so that others can run in between.
 */
export async function cleanPglite(query: Query, thread: PgliteThread): Promise<void> {
  await query('create schema if not exists page_cache')
  await query('create extension if not exists pg_buffercache schema page_cache')
  const tables = await query<{ name: string }>(`select oid::regclass::text as name from (${TABLES}) tables`)
  // By default, a vacuum leaves the entries of deleted rows in an index if they are few.
  for (const { name } of tables) await query(`vacuum (index_cleanup on) ${name}`)
  for (const { oid } of await query<{ oid: number }>(FILES))
    for (let from: number | null | undefined = 0; from !== null && from !== undefined; )
      [from] = await thread.ask<number | null>({ do: 'wipe', tx: null, relation: oid, from })
  await query('select pg_switch_wal()')
  await query('checkpoint')
}
