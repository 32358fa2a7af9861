import { tellsOfOwnDeed } from '../evidence/deeds.ts'
import { type Odds, oddsOf } from './classify.ts'
import { factIn } from './fact.ts'
import { INTENTS, type Intent, type Keep, keepOf, type Message, type MessageReading } from './message.ts'
import { messageRuleOf } from './message-rules.ts'
import { orderMeant, withoutSlips } from './slips.ts'

/**
 * How likely it must be that a message is, or is not, evidence. In between, the coach asks its owner. They were
 * chosen on messages that the model was not trained on: losing evidence is the worst error, storing talk the next.
 */
const SURE = { evidence: 0.64, 'no evidence': 0.6 } as const

const sumOf = (odds: Odds, keep: Keep): number =>
  INTENTS.reduce((sum, intent) => sum + (keepOf(intent) === keep ? odds[intent] : 0), 0)

const likeliest = (odds: Odds, among: readonly Intent[]): Intent =>
  among.reduce((best, intent) => (odds[intent] > odds[best] ? intent : best))

const weighed = (message: Message): { intent: Intent; keep: Keep } => {
  const odds = oddsOf(message)
  const keep: Keep =
    sumOf(odds, true) >= SURE.evidence ? true : sumOf(odds, false) >= SURE['no evidence'] ? false : 'ask'
  // The intent has to agree: only an intent that is stored explains why something is stored.
  const among = keep === 'ask' ? INTENTS : INTENTS.filter((intent) => keepOf(intent) === keep)
  const intent = likeliest(odds, among)
  return { intent, keep: keep === 'ask' && isAnswer(message, intent) ? true : keep }
}

/** To ask about what looks like the answer to a question would be to ask twice. */
const isAnswer = ({ place, asked }: Message, intent: Intent): boolean =>
  place !== 'dm' && asked !== null && intent === 'answer'

const ORDERS: ReadonlySet<Intent> = new Set(['question', 'command'])

const readAs = (message: Message): { intent: Intent; keep: Keep } => {
  const rule = messageRuleOf(message)
  return rule ? { intent: rule.intent, keep: keepOf(rule.intent) } : weighed(message)
}

/** A slip in "delete" makes a command look like nothing known. No deed is read as a command for one. */
const readWithoutSlips = (message: Message): { intent: Intent; keep: Keep } => {
  const order = orderMeant(message.text)
  if (order !== null)
    return { intent: /^(?:what|who|how) /.test(order) ? 'question' : 'command', keep: false }
  const text = withoutSlips(message.text)
  if (text === message.text || tellsOfOwnDeed(text)) return readAs(message)
  const read = readAs({ ...message, text })
  return ORDERS.has(read.intent) && read.keep === false ? read : readAs(message)
}

/**
 * What a message is, by its place, what the coach asked last there, and its words. Rules decide what its form shows for
 * certain. A model that was trained on examples weighs the rest. If that is not sure, `keep` is `ask`.
 */
export function decideMessage(message: Message): MessageReading {
  const { intent, keep } = readWithoutSlips(message)
  return { intent, keep, fact: factIn(message.text, intent) }
}
