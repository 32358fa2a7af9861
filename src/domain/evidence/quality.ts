/** What makes a quote strong or thin as evidence, apart from any level. */
export type Quality = {
  /** Whose work the words describe. */
  readonly part: 'own' | 'team' | 'unclear'
  readonly result: boolean
  readonly number: boolean
  /** A document, a change or a ticket is named. */
  readonly artefact: boolean
  /** What shows it can be opened from here: an address, or the number of a change or ticket. */
  readonly opens: boolean
}
