import type { Store } from '../../coaching/store-port.ts'
import { hashIn } from '../database/asker.ts'
import type { Database } from '../database/database.ts'
import { makeEvidenceStore } from './evidence-store.ts'
import { type Enqueue, OF_PERSON } from './evidence-writes.ts'
import { makeGoalStore } from './goal-store.ts'
import { makeJobFailures } from './job-failures.ts'
import { forgetNudgeJobs } from './nudge/forget-nudge-jobs.ts'
import { makePacketStore } from './packet-store.ts'
import { makePartStore } from './part-store.ts'
import { makeReviewStore } from './review-store.ts'
import { makeUseStore } from './use-store.ts'

/** The Store on PGlite or PostgreSQL. `enqueue` writes jobs within a transaction. */
export const makeStore = (database: Database, enqueue: Enqueue): Store => ({
  ...makeEvidenceStore(database, enqueue),
  ...makePartStore(database, enqueue),
  ...makeReviewStore(database, enqueue),
  ...makePacketStore(database),
  ...makeGoalStore(database, enqueue),
  ...makeUseStore(database),
  ...makeJobFailures(database),

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

  deletePerson: ({ team, user }) =>
    database.tx(async (query) => {
      // Everything else of theirs hangs on this row. What Slack may still repeat, and what a model was used for
      // today, is kept under hashes, and stays.
      await query(`delete from person where ${OF_PERSON}`, [team, user])
      // A channel's nudge is the channel's: it goes on, and forgets who set it up or changed it.
      await query('update nudge set set_up_by = null where team_id = $1 and set_up_by = $2', [team, user])
      await query(`update nudge_change set user_id = null where ${OF_PERSON}`, [team, user])
      await forgetNudgeJobs(query, { team, user })
    }),
})
