import type { LadderStore } from '../../coaching/ladder/ladder-store.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Database } from '../database/database.ts'
import type { Query } from '../database/driver.ts'
import { storableJson } from './rows.ts'

/** Stores this version of a ladder once, as it was parsed, so that reviews can still find its sentences by id. */
export async function keepLadder(query: Query, ladder: Ladder): Promise<void> {
  await query(
    `insert into ladder_version (ladder_id, version, ladder) values ($1, $2, $3::jsonb) on conflict do nothing`,
    [ladder.id, ladder.version, storableJson(ladder)],
  )
}

/** Stores ladders as they were used, and which of them people have seen. */
export function makeLadderStore(database: Database): LadderStore {
  return {
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
        `update goal set seen_version = $4
         where team_id = $1 and user_id = $2 and ladder_id = $3 and seen_version = $5`,
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
  }
}
