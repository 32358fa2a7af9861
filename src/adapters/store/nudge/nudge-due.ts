import type { NudgeJob, NudgeStore } from '../../../coaching/nudge/nudge-port.ts'
import { LEAD } from '../../../domain/nudge/decide-nudge.ts'
import { DRIFT } from '../../../domain/nudge/lease.ts'
import type { Channel } from '../../../domain/nudge/nudge.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { instantOf } from '../rows.ts'
import { text } from './nudge-rows.ts'
import { CLAIM, shareOf, usedUntil } from './pace.ts'

/**
 * Writes jobs inside the transaction that `query` belongs to, and returns them. Skips channels that already have a
 * waiting or running job.
 */
export type EnqueueNudges = (query: Query, jobs: readonly NudgeJob[]) => Promise<readonly NudgeJob[]>

/**
 * Calls of each kind to Slack, per minute and workspace. Slack accepts 50 chat.scheduleMessage (docs.slack.dev). The
 * rest is room for changes.
 */
const A_MINUTE = 40

/** How many nudges one statement reschedules: few enough for its time limit, and enough for an hour's work. */
const LOOKED_AGAIN = 2_000

/**
 * Selects the nudges to look at. The table holds the future and pg-boss what is to be done now, so a change, a pause or
 * a restored backup leaves no stale jobs. The soonest due goes first, and one place limits the rate for each workspace.
 * A look costs the same however much waits, because all reads follow an index.
 */
export function makeNudgeDue(
  database: Database,
  enqueue: EnqueueNudges,
): Pick<NudgeStore, 'queueDue' | 'lookAgain' | 'sayStands'> {
  return {
    queueDue: (now, aMinute = A_MINUTE) =>
      database.tx(async (query) => {
        const ahead = now.add(LEAD).toString()
        // A clock that jumped ahead postponed looks. Once it is right again, these nudges are looked at immediately.
        await query(
          `update nudge set look_at = $1, due_at = least(due_at, $1), looked_at = $1
         where looked_at > $2 and not stopped`,
          [text(now), text(now.add(DRIFT))],
        )
        const ready = `n.due_at <= $2 and n.look_at <= $1`
        const teams = await query<{ team_id: string; used_until: string }>(
          `select p.team_id, p.used_until from nudge_pace p
         where exists (select 1 from nudge n where n.team_id = p.team_id and ${ready})
         for update skip locked`,
          [text(now), ahead],
        )
        const shares = teams.flatMap(({ team_id: team, used_until: used }) => {
          const { from, share } = shareOf(instantOf(used), now, aMinute)
          return share < 1 ? [] : [{ team, from, share: Math.floor(share) }]
        })
        if (shares.length === 0) return 0
        const rows = await query<{ team_id: string; channel_id: string; due: number }>(
          `select found.* from unnest($3::text[], $4::int[]) as s (team_id, share),
         lateral (select n.team_id, n.channel_id, extract(epoch from n.due_at)::float8 as due from nudge n
           where n.team_id = s.team_id and ${ready}
           order by n.due_at limit s.share for update skip locked) found`,
          [text(now), ahead, shares.map(({ team }) => team), shares.map(({ share }) => share)],
        )
        // A nudge whose last look is just ending is not postponed. The next sweep looks at it again.
        const jobs = await enqueue(
          query,
          rows
            .toSorted((one, other) => one.due - other.due)
            .map((row): Channel => ({ team: row.team_id, channel: row.channel_id })),
        )
        await query(
          `update nudge n set look_at = $3, looked_at = $4
         from unnest($1::text[], $2::text[]) as j (team_id, channel_id)
         where n.team_id = j.team_id and n.channel_id = j.channel_id`,
          [jobs.map(({ team }) => team), jobs.map(({ channel }) => channel), text(now.add(CLAIM)), text(now)],
        )
        const taken = Map.groupBy(jobs, ({ team }) => team)
        await query(
          `update nudge_pace p set used_until = s.used from unnest($1::text[], $2::timestamptz[]) as s (team_id, used)
         where p.team_id = s.team_id`,
          [
            shares.map(({ team }) => team),
            shares.map(({ team, from }) => text(usedUntil(from, taken.get(team)?.length ?? 0, aMinute))),
          ],
        )
        return jobs.length
      }),

    lookAgain: async ({ id, version }, now, lookedBefore) =>
      (
        await database.query(
          // A resting nudge is due after its scheduled post. One that was requested again is due with it, claimed or
          // not.
          `update nudge u set look_at = $3, due_at = found.post_at from (
           select n.team_id, n.channel_id, w.post_at from nudge_week w
           join nudge n on n.team_id = w.team_id and n.channel_id = w.channel_id
           where w.state = 'handed' and w.ladder_id = $1 and w.ladder_version <> $2 and w.post_at > $3
             and (n.due_at is null or n.due_at > w.post_at) and n.looked_at < $4
           order by w.post_at limit ${LOOKED_AGAIN} for update of n skip locked) found
         where u.team_id = found.team_id and u.channel_id = found.channel_id returning 1`,
          [id, version, text(now), text(lookedBefore)],
        )
      ).length,

    sayStands: async ({ team, channel }, week, version) => {
      await database.query(
        'update nudge_week set ladder_version = $4 where team_id = $1 and channel_id = $2 and week = $3',
        [team, channel, week, version],
      )
    },
  }
}
