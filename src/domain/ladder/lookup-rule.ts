/** One way to understand a lookup. The first rule in a list that applies decides. */
export type LookupRule<Known, Answer> = {
  readonly name: string
  /** Texts that this rule is for. Without the rule, at least one of them would be understood differently. */
  readonly examples: readonly LookupExample[]
  readonly applies: (known: Known) => boolean
  readonly answer: (known: Known) => Answer
}

export type LookupExample = {
  readonly text: string
  /** The ladder and the kind of the answer: "sre set-goal". */
  readonly gives: string
  /** The id of the person's own ladder, if they have one. */
  readonly own?: string
  /** False if nobody has said which ladder people start from. */
  readonly standard?: boolean
}

/** The answer of the rule that decides. The last rule in a list must always apply. */
export function answerBy<Known, Answer>(rules: readonly LookupRule<Known, Answer>[], known: Known): Answer {
  return rules.find(({ applies }) => applies(known))!.answer(known)
}

/** Computes something on first use, and only once. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
