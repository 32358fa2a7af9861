import type { PostStore } from '../../coaching/review/post-store.ts'
import type { Database } from '../database/database.ts'
import { OF_PERSON } from './evidence-writes.ts'
import { homeChanged } from './home-tab/home-store.ts'

/** Stores which messages the coach posted about pieces. */
export function makePostStore(database: Database): PostStore {
  return {
    savePost: (owner, evidenceId, { channel, ts, kind, revision }) =>
      database.tx(async (query) => {
        const { team, user } = owner
        // Locked, so that a deletion either sees this post or happens first.
        const held = await query(`select 1 from evidence where ${OF_PERSON} and id = $3 for update`, [
          team,
          user,
          evidenceId,
        ])
        if (held.length === 0) return false
        await query(
          `insert into post (team_id, user_id, evidence_id, channel_id, ts, kind, revision)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (team_id, channel_id, ts) do update set revision = excluded.revision`,
          [team, user, evidenceId, channel, ts, kind, revision],
        )
        if (kind === 'review') {
          await query(
            `update evidence set state = 'reviewed' where ${OF_PERSON} and id = $3 and revision = $4`,
            [team, user, evidenceId, revision],
          )
          await homeChanged(query, owner)
        }
        return true
      }),

    posts: ({ team, user }, evidenceId) =>
      database.query(
        `select channel_id as channel, ts, kind, revision from post
         where ${OF_PERSON} and evidence_id = $3 order by ts`,
        [team, user, evidenceId],
      ),

    forgetPost: async ({ team, user }, evidenceId, { channel, ts }) => {
      await database.query(
        `delete from post where ${OF_PERSON} and evidence_id = $3 and channel_id = $4 and ts = $5`,
        [team, user, evidenceId, channel, ts],
      )
    },
  }
}
