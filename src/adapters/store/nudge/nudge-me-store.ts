import type { NudgeMeStore } from '../../../coaching/nudge/nudge-me-port.ts'
import { changedNudgeMe } from '../../../domain/nudge/change-nudge-me.ts'
import type { Weekday } from '../../../domain/nudge/nudge.ts'
import type { NudgeMe, NudgeMePost, OwnAsked } from '../../../domain/nudge/nudge-me.ts'
import type { Owner } from '../../../domain/person.ts'
import type { Database } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { OF_PERSON } from '../evidence-writes.ts'
import { instantOf, storableJson } from '../rows.ts'
import { type EnqueueNudgesMe, makeNudgeMeDue } from './nudge-me-due.ts'
import { text } from './nudge-rows.ts'

/** How many days are read to decide about a nudge, and how many a rotation may look back on. */
const POSTS_READ = 10
const ASKED_READ = 100

type NudgeMeRow = {
  team_id: string
  user_id: string
  weekday: number
  due_time: string
  zone: string | null
  slack_zone: string
  any_hour: boolean
  since: string
  stopped: NudgeMe['stopped']
  paused: boolean
  paused_until: string | null
  snoozed_to: string | null
  heard_at: string
  revision: number
}
type PostRow = {
  day: string
  kind: NudgeMePost['kind']
  state: NudgeMePost['state']
  due_at: string
  posting_at: string
  attempt: number
  lease: string | null
  asked: OwnAsked | null
  channel_id: string | null
  ts: string | null
}

const COLUMNS = `team_id, user_id, weekday, due_time::text as due_time, zone, slack_zone, any_hour, since, stopped,
  paused, paused_until::text as paused_until, snoozed_to::text as snoozed_to, heard_at, revision`

const dayOf = (day: string | null): Temporal.PlainDate | null =>
  day === null ? null : Temporal.PlainDate.from(day)

const nudgeOf = (row: NudgeMeRow): NudgeMe => ({
  team: row.team_id,
  user: row.user_id,
  weekday: row.weekday as Weekday,
  time: Temporal.PlainTime.from(row.due_time),
  zone: row.zone,
  slackZone: row.slack_zone,
  anyHour: row.any_hour,
  since: instantOf(row.since),
  stopped: row.stopped,
  paused: row.paused ? { until: dayOf(row.paused_until) } : null,
  snoozedTo: dayOf(row.snoozed_to),
  heardAt: instantOf(row.heard_at),
  revision: row.revision,
})

const postOf = (row: PostRow): NudgeMePost => ({
  day: Temporal.PlainDate.from(row.day),
  kind: row.kind,
  state: row.state,
  dueAt: instantOf(row.due_at),
  at: instantOf(row.posting_at),
  attempt: row.attempt,
  lease: row.lease === null ? null : instantOf(row.lease),
  asked: row.asked,
  post: row.channel_id && row.ts ? { channel: row.channel_id, ts: row.ts } : null,
})

/** Writes a changed nudge, and schedules an immediate look at it. */
const writeNudge = async (query: Query, nudge: NudgeMe, at: Temporal.Instant): Promise<void> => {
  await query(
    `insert into nudge_me (team_id, user_id, weekday, due_time, zone, slack_zone, any_hour, since, stopped, paused,
       paused_until, snoozed_to, heard_at, revision, looked_at, look_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $15)
     on conflict (team_id, user_id) do update set weekday = excluded.weekday, due_time = excluded.due_time,
       zone = excluded.zone, slack_zone = excluded.slack_zone, any_hour = excluded.any_hour,
       since = excluded.since, stopped = excluded.stopped, paused = excluded.paused,
       paused_until = excluded.paused_until, snoozed_to = excluded.snoozed_to, heard_at = excluded.heard_at,
       revision = excluded.revision, looked_at = excluded.looked_at, look_at = excluded.look_at,
       due_at = excluded.due_at`,
    [
      nudge.team,
      nudge.user,
      nudge.weekday,
      nudge.time.toString(),
      nudge.zone,
      nudge.slackZone,
      nudge.anyHour,
      text(nudge.since),
      nudge.stopped,
      nudge.paused !== null,
      nudge.paused?.until?.toString() ?? null,
      nudge.snoozedTo?.toString() ?? null,
      text(nudge.heardAt),
      nudge.revision,
      text(at),
    ],
  )
}

/** Stores personal nudges, on PGlite or PostgreSQL. `enqueue` writes jobs within a transaction. */
export function makeNudgeMeStore(database: Database, enqueue: EnqueueNudgesMe): NudgeMeStore {
  const rowOf = async (query: Query, { team, user }: Owner, hold = ''): Promise<NudgeMe | null> => {
    const [row] = await query<NudgeMeRow>(`select ${COLUMNS} from nudge_me where ${OF_PERSON} ${hold}`, [
      team,
      user,
    ])
    return row ? nudgeOf(row) : null
  }
  return {
    ...makeNudgeMeDue(database, enqueue),

    nudgeMe: async (owner) => {
      const nudge = await rowOf(database.query, owner)
      if (nudge === null) return null
      const posts = await database.query<PostRow>(
        `select day::text as day, kind, state, due_at, posting_at, attempt, lease, asked, channel_id, ts
         from nudge_me_post where ${OF_PERSON} order by nudge_me_post.day desc limit ${POSTS_READ}`,
        [owner.team, owner.user],
      )
      return { nudge, posts: posts.map(postOf) }
    },

    changeNudgeMe: (owner, change, at, revision) =>
      database.tx(async (query) => {
        const { team, user } = owner
        // The person may be new. Concurrent changes wait for each other at this row.
        if (change.kind === 'set')
          await query('insert into person (team_id, user_id) values ($1, $2) on conflict do nothing', [
            team,
            user,
          ])
        await query(`select 1 from person where ${OF_PERSON} for update`, [team, user])
        const before = await rowOf(query, owner, 'for update')
        if (revision !== undefined && before?.revision !== revision) return null
        const nudge = changedNudgeMe(before, owner, change, at)
        if (nudge === null) return null
        await writeNudge(query, nudge, at)
        await query(
          'insert into nudge_me_pace (team_id, used_until) values ($1, $2) on conflict do nothing',
          [team, text(at.subtract({ minutes: 1 }))],
        )
        await enqueue(query, [{ team, user }])
        return nudge
      }),

    seeZone: async ({ team, user }, zone) => {
      await database.query(`update nudge_me set slack_zone = $3 where ${OF_PERSON}`, [team, user, zone])
    },

    asked: async ({ team, user }) =>
      (
        await database.query<{ asked: OwnAsked }>(
          `select asked from nudge_me_post where ${OF_PERSON} and asked is not null and state = 'posted'
           order by day desc limit ${ASKED_READ}`,
          [team, user],
        )
      )
        .map(({ asked }) => asked)
        .reverse(),

    askedIn: async ({ team, user }, { channel, ts }) => {
      const [row] = await database.query<{ asked: OwnAsked; goal: string | null }>(
        `select asked, (select ladder_id from goal where ${OF_PERSON}) as goal from nudge_me_post
         where ${OF_PERSON} and channel_id = $3 and ts = $4 and asked is not null`,
        [team, user, channel, ts],
      )
      const ladder = row?.asked.ladder ?? row?.goal
      const { competency, question } = row?.asked ?? {}
      return ladder && competency && question ? { ladder, competency, nudge: { question } } : null
    },

    wroteAt: async ({ team, user }) => {
      // A saved message was written earlier than it was saved. The time of saving counts.
      const [row] = await database.query<{ at: string | null }>(
        `select greatest((select max(received_at) from evidence where ${OF_PERSON}),
           (select max(written_at) from evidence_part where ${OF_PERSON} and kind <> 'saved')) as at`,
        [team, user],
      )
      return row?.at ? instantOf(row.at) : null
    },

    beginPosting: async ({ team, user, revision }, { day, kind, dueAt, at, lease, asked, quoted }) => {
      const [row] = await database.query<{ attempt: number }>(
        `insert into nudge_me_post
           (team_id, user_id, day, kind, state, due_at, posting_at, attempt, lease, asked, quoted)
         select team_id, user_id, $4, $5, 'posting', $6, $7, 1, $8, $9::jsonb, $10 from nudge_me
         where ${OF_PERSON} and revision = $3
         on conflict (team_id, user_id, day) do update set kind = excluded.kind, state = 'posting',
           due_at = excluded.due_at, posting_at = excluded.posting_at, attempt = nudge_me_post.attempt + 1,
           lease = excluded.lease, asked = excluded.asked, quoted = excluded.quoted
         where nudge_me_post.state = 'open'
         returning attempt`,
        [
          team,
          user,
          revision,
          day.toString(),
          kind,
          text(dueAt),
          text(at),
          text(lease),
          asked && storableJson(asked),
          quoted,
        ],
      )
      return row?.attempt ?? null
    },

    posted: ({ team, user }, { day, attempt }, { channel, ts }) =>
      database.tx(async (query) => {
        const rows = await query(
          `update nudge_me_post set state = 'posted', lease = null, channel_id = $5, ts = $6
           where ${OF_PERSON} and day = $3 and attempt = $4 and state in ('posting', 'unknown') returning 1`,
          [team, user, day.toString(), attempt, channel, ts],
        )
        // From now on, somebody who has never written to the coach has a DM.
        if (rows.length > 0)
          await query(`update person set dm_channel_id = $3 where ${OF_PERSON}`, [team, user, channel])
        return rows.length > 0
      }),

    notPosted: async ({ team, user }, { day, attempt }, state) => {
      await database.query(
        `update nudge_me_post set state = $5, lease = null
         where ${OF_PERSON} and day = $3 and attempt = $4 and state in ('posting', 'unknown')`,
        [team, user, day.toString(), attempt, state],
      )
    },

    restMe: async ({ team, user, revision }, { lookAt, dueAt }, at) =>
      (
        await database.query(
          `update nudge_me set look_at = $4, due_at = $5, looked_at = $6
           where ${OF_PERSON} and revision = $3 returning 1`,
          [team, user, revision, text(lookAt), text(dueAt), text(at)],
        )
      ).length > 0,

    postsMe: ({ team, user }, quoting) =>
      database.query<{ channel: string; ts: string }>(
        `select channel_id as channel, ts from nudge_me_post
         where ${OF_PERSON} and ts is not null and ($3::text is null or quoted @> array[$3::text])`,
        [team, user, quoting ?? null],
      ),
  }
}
