import { openKeeping } from '../src/adapters/open-keeping.ts'
import { emptyDatabase, READY, type StoreKind, storeKinds } from './fakes/databases.ts'

/** A store of the newest version, with its queues, that nobody has written to. */
const prepared = async (kind: StoreKind) => {
  const place = await emptyDatabase(kind)
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = place.env as {
    DATA_DIR: string
    DATABASE_URL?: string
  }
  const keeping = await openKeeping({
    databaseUrl,
    dataDir,
    onError: () => {},
    onCall: () => {},
    metrics: { jobEnded: () => {} },
    trouble: () => () => {},
  })
  await keeping.close()
  return { ...place, dataDir, databaseUrl }
}

/**
 * Prepares one store of each kind for a whole run: most tests begin with a copy, which takes a tenth of the time that making
 * one does.
 */
export default async (): Promise<() => Promise<void>> => {
  // A run within a run has its stores already.
  if (process.env[READY.PGlite]) return async () => {}
  const places = await Promise.all(storeKinds().map(prepared))
  for (const { databaseUrl, dataDir } of places) {
    if (databaseUrl) process.env[READY.PostgreSQL] = new URL(databaseUrl).pathname.slice(1)
    else process.env[READY.PGlite] = dataDir
  }
  return async () => {
    for (const { remove } of places) await remove()
  }
}
