/**
 * How many constants a worker keeps, for example ladders, shelves and lists of members. We count along, so we know
 * which.
 */
const MOST = 64

/** Longer values, in UTF-16 units, are kept in fewer versions: for example a list of thousands of members. */
const LARGE = 100_000
const MOST_LARGE = 2

/**
 * The newest values by key: a fixed number of small and of large ones. Two of these that get the same keys and lengths
 * in the same order hold the same values, so each side knows what the other still has.
 */
export function makeRecent<T>() {
  const kept = { small: new Map<string, T>(), large: new Map<string, T>() }
  const most = { small: MOST, large: MOST_LARGE } as const
  return {
    get: (key: string): T | undefined => kept.small.get(key) ?? kept.large.get(key),
    /** `length` is that of the text that it came as. Null if it was sent before. */
    put: (key: string, value: T, length: number | null): void => {
      const size = (length === null ? kept.large.has(key) : length > LARGE) ? 'large' : 'small'
      kept[size].delete(key)
      kept[size].set(key, value)
      const [oldest] = kept[size].keys()
      if (kept[size].size > most[size] && oldest !== undefined) kept[size].delete(oldest)
    },
  }
}
