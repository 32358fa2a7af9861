/** What people ask first, in languages other than English. */
export const FIRST_ASKS = ['missing', 'ready', 'entries', 'who-reads', 'help'] as const
export type FirstAsk = (typeof FIRST_ASKS)[number]

/** Ways to ask one thing in one language. Each pattern matches a whole message, in lower case, without punctuation. */
export type FirstQuestion = {
  readonly ask: FirstAsk
  readonly language: string
  readonly examples: readonly string[]
  readonly patterns: readonly string[]
}
