/** One way to tell whether a word is a person's name here. In a list, the first rule that applies decides. */
export type Rule<Signs> = {
  readonly name: string
  /**
   * Texts that it decides, with the word in question in brackets. Without it, at least one of them would be decided
   * otherwise.
   */
  readonly examples: readonly string[]
  readonly applies: (signs: Signs) => boolean
  readonly isName: boolean
}

/** The first rule that applies, or undefined. */
export function firstRule<Signs>(rules: readonly Rule<Signs>[], signs: Signs): Rule<Signs> | undefined {
  return rules.find(({ applies }) => applies(signs))
}
