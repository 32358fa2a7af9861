import type { Query } from './driver.ts'
import type { PgliteThread } from './pglite-thread.ts'

/** The tables that may hold rows of ours, the planner's samples of them included. */
const TABLES = `select c.oid, c.reltoastrelid from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and (n.nspname in ('public', 'pgboss') or c.oid = 'pg_statistic'::regclass)`

/** Those, what is kept beside them, and their indexes, where there is anything in them. */
const FILES = `with ours as (${TABLES}), kept as (
    select oid from ours union select reltoastrelid from ours where reltoastrelid <> 0
  )
  select oid::int as oid from (
    select oid from kept union select indexrelid from pg_index where indrelid in (select oid from kept)
  ) all_of_them where pg_relation_size(oid) > 0 order by oid`

/**
 * Removes what is deleted from the files of PGlite. A vacuum takes the rows out of the tables and indexes, and leaves
 * their bytes in the free space of the pages; that is blanked. Then a new file of the log is begun, and those before
 * go. Each step is a statement of its own, so that others come in between.
 */
export async function cleanPglite(query: Query, thread: PgliteThread): Promise<void> {
  await query('create schema if not exists page_cache')
  await query('create extension if not exists pg_buffercache schema page_cache')
  const tables = await query<{ name: string }>(`select oid::regclass::text as name from (${TABLES}) tables`)
  // An index keeps entries of rows that are gone where they are few, unless it is told not to.
  for (const { name } of tables) await query(`vacuum (index_cleanup on) ${name}`)
  for (const { oid } of await query<{ oid: number }>(FILES))
    for (let from: number | null | undefined = 0; from !== null && from !== undefined; )
      [from] = await thread.ask<number | null>({ do: 'wipe', tx: null, relation: oid, from })
  await query('select pg_switch_wal()')
  await query('checkpoint')
}
