import { createHash } from 'node:crypto'
import type { Owner } from '../../domain/person.ts'
import type { Database } from './database.ts'

/** One hash of several strings, whose borders count. */
export function hashed(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex')
}

/** Stands for several strings where what they name may not stand; nobody without the database's key can make it. */
export type Hash = (...parts: readonly string[]) => string

/** Hashes with a key; a migration makes the same ones. */
function hashesOf(key: string): Hash {
  return (...parts) => hashed(key, hashed(...parts))
}

const known = new WeakMap<Database, Promise<Hash>>()

/**
 * Hashes with the key that this database was given when it was made; it is read once, outside any transaction.
 * Throws CoachError `store-unavailable`.
 */
export function hashIn(database: Database): Promise<Hash> {
  const read = known.get(database)
  if (read) return read
  const reading = database
    .query<{ value: string }>(`select value from server_key where name = 'hashes'`)
    .then(([row]) => hashesOf(row!.value))
  known.set(database, reading)
  reading.catch(() => known.delete(database))
  return reading
}

/** Stands for a person in what outlives them: jobs, and their places in line. */
export function personHash(hash: Hash, { team, user }: Owner): string {
  return hash('person', team, user)
}

/** Stands for a person where nobody's id may stand: at a provider, and in counts that outlive what they keep. */
export function askerOf(hash: Hash, { team, user }: Owner): string {
  return hash('ladder-coach', team, user)
}

/** Stands for a piece that a model read. `hashed` with the person's in it is what earlier versions kept. */
export function readingIdOf(hash: Hash, { team, user }: Owner, piece: string): string {
  return hash(hashed('ladder-coach', team, user), piece)
}
