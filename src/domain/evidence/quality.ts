/** What makes a quote strong or thin as evidence, apart from any level. */
export type Quality = {
  /** Whose work the words describe. `told` is the person's own work in a colleague's words. */
  readonly part: 'own' | 'told' | 'team' | 'unclear'
  readonly result: boolean
  readonly number: boolean
  /** It names a document, a change or a ticket. */
  readonly artefact: boolean
  /** It can be opened from here, by an address or the number of a change or ticket. */
  readonly opens: boolean
}

/** Whether the words say which part was the person's own. */
export function isTheirs({ part }: Quality): boolean {
  return part === 'own' || part === 'told'
}
