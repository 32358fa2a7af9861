import type { NudgeMeJob, NudgeMeStore } from '../../../coaching/nudge/nudge-me-port.ts'
import { DRIFT } from '../../../domain/nudge/lease.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { instantOf } from '../rows.ts'
import { text } from './nudge-rows.ts'
import { CLAIM, shareOf, usedUntil } from './pace.ts'

/**
 * Writes jobs inside the transaction that `query` belongs to, and returns them. Skips people who already have a waiting
 * or running job.
 */
export type EnqueueNudgesMe = (query: Query, jobs: readonly NudgeMeJob[]) => Promise<readonly NudgeMeJob[]>

/**
 * Looks per minute and workspace, each with at most one users.info, one conversations.history and one chat.postMessage.
 * Slack accepts at least 100 a minute of the first, several hundred of the last, and one a second in any DM
 * (docs.slack.dev, rate limits). The second is called only after a lost answer. Whatever Slack refuses is looked at
 * again.
 */
const A_MINUTE = 80

/** The share of a minute that is reserved for due nudges. Looks that only update a time zone use the rest. */
const KEPT_FOR_DUE = 0.5

/** Selects the personal nudges to look at: as for channels, with a separate rate limit. */
export function makeNudgeMeDue(
  database: Database,
  enqueue: EnqueueNudgesMe,
): Pick<NudgeMeStore, 'queueDueMe'> {
  return {
    queueDueMe: (now, aMinute = A_MINUTE) =>
      database.tx(async (query) => {
        // A clock that jumped ahead postponed looks. Once it is right again, these nudges are looked at immediately.
        await query(
          `update nudge_me set look_at = $1, due_at = least(due_at, $1), looked_at = $1
         where looked_at > $2 and stopped is null`,
          [text(now), text(now.add(DRIFT))],
        )
        const ready = 'n.look_at <= $1'
        const teams = await query<{ team_id: string; used_until: string }>(
          `select p.team_id, p.used_until from nudge_me_pace p
         where exists (select 1 from nudge_me n where n.team_id = p.team_id and ${ready})
         for update skip locked`,
          [text(now)],
        )
        let queued = 0
        for (const { team_id: team, used_until: used } of teams) {
          const { from, share } = shareOf(instantOf(used), now, aMinute)
          if (share < 1) continue
          const found = (due: string, most: number) =>
            most < 1
              ? []
              : query<{ user_id: string }>(
                  `select n.user_id from nudge_me n where n.team_id = $2 and ${ready} and ${due}
                 order by n.due_at limit $3::int for update skip locked`,
                  [text(now), team, Math.floor(most)],
                )
          const due = await found('n.due_at <= $1', share)
          const ahead = await found('n.due_at > $1', share - due.length - aMinute * KEPT_FOR_DUE)
          const rows = [...due, ...ahead]
          if (rows.length === 0) continue
          // A nudge whose last look is just ending is looked at again in the next sweep.
          const jobs = await enqueue(
            query,
            rows.map((row) => ({ team, user: row.user_id })),
          )
          await query('update nudge_me set look_at = $3 where team_id = $1 and user_id = any($2::text[])', [
            team,
            jobs.map(({ user }) => user),
            text(now.add(CLAIM)),
          ])
          await query('update nudge_me_pace set used_until = $2 where team_id = $1', [
            team,
            text(usedUntil(from, jobs.length, aMinute)),
          ])
          queued += jobs.length
        }
        return queued
      }),
  }
}
