import { isThanks } from '../evidence/small-talk.ts'
import { bareWords } from '../text/plain.ts'
import { isNo, isSkip, saysNothing } from './bare-answers.ts'
import { declinedBy } from './decline.ts'
import { onlyPhrase } from './phrases.ts'
import { WORK_WORDS } from './words/work-words.ts'

const STOPS = onlyPhrase(WORK_WORDS.stop)
const SKIPS = onlyPhrase(WORK_WORDS.skip)
const EXAMPLE = onlyPhrase(WORK_WORDS.example)

/** What a person wants of a question about their packet: the next one, no more, or an example of an answer. */
export type WorkWish = 'skip' | 'stop' | 'example'

/** Longer messages say more than a wish, in words. */
const MOST_WORDS = 12

/**
 * What a message that says nothing else wants of the questions about a packet. Null if it is something else, such as an
 * answer.
 */
export function workWishOf(text: string): WorkWish | null {
  const bare = bareWords(text)
  // "What kind of thing do you mean? Can you give me an example?"
  const sentences = text
    .split(/(?<=[?!.])\s/)
    .map(bareWords)
    .filter((one) => one !== '')
  if (sentences.length > 0 && sentences.every((one) => EXAMPLE.test(one))) return 'example'
  if (STOPS.test(bare) || isThanks(text)) return 'stop'
  if (bare.split(' ').length <= MOST_WORDS && declinedBy(text) === 'all') return 'stop'
  return SKIPS.test(bare) || isSkip(bare) || isNo(bare) || saysNothing(bare) ? 'skip' : null
}
