/** The distance between one person's waiting jobs in the line, in seconds. */
export const APART = 60

/** Places count from the beginning of 2026, in seconds since 1970, so that they fit PostgreSQL's integer until 2094. */
export const FROM = 1_767_225_600

/** The queue of all work on pieces. */
export const PIECES = 'piece'

/** Any number that no other lock of ours uses, because two processes may start at once. */
const LOCK = 7_362_515

/**
 * The index that finds a person's last place in line, however many jobs wait. pg-boss creates its tables, but this
 * index is ours.
 */
export const LINE_INDEX = `select pg_advisory_xact_lock(${LOCK});
  create index if not exists piece_line on pgboss.job (name, group_id, priority) where state < 'active'`

/**
 * SQL for a new job's place in line, given the SQL of its person's hash. pg-boss takes the highest priority first, so a
 * job's priority is its negated place. A person's first job is placed by its time, and each further waiting job a
 * minute behind the one before. A job that arrives within that minute overtakes it. So a thousand pieces of one person
 * keep nobody else waiting, and still none of them waits forever. A new piece gets its place from accept_piece
 * (migration 0009), which looks at the waiting pieces.
 */
export function placeSql(group: string): string {
  return `(select greatest(extract(epoch from now())::integer - ${FROM}, coalesce(${APART} - min(j.priority), 0))
    from pgboss.job j where j.name = '${PIECES}' and j.group_id = ${group} and j.state < 'active')`
}
