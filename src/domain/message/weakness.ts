import { tellsOfDeed, tellsOfOwnDeed } from '../evidence/deeds.ts'
import { anyPhrase } from './phrases.ts'
import { saidIn, signsOf } from './signs.ts'
import { SENSITIVE_WORDS } from './words/sensitive.ts'
import { WEAKNESS } from './words/weakness.ts'

const WEAK = anyPhrase(WEAKNESS)

/** Longer messages say more than that, in words. */
const MOST_WORDS = 25

/** Whether a person only says what they are bad at. False if there is a deed or something sensitive in it. */
export function saysWeakness(text: string): boolean {
  const said = saidIn(text)
  return (
    said.words.length <= MOST_WORDS &&
    WEAK.test(said.lower) &&
    !/[?？]/u.test(text) &&
    !said.sentences.some((one) => tellsOfOwnDeed(one) || tellsOfDeed(one)) &&
    !signsOf(said).some((sign) => sign in SENSITIVE_WORDS)
  )
}
