/** How many constants a worker keeps, and we know that it does: ladders, shelves, members of workspaces. */
const MOST = 64

/** What is longer than this, in UTF-16 units, is kept in few versions: a list of thousands of members is one. */
const LARGE = 100_000
const MOST_LARGE = 2

/**
 * The newest of what was put in, by key: so many small ones and so few large ones. Two of them that hear of the same
 * keys and lengths in the same order hold the same ones: one side knows without asking what the other still has.
 */
export function makeRecent<T>() {
  const kept = { small: new Map<string, T>(), large: new Map<string, T>() }
  const most = { small: MOST, large: MOST_LARGE } as const
  return {
    get: (key: string): T | undefined => kept.small.get(key) ?? kept.large.get(key),
    /** `length`: of the text that it came as; null: as it was before. */
    put: (key: string, value: T, length: number | null): void => {
      const size = (length === null ? kept.large.has(key) : length > LARGE) ? 'large' : 'small'
      kept[size].delete(key)
      kept[size].set(key, value)
      const [oldest] = kept[size].keys()
      if (kept[size].size > most[size] && oldest !== undefined) kept[size].delete(oldest)
    },
  }
}
