import type { ReadingStore } from '../../../coaching/packet/reading-store.ts'
import type { ObjectionKey } from '../../../domain/packet/objections/objection.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { OF_PERSON } from '../evidence-writes.ts'

const known = (query: Query, { team, user }: Owner): Promise<unknown> =>
  query('insert into person (team_id, user_id) values ($1, $2) on conflict do nothing', [team, user])

/** Stores what was said last about a packet. */
export function makeReadingStore(database: Database): ReadingStore {
  return {
    lastObjections: async ({ team, user }, { ladder, target }) =>
      database.query<ObjectionKey>(
        `select kind, competency, evidence_id as "evidenceId" from objection
         where ${OF_PERSON} and ladder_id = $3 and target = $4 order by kind, competency, evidence_id`,
        [team, user, ladder, target],
      ),

    saveObjections: async (owner, { ladder, target }, keys) =>
      database.tx(async (query) => {
        const { team, user } = owner
        await known(query, owner)
        await query(`delete from objection where ${OF_PERSON} and ladder_id = $3 and target = $4`, [
          ...[team, user, ladder, target],
        ])
        await query(
          `insert into objection (team_id, user_id, ladder_id, target, kind, competency, evidence_id)
           select $1, $2, $3, $4, k->>'kind', k->>'competency', e.id
           from jsonb_array_elements($5::jsonb) k
             left join evidence e on e.team_id = $1 and e.user_id = $2 and e.id = k->>'evidenceId'
           where k->>'evidenceId' is null or e.id is not null`,
          [team, user, ladder, target, JSON.stringify(keys)],
        )
      }),

    lastTalk: async ({ team, user }) => {
      const [row] = await database.query<{ since: string; made: string }>(
        `select since::text as since, made::text as made from talk where ${OF_PERSON}`,
        [team, user],
      )
      return row
        ? { since: Temporal.PlainDate.from(row.since), made: Temporal.PlainDate.from(row.made) }
        : null
    },

    saveTalk: async (owner, { since, made }) =>
      database.tx(async (query) => {
        await known(query, owner)
        await query(
          `insert into talk (team_id, user_id, since, made) values ($1, $2, $3, $4)
           on conflict (team_id, user_id) do update set since = excluded.since, made = excluded.made`,
          [owner.team, owner.user, since.toString(), made.toString()],
        )
      }),
  }
}
