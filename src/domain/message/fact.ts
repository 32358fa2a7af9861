import { hasDoerlessDeed, tellsOfDeed } from '../evidence/deeds.ts'
import { UNSPACED } from '../text/patterns.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Intent } from './message.ts'
import { anyPhrase, opensWithPhrase } from './phrases.ts'
import { FACT_WORDS } from './words/facts.ts'

const VERDICT = anyPhrase(FACT_WORDS['about the review'])
const LEAD = opensWithPhrase(FACT_WORDS['before the fact'])
const ASKS = anyPhrase(FACT_WORDS['asks about it'])

const low = (text: string): string => text.toLowerCase().replace(/[’‘]/g, "'")

/** A sentence without the words that only deny, and without the marks around it. */
const withoutLead = (sentence: string): string => {
  const trimmed = sentence.replace(/^[^\p{L}\p{N}"“„«]+/u, '')
  const lead = LEAD.exec(low(trimmed))?.[0]
  if (!lead) return trimmed.replace(/[\s.!?,;:]{1,5}$/u, '')
  const rest = trimmed.slice(lead.length).replace(/^[^\p{L}\p{N}"“„«]+/u, '')
  return rest === '' || rest === trimmed ? rest : withoutLead(rest)
}

const FEW_UNSPACED = new RegExp(`${UNSPACED}{4}`, 'u')

/** More than a word, or a few letters of a script that puts no spaces between words. */
export function saysSomething(text: string): boolean {
  return (/\p{L}/u.test(text) && /[\s\d]/.test(text)) || FEW_UNSPACED.test(text)
}

/** Sentences, cut again at colons and dashes. By the rules of Unicode, no sentence ends before a number. */
const clausesIn = (text: string): string[] =>
  text
    .split(/\n+/)
    .flatMap(sentencesIn)
    .flatMap((sentence) => sentence.split(/(?<=[.!?:;]) | [–—-] /))

/** What a correction says instead: its first part that is not only about the review. */
const correctFact = (text: string): string | null => {
  for (const sentence of clausesIn(text)) {
    const fact = withoutLead(sentence)
    if (saysSomething(fact) && !VERDICT.test(low(fact))) return fact
  }
  return null
}

/** The deed that a question asks about, without the words that ask. */
const askedDeed = (text: string): string | null => {
  for (const sentence of text.split(/\n+/).flatMap(sentencesIn)) {
    const at = ASKS.exec(low(sentence))
    const parts = at ? [sentence.slice(0, at.index), sentence.slice(at.index + at[0].length)] : [sentence]
    const fact = parts
      .map((part) => part.replace(/^[\s,.;:–-]{1,10}/, '').replace(/[\s,.;:?–-]{1,10}$/, ''))
      .find((part) => tellsOfDeed(part) || hasDoerlessDeed(part))
    if (at && fact) return fact
    // "Could have gone worse, we finished a week early?"
    const told = sentence.split(/[,;] /).find((part) => /^(?:i|we)\b/i.test(part) && tellsOfDeed(part))
    if (told) return told.replace(/[\s,.;:?–-]{1,10}$/, '')
  }
  return null
}

/** What is worth storing of a message that is not evidence, word for word. */
export function factIn(text: string, intent: Intent): string | null {
  if (intent === 'correction') return correctFact(text)
  return intent === 'question' ? askedDeed(text) : null
}
