import type { NudgeStore } from '../../../coaching/nudge/nudge-port.ts'
import { changedNudge } from '../../../domain/nudge/change-nudge.ts'
import { latestLease } from '../../../domain/nudge/lease.ts'
import type { Channel, Nudge, NudgeNotice, NudgeText } from '../../../domain/nudge/nudge.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { instantOf, storableJson } from '../rows.ts'
import { makeNudgeCounts } from './nudge-counts.ts'
import { type EnqueueNudges, makeNudgeDue } from './nudge-due.ts'
import {
  changeJson,
  changeOfJson,
  LAST_WEEKS,
  NUDGE_COLUMNS,
  type NudgeRow,
  noticeJson,
  noticeOf,
  nudgeOf,
  text,
  type WeekJson,
  weekOfJson,
} from './nudge-rows.ts'

/** How many weeks are read to decide about a nudge, and how many texts a rotation may look back on. */
const WEEKS_READ = 10
const TEXTS_READ = 150

/** How late a scheduled post may be, and how much slower than ours Slack's clock may be. */
const LATE = { minutes: 10 } as const
const EARLY = { minutes: 1 } as const

const OF_CHANNEL = 'team_id = $1 and channel_id = $2'

/** Records a notice for later, unless the same one is pending already. */
const addNotice = async (query: Query, { team, channel }: Channel, notice: NudgeNotice): Promise<void> => {
  await query(
    `update nudge set notices = notices || $3::jsonb where ${OF_CHANNEL} and not notices @> $3::jsonb`,
    [team, channel, storableJson([noticeJson(notice)])],
  )
}

/** Writes a changed nudge, and schedules an immediate look at it. */
const writeNudge = async (query: Query, nudge: Nudge, at: Temporal.Instant): Promise<void> => {
  const { schedule } = nudge
  const { rhythm } = schedule
  await query(
    `insert into nudge (team_id, channel_id, ladder_id, weekday, due_time, zone, set_up_by, since, stopped, paused,
       paused_until, left_out, year_end, trouble, revision, looked_at, look_at, due_at, rhythm, first_week,
       nth_of_month, levels)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $16, $17, $18, $19, $20)
     on conflict (team_id, channel_id) do update set ladder_id = excluded.ladder_id, weekday = excluded.weekday,
       due_time = excluded.due_time, zone = excluded.zone, set_up_by = excluded.set_up_by,
       since = excluded.since, stopped = excluded.stopped, paused = excluded.paused,
       paused_until = excluded.paused_until, left_out = excluded.left_out, year_end = excluded.year_end,
       trouble = excluded.trouble, revision = excluded.revision, looked_at = excluded.looked_at,
       look_at = excluded.look_at, due_at = excluded.due_at, rhythm = excluded.rhythm,
       first_week = excluded.first_week, nth_of_month = excluded.nth_of_month, levels = excluded.levels`,
    [
      nudge.team,
      nudge.channel,
      nudge.ladder,
      schedule.weekday,
      schedule.time.toString(),
      schedule.zone,
      nudge.setUpBy,
      text(nudge.since),
      nudge.stopped,
      nudge.paused !== null,
      nudge.paused?.until?.toString() ?? null,
      nudge.leftOut,
      nudge.yearEnd,
      nudge.trouble,
      nudge.revision,
      text(at),
      rhythm?.kind ?? 'week',
      rhythm?.kind === 'two-weeks' ? rhythm.from : null,
      rhythm?.kind === 'month' && rhythm.nth !== 'last' ? rhythm.nth : null,
      nudge.levels,
    ],
  )
}

const beginHanding = async (
  database: Database,
  ...[{ team, channel, revision }, handing]: Parameters<NudgeStore['beginHanding']>
): Promise<number | null> => {
  // What Slack was handed for a time that is past has been posted: from then on it is on record so.
  const [row] = await database.query<{ attempt: number }>(
    `with past as (update nudge_week set state = 'posted'
     where ${OF_CHANNEL} and state = 'handed' and week <> $4 and post_at <= $12)
   insert into nudge_week (team_id, channel_id, week, state, due_at, post_at, attempt, lease, said, sentences,
     ladder_id, ladder_version)
   select team_id, channel_id, $4, 'handing', $5, $6, 1, $7, $8::jsonb, $9::jsonb, $10, $11 from nudge
   where ${OF_CHANNEL} and revision = $3
   on conflict (team_id, channel_id, week) do update set state = 'handing', due_at = excluded.due_at,
     post_at = excluded.post_at, attempt = nudge_week.attempt + 1, lease = excluded.lease,
     message_id = null, said = excluded.said, sentences = excluded.sentences,
     ladder_id = excluded.ladder_id, ladder_version = excluded.ladder_version
   where nudge_week.state in ('open', 'skipped', 'missed')
   returning attempt`,
    [
      team,
      channel,
      revision,
      handing.week,
      text(handing.dueAt),
      text(handing.postAt),
      text(handing.lease),
      storableJson(handing.text),
      storableJson(handing.sentences),
      handing.text.ladder,
      handing.ladderVersion,
      text(handing.lease),
    ],
  )
  return row?.attempt ?? null
}

const handedOver = async (
  database: Database,
  ...[{ team, channel, revision }, { week, attempt }, { id, postAt }, rest, at]: Parameters<
    NudgeStore['handedOver']
  >
): ReturnType<NudgeStore['handedOver']> => {
  // Once it is on record, the nudge rests, in one step: unless somebody changed it, which looks again.
  const [row] = await database.query<{ rested: number }>(
    `with handed as (update nudge_week set state = 'handed', message_id = $5, post_at = $6, lease = null
     where ${OF_CHANNEL} and week = $3 and attempt = $4 and state = 'handing' returning 1),
   rested as (update nudge set look_at = $7, due_at = $8, looked_at = $11
     where ${OF_CHANNEL} and revision = $9 and $10 and exists (select 1 from handed) returning 1)
   select (select count(*)::int from rested) as rested from handed`,
    [
      team,
      channel,
      week,
      attempt,
      id,
      text(postAt),
      text(rest?.lookAt ?? null),
      text(rest?.dueAt ?? null),
      revision,
      rest !== null,
      text(at),
    ],
  )
  return row ? (Number(row.rested) > 0 ? 'rests' : 'held') : 'nobody’s'
}

/** Stores channel nudges, on PGlite or PostgreSQL. `enqueue` writes jobs within a transaction. */
export function makeNudgeStore(database: Database, enqueue: EnqueueNudges): NudgeStore {
  return {
    ...makeNudgeDue(database, enqueue),
    ...makeNudgeCounts(database),

    nudge: async ({ team, channel }) => {
      const [row] = await database.query<NudgeRow>(
        `select ${NUDGE_COLUMNS} from nudge n where ${OF_CHANNEL}`,
        [team, channel],
      )
      return row ? nudgeOf(row) : null
    },

    weeks: async ({ team, channel }, count) => {
      const [row] = await database.query<{ weeks: WeekJson[] }>(
        `select ${LAST_WEEKS('$3::int')} from nudge n where ${OF_CHANNEL}`,
        [team, channel, count],
      )
      return (row?.weeks ?? []).map(weekOfJson)
    },

    changes: async ({ team, channel }, count) =>
      (
        await database.query<{ user_id: string | null; what: unknown; made_at: string }>(
          `select user_id, what, made_at from nudge_change where ${OF_CHANNEL} order by id desc limit $3::int`,
          [team, channel, count],
        )
      ).map((row) => ({ by: row.user_id, what: changeOfJson(row.what), at: instantOf(row.made_at) })),

    changeNudge: ({ team, channel }, change, by, at, notice) =>
      database.tx(async (query) => {
        // If two people set one up at once, the second waits here and changes what the first made.
        await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`nudge ${team} ${channel}`])
        const [row] = await query<NudgeRow>(
          `select ${NUDGE_COLUMNS} from nudge n where ${OF_CHANNEL} for update`,
          [team, channel],
        )
        const nudge = changedNudge(row ? nudgeOf(row) : null, { team, channel }, change, by, at)
        if (nudge === null) return null
        await writeNudge(query, nudge, at)
        if (notice) await addNotice(query, nudge, notice)
        await query(
          'insert into nudge_change (team_id, channel_id, user_id, what, made_at) values ($1, $2, $3, $4::jsonb, $5)',
          [team, channel, by, storableJson(changeJson(change)), at.toString()],
        )
        await query('insert into nudge_pace (team_id, used_until) values ($1, $2) on conflict do nothing', [
          team,
          at.subtract({ minutes: 1 }).toString(),
        ])
        await enqueue(query, [{ team, channel }])
        return nudge
      }),

    open: async ({ team, channel }) => {
      const [row] = await database.query<NudgeRow & { notices: NudgeNotice[]; weeks: WeekJson[] }>(
        `select ${NUDGE_COLUMNS}, n.notices, ${LAST_WEEKS(String(WEEKS_READ))} from nudge n where ${OF_CHANNEL}`,
        [team, channel],
      )
      if (!row) return null
      return { nudge: nudgeOf(row), weeks: row.weeks.map(weekOfJson), notices: row.notices.map(noticeOf) }
    },

    used: async ({ team, channel }) =>
      (
        await database.query<{ said: NudgeText }>(
          `select said from nudge_week where ${OF_CHANNEL} and said is not null and state <> 'open'
         order by week desc limit ${TEXTS_READ}`,
          [team, channel],
        )
      )
        .map(({ said }) => said)
        .reverse(),

    saidAt: async ({ team, channel }, at) => {
      const [row] = await database.query<{ said: NudgeText }>(
        `select said from nudge_week where ${OF_CHANNEL} and said is not null
           and state in ('handing', 'handed', 'posted', 'unknown') and post_at between $3 and $4
         order by post_at desc limit 1`,
        [team, channel, text(at.subtract(LATE)), text(at.add(EARLY))],
      )
      return row?.said ?? null
    },

    beginHanding: (nudge, handing) => beginHanding(database, nudge, handing),
    handedOver: (nudge, week, message, rest, at) => handedOver(database, nudge, week, message, rest, at),

    mayBeWithdrawn: async ({ team, channel }, { week, attempt }, at) => {
      await database.query(
        `update nudge_week set state = 'handing', lease = $5
       where ${OF_CHANNEL} and week = $3 and attempt = $4 and state = 'handed'`,
        [team, channel, week, attempt, text(at)],
      )
    },

    reopen: async ({ team, channel }, { week, attempt }) => {
      await database.query(
        `update nudge_week set state = 'open', message_id = null, lease = null
       where ${OF_CHANNEL} and week = $3 and attempt = $4 and state in ('handing', 'handed')`,
        [team, channel, week, attempt],
      )
    },

    settle: ({ team, channel }, { week, dueAt }, state, notice, at) =>
      database.tx(async (query) => {
        const settled = await query(
          `insert into nudge_week (team_id, channel_id, week, state, due_at) values ($1, $2, $3, $4, $5)
         on conflict (team_id, channel_id, week) do update set state = excluded.state, due_at = excluded.due_at,
           lease = null
         where nudge_week.state in ('open', 'skipped', 'missed') or (nudge_week.state = 'handing' and
           excluded.state = 'unknown' and (nudge_week.lease <= $6 or nudge_week.lease > $7))
         returning 1`,
          // A lease that ends much later than now came from a clock that had jumped ahead.
          [team, channel, week, state, text(dueAt), text(at), text(latestLease(at))],
        )
        if (settled.length > 0 && notice) await addNotice(query, { team, channel }, notice)
      }),

    rest: async ({ team, channel, revision }, { lookAt, dueAt }, at) =>
      (
        await database.query(
          `update nudge set look_at = $4, due_at = $5, looked_at = $6
         where ${OF_CHANNEL} and revision = $3 returning 1`,
          [team, channel, revision, text(lookAt), text(dueAt), text(at)],
        )
      ).length > 0,

    takeNotice: async ({ team, channel }, notice) =>
      (
        await database.query(
          `update nudge set notices = notices - 0 where ${OF_CHANNEL} and notices->0 = $3::jsonb returning 1`,
          [team, channel, storableJson(noticeJson(notice))],
        )
      ).length > 0,
  }
}
