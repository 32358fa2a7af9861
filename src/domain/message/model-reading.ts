import type { Span } from '../evidence/evidence.ts'
import { saysSomething } from './fact.ts'
import { type Intent, isTalk, keepOf, type Message, type MessageReading } from './message.ts'
import { messageRuleOf } from './message-rules.ts'
import { unsureOf } from './unsure.ts'

/** What a model said of a message. `fact` is a piece of it that is worth storing. */
export type SaidOfMessage = { readonly intent: Intent; readonly fact: string | null }

/** Whether a model may know better what a message is. A rule that is sure of its doubt knows as much. */
export function isDoubtful(message: Message, read: MessageReading): boolean {
  return unsureOf(read, message.text) === 'unclear' && messageRuleOf(message) === undefined
}

/** The longest fact that is offered to be saved. A message with a longer one is not talk. */
const MOST_FACT = 1_000

const MARKS = { done: '[x] ', 'not done': '[ ] ' } as const

/** The masked sentences of a text, and the text as it was written. */
export type SentText = { readonly spans: readonly Span[]; readonly text: string }

/** A sentence as it is sent, with its place in what is sent. */
type SentSpan = { readonly span: Span; readonly start: number; readonly end: number }

/** The text between sentences, as written. With a letter or digit in it, it could be a name or a contact. */
const between = (gap: string, box: keyof typeof MARKS | undefined): string =>
  /[\p{L}\p{N}]/u.test(gap) ? (gap.includes('\n') ? '\n' : ' ') + (box ? MARKS[box] : '') : gap

/** Sentences and the text between them as one text, with the position of each sentence. */
const joined = ({ spans, text }: SentText): { sent: string; at: readonly SentSpan[] } => {
  let sent = ''
  let done = 0
  const at = spans.map((span) => {
    sent += between(text.slice(done, span.start), span.box)
    const start = sent.length
    sent += span.text
    done = span.end
    return { span, start, end: sent.length }
  })
  return { sent: sent + between(text.slice(done), undefined), at }
}

/** A text as a model gets it: masked, with the line ends, quote marks and boxes of its writer. */
export function textSent(text: SentText): string {
  return joined(text).sent
}

/** A message as it is sent, and what puts the names back. */
export type SentMessage = SentText & { readonly restore: (text: string) => string }

/**
 * The fact in the words of its writer. A model has to repeat what it was sent, sign by sign. If names or pronouns were
 * hidden in ways that cannot be undone, the fact is the sentences that it is from.
 */
const factIn = (fact: string, { spans, text, restore }: SentMessage): string | null => {
  const { sent, at } = joined({ spans, text })
  const from = sent.indexOf(fact)
  if (from === -1 || !saysSomething(fact)) return null
  const restored = restore(fact)
  if (text.includes(restored)) return restored
  const touched = at.filter(({ start, end }) => start < from + fact.length && end > from)
  const [first, last] = [touched[0]?.span, touched.at(-1)?.span]
  return first && last ? text.slice(first.start, last.end) : null
}

/**
 * What a message is, as a model said. Only its intent is taken on trust. A refusal offers nothing to save, so if there
 * is a fact in one, its owner is asked about all of it.
 */
export function readingBy({ intent, fact }: SaidOfMessage, sent: SentMessage): MessageReading {
  const found = isTalk(intent) && fact !== null ? factIn(fact.trim(), sent) : null
  if (found !== null && (intent === 'decline' || found.length > MOST_FACT))
    return { intent: 'unclear', keep: 'ask', fact: null }
  return { intent, keep: keepOf(intent), fact: found }
}
