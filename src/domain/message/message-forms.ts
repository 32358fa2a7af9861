import { anyOf } from '../text/patterns.ts'

/** Begins with a plan, and is not a question. */
export const PLANS = new RegExp(
  anyOf({
    'will do':
      /^will (?!you\b|it\b|this\b|that\b|there\b|they\b|my\b|the\b|i\b|we\b|anyone\b|be\b)\p{L}+ [^?]*$/iu,
    'going to do': /^(?:going|planning|hoping|about|aiming) to \p{L}+ [^?]*$/iu,
  }),
  'iu',
)

/** Repeats a question of the coach, or says it in other words, and answers it. */
export const BEHIND_QUESTION = new RegExp(
  anyOf({
    'with a colon': /^(?:who|what|which|how|when|where|why)\b[^:?\n]{0,40}: ?\S[^?]*$/i,
    'with a verb': /^what (?:came|changed|happened|i did)\b[^?.!]{0,30} (?:is|was|were) [^?]*$/i,
  }),
  'i',
)

/** Asks when, where, how long or who, in the order of words that only a question has. */
export const ASKS_FACT = new RegExp(
  [
    '^(?:and |so |but |ok |okay |hey |hi )?(?:how (?:long|often|many|much|soon)|where|who|when) (?:\\p{L}+ )?',
    '(?:do|does|did|can|could|will|would|are|has|have) (?:you|it|this|that|they|i|my|your|anyone|anybody|somebody)\\b',
  ].join(''),
  'u',
)

/** Only says that they are lost: there is nothing to be glad about. */
export const LOST = new RegExp(
  [
    "^(?:sorry |hm+ )?(?:(?:i )?(?:don't|do not|dont|not|can't|didn't) (?:really |quite )?(?:understand|get|follow)",
    "(?: it| this| that| you| anything)?|(?:i'm |i am )?(?:so |a bit |completely )?(?:lost|confused)|",
    'how (?:this|it|you) (?:is )?work(?:s|ing)?)$',
  ].join(''),
)

/** Says whose the whole was: "I did it all by myself". */
export const ALONE =
  /^(?:i|we) (?:\p{L}{2,12} ){1,4}(?:alone|myself|by myself|on my own|single-handed(?:ly)?|without (?:any )?help)\b/u
