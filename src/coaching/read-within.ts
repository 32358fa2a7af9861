import { CoachError } from '../domain/coach-error.ts'
import { halved, type ReadLimit } from '../domain/evidence/read-limit.ts'

/**
 * Does something with as much of a text as it can bear: what takes too long is done with half of it, and again, until
 * too little is left. `cut` is what was read where that was not all; CoachError `text-too-slow`: nothing could be.
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
