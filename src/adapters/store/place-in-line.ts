/** How far behind one another the waiting jobs of one person stand, in seconds. */
export const APART = 60

/** Places count from here, in seconds since 1970, so that they fit PostgreSQL's integer until 2094: 2026 began. */
export const FROM = 1_767_225_600

/** The queue of all work on pieces. */
export const PIECES = 'piece'

/** Any number that nothing else of ours locks: two processes may start at once. */
const LOCK = 7_362_515

/** Finds the last in line of a person, however many wait. pg-boss makes its tables; this index is ours. */
export const LINE_INDEX = `select pg_advisory_xact_lock(${LOCK});
  create index if not exists piece_line on pgboss.job (name, group_id, priority) where state < 'active'`

/**
 * SQL for a new job's place in line, given the SQL of its person's hash. pg-boss takes what has the highest priority
 * first, so a job's priority is its place, negated. A person's first job has the place of its time; each more of theirs
 * that waits is a minute behind the one before. So a job that comes within that minute goes ahead of it, and a
 * thousand pieces of one person keep nobody else waiting, but none of them waits for ever either. A new piece gets its
 * place from accept_piece (migration 0009), which looks at the pieces that wait.
 */
export function placeSql(group: string): string {
  return `(select greatest(extract(epoch from now())::integer - ${FROM}, coalesce(${APART} - min(j.priority), 0))
    from pgboss.job j where j.name = '${PIECES}' and j.group_id = ${group} and j.state < 'active')`
}
