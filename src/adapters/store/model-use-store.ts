import type { ModelUseStore } from '../../coaching/review/model-use-store.ts'
import { askerOf, hashIn, readingIdOf } from '../database/asker.ts'
import type { Database } from '../database/database.ts'

/** Money reserved for longer than this belongs to a reading that died. No reading takes so long. */
const FORGOTTEN = '1 hour'

const firstOf = (day: Temporal.PlainDate): string => day.with({ day: 1 }).toString()

/** Stores the use of a model: reviews per person and day, and what a workspace spends in a month. */
export function makeModelUseStore(database: Database): ModelUseStore {
  return {
    takeModelUse: async (owner, { piece, day, budget, reserve }) => {
      const hash = await hashIn(database)
      const asker = askerOf(hash, owner)
      const read = readingIdOf(hash, owner, piece)
      const { team } = owner
      return database.tx(async (query) => {
        await query(`delete from model_asker where day < $1::date - 1`, [day.toString()])
        await query(`delete from model_reserved where reserved_at < now() - interval '${FORGOTTEN}'`)
        await query(`insert into model_month (team_id, month) values ($1, $2) on conflict do nothing`, [
          team,
          firstOf(day),
        ])
        // The row is locked until the end, so that concurrent readings see each other's reservations.
        const [month] = await query<{ spent: number }>(
          'select micro_dollars as spent from model_month where team_id = $1 and month = $2 for update',
          [team, firstOf(day)],
        )
        const [aside] = await query<{ sum: number }>(
          `select coalesce(sum(micro_dollars), 0)::bigint as sum from model_reserved
         where team_id = $1 and piece <> $2`,
          [team, read],
        )
        const spent = month?.spent ?? 0
        if (spent >= budget.microDollarsAMonth) return 'month-used-up'
        if (spent + (aside?.sum ?? 0) + reserve > budget.microDollarsAMonth) return 'month-used-up'
        const taken = await query(
          `insert into model_asker (asker, day, pieces) select $1, $2, array[$3] where $4::int > 0
         on conflict (asker, day) do update set pieces = array_append(array_remove(model_asker.pieces, $3), $3)
         where cardinality(model_asker.pieces) < $4::int or $3 = any(model_asker.pieces) returning 1`,
          [asker, day.toString(), read, budget.reviewsADay],
        )
        if (taken.length === 0) return 'day-used-up'
        await query(
          `insert into model_reserved (piece, team_id, micro_dollars) values ($1, $2, $3)
         on conflict (piece) do update set micro_dollars = excluded.micro_dollars, reserved_at = now()`,
          [read, team, reserve],
        )
        return 'taken'
      })
    },

    settleModelUse: async (owner, { piece, day, microDollars, counts }) => {
      const hash = await hashIn(database)
      const asker = askerOf(hash, owner)
      const read = readingIdOf(hash, owner, piece)
      return database.tx(async (query) => {
        await query(
          `insert into model_month (team_id, month, micro_dollars) values ($1, $2, $3)
         on conflict (team_id, month) do update set micro_dollars = model_month.micro_dollars + $3`,
          [owner.team, firstOf(day), microDollars],
        )
        await query('delete from model_reserved where piece = $1', [read])
        if (!counts)
          await query(
            'update model_asker set pieces = array_remove(pieces, $3) where asker = $1 and day = $2',
            [asker, day.toString(), read],
          )
      })
    },
  }
}
