/**
 * Which questions in channels were seen. What is stored about one identifies nobody. Throws CoachError
 * `store-unavailable` when the database cannot be reached.
 */
export interface MentionStore {
  /** True the first time that a question asked in this channel at `ts` is seen. */
  claimMention(team: string, channel: string, ts: string): Promise<boolean>
  /** Forgets a question that was not answered after all, so that its next delivery can be. */
  releaseMention(team: string, channel: string, ts: string): Promise<void>
}
