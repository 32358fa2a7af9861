import { anyOf } from '../text/patterns.ts'
import { bareWords } from '../text/plain.ts'

/** What a message is if it is not evidence. `short`: a yes or no that answers nothing we know of. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'short'

/** Lower case, single spaces, no punctuation. */
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`)

const OPENINGS = anyOf({
  hello: /hi+|hey+|hello+|hiya|yo|howdy|hola/,
  'of the day': /good (?:morning|afternoon|evening|day)|morning|evening/,
  trying: /ping|test(?:ing)?/,
  there: /hi there|hey there|hello there/,
})

const AGREED = anyOf({
  ok: /ok(?:ay)?|great|cool|nice|perfect|awesome|got it|makes sense|will do|sounds good|sure/,
  done: /(?:sure )?no problem|done|lol|wow|good bot|bye|goodbye|see you|cheers|ta/,
})

const THANKS = anyOf({
  English: [
    '(?:(?:ok|okay|great|cool|perfect|awesome|nice|wow|super) )?(?:many )?(?:thanks|thank you|thx|ty)',
    '(?: (?:a lot|so much|very much|again|coach|ladder coach|everyone|someone))*',
    '(?: for (?:the help|that|your help))?',
  ].join(''),
  German: /(?:vielen )?(?:danke|dank)(?: (?:schön|sehr|dir|coach))*/,
  Spanish: /(?:muchas )?gracias/,
  French: /merci(?: beaucoup)?/,
  Portuguese: /(?:muito )?obrigad[oa]/,
  Japanese: /ありがとう(?:ございます)?/,
})
const ONLY_THANKS = whole(THANKS)

/** The first of these that matches a whole short message decides. */
export const SMALL_TALK: readonly { talk: SmallTalk; examples: readonly string[]; pattern: RegExp }[] = [
  {
    talk: 'greeting',
    examples: ['Hi!', 'Good morning, coach', 'testing'],
    pattern: whole(`${OPENINGS}(?: (?:coach|ladder coach|there|bot|all|team|someone))?`),
  },
  {
    talk: 'thanks',
    examples: ['Thanks a lot!', 'great, thank you so much', 'makes sense'],
    pattern: whole(anyOf([AGREED, THANKS])),
  },
  {
    talk: 'short',
    examples: ['Yes.', 'not really'],
    pattern: whole('(?:yes|no|yep|yeah|nope|nah|maybe|not really|kind of|i think so)'),
  },
  {
    talk: 'help',
    examples: ['Help me, please', 'What can you do?', 'what should I send?'],
    pattern: whole(
      anyOf({
        help: /help(?: me)?(?: please)?|please help/,
        'what it does': /what (?:can|do) you do|how does (?:this|it) work/,
        'how to begin': /how do (?:i|you) (?:start|use (?:this|it|you)|begin)/,
        'what it is': /what is this|who are you|what are you/,
        'what to do': /what now|what should i (?:do|send|write)/,
        command: /start|usage|commands|menu|info|about/,
      }),
    ),
  },
]

/** Whether a message only thanks, in words or with signs such as "👍". "Ok" doesn't: it may be an answer. */
export function isThanks(message: string): boolean {
  const text = bareWords(message)
  return text === '' ? message.trim() !== '' : ONLY_THANKS.test(text)
}

/**
 * Recognises small talk by whole short messages only. A sentence about work is never small talk. If in doubt it is
 * evidence, because a review of it only asks a question, while small talk is not stored.
 */
export function smallTalkOf(reading: string): SmallTalk | null {
  const text = bareWords(reading)
  if (text === '') return reading.trim() === '' ? null : 'thanks'
  if (text.length > 60) return null
  return SMALL_TALK.find(({ pattern }) => pattern.test(text))?.talk ?? null
}
