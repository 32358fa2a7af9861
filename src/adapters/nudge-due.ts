import type { NudgeJob, NudgeStore } from '../coaching/nudge-port.ts'
import { LEAD } from '../domain/decide-nudge.ts'
import type { Channel } from '../domain/nudge.ts'
import type { Database } from './database.ts'
import type { Query } from './driver.ts'
import { text } from './nudge-rows.ts'
import { instantOf } from './rows.ts'

/** Writes jobs inside the transaction that `query` belongs to; a channel that has one already gets no other. */
export type EnqueueNudges = (query: Query, jobs: readonly NudgeJob[]) => Promise<void>

/** How long a job may take before the same nudge is queued again: pg-boss gives a dead process's jobs back first. */
const CLAIM = { minutes: 10 } as const

/** Clocks of processes differ by less than this; a look that is recorded later than now by more is of one that jumped. */
const DRIFT = { minutes: 5 } as const

/**
 * Calls of each kind to Slack, per minute and workspace. It takes 50 chat.scheduleMessage (docs.slack.dev); the rest
 * is room for changes.
 */
export const A_MINUTE = 40

/**
 * Which nudges are to be looked at. The table holds the future and pg-boss what is to be done now: a change, a pause
 * or a backup that was played back leaves no stale jobs, the soonest due goes first however it came, and one place
 * keeps each workspace's pace. A look costs the same whatever else waits: what is read is found by index, in its
 * order.
 */
export const makeNudgeDue = (
  database: Database,
  enqueue: EnqueueNudges,
): Pick<NudgeStore, 'queueDue' | 'lookAgain' | 'sayStands'> => ({
  queueDue: (now, aMinute = A_MINUTE) =>
    database.tx(async (query) => {
      const ahead = now.add(LEAD).toString()
      // A clock that jumped ahead put looks off; once it is right again they are looked at at once.
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
      let queued = 0
      for (const { team_id: team, used_until: used } of teams) {
        // A minute's share at most is saved up; one that a jumping clock used ahead is not waited for.
        const oldest = now.subtract({ minutes: 1 })
        const since = [oldest, instantOf(used)].toSorted(Temporal.Instant.compare).at(-1)!
        const from = Temporal.Instant.compare(since, now) > 0 ? now : since
        const share = Math.floor((from.until(now).total('seconds') * aMinute) / 60)
        if (share < 1) continue
        const rows = await query<{ channel_id: string; due_at: string }>(
          `update nudge set look_at = $4 where team_id = $3 and channel_id in (
             select n.channel_id from nudge n where n.team_id = $3 and ${ready}
             order by n.due_at limit $5::int for update skip locked)
           returning channel_id, due_at`,
          [text(now), ahead, team, text(now.add(CLAIM)), share],
        )
        const jobs = rows
          .toSorted((one, other) => Temporal.Instant.compare(instantOf(one.due_at), instantOf(other.due_at)))
          .map((row): Channel => ({ team, channel: row.channel_id }))
        await enqueue(query, jobs)
        await query('update nudge_pace set used_until = $2 where team_id = $1', [
          team,
          text(from.add({ milliseconds: Math.ceil((jobs.length * 60_000) / aMinute) })),
        ])
        queued += jobs.length
      }
      return queued
    }),

  lookAgain: async ({ id, version }, now) =>
    (
      await database.query(
        `update nudge n set look_at = $3, due_at = $3 from nudge_week w
         where w.state = 'handed' and w.ladder_id = $1 and w.ladder_version <> $2 and w.post_at > $3
           and n.team_id = w.team_id and n.channel_id = w.channel_id returning 1`,
        [id, version, text(now)],
      )
    ).length,

  sayStands: async ({ team, channel }, week, version) => {
    await database.query(
      'update nudge_week set ladder_version = $4 where team_id = $1 and channel_id = $2 and week = $3',
      [team, channel, week, version],
    )
  },
})
