/** What makes a quote strong or thin as evidence, apart from any level. */
export type Quality = {
  /** Whose work the words describe. */
  readonly part: 'own' | 'team' | 'unclear'
  readonly result: boolean
  readonly number: boolean
  /** It names a document, a change or a ticket. */
  readonly artefact: boolean
  /** It can be opened from here, by an address or the number of a change or ticket. */
  readonly opens: boolean
}
