import type { Store } from '../../coaching/store-port.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Database } from '../database/database.ts'
import type { Query } from '../database/driver.ts'
import type { Enqueue } from './evidence-writes.ts'
import { storableJson } from './rows.ts'

type GoalStore = Pick<
  Store,
  | 'goal'
  | 'setGoal'
  | 'clearGoal'
  | 'awaitGoal'
  | 'ladderVersion'
  | 'claimLadderChange'
  | 'seeLadder'
  | 'unseeLadder'
  | 'markLadderSeen'
>

type GoalRow = { ladder_id: string; current_level: string; target_level: string; by_date: string | null }

const goalIn = async (query: Query, { team, user }: Owner): Promise<Goal | null> => {
  const [row] = await query<GoalRow>(
    'select ladder_id, current_level, target_level, by_date from goal where team_id = $1 and user_id = $2',
    [team, user],
  )
  return row
    ? { ladder: row.ladder_id, current: row.current_level, target: row.target_level, by: row.by_date }
    : null
}

/** Makes the person's row if need be, and holds it until the transaction ends: goals and waiting meet here. */
const lockPerson = async (query: Query, { team, user }: Owner): Promise<void> => {
  await query('insert into person (team_id, user_id) values ($1, $2) on conflict do nothing', [team, user])
  await query('select 1 from person where team_id = $1 and user_id = $2 for update', [team, user])
}

/** Keeps this version of a ladder, once, as it was parsed: its sentences' ids stay what reviews call them. */
export const keepLadder = async (query: Query, ladder: Ladder): Promise<void> => {
  await query(
    `insert into ladder_version (ladder_id, version, ladder) values ($1, $2, $3::jsonb) on conflict do nothing`,
    [ladder.id, ladder.version, storableJson(ladder)],
  )
}

/** Goals and the versions of ladders that they stand on. */
export const makeGoalStore = (database: Database, enqueue: Enqueue): GoalStore => ({
  goal: (owner) => goalIn(database.query, owner),

  setGoal: (owner, goal, ladder, at) =>
    database.tx(async (query) => {
      await lockPerson(query, owner)
      await keepLadder(query, ladder)
      await query(
        `insert into goal (team_id, user_id, ladder_id, current_level, target_level, by_date, seen_version, set_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (team_id, user_id) do update set ladder_id = excluded.ladder_id,
           current_level = excluded.current_level, target_level = excluded.target_level,
           by_date = excluded.by_date, seen_version = excluded.seen_version, set_at = excluded.set_at,
           change_evidence_id = null`,
        [
          owner.team,
          owner.user,
          goal.ladder,
          goal.current,
          goal.target,
          goal.by,
          ladder.version,
          at.toString(),
        ],
      )
      const waiting = await query<{ id: string }>(
        `update evidence set state = 'queued' where team_id = $1 and user_id = $2 and state = 'waiting' returning id`,
        [owner.team, owner.user],
      )
      for (const { id } of waiting) await enqueue(query, 'review-evidence', { evidenceId: id, owner })
      return { queued: waiting.length }
    }),

  clearGoal: async ({ team, user }) =>
    (await database.query('delete from goal where team_id = $1 and user_id = $2 returning 1', [team, user]))
      .length > 0,

  awaitGoal: (owner, evidenceId, stands) =>
    database.tx(async (query) => {
      await lockPerson(query, owner)
      const goal = await goalIn(query, owner)
      if (goal && stands(goal)) return goal
      await query(`update evidence set state = 'waiting' where team_id = $1 and user_id = $2 and id = $3`, [
        owner.team,
        owner.user,
        evidenceId,
      ])
      return null
    }),

  ladderVersion: async (ladderId, version) => {
    const [row] = await database.query<{ ladder: Ladder }>(
      'select ladder from ladder_version where ladder_id = $1 and version = $2',
      [ladderId, version],
    )
    return row?.ladder ?? null
  },

  claimLadderChange: async ({ team, user }, evidenceId, ladder) => {
    const [row] = await database.query<{ seen_version: string }>(
      `update goal g set change_evidence_id = $3
       where team_id = $1 and user_id = $2 and ladder_id = $4 and seen_version <> $5
         and (change_evidence_id is null or change_evidence_id = $3
           or not exists (select 1 from evidence e where e.id = g.change_evidence_id))
       returning seen_version`,
      [team, user, evidenceId, ladder.id, ladder.version],
    )
    return row?.seen_version ?? null
  },

  seeLadder: ({ team, user }, ladder) =>
    database.tx(async (query) => {
      const [row] = await query<{ seen_version: string | null }>(
        `select seen_version from goal where team_id = $1 and user_id = $2 and ladder_id = $3
           and seen_version <> $4 and change_evidence_id is null for update`,
        [team, user, ladder.id, ladder.version],
      )
      if (!row?.seen_version) return null
      await keepLadder(query, ladder)
      await query('update goal set seen_version = $3 where team_id = $1 and user_id = $2', [
        team,
        user,
        ladder.version,
      ])
      return row.seen_version
    }),

  unseeLadder: async ({ team, user }, ladder, version) => {
    await database.query(
      `update goal set seen_version = $4 where team_id = $1 and user_id = $2 and ladder_id = $3 and seen_version = $5`,
      [team, user, ladder.id, version, ladder.version],
    )
  },

  markLadderSeen: ({ team, user }, ladder) =>
    database.tx(async (query) => {
      await keepLadder(query, ladder)
      await query(
        `update goal set seen_version = $4, change_evidence_id = null
         where team_id = $1 and user_id = $2 and ladder_id = $3`,
        [team, user, ladder.id, ladder.version],
      )
    }),
})
