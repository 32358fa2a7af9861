import type { PersonStore } from '../../coaching/evidence/person-store.ts'
import type { Database } from '../database/database.ts'
import { OF_PERSON } from './evidence-writes.ts'
import { forgetNudgeJobs } from './nudge/forget-nudge-jobs.ts'
import { instantOf } from './rows.ts'
import { WAITS } from './unsure-store.ts'

/** Stores what is known of a person as a whole, and deletes all of it. */
export function makePersonStore(database: Database): PersonStore {
  return {
    dmOf: async ({ team, user }) => {
      const [row] = await database.query<{ dm: string | null }>(
        `select dm_channel_id as dm from person where ${OF_PERSON}`,
        [team, user],
      )
      return row?.dm ?? null
    },

    kept: async ({ team, user }) => {
      const [row] = await database.query<{
        evidence: number
        reviews: number
        labels: number
        plans: number
        works: number
        asked: number
        nudge: 'set' | 'stopped' | null
        since: string | null
        known: boolean
      }>(
        `select count(*) as evidence, min(e.received_at) as since,
         (select count(distinct (evidence_id, source)) from label where ${OF_PERSON}) as labels,
         (select count(*) from plan where ${OF_PERSON}) as plans,
         (select count(*) from work where ${OF_PERSON}) as works,
         (select count(*) from evidence_part p where ${OF_PERSON} and ${WAITS}) as asked,
         exists (select 1 from person where ${OF_PERSON})
           or exists (select 1 from nudge where team_id = $1 and set_up_by = $2)
           or exists (select 1 from nudge_change where ${OF_PERSON}) as known,
         (select case when stopped is null then 'set' else 'stopped' end from nudge_me where ${OF_PERSON}) as nudge,
         count(*) filter (where exists (select 1 from review r where r.evidence_id = e.id)) as reviews
       from evidence e where e.team_id = $1 and e.user_id = $2 and e.state not in ('answered', 'unsure')`,
        [team, user],
      )
      return {
        evidence: row?.evidence ?? 0,
        reviews: row?.reviews ?? 0,
        labels: row?.labels ?? 0,
        plans: Number(row?.plans ?? 0),
        works: Number(row?.works ?? 0),
        asked: Number(row?.asked ?? 0),
        nudge: row?.nudge ?? null,
        since: row?.since ? instantOf(row.since) : null,
        known: row?.known ?? false,
      }
    },

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
      await database.query(`update person set welcomed_at = $3 where ${OF_PERSON}`, [
        team,
        user,
        at.toString(),
      ])
    },

    deletePerson: ({ team, user }) =>
      database.tx(async (query) => {
        // Everything else of the person depends on this row. Hashes of messages that Slack may still repeat, and of
        // today's model use, stay.
        await query(`delete from person where ${OF_PERSON}`, [team, user])
        // A channel's nudge belongs to the channel. It goes on, but forgets who set it up or changed it.
        await query('update nudge set set_up_by = null where team_id = $1 and set_up_by = $2', [team, user])
        await query(`update nudge_change set user_id = null where ${OF_PERSON}`, [team, user])
        await forgetNudgeJobs(query, { team, user })
      }),
  }
}
