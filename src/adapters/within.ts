/** A promise's value, or null where it has none within so many milliseconds. A rejection passes. */
export async function within<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  // What comes after the limit is nobody's to handle.
  work.catch(() => {})
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limitMs, null)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
