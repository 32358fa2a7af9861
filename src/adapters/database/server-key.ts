import { randomBytes } from 'node:crypto'
import type { ServerKey } from '../../coaching/ports.ts'
import type { Database } from './database.ts'

/**
 * A random key of 32 bytes with a name. It is made when it is first asked for, and is then the same for every process
 * on this database. Throws CoachError `store-unavailable` while the database cannot be reached.
 */
export function makeServerKey(database: Database, name: string): ServerKey {
  let known: Uint8Array | null = null
  return async () => {
    if (known) return known
    await database.query('insert into server_key (name, value) values ($1, $2) on conflict do nothing', [
      name,
      randomBytes(32).toString('base64'),
    ])
    const [row] = await database.query<{ value: string }>('select value from server_key where name = $1', [
      name,
    ])
    known = Buffer.from(row!.value, 'base64')
    return known
  }
}
