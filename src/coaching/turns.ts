/** Lets at most `most` things run at once; the others wait, in the order in which they came. */
export const makeTurns = (most: number) => {
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

/** Runs something when it is its turn. */
export type Turns = ReturnType<typeof makeTurns>
