/** What a message is, when it is not evidence. `short`: a yes or no to nothing that could be told from it. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'short'

const GREETING =
  /^(?:hi+|hey+|hello+|hiya|yo|howdy|hola|good (?:morning|afternoon|evening|day)|morning|evening|ping|test(?:ing)?|hi there|hey there|hello there)(?: (?:coach|ladder coach|there|bot|all|team|someone))?$/
const THANKS =
  /^(?:(?:ok(?:ay)?|great|cool|nice|perfect|awesome|got it|makes sense|will do|sounds good|sure|(?:sure )?no problem|done|lol|wow|good bot|bye|goodbye|see you|cheers|ta)|(?:(?:ok|great|cool|perfect|awesome|nice) )?(?:many )?(?:thanks|thank you|thx|ty)(?: (?:a lot|so much|very much|again|coach|ladder coach|everyone|someone))*)$/
const SHORT = /^(?:yes|no|yep|yeah|nope|nah|maybe|not really|kind of|i think so)$/
const HELP =
  /^(?:help(?: me)?(?: please)?|please help|what (?:can|do) you do|how does (?:this|it) work|how do (?:i|you) (?:start|use (?:this|it|you)|begin)|what is this|who are you|what are you|what now|what should i (?:do|send|write)|start|usage|commands|menu|info|about)$/

/**
 * Small talk, by whole messages of few words only: a sentence about work is never small talk, and a doubtful
 * one is evidence, because a review of it only asks a question while small talk is forgotten.
 */
export const smallTalkOf = (reading: string): SmallTalk | null => {
  const text = reading
    .toLowerCase()
    .replace(/:[a-z0-9_+'-]+:/g, ' ')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return reading.trim() === '' ? null : 'thanks'
  if (text.length > 60) return null
  if (GREETING.test(text)) return 'greeting'
  if (THANKS.test(text)) return 'thanks'
  if (SHORT.test(text)) return 'short'
  if (HELP.test(text)) return 'help'
  return null
}
