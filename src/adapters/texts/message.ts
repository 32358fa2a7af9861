import type { CoachErrorCode } from '../../domain/coach-error.ts'

/** One task for a worker. A constant with null as text was sent before. */
export type TaskRequest = {
  readonly task: string
  readonly text: string
  readonly constants: readonly { readonly name: string; readonly text: string | null }[]
}

/**
 * What a worker reports: that it is ready, that it has loaded what a task needs and begins it, the result of a task, or
 * that the task failed. `where` is the kind of error and a place in our code, because the message of an error may
 * contain a person's words.
 */
export type Say =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'broke'; readonly code: CoachErrorCode | null; readonly where: string }
