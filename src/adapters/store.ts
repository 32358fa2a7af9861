import type { Store } from '../coaching/store-port.ts'
import type { Database } from './database.ts'
import { makeEvidenceStore } from './evidence-store.ts'
import { type Enqueue, OF_PERSON } from './evidence-writes.ts'
import { makeGoalStore } from './goal-store.ts'
import { makePartStore } from './part-store.ts'
import { makeReviewStore } from './review-store.ts'
import { makeUseStore } from './use-store.ts'

/** The Store on PGlite or PostgreSQL. `enqueue` writes jobs within a transaction. */
export const makeStore = (database: Database, enqueue: Enqueue): Store => ({
  ...makeEvidenceStore(database, enqueue),
  ...makePartStore(database, enqueue),
  ...makeReviewStore(database, enqueue),
  ...makeGoalStore(database, enqueue),
  ...makeUseStore(database),

  claimWelcome: async ({ team, user }, evidenceId) => {
    const claimed = await database.query(
      `update person p set welcome_evidence_id = $3
       where ${OF_PERSON} and welcomed_at is null
         and (welcome_evidence_id is null or welcome_evidence_id = $3
           or not exists (select 1 from evidence e where e.id = p.welcome_evidence_id))
       returning 1`,
      [team, user, evidenceId],
    )
    return claimed.length > 0
  },

  markWelcomed: async ({ team, user }, at) => {
    await database.query(`update person set welcomed_at = $3 where ${OF_PERSON}`, [team, user, at.toString()])
  },

  claimMention: async (team, channel, ts) =>
    (
      await database.query(
        `with forgotten as (delete from mention_seen where seen_at < now() - interval '1 day')
         insert into mention_seen (team_id, channel_id, message_ts) values ($1, $2, $3)
         on conflict do nothing returning 1`,
        [team, channel, ts],
      )
    ).length > 0,

  releaseMention: async (team, channel, ts) => {
    await database.query(
      'delete from mention_seen where team_id = $1 and channel_id = $2 and message_ts = $3',
      [team, channel, ts],
    )
  },

  deletePerson: ({ team, user }) =>
    database.tx(async (query) => {
      // Everything else of theirs hangs on this row. What Slack may still repeat stays known for an hour;
      // what a model was used for today is counted under a hash, and stays counted.
      await query(`delete from person where ${OF_PERSON}`, [team, user])
      // A channel's nudge is the channel's: it goes on, and forgets who set it up or changed it.
      await query('update nudge set set_up_by = null where team_id = $1 and set_up_by = $2', [team, user])
      await query(`update nudge_change set user_id = null where ${OF_PERSON}`, [team, user])
      await query(`delete from message_seen where ${OF_PERSON} and seen_at < now() - interval '1 hour'`, [
        team,
        user,
      ])
    }),
})
