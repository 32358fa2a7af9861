import type { MentionStore } from '../../coaching/ladder/mention-store.ts'
import { hashIn } from '../database/asker.ts'
import type { Database } from '../database/database.ts'

/** Stores hashes of the channel questions that arrived. */
export function makeMentionStore(database: Database): MentionStore {
  return {
    claimMention: async (team, channel, ts) => {
      const mention = (await hashIn(database))('mention', team, channel, ts)
      const claimed = await database.query(
        'insert into mention_seen (message) values ($1) on conflict do nothing returning 1',
        [mention],
      )
      return claimed.length > 0
    },

    releaseMention: async (team, channel, ts) => {
      const mention = (await hashIn(database))('mention', team, channel, ts)
      await database.query('delete from mention_seen where message = $1', [mention])
    },
  }
}
