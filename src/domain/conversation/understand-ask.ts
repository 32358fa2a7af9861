import { saysOnlyLevels } from '../message/levels-said.ts'
import { withoutSlips } from '../message/slips.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Ask } from './ask.ts'
import type { AskRule } from './ask-rule.ts'
import { type AskContext, askedOf } from './asked.ts'
import { BEFORE_COMMANDS, COACH_RULES, THREAD_RULES } from './coach-rules.ts'
import { COMMAND_RULES } from './command-rules.ts'
import { FIRST_RULES } from './first-rules.ts'
import { LADDER_RULES, LAST_RULES, NAMED_RULES } from './ladder-rules.ts'
import { CHANCE_RULES, LIST_RULES, PROGRESS_RULES, REVIEW_RULES, SAY_RULES } from './own-rules.ts'

/** All rules. The first that gives an answer decides. */
export const ASK_RULES: readonly AskRule[] = [
  ...BEFORE_COMMANDS,
  ...COMMAND_RULES,
  ...NAMED_RULES,
  ...CHANCE_RULES,
  ...COACH_RULES,
  ...LIST_RULES,
  ...SAY_RULES,
  ...LADDER_RULES,
  ...PROGRESS_RULES,
  ...REVIEW_RULES,
  ...LAST_RULES,
  ...FIRST_RULES,
  ...THREAD_RULES,
]

/** Longest sentence that can be a question or a command, in UTF-16 units, and how many sentences are looked at. */
const LONGEST = 300
const MOST_SENTENCES = 12

const readOne = (text: string, context: AskContext): Ask => {
  if (text.length > LONGEST) return { kind: 'unknown' }
  const asked = askedOf(text, context)
  for (const { read } of ASK_RULES) {
    const ask = read(asked)
    if (ask !== null) return ask
  }
  return { kind: 'unknown' }
}

/**
 * What a message that is a question or a command asks for. Of several sentences, the first that is understood decides,
 * those with a question mark first.
 */
export function understandAsk(text: string, context: AskContext): Ask {
  const sentences = withoutSlips(text)
    .split('\n')
    .flatMap(sentencesIn)
    .filter((one) => /[\p{L}\p{N}?？]/u.test(one))
  const [first, ...more] = sentences.slice(0, MOST_SENTENCES)
  if (first === undefined) return { kind: 'unknown' }
  // One sentence says which level it is, and another which it is to be.
  if (more.length === 0 || saysOnlyLevels(text)) return readOne(more.length === 0 ? first : text, context)
  const asks = (one: string): boolean => /[?？]["”)]?\s*$/u.test(one)
  const ordered = [first, ...more].toSorted((a, b) => Number(asks(b)) - Number(asks(a)))
  for (const sentence of ordered) {
    const ask = readOne(sentence.trim(), context)
    if (ask.kind !== 'unknown') return ask
  }
  return { kind: 'unknown' }
}
