import { CoachError } from '../domain/coach-error.ts'
import { halved, type ReadLimit } from '../domain/evidence/read-limit.ts'

/**
 * Works on as much of a text as fits the time. If the work takes too long, it tries again with half of the text, until
 * too little is left. `cut` is how much was read, or null if that was all. Throws CoachError `text-too-slow` if no part
 * of it could be read.
 */
export async function readWithin<T extends { readonly cut: boolean }>(
  most: ReadLimit,
  work: (limit: ReadLimit) => Promise<T>,
): Promise<{ readonly done: T; readonly cut: ReadLimit | null }> {
  try {
    const done = await work(most)
    return { done, cut: done.cut ? most : null }
  } catch (error) {
    const less = error instanceof CoachError && error.code === 'text-too-slow' ? halved(most) : null
    if (less === null) throw error
    return readWithin(less, work)
  }
}
