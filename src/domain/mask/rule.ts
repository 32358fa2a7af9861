/** One way to tell whether a word is a person's name here. In a list, the first rule that applies decides. */
export type Rule<Signs> = {
  readonly name: string
  /** Texts that it decides. The word in question is in brackets. */
  readonly examples: readonly string[]
  readonly applies: (signs: Signs) => boolean
  readonly isName: boolean
}

/** Told which rule decided about the word that begins at `start`. For tests. */
export type NameDecided = (rule: string, start: number) => void

/** The first rule that applies, or undefined. */
export function firstRule<Signs>(rules: readonly Rule<Signs>[], signs: Signs): Rule<Signs> | undefined {
  return rules.find(({ applies }) => applies(signs))
}
