import type { Owner } from '../../../domain/person.ts'
import type { Query } from '../../database/driver.ts'

/** The name of the nudge queue. */
export const NUDGES = 'send-nudge'

/**
 * Removes a person from the nudge jobs, in the transaction that deletes everything else about them. A job that is
 * running or done stays, without the person.
 */
export async function forgetNudgeJobs(query: Query, { team, user }: Owner): Promise<void> {
  const theirs = `name = '${NUDGES}' and data->>'team' = $1 and data->>'user' = $2`
  await query(`delete from pgboss.job where ${theirs} and state <> 'active'`, [team, user])
  await query(`update pgboss.job set data = '{}', singleton_key = id::text where ${theirs}`, [team, user])
}
