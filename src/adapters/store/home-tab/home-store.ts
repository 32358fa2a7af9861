import type { HomeStore, HomeTurn } from '../../../coaching/packet/home-store.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { OF_PERSON } from '../evidence-writes.ts'
import {
  LAST_WEEKS,
  NUDGE_COLUMNS,
  type NudgeRow,
  nudgeOf,
  type WeekJson,
  weekOfJson,
} from '../nudge/nudge-rows.ts'

/** Records that what a Home tab shows may have changed, in the transaction that changes it. */
export async function homeChanged(query: Query, { team, user }: Owner): Promise<void> {
  await query(`update home set changes = changes + 1 where ${OF_PERSON}`, [team, user])
}

/** How many recorded weeks of a nudge are read: as many as a decision looks at. */
const WEEKS_READ = 10

/** How many of the newest entries are shown. */
const LATEST = 3

/** How many of their channels' nudges are shown. */
const MOST_NUDGES = 5

type TurnRow = { team_id: string; user_id: string; changes: number | string; hash: string | null }

const turnOf = ({ team_id: team, user_id: user, changes, hash }: TurnRow): HomeTurn => ({
  owner: { team, user },
  changes: Number(changes),
  hash,
})

const TURN = 'h.team_id, h.user_id, h.changes, h.hash'

/** Stores who opened their Home tab, and what it shows. */
export function makeHomeStore(database: Database): HomeStore {
  const mine = ({ owner: { team, user } }: HomeTurn): [string, string] => [team, user]
  return {
    openHome: async ({ team, user }, hash, until) => {
      await database.tx(async (query) => {
        await query('insert into person (team_id, user_id) values ($1, $2) on conflict do nothing', [
          team,
          user,
        ])
        await query(
          `insert into home (team_id, user_id, hash, rests_until) values ($1, $2, $3, $4)
           on conflict (team_id, user_id) do update set changes = home.changes + 1, hash = excluded.hash,
             refused = null, rests_until = excluded.rests_until`,
          [team, user, hash, until.toString()],
        )
      })
    },

    hasHome: async ({ team, user }) =>
      (await database.query(`select 1 from home where ${OF_PERSON}`, [team, user])).length > 0,

    changeHome: (owner) => homeChanged(database.query, owner),

    takeHome: async ({ team, user }, until) => {
      const [row] = await database.query<TurnRow>(
        `update home h set rests_until = $3 where ${OF_PERSON} returning ${TURN}`,
        [team, user, until.toString()],
      )
      return row ? turnOf(row) : null
    },

    takeChangedHomes: async (team, now, until, most) => {
      const rows = await database.query<TurnRow>(
        `update home h set rests_until = $3
         from (select team_id, user_id from home
           where team_id = $1 and changes > published and refused is null
             and (rests_until is null or rests_until <= $2)
           order by rests_until nulls first limit $4 for update skip locked) due
         where h.team_id = due.team_id and h.user_id = due.user_id returning ${TURN}`,
        [team, now.toString(), until.toString(), most],
      )
      return rows.map(turnOf)
    },

    homePublished: async (turn, hash, until) => {
      // Another process may have published a later state in the meantime.
      await database.query(
        `update home set published = $3, hash = $4, rests_until = $5 where ${OF_PERSON} and published <= $3`,
        [...mine(turn), turn.changes, hash, until.toString()],
      )
    },

    homeLeft: async (turn, until) => {
      await database.query(`update home set rests_until = $3 where ${OF_PERSON}`, [
        ...mine(turn),
        until.toString(),
      ])
    },

    homeRefused: async (turn, code) => {
      await database.query(`update home set refused = $3 where ${OF_PERSON}`, [...mine(turn), code])
    },

    closeHome: async ({ team, user }) => {
      await database.query(`delete from home where ${OF_PERSON}`, [team, user])
    },

    homeFacts: async ({ team, user }) => {
      const [counts, latest, [home], nudges] = await Promise.all([
        database.query<{ entries: number | string; waiting: number | string }>(
          `select count(*) as entries, count(*) filter (where state in ('queued', 'waiting')) as waiting
           from evidence where ${OF_PERSON} and state not in ('answered', 'unsure')`,
          [team, user],
        ),
        database.query<{ id: string }>(
          `select id from evidence where ${OF_PERSON} and state not in ('answered', 'unsure')
           order by received_at desc, id limit ${LATEST}`,
          [team, user],
        ),
        database.query<{ put_away: Record<string, string> }>(`select put_away from home where ${OF_PERSON}`, [
          team,
          user,
        ]),
        database.query<NudgeRow & { weeks: WeekJson[] }>(
          `select ${NUDGE_COLUMNS}, ${LAST_WEEKS(String(WEEKS_READ))} from nudge n
           where n.team_id = $1 and n.set_up_by = $2 and not n.stopped order by n.channel_id limit ${MOST_NUDGES}`,
          [team, user],
        ),
      ])
      return {
        entries: Number(counts[0]?.entries ?? 0),
        waiting: Number(counts[0]?.waiting ?? 0),
        latest: latest.map(({ id }) => id),
        putAway: new Map(
          Object.entries(home?.put_away ?? {}).map(([key, day]) => [key, Temporal.PlainDate.from(day)]),
        ),
        nudges: nudges.map((row) => ({ nudge: nudgeOf(row), weeks: row.weeks.map(weekOfJson) })),
      }
    },

    putAway: async ({ team, user }, key, until, today) => {
      await database.query(
        `update home set changes = changes + 1, put_away = jsonb_build_object($3::text, $4::text) ||
           coalesce((select jsonb_object_agg(p.key, p.value) from jsonb_each(put_away) p
             where p.key <> $3 and p.value #>> '{}' > $5), '{}')
         where ${OF_PERSON}`,
        [team, user, key, until.toString(), today.toString()],
      )
    },
  }
}
