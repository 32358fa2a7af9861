import { anyOf } from '../text/patterns.ts'
import { bareWords } from '../text/plain.ts'
import { onlyPhrase } from './phrases.ts'
import { BARE_WORDS } from './words/bare.ts'

const only = (list: string): ((bare: string) => boolean) => {
  const pattern = onlyPhrase(list)
  return (bare) => pattern.test(bare)
}

/** What the words of a message say, without punctuation, if they say nothing else. */
export const onlyYes = only(BARE_WORDS.yes)
export const isNo = only(BARE_WORDS.no)
export const isSkip = only(BARE_WORDS.skip)
export const isLookup = only(BARE_WORDS['look-up'])
export const saysNothing = only(BARE_WORDS.nothing)
const isSave = only(BARE_WORDS.save)
const isDrop = only(BARE_WORDS.drop)

/** A yes, in a message that says nothing else. */
export function isYes(text: string): boolean {
  return onlyYes(bareWords(text))
}

const LATER = new RegExp(
  `^(?:(?:yes|ok|okay|sure|please) ){0,3}${anyOf({
    'remind me': /remind me/,
    'ask me then': /ask (?:me )?(?:again |about (?:it|this) )?(?:later|then)/,
    'ask me again': /ask me again/,
  })}\\b`,
)

/** Wants to be asked about it later: "remind me", "ask me then". */
export function asksLater(text: string): boolean {
  const bare = bareWords(text)
  return bare.split(' ').length <= 8 && LATER.test(bare)
}

/** The answer to "Save this as evidence?", in a message that says nothing else. Null if it says something else. */
export function saveOrDrop(text: string): 'save' | 'drop' | null {
  const bare = bareWords(text)
  if (onlyYes(bare) || isSave(bare)) return 'save'
  return isNo(bare) || isDrop(bare) || isSkip(bare) ? 'drop' : null
}
