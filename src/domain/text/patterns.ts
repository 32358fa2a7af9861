/**
 * One alternative of a pattern, as a string that `RegExp` takes or as a pattern of its own. One that is slow by
 * itself, as `\\p{L}+ly` without the word boundary before it, is a string: each pattern that stands alone is tried on
 * long texts.
 */
type Alternative = string | RegExp

const sourceOf = (one: Alternative): string => (typeof one === 'string' ? one : one.source)

/**
 * The source of a group that matches any of these, tried in their order. The names are for whoever reads the list.
 * Flags of a RegExp among them are lost: whoever builds the whole gives its flags.
 */
export function anyOf(alternatives: Readonly<Record<string, Alternative>> | readonly Alternative[]): string {
  return `(?:${Object.values(alternatives).map(sourceOf).join('|')})`
}

/** Not amid a word: what `\b` says of the letters a to z alone, of those of all languages. They need the flag u. */
export const WORD_STARTS = '(?<![\\p{L}\\p{N}_])'
export const WORD_ENDS = '(?![\\p{L}\\p{N}_])'

/** The source of a group that matches any of these as whole words, in any language. It needs the flag u. */
export function anyWord(alternatives: Parameters<typeof anyOf>[0]): string {
  return `${WORD_STARTS}${anyOf(alternatives)}${WORD_ENDS}`
}

/** The words of a list that is written as one text, with white space between them. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The same as a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text))
}
