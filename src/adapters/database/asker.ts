import { createHash } from 'node:crypto'
import type { Owner } from '../../domain/person.ts'
import type { Database } from './database.ts'

/** A hash of several strings. It depends on where one ends and the next begins. */
export function hashed(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex')
}

/** Replaces strings that must not appear themselves. Nobody can compute it without the database's key. */
export type Hash = (...parts: readonly string[]) => string

/** Hashes with a key. A migration computes the same hashes. */
function hashesOf(key: string): Hash {
  return (...parts) => hashed(key, hashed(...parts))
}

const known = new WeakMap<Database, Promise<Hash>>()

/**
 * Hashes with a key that this database got when it was created. The key is read once, outside any transaction.
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

/** Replaces a person's id in jobs and their places in line, which outlive the person's data. */
export function personHash(hash: Hash, { team, user }: Owner): string {
  return hash('person', team, user)
}

/** A hash that replaces a person's id at the AI provider and in counters that outlive their data. */
export function askerOf(hash: Hash, { team, user }: Owner): string {
  return hash('ladder-coach', team, user)
}

/** Replaces the id of a piece that a model read. Earlier versions stored `hashed` with the person's hash in it. */
export function readingIdOf(hash: Hash, { team, user }: Owner, piece: string): string {
  return hash(hashed('ladder-coach', team, user), piece)
}
