import type { Ladder, Level } from '../domain/ladder/ladder.ts'
import type { ReplyThread } from './replies.ts'

/** What somebody's prompts are about: their goal, if its ladder still has it. */
export type Aim = { readonly ladder: Ladder; readonly target: Level }

/**
 * What Slack shows of the coach beside its posts. Not every Slack can: nothing waits for these calls, they never throw,
 * and an answer is the same without them.
 */
export interface Presence {
  /** Shows in a thread that a message is being read, with Slack's stop button. */
  busy(place: ReplyThread): void
  /** Shows that nothing is being read there now. */
  idle(place: ReplyThread): void
  /** Offers things to ask in a DM. */
  suggest(dm: string, aim: Aim | null): void
}
