import type { Store } from '../coaching/store-port.ts'
import type { Database } from './database.ts'
import { makeEvidenceStore } from './evidence-store.ts'
import { type Enqueue, OF_PERSON } from './evidence-writes.ts'
import { makeGoalStore } from './goal-store.ts'
import { makePartStore } from './part-store.ts'
import { makeReviewStore } from './review-store.ts'

/** The Store on PGlite or PostgreSQL. `enqueue` writes jobs within a transaction. */
export const makeStore = (database: Database, enqueue: Enqueue): Store => ({
  ...makeEvidenceStore(database, enqueue),
  ...makePartStore(database, enqueue),
  ...makeReviewStore(database, enqueue),
  ...makeGoalStore(database, enqueue),

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

  takeModelUse: ({ team, user }, { reviewsADay, microDollarsAMonth }, day) =>
    database.tx(async (query) => {
      const [month] = await query<{ spent: number }>(
        'select micro_dollars as spent from model_month where team_id = $1 and month = $2',
        [team, day.with({ day: 1 }).toString()],
      )
      if ((month?.spent ?? 0) >= microDollarsAMonth) return 'month-used-up'
      const taken = await query(
        `insert into model_day (team_id, user_id, day, reviews) select $1, $2, $3, 1 where $4 > 0
         on conflict (team_id, user_id, day) do update set reviews = model_day.reviews + 1
         where model_day.reviews < $4 returning 1`,
        [team, user, day.toString(), reviewsADay],
      )
      return taken.length > 0 ? 'taken' : 'day-used-up'
    }),

  addModelCost: async (team, day, microDollars) => {
    await database.query(
      `insert into model_month (team_id, month, micro_dollars) values ($1, $2, $3)
       on conflict (team_id, month) do update set micro_dollars = model_month.micro_dollars + $3`,
      [team, day.with({ day: 1 }).toString(), microDollars],
    )
  },

  deletePerson: ({ team, user }) =>
    database.tx(async (query) => {
      // Everything else of theirs hangs on this row. What Slack may still repeat stays known for an hour.
      await query(`delete from person where ${OF_PERSON}`, [team, user])
      await query(`delete from model_day where ${OF_PERSON}`, [team, user])
      await query(`delete from message_seen where ${OF_PERSON} and seen_at < now() - interval '1 hour'`, [
        team,
        user,
      ])
    }),
})
