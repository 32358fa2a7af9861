import type { Database } from '../database/database.ts'

/** How long a repeat of a message is known, and of a question in a channel: Slack sends one again within an hour. */
const KNOWN = { message_seen: '7 days', mention_seen: '1 day' } as const

/** How often what is older is forgotten, in milliseconds. */
const EVERY = 60 * 60_000

/** Forgets hashes of messages that Slack will not send again. */
export async function forgetSeen(database: Database): Promise<void> {
  for (const [table, time] of Object.entries(KNOWN))
    await database.query(`delete from ${table} where seen_at < now() - $1::interval`, [time])
}

/** The same, now and every hour, until `stop`, which waits for one that runs. `onError` hears of what fails. */
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
