import type { Ladder, Level } from '../domain/ladder/ladder.ts'
import type { ReplyThread } from './replies.ts'

/** The goal that a person's prompts are about, if the ladder still has it. */
export type Aim = { readonly ladder: Ladder; readonly target: Level }

/**
 * Signs of the coach in Slack other than posts. Some workspaces lack them, so nothing waits for these calls, they never
 * throw, and an answer is the same without them.
 */
export interface Presence {
  /** Shows in a thread that a message is being read, with Slack's stop button. */
  busy(place: ReplyThread): void
  /** Shows that nothing is being read there now. */
  idle(place: ReplyThread): void
  /** Offers things to ask in a DM. */
  suggest(dm: string, aim: Aim | null): void
}
