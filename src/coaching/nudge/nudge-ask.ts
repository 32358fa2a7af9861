import type { Week } from '../../domain/nudge/nudge.ts'
import type { NudgeCommand } from '../../domain/nudge/nudge-command.ts'
import type { Owner } from '../../domain/person.ts'

/** Who asks, and in which channel. The channel is null in a DM or a group DM. */
export type Asker = { readonly owner: Owner; readonly channel: string | null }

/** What somebody typed about a channel's nudge. */
export type ChannelCommand = NudgeCommand & { readonly whose: 'channel' }

/** What a person or a button asks for. */
export type NudgeAsk =
  | ChannelCommand
  /** Shows the nudge, or the form if there is none. */
  | { readonly kind: 'open' }
  /** The button "Skip the next" that was shown for this week. */
  | { readonly kind: 'skip-week'; readonly week: Week }
