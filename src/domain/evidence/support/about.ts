/** What a nudge asked, and the levels whose sentences it quoted, the lower one first, if it did. */
export type NudgeAnswered = { readonly question: string; readonly levels?: readonly [string, string] }

/**
 * The competency that a person chose for a piece when they logged it, or with `question` the one that the coach asked
 * about, and what it asked.
 */
export type About = {
  readonly ladder: string
  readonly competency: string
  readonly question?: string
  /** The nudge that it answers. */
  readonly nudge?: NudgeAnswered
}

/** What a piece answers: the question of a nudge, or of the coach about their packet. Null if it answers none. */
export function questionOf({ about }: { readonly about: About | null }): string | null {
  return about?.nudge?.question ?? about?.question ?? null
}
