/** One way to tell whether a word is somebody's name here. In a list of them the first that applies decides. */
export type Rule<Signs> = {
  readonly name: string
  /** Texts that it is for; the word that it decides stands in brackets. */
  readonly examples: readonly string[]
  readonly applies: (signs: Signs) => boolean
  readonly isName: boolean
}

/** Hears which rule decided about the word that begins there; for tests. */
export type NameDecided = (rule: string, start: number) => void

/** The rule that decides; undefined: none of them. */
export function firstRule<Signs>(rules: readonly Rule<Signs>[], signs: Signs): Rule<Signs> | undefined {
  return rules.find(({ applies }) => applies(signs))
}
