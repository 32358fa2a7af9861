/** One way to understand a lookup. In a list of them the first that applies decides. */
export type LookupRule<Known, Answer> = {
  readonly name: string
  /** Texts that it is for. Whose: of somebody whose own ladder that is, or of somebody without one. */
  readonly examples: readonly LookupExample[]
  readonly applies: (known: Known) => boolean
  readonly answer: (known: Known) => Answer
}

export type LookupExample = {
  readonly text: string
  /** The id of the person's own ladder; left out: they have none. */
  readonly own?: string
  /** False: nobody has said which ladder people start from. Left out: somebody has. */
  readonly standard?: boolean
}

/** Hears which rule decided; for tests. */
export type LookupDecided = (rule: string) => void

/** The answer of the rule that decides. The last rule of a list has to apply always. */
export function answerBy<Known, Answer>(
  rules: readonly LookupRule<Known, Answer>[],
  known: Known,
  decided: LookupDecided,
): Answer {
  const rule = rules.find(({ applies }) => applies(known))!
  decided(rule.name)
  return rule.answer(known)
}

/** Works something out when it is first asked for, and once. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
