/**
 * Which questions of channels came by. What is kept of one names nobody. Throws CoachError `store-unavailable`
 * when the database cannot be reached.
 */
export interface MentionStore {
  /** True the first time that a question of this channel, asked at `ts`, comes by. */
  claimMention(team: string, channel: string, ts: string): Promise<boolean>
  /** The question was not answered after all: the next delivery of it may be. */
  releaseMention(team: string, channel: string, ts: string): Promise<void>
}
