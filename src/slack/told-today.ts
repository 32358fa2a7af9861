import { createHmac, randomBytes } from 'node:crypto'

/** How long this remembers what somebody was told, in milliseconds, and how many notices it remembers. */
const KEPT = 24 * 60 * 60_000
const MOST = 10_000

/**
 * Remembers for a day what somebody was told, so that they are not told twice. Nothing may be stored about these
 * people, so it holds only hashes, in memory, with a key that is lost with the process. After a restart they are told
 * again.
 */
export function makeToldToday(now: () => number) {
  const key = randomBytes(32)
  const told = new Map<string, number>()
  const hashOf = (what: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(what)).digest('base64url')
  return {
    /** Records that somebody was told something. True if this is the first time today. */
    first: (...what: readonly string[]): boolean => {
      const hash = hashOf(what)
      const until = told.get(hash)
      if (until !== undefined && until > now()) return false
      told.delete(hash)
      // A map iterates in the order of insertion, so the oldest notices are removed first.
      for (const [one, end] of told) {
        if (end > now() && told.size < MOST) break
        told.delete(one)
      }
      told.set(hash, now() + KEPT)
      return true
    },
    /** Corrects the record, because they could not be told. */
    forget: (...what: readonly string[]): void => void told.delete(hashOf(what)),
  }
}

export type ToldToday = ReturnType<typeof makeToldToday>
