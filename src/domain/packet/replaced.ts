import { sharedIn } from '../text/likeness.ts'
import { stemsOf } from '../text/stems.ts'

const AMOUNT = String.raw`[€$£]?\d[\d.,]*(?:\s?%)?`

/** "It was 40 minutes, not 30", "about 11ms lower, not the 18 I said in May". */
const CORRECTED = new RegExp(
  [
    String.raw`(?<![\p{L}\d.,])(${AMOUNT})[^.;!?]{0,120}?[,;:(–-]?\s*`,
    String.raw`\bnot (?:the |just |only |about )?(${AMOUNT})(?![\d.,]*\d)`,
  ].join(''),
  'giu',
)

const numberIn = (amount: string): string => amount.replace(/[^\d.,]/g, '').replace(/[.,]+$/, '')

/** A value that its author replaced, and what the correction is about. */
export type ReplacedValue = { readonly value: string; readonly by: string; readonly about: readonly string[] }

/** The values that a text says are wrong. `about` are the stems of all of the text. */
export function replacedIn(text: string): ReplacedValue[] {
  const about = stemsOf(text)
  return [...text.matchAll(CORRECTED)].flatMap(([, by, value]) =>
    numberIn(by!) === numberIn(value!) ? [] : [{ value: numberIn(value!), by: numberIn(by!), about }],
  )
}

/** How many words a sentence's piece shares with a correction for both to be about one thing. */
const SHARED = 2

const names = (text: string, value: string): boolean =>
  [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d.,])${AMOUNT}`, 'gu'))].some(
    ([amount]) => numberIn(amount) === value,
  )

/**
 * Whether a sentence still says what its author corrected elsewhere. `piece` is the text that contains it. A sentence
 * that names the right value too, such as the correction itself, is kept.
 */
export function saysReplaced(sentence: string, piece: string, replaced: readonly ReplacedValue[]): boolean {
  return replaced.some(
    ({ value, by, about }) =>
      names(sentence, value) &&
      !names(sentence, by) &&
      sharedIn([...new Set(stemsOf(piece))], [...new Set(about)]) >= SHARED,
  )
}
