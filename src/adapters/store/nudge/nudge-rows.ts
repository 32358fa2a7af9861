import type { NudgeChange } from '../../../domain/nudge/change-nudge.ts'
import type {
  LevelRange,
  NthOfMonth,
  Nudge,
  NudgeNotice,
  NudgeText,
  NudgeTrouble,
  NudgeWeek,
  Schedule,
  Weekday,
  WeekState,
} from '../../../domain/nudge/nudge.ts'
import { instantOf } from '../rows.ts'

export type NudgeRow = {
  team_id: string
  channel_id: string
  ladder_id: string
  weekday: number
  due_time: string
  zone: string
  rhythm: 'week' | 'two-weeks' | 'month'
  first_week: string | null
  nth_of_month: number | null
  levels: string[] | null
  set_up_by: string | null
  since: string
  stopped: boolean
  paused: boolean
  paused_until: string | null
  left_out: string[]
  year_end: boolean
  trouble: NudgeTrouble | null
  revision: number
}

/** The columns of a query on `nudge n`. Dates and times are text, so that both databases return the same. */
export const NUDGE_COLUMNS = `n.team_id, n.channel_id, n.ladder_id, n.weekday, n.due_time::text as due_time, n.zone,
  n.rhythm, n.first_week, n.nth_of_month, n.levels, n.set_up_by, n.since, n.stopped, n.paused,
  n.paused_until::text as paused_until, n.left_out, n.year_end,
  n.trouble, n.revision`

const rhythmOf = (row: NudgeRow): Pick<Schedule, 'rhythm'> => {
  if (row.rhythm === 'month')
    return { rhythm: { kind: 'month', nth: (row.nth_of_month ?? 'last') as NthOfMonth } }
  return row.first_week === null ? {} : { rhythm: { kind: 'two-weeks', from: row.first_week } }
}

export function nudgeOf(row: NudgeRow): Nudge {
  return {
    team: row.team_id,
    channel: row.channel_id,
    ladder: row.ladder_id,
    levels: row.levels as LevelRange | null,
    schedule: {
      weekday: row.weekday as Weekday,
      time: Temporal.PlainTime.from(row.due_time),
      zone: row.zone,
      ...rhythmOf(row),
    },
    setUpBy: row.set_up_by,
    since: instantOf(row.since),
    stopped: row.stopped,
    paused: row.paused
      ? { until: row.paused_until === null ? null : Temporal.PlainDate.from(row.paused_until) }
      : null,
    leftOut: row.left_out,
    yearEnd: row.year_end,
    trouble: row.trouble,
    revision: row.revision,
  }
}

/** A week as JSON from the database. Its instants are in ISO 8601. */
export type WeekJson = {
  week: string
  state: WeekState
  due_at: string
  post_at: string | null
  message_id: string | null
  attempt: number
  lease: string | null
  said: NudgeText | null
  sentences: string[]
  ladder_version: string | null
}

/** The last weeks of the nudge `n` as one column `weeks`, newest first. */
export function LAST_WEEKS(count: string): string {
  return `(select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (
    select week, state, due_at, post_at, message_id, attempt, lease, said, sentences, ladder_version from nudge_week w
    where w.team_id = n.team_id and w.channel_id = n.channel_id order by week desc limit ${count}) w) as weeks`
}

export function weekOfJson(json: WeekJson): NudgeWeek {
  return {
    week: json.week,
    state: json.state,
    dueAt: instantOf(json.due_at),
    postAt: json.post_at === null ? null : instantOf(json.post_at),
    messageId: json.message_id,
    attempt: json.attempt,
    lease: json.lease === null ? null : instantOf(json.lease),
    text: json.said,
    sentences: json.sentences,
    ladderVersion: json.ladder_version,
  }
}

type Pause = Nudge['paused']
const pauseJson = (paused: Pause) => paused && { until: paused.until?.toString() ?? null }
const pauseOfJson = (json: { until: string | null } | null): Pause =>
  json && { until: json.until === null ? null : Temporal.PlainDate.from(json.until) }

/** Converts a change to jsonb, and back. */
export function changeJson(change: NudgeChange): unknown {
  if (change.kind === 'pause') return { ...change, ...pauseJson(change) }
  if (change.kind !== 'set-up') return change
  const { paused = null, schedule, ...rest } = change
  return {
    ...rest,
    schedule: { ...schedule, time: schedule.time.toString() },
    ...(paused ? { paused: pauseJson(paused) } : {}),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what changeJson wrote
export function changeOfJson(json: any): NudgeChange {
  if (json.kind === 'pause') return { ...json, ...pauseOfJson(json) }
  if (json.kind !== 'set-up') return json
  const { paused = null, schedule, ...rest } = json
  return {
    ...rest,
    schedule: { ...schedule, time: Temporal.PlainTime.from(schedule.time) },
    ...(paused ? { paused: pauseOfJson(paused) } : {}),
  }
}

/** An instant as a query parameter. */
export function text(at: Temporal.Instant | null): string | null {
  return at?.toString() ?? null
}

/** Converts a notice to jsonb, and back. */
export function noticeJson(notice: NudgeNotice): unknown {
  return notice.kind === 'trouble' ? notice : { ...notice, dueAt: notice.dueAt.toString() }
}
// biome-ignore lint/suspicious/noExplicitAny: what noticeJson wrote
export function noticeOf(json: any): NudgeNotice {
  return json.kind === 'trouble' ? json : { ...json, dueAt: Temporal.Instant.from(json.dueAt) }
}
