import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Nudge, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import { openDatabase } from '../../database/database.ts'
import { LAST_WEEKS, NUDGE_COLUMNS, type NudgeRow, nudgeOf, type WeekJson, weekOfJson } from './nudge-rows.ts'

/** How many recorded weeks are read for each nudge: as many as a decision looks at. */
const WEEKS_READ = 10

/**
 * All channel nudges that are not stopped, with their last recorded weeks. Read-only. Empty if there is no database
 * yet. Throws CoachError as `openDatabase` does, because a folder can only be read while no bot uses it.
 */
export async function listNudges(options: {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
}): Promise<readonly { readonly nudge: Nudge; readonly weeks: readonly NudgeWeek[] }[]> {
  if (!options.databaseUrl && !existsSync(join(options.dataDir, 'pg'))) return []
  const database = await openDatabase({ ...options, onError: () => {} })
  try {
    const [table] = await database.query<{ there: boolean }>(
      `select to_regclass('nudge') is not null as there`,
    )
    if (!table?.there) return []
    const rows = await database.query<NudgeRow & { weeks: WeekJson[] }>(
      `select ${NUDGE_COLUMNS}, ${LAST_WEEKS(String(WEEKS_READ))} from nudge n where not n.stopped
       order by n.team_id, n.channel_id`,
    )
    return rows.map((row) => ({ nudge: nudgeOf(row), weeks: row.weeks.map(weekOfJson) }))
  } finally {
    await database.close()
  }
}
