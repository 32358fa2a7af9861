/**
 * The newest `most` of what was put in, by key. Two of them that hear of the same keys in the same order hold the same
 * ones, so that one side knows without asking what the other still has.
 */
export const makeRecent = <T>(most: number) => {
  const kept = new Map<string, T>()
  return {
    get: (key: string): T | undefined => kept.get(key),
    put: (key: string, value: T): void => {
      kept.delete(key)
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
  }
}
