import { anyOf, UNSPACED, WORD_ENDS, WORD_STARTS } from '../text/patterns.ts'

const HAS_UNSPACED = new RegExp(UNSPACED, 'u')

/** A list with one phrase on each line. Each is a piece of a pattern. */
type Phrases = string

const phrasesOf = (list: Phrases): string[] =>
  list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const grouped = (phrases: readonly string[]): string => anyOf(phrases.map((phrase) => `(?:${phrase})`))

/** Matches any of the phrases: as whole words, or anywhere in scripts without spaces. */
export function anyPhrase(list: Phrases): RegExp {
  const phrases = phrasesOf(list)
  const spaced = phrases.filter((phrase) => !HAS_UNSPACED.test(phrase))
  const unspaced = phrases.filter((phrase) => HAS_UNSPACED.test(phrase))
  const alternatives = [
    ...(spaced.length > 0 ? [`${WORD_STARTS}${grouped(spaced)}${WORD_ENDS}`] : []),
    ...(unspaced.length > 0 ? [grouped(unspaced)] : []),
  ]
  return new RegExp(anyOf(alternatives), 'u')
}

/** Matches any of the phrases at the start of a sentence, with some of the words of another list before it. */
export function opensWithPhrase(list: Phrases, before: Phrases = ''): RegExp {
  const first = before === '' ? '' : `(?:${grouped(phrasesOf(before))},? ){0,4}`
  return new RegExp(`^[^\\p{L}\\p{N}]{0,10}${first}${grouped(phrasesOf(list))}${WORD_ENDS}`, 'u')
}

/** Matches any of the phrases if nothing else is said. */
export function onlyPhrase(list: Phrases): RegExp {
  return new RegExp(`^${grouped(phrasesOf(list))}$`, 'u')
}

/** Matches one or more of the phrases, one after another up to a limit, if nothing else is said. */
export function onlyPhrases(list: Phrases, most: number): RegExp {
  return new RegExp(`^(?:${grouped(phrasesOf(list))}(?: |$)){1,${most}}$`, 'u')
}
