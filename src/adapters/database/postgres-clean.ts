import pg from 'pg'

/** The largest table that is rewritten, in bytes with its indexes. Nobody can read it meanwhile, for about a second. */
const MOST_BYTES = 32 * 1024 * 1024

/** How long to wait for the lock of a table, in milliseconds. Everybody else who needs the table waits too. */
const LOCK_LIMIT = 300

/** SQLSTATE if a lock was not available in time (PostgreSQL, appendix A). */
const LOCKED = '55P03'

/**
 * Removes deleted rows from the files of a PostgreSQL server. Small tables are rewritten. In larger ones, the space of
 * deleted rows is freed, and their bytes stay until other rows overwrite them. A table that stays locked is skipped.
 */
export async function cleanPostgres(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection)
  // If the connection is lost, the running statement fails too, so nothing has to be done here.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set lock_timeout = ${LOCK_LIMIT}`)
    const { rows } = await client.query<{ name: string; small: boolean }>(
      `select c.oid::regclass::text as name, pg_total_relation_size(c.oid) <= ${MOST_BYTES} as small
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'pgboss')
         and pg_get_userbyid(c.relowner) = current_user order by c.oid`,
    )
    // The planner's samples may hold values of deleted rows, so they are renewed and then rewritten themselves.
    const steps = rows.map(
      ({ name, small }) => `vacuum (${small ? 'full' : 'index_cleanup on'}, analyze) ${name}`,
    )
    for (const step of [...steps, 'vacuum full pg_statistic'])
      await client.query(step).catch((error: unknown) => {
        if ((error as { code?: unknown }).code !== LOCKED) throw error
      })
  } finally {
    await client.end()
  }
}
