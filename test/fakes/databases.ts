import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export type StoreKind = 'PGlite' | 'PostgreSQL'

/** The stores that can be tested here: PostgreSQL where TEST_DATABASE_URL names a server (CI sets it). */
export const storeKinds = (): StoreKind[] => {
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

/** An empty database of its own, as settings of the bot; `remove` leaves nothing behind. */
export const emptyDatabase = async (kind: StoreKind) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'coach-store-'))
  if (kind === 'PGlite') {
    return {
      env: { DATA_DIR: dataDir },
      remove: async () => rmSync(dataDir, { recursive: true, force: true }),
    }
  }
  const name = `coach_${randomUUID().replaceAll('-', '')}`
  await admin(`create database ${name}`)
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
