import { createHmac, randomBytes } from 'node:crypto'

/** How long it is remembered that somebody was told something, in milliseconds, and of how many. */
const KEPT = 24 * 60 * 60_000
const MOST = 10_000

/**
 * Remembers in this process alone that something was said, under a hash with a key that ends with the process: of
 * people of whom nothing may be kept. After a restart, or after a day, it is said once more.
 */
export function makeOnce(now: () => number) {
  const key = randomBytes(32)
  const told = new Map<string, number>()
  const hashOf = (what: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(what)).digest('base64url')
  return {
    /** True the first time. */
    first: (...what: readonly string[]): boolean => {
      const hash = hashOf(what)
      const until = told.get(hash)
      if (until !== undefined && until > now()) return false
      told.delete(hash)
      // In the order in which they were told: the oldest go first.
      for (const [one, end] of told) {
        if (end > now() && told.size < MOST) break
        told.delete(one)
      }
      told.set(hash, now() + KEPT)
      return true
    },
    /** It was not said after all. */
    forget: (...what: readonly string[]): void => void told.delete(hashOf(what)),
  }
}

export type Once = ReturnType<typeof makeOnce>
