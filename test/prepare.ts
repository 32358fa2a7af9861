import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openKeeping } from '../src/adapters/open-keeping.ts'
import { copyFolder, emptyDatabase, READY, type StoreKind, storeKinds } from './fakes/databases.ts'

const ROOT = join(import.meta.dirname, '..')

/** Prepared folders of earlier runs, each named after what it was made from. */
const KEPT = join(ROOT, 'node_modules', '.cache', 'ladder-coach-tests')

/** What a store is made from: all code of the database, the queues and the tables, and the versions of packages. */
const MADE_FROM = [
  'src/adapters/database',
  'src/adapters/queue',
  'src/adapters/store',
  'src/adapters/open-keeping.ts',
  'package-lock.json',
]

const filesIn = (place: string): string[] =>
  place.includes('.')
    ? [place]
    : readdirSync(join(ROOT, place), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name).slice(ROOT.length + 1))
        .sort()

const madeFrom = (): string => {
  const hash = createHash('sha256')
  for (const file of MADE_FROM.flatMap(filesIn))
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}

/** Keeps a folder for later runs, and no older ones. */
const keep = (dataDir: string, name: string): void => {
  try {
    const fresh = join(KEPT, `${name}.${process.pid}`)
    copyFolder(dataDir, fresh)
    for (const older of readdirSync(KEPT))
      if (!older.startsWith(name)) rmSync(join(KEPT, older), { recursive: true, force: true })
    // A run that began at the same time may have kept the same.
    if (existsSync(join(KEPT, name))) rmSync(fresh, { recursive: true, force: true })
    else renameSync(fresh, join(KEPT, name))
  } catch {
    // Where nothing can be written, each run makes its own.
  }
}

/** A store of the newest version, with its queues, that nobody has written to. */
const prepared = async (kind: StoreKind) => {
  const place = await emptyDatabase(kind)
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = place.env as {
    DATA_DIR: string
    DATABASE_URL?: string
  }
  const ready = { ...place, dataDir, databaseUrl }
  const name = madeFrom()
  if (!databaseUrl && existsSync(join(KEPT, name))) {
    copyFolder(join(KEPT, name), dataDir)
    return ready
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
  if (!databaseUrl) keep(dataDir, name)
  return ready
}

/**
 * Prepares one store of each kind for a whole run: most tests begin with a copy, which takes a tenth of the time that making
 * one does. PGlite's is kept between runs, because making it takes longer than many a file's tests.
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
