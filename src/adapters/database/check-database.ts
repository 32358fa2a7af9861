import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Checked, isFine, isWrong } from '../../domain/checked.ts'
import { factOf } from '../../domain/logged-failure.ts'
import { openDatabase } from './database.ts'
import { readsOf } from './reads.ts'

/** Below this the built-in database soon stops, in bytes. */
const ROOM = 500_000_000

/** The oldest PostgreSQL whose makers still mend it (postgresql.org/support/versioning, November 2026). */
const OLDEST = 14

const roomIn = (folder: string): Checked => {
  // The folder may not be there yet.
  let place = resolve(folder)
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place)
  try {
    accessSync(place, constants.W_OK)
  } catch {
    return isWrong('DATA_DIR', `I can't write to ${place}`, 'Set DATA_DIR to a folder that I can write to.')
  }
  const { bavail, bsize } = statfsSync(place)
  const free = bavail * bsize
  const said = `${(free / 1e9).toFixed(1)} GB are free for it`
  return free < ROOM
    ? isWrong('DATA_DIR', said, 'Free some space, or set DATA_DIR to a larger disk.')
    : isFine('DATA_DIR', said)
}

const builtIn = async (dataDir: string): Promise<Checked[]> => {
  const room = roomIn(dataDir)
  if (await readsOf(dataDir)) return [room, isFine('Database', 'a running bot uses it, and answers')]
  if (!existsSync(join(dataDir, 'pg')))
    return [room, isFine('Database', 'the bot makes it at its first start')]
  try {
    const database = await openDatabase({ databaseUrl: undefined, dataDir, onError: () => {} })
    await database.close()
    return [room, isFine('Database', `the built-in one in ${dataDir} opens`)]
  } catch (error) {
    const { reason, todo = null } = factOf(error)
    return [room, isWrong('Database', reason, todo)]
  }
}

/** The server's version, and whether it lets this user make tables. */
const CAN = `select current_setting('server_version_num')::int / 10000 as version,
  has_schema_privilege(current_schema(), 'create') as makes, pg_is_in_recovery() as reads_only`

const server = async (databaseUrl: string): Promise<Checked[]> => {
  try {
    const database = await openDatabase({ databaseUrl, dataDir: '', onError: () => {} })
    const [row] = await database
      .query<{ version: number; makes: boolean; reads_only: boolean }>(CAN)
      .finally(() => database.close())
    const { version, makes, reads_only: readsOnly } = row!
    if (readsOnly)
      return [
        isWrong('DATABASE_URL', 'this server takes no writes', 'Set it to the server that accepts writes.'),
      ]
    if (!makes)
      return [
        isWrong(
          'DATABASE_URL',
          'its user may make no tables',
          'Give this user all rights on its database: grant create on schema public.',
        ),
      ]
    return version < OLDEST
      ? [isWrong('DATABASE_URL', `PostgreSQL ${version} is no longer mended`, `Use ${OLDEST} or later.`)]
      : [isFine('DATABASE_URL', `PostgreSQL ${version} answers`)]
  } catch (error) {
    const { reason, todo = null } = factOf(error)
    return [isWrong('DATABASE_URL', `${reason} at ${new URL(databaseUrl).host}`, todo)]
  }
}

/** Whether the database can be opened and written, and has room. */
export function checkDatabase(databaseUrl: string | undefined, dataDir: string): Promise<Checked[]> {
  return databaseUrl ? server(databaseUrl) : builtIn(dataDir)
}
