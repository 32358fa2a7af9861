/**
 * Lets at most `most` things run at once. The others wait in the order in which they came, and a free place goes
 * straight to the one that has waited longest. The bulkhead of cockatiel 4 frees the place a moment earlier, so a
 * newcomer can take it and the one that waited goes to the end of the line.
 */
export function makeTurns(most: number) {
  let free = most
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/** Runs something as soon as there is a place for it. */
export type Turns = ReturnType<typeof makeTurns>

/** Runs work with the same key one at a time, in the order in which it came. */
export function makeTurnsByKey() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work)
    const over = mine.then(
      () => {},
      () => {},
    )
    last.set(key, over)
    void over.then(() => last.get(key) === over && last.delete(key))
    return mine
  }
}
