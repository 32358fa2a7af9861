/** A promise's value, or null if it is not settled within `ms` milliseconds. Rejects if the promise does in time. */
export async function within<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  // Nobody handles a rejection after the limit, so it must not count as unhandled.
  work.catch(() => {})
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limitMs, null)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
