import type { GoalStore } from '../../coaching/ladder/goal-store.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { Database } from '../database/database.ts'
import type { Query } from '../database/driver.ts'
import { type Enqueue, OF_PERSON, pieceChanged } from './evidence-writes.ts'
import { homeChanged } from './home-tab/home-store.ts'
import { keepLadder } from './ladder-store.ts'

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

/**
 * Creates the person's row if needed, and locks it until the transaction ends, because setting a goal and waiting for
 * one may happen at once.
 */
const lockPerson = async (query: Query, { team, user }: Owner): Promise<void> => {
  await query('insert into person (team_id, user_id) values ($1, $2) on conflict do nothing', [team, user])
  await query('select 1 from person where team_id = $1 and user_id = $2 for update', [team, user])
}

/** Pieces whose newest review was written before their owner had a goal. */
const BEFORE_GOAL = `select e.id from evidence e join lateral (select body from review r where r.evidence_id = e.id
    order by r.revision desc limit 1) r on true
  where ${OF_PERSON} and e.about is not null and e.state = 'reviewed' and (r.body->>'beforeGoal')::boolean
  order by e.received_at`

/** Stores people's goals. */
export function makeGoalStore(database: Database, enqueue: Enqueue): GoalStore {
  const changed = pieceChanged(enqueue)
  return {
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
        const before = await query<{ id: string }>(BEFORE_GOAL, [owner.team, owner.user])
        await homeChanged(query, owner)
        for (const { id } of waiting) await enqueue(query, 'review-evidence', { evidenceId: id, owner })
        for (const { id } of before) await changed(query, owner, id)
        return { queued: waiting.length + before.length }
      }),

    clearGoal: (owner) =>
      database.tx(async (query) => {
        const { team, user } = owner
        const had = await query('delete from goal where team_id = $1 and user_id = $2 returning 1', [
          team,
          user,
        ])
        await homeChanged(query, owner)
        return had.length > 0
      }),

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
        await homeChanged(query, owner)
        return null
      }),
  }
}
