import type { Database } from '../database/database.ts'

/** How long we recognise a repeated message, or question in a channel. Slack resends within an hour. */
const KNOWN = { message_seen: '7 days', mention_seen: '1 day' } as const

/** How often older hashes are deleted, in milliseconds. */
const EVERY = 60 * 60_000

/** Deletes hashes of messages that Slack will not resend. */
export async function forgetSeen(database: Database): Promise<void> {
  for (const [table, time] of Object.entries(KNOWN))
    await database.query(`delete from ${table} where seen_at < now() - $1::interval`, [time])
}

/** Does this now and every hour, until `stop`, which waits for a run in progress. Failures go to `onError`. */
export function keepForgetting(
  database: Database,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running = forgetSeen(database).catch(onError)
  const timer = setInterval(() => {
    running = forgetSeen(database).catch(onError)
  }, EVERY)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
