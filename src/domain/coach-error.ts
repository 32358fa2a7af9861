/** What can break. The code determines the remedy. The message never contains what a person wrote. */
export type CoachErrorCode =
  | 'ladder-broken'
  | 'config-invalid'
  | 'folder-in-use'
  | 'store-unavailable'
  | 'store-misused'
  | 'slack-refused'
  | 'slack-unavailable'
  | 'no-workspace'
  | 'model-unavailable'
  | 'model-silent'
  | 'model-busy'
  | 'model-refused'
  | 'model-resting'
  | 'answer-invalid'
  | 'reading-stopped'
  | 'rules-failed'
  | 'text-too-slow'
  | 'text-failed'
  | 'not-yet'

/** A vendor's code is a word. A sentence might repeat what was sent. */
const VENDOR_CODE = /^\w{1,60}$/

/**
 * A failure, as opposed to an expected result, which is a value. `cause` is the vendor's error. `vendor` is its code (a
 * SQLSTATE, a Slack error, an HTTP status), or null.
 */
export class CoachError extends Error {
  override readonly name = 'CoachError'
  readonly code: CoachErrorCode
  readonly vendor: string | null

  constructor(
    code: CoachErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly vendor?: string | null | undefined } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.vendor = options.vendor && VENDOR_CODE.test(options.vendor) ? options.vendor : null
  }
}
