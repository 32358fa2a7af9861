import { type Database, openDatabase } from '../../src/adapters/database/database.ts'
import { migrate } from '../../src/adapters/database/migrate.ts'
import { openQueue } from '../../src/adapters/queue/queue.ts'
import { makeStore } from '../../src/adapters/store/store.ts'
import { readyDatabase, type StoreKind } from './databases.ts'

/** A database of a bot's settings, opened as the bot would; `onError` hears of its troubles. */
export function openPlace(env: object, onError: () => void = () => {}): Promise<Database> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir = '' } = env as Record<string, string | undefined>
  return openDatabase({ databaseUrl, dataDir, onError })
}

/** A database of its own that nobody has written to, opened and migrated. */
export async function openReady(kind: StoreKind) {
  const place = await readyDatabase(kind)
  const database = await openPlace(place.env)
  await migrate(database)
  const close = async (): Promise<void> => {
    await database.close()
    await place.remove()
  }
  return { place, database, close }
}

/** The same with its queue and its store. */
export async function openStore(kind: StoreKind) {
  const { place, database, close } = await openReady(kind)
  const queue = await openQueue(database, () => {})
  return {
    place,
    database,
    queue,
    store: makeStore(database, queue.enqueue),
    close: async (): Promise<void> => {
      await queue.stop(1_000)
      await close()
    },
  }
}
