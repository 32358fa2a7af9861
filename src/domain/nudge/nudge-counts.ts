/** What came of a post: its button was pressed, or an entry was stored from it. Nobody knows by whom. */
export type NudgeUse = 'opened' | 'logged'

/** What came of some nudges: how many there were, were posted, had their button pressed, and led to an entry. */
export type NudgeCounts = {
  readonly due: number
  readonly posted: number
  readonly opened: number
  readonly logged: number
}

/** What came of a question in all channels: how often it was posted, was opened, and led to an entry. */
export type QuestionCounts = Omit<NudgeCounts, 'due'> & { readonly question: string }

/** The fewest that are shown as a number. Below, a number could tell something about somebody. */
const FEWEST_SHOWN = 5

/** "12", or "fewer than 5". */
export function countInWords(count: number): string {
  return count < FEWEST_SHOWN ? `fewer than ${FEWEST_SHOWN}` : String(count)
}

/** True if there are enough posts to say anything about them. */
export function hasEnough({ posted }: Pick<NudgeCounts, 'posted'>): boolean {
  return posted >= FEWEST_SHOWN
}
