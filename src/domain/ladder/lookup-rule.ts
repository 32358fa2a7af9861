/** One way to understand a lookup. In a list of them the first that applies decides. */
export type LookupRule<Known, Answer> = {
  readonly name: string
  /** Texts that it is for. Without it, at least one of them would be understood otherwise. */
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

/** The answer of the rule that decides. The last rule of a list has to apply always. */
export function answerBy<Known, Answer>(rules: readonly LookupRule<Known, Answer>[], known: Known): Answer {
  return rules.find(({ applies }) => applies(known))!.answer(known)
}

/** Works something out when it is first asked for, and once. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
