/** Where a message was written. A thread is that of a review, or that of a nudge. */
export type Place = 'dm' | 'thread' | 'nudge-thread'

/** What a message to the coach can be. */
export const INTENTS = [
  'evidence',
  'answer',
  'mixed',
  'third-party',
  'question',
  'command',
  'correction',
  'decline',
  'smalltalk',
  'complaint',
  'plan',
  'unclear',
  'sensitive',
] as const
export type Intent = (typeof INTENTS)[number]

/** Whether the words of a message are stored as evidence. With `ask`, its owner is asked. */
export type Keep = boolean | 'ask'

/** A message with everything that decides what it is. `asked` is what the coach asked last in that thread. */
export type Message = {
  readonly place: Place
  readonly asked: string | null
  readonly text: string
}

/** What a message is. `fact` is the piece of it that is worth storing, word for word. */
export type MessageReading = {
  readonly intent: Intent
  readonly keep: Keep
  readonly fact: string | null
}

/** What a message can be that is answered and not stored. */
const TALK = ['question', 'command', 'correction', 'decline', 'smalltalk', 'complaint'] as const
export type TalkIntent = (typeof TALK)[number]

/** Whether a message with this intent is answered and not stored. */
export function isTalk(intent: Intent): intent is TalkIntent {
  return (TALK as readonly Intent[]).includes(intent)
}

const KEPT: ReadonlySet<Intent> = new Set(['evidence', 'answer', 'mixed', 'third-party'])
const ASKED: ReadonlySet<Intent> = new Set(['plan', 'unclear', 'sensitive'])

/** What becomes of a message if its intent is certain. */
export function keepOf(intent: Intent): Keep {
  return ASKED.has(intent) ? 'ask' : KEPT.has(intent)
}
