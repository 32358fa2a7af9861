import type { NudgeStore } from '../../../coaching/nudge/nudge-port.ts'
import type { NudgeCounts, QuestionCounts } from '../../../domain/nudge/nudge-counts.ts'
import type { Database } from '../../database/database.ts'
import { text } from './nudge-rows.ts'

/** Slack posts a scheduled message some seconds after its time, and its clock may differ from ours. */
const EARLIER = { minutes: 5 } as const
const LATER = { minutes: 2 } as const

/** Counts what came of posts: a number for a week, and nothing about who did it. */
export function makeNudgeCounts(database: Database): Pick<NudgeStore, 'countUse' | 'lastCounts'> {
  return {
    countUse: async ({ team, channel }, postedAt, use) =>
      (
        await database.query(
          `update nudge_week set ${use === 'opened' ? 'opened = opened + 1' : 'logged = logged + 1'}
           where (team_id, channel_id, week) = (
             select team_id, channel_id, week from nudge_week
             where team_id = $1 and channel_id = $2 and post_at between $3 and $4
               and state in ('handing', 'handed', 'posted', 'unknown')
             order by post_at desc limit 1) returning 1`,
          [team, channel, text(postedAt.subtract(EARLIER)), text(postedAt.add(LATER))],
        )
      ).length > 0,

    lastCounts: async ({ team, channel }, count, now) => {
      const [row] = await database.query<NudgeCounts>(
        `select count(*)::int as due,
           count(*) filter (where state in ('handed', 'posted'))::int as posted,
           count(*) filter (where opened > 0)::int as opened,
           count(*) filter (where logged > 0)::int as logged
         from (select state, opened, logged from nudge_week
           where team_id = $1 and channel_id = $2 and state in ('handed', 'posted', 'skipped', 'missed', 'unknown')
             and coalesce(post_at, due_at) <= $3
           order by week desc limit $4::int) w`,
        [team, channel, text(now), count],
      )
      return row!
    },
  }
}

/** What came of each question in all channels, the most opened first. */
export function questionCounts(database: Pick<Database, 'query'>): Promise<QuestionCounts[]> {
  return database.query<QuestionCounts>(
    `select said->>'question' as question, count(*)::int as posted, sum(opened)::int as opened,
       sum(logged)::int as logged
     from nudge_week where said is not null and (state = 'posted' or (state = 'handed' and post_at <= now()))
     group by 1 order by 4 desc, 3 desc, 2 desc, 1`,
  )
}
