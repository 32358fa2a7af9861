/** What can break. A code says which remedy fits; the message never holds what a person wrote. */
export type CoachErrorCode =
  | 'ladder-broken'
  | 'config-invalid'
  | 'folder-in-use'
  | 'store-unavailable'
  | 'store-misused'
  | 'slack-refused'
  | 'slack-unavailable'
  | 'model-unavailable'
  | 'model-silent'
  | 'model-busy'
  | 'model-refused'
  | 'model-resting'
  | 'answer-invalid'
  | 'rules-failed'
  | 'text-too-slow'
  | 'text-failed'
  | 'not-yet'

/** A thing that broke, as opposed to an expected end, which is a value. `cause` keeps the vendor's error. */
export class CoachError extends Error {
  override readonly name = 'CoachError'
  readonly code: CoachErrorCode

  constructor(code: CoachErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
