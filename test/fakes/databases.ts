import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export type StoreKind = 'PGlite' | 'PostgreSQL'

/** The stores that can be tested here: PostgreSQL where TEST_DATABASE_URL names a server (CI sets it). */
export function storeKinds(): StoreKind[] {
  if (process.env.TEST_DATABASE_URL) return ['PGlite', 'PostgreSQL']
  process.stderr.write('PostgreSQL is left out: TEST_DATABASE_URL is not set (.ci/run starts one).\n')
  return ['PGlite']
}

const admin = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** Where a run keeps its prepared store of each kind: a folder, and the name of a database. */
export const READY: Readonly<Record<StoreKind, string>> = {
  PGlite: 'TEST_READY_FOLDER',
  PostgreSQL: 'TEST_READY_DATABASE',
}

/** Linux's file system in memory. */
const MEMORY = '/dev/shm'

/** The room that the stores of a whole run may take, in bytes: 26 MB each, of which some dozens are open at once. */
const ROOM = 2 * 1024 ** 3

/** A file in memory costs a fifth of one on a disk, and a store has hundreds. A container may have too little of it. */
const folderOfStores = (): string => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ROOM ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

const STORES = folderOfStores()

const newFolder = (): string => mkdtempSync(join(STORES, 'coach-store-'))

/** The folders of PostgreSQL's template databases, which nobody connects to: two thirds of all files. */
const TEMPLATES = /[\\/]base[\\/][14]$/

/** Copies the data of a bot that has stopped into another folder. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (one) => !TEMPLATES.test(one) })
}

/** A folder for a bot's data with a store of the newest version in it, where the run prepared one. */
export function readyFolder(): string {
  const dataDir = newFolder()
  const ready = process.env[READY.PGlite]
  if (ready) copyFolder(ready, dataDir)
  return dataDir
}

/** A database of its own that nobody has written to, as settings of the bot; `remove` leaves nothing behind. */
export function readyDatabase(kind: StoreKind) {
  return makeDatabase(kind, process.env[READY[kind]])
}

/** The same before anything was made in it. */
export function emptyDatabase(kind: StoreKind) {
  return makeDatabase(kind, undefined)
}

const makeDatabase = async (kind: StoreKind, ready: string | undefined) => {
  const dataDir = kind === 'PGlite' && ready ? readyFolder() : newFolder()
  if (kind === 'PGlite') {
    return {
      env: { DATA_DIR: dataDir },
      remove: async () => rmSync(dataDir, { recursive: true, force: true }),
    }
  }
  const name = `coach_${randomUUID().replaceAll('-', '')}`
  await admin(`create database ${name}${ready ? ` template ${ready}` : ''}`)
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${name}`
  return {
    env: { DATABASE_URL: url.toString(), DATA_DIR: dataDir },
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true })
      await admin(`drop database ${name} with (force)`)
    },
  }
}
