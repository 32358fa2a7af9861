import pg from 'pg'

/** The largest table that is rewritten, in bytes with its indexes: meanwhile nobody reads it, for about a second. */
const MOST_BYTES = 32 * 1024 * 1024

/** How long a table is waited for, in milliseconds: what comes after it waits too. */
const LOCK_LIMIT = 300

/** SQLSTATE of a lock that did not come in time (PostgreSQL, appendix A). */
const LOCKED = '55P03'

/**
 * Removes what is deleted from the files of a PostgreSQL server: small tables are rewritten, of larger ones and of
 * those in use the dead rows are freed, whose bytes stay until others are written over them.
 */
export async function cleanPostgres(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection)
  // One that is lost in use fails the statement as well.
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
    // Analyzed, because the planner's samples of a table hold values of rows that are gone; then those samples.
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
