import type { Owner } from '../../../domain/person.ts'
import type { Query } from '../../database/driver.ts'

/** The name of the queue of nudges. */
export const NUDGES = 'send-nudge'

/**
 * Takes a person out of the jobs of nudges, within the transaction in which everything else about them goes. A job
 * that runs, or has run, is left with nobody in it.
 */
export async function forgetNudgeJobs(query: Query, { team, user }: Owner): Promise<void> {
  const theirs = `name = '${NUDGES}' and data->>'team' = $1 and data->>'user' = $2`
  await query(`delete from pgboss.job where ${theirs} and state <> 'active'`, [team, user])
  await query(`update pgboss.job set data = '{}', singleton_key = id::text where ${theirs}`, [team, user])
}
