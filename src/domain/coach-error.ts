/** What can break. A code says which remedy fits; the message never holds what a person wrote. */
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
  | 'rules-failed'
  | 'text-too-slow'
  | 'text-failed'
  | 'not-yet'

/** What a vendor's code looks like: a word, never a sentence, which might repeat what was sent. */
const VENDOR_CODE = /^\w{1,60}$/

/**
 * A thing that broke, as opposed to an expected end, which is a value. `cause` keeps the vendor's error, `vendor` its
 * own code: a SQLSTATE, an error of Slack's, a status of HTTP; null where there is none.
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
