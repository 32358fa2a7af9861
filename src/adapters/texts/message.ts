import type { CoachErrorCode } from '../../domain/coach-error.ts'

/** One piece of work for a worker. A constant without its text is one that it was told before. */
export type TaskRequest = {
  readonly task: string
  readonly text: string
  readonly constants: readonly { readonly name: string; readonly text: string | null }[]
}

/**
 * What a worker says: that it is there, what came of the work, or that it broke. `where` is a kind of error and a place
 * in our code: an error's own words may hold a person's.
 */
export type Say =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'broke'; readonly code: CoachErrorCode | null; readonly where: string }
