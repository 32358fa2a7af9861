import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Nudge, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import type { QuestionCounts } from '../../../domain/nudge/nudge-counts.ts'
import { openDatabase } from '../../database/database.ts'
import type { Query } from '../../database/driver.ts'
import { readsOf } from '../../database/reads.ts'
import { questionCounts } from './nudge-counts.ts'
import { LAST_WEEKS, NUDGE_COLUMNS, type NudgeRow, nudgeOf, type WeekJson, weekOfJson } from './nudge-rows.ts'

/** How many recorded weeks are read for each nudge: as many as a decision looks at. */
const WEEKS_READ = 10

type Place = { readonly databaseUrl: string | undefined; readonly dataDir: string }

type Reading = { readonly query: Query }

/** Reads from the database, if there is one with nudges. Beside a bot that uses the same folder, it asks that bot. */
const reading = async <T>(place: Place, read: (database: Reading) => Promise<T[]>): Promise<readonly T[]> => {
  if (!place.databaseUrl && !existsSync(join(place.dataDir, 'pg'))) return []
  const beside = place.databaseUrl ? null : await readsOf(place.dataDir)
  const opened = beside ? null : await openDatabase({ ...place, onError: () => {} })
  const database = opened ?? { query: beside! }
  try {
    const [table] = await database.query<{ there: boolean }>(
      `select to_regclass('nudge') is not null as there`,
    )
    return table?.there ? await read(database) : []
  } finally {
    await opened?.close()
  }
}

/**
 * All channel nudges that are not stopped, with their last recorded weeks. Read-only. Empty if there is no database
 * yet. Throws CoachError as `openDatabase` does.
 */
export function listNudges(
  place: Place,
): Promise<readonly { readonly nudge: Nudge; readonly weeks: readonly NudgeWeek[] }[]> {
  return reading(place, async (database) => {
    const rows = await database.query<NudgeRow & { weeks: WeekJson[] }>(
      `select ${NUDGE_COLUMNS}, ${LAST_WEEKS(String(WEEKS_READ))} from nudge n where not n.stopped
       order by n.team_id, n.channel_id`,
    )
    return rows.map((row) => ({ nudge: nudgeOf(row), weeks: row.weeks.map(weekOfJson) }))
  })
}

/** What came of each question of channel nudges. Read-only, as `listNudges`. */
export function listQuestions(place: Place): Promise<readonly QuestionCounts[]> {
  return reading(place, questionCounts)
}
