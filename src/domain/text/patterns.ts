/**
 * One alternative of a pattern, as a string that `RegExp` takes, or as a RegExp. Use a string for one that is slow on
 * its own, such as `\\p{L}+ly` without a word boundary before it, because every RegExp literal is tested on long texts.
 */
type Alternative = string | RegExp

const sourceOf = (one: Alternative): string => (typeof one === 'string' ? one : one.source)

/**
 * The source of a group that matches any of these, tried in order. The names are documentation only. Flags of a RegExp
 * in it are lost, so the caller has to set them on the whole.
 */
export function anyOf(alternatives: Readonly<Record<string, Alternative>> | readonly Alternative[]): string {
  return `(?:${Object.values(alternatives).map(sourceOf).join('|')})`
}

/** Not inside a word: like `\b`, but for the letters of all languages. Needs the flag u. */
export const WORD_STARTS = '(?<![\\p{L}\\p{N}_])'
export const WORD_ENDS = '(?![\\p{L}\\p{N}_])'

/** One letter of a script that puts no spaces between words. Needs the flag u. */
export const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'

/** The source of a group that matches any of these as whole words, in any language. Needs the flag u. */
export function anyWord(alternatives: Parameters<typeof anyOf>[0]): string {
  return `${WORD_STARTS}${anyOf(alternatives)}${WORD_ENDS}`
}

/** The words of a list written as one text, separated by white space. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The same as a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text))
}
