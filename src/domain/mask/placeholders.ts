/** What stands for people, addresses and numbers in texts that a model sees, and how it may be written back. */

const LETTER = '[A-HJ-Z][A-Z]?(?![\\p{L}\\p{N}+#])'
const AND = '(?:\\s*,\\s*(?:(?:and|or)\\s+)?|\\s*/\\s*|\\s*&\\s*|\\s+(?:and|or)\\s+)'

/** Several at once: "Colleagues A and B", "Colleague A/B", "both Colleague A and B". */
export const SEVERAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:an?\\s|the\\s)?[Cc]olleagues?[\\s_-]*(?<letters>${LETTER}(?:${AND}${LETTER})+)`,
  'gu',
)

/** One, also "colleague a" and "Colleague_A". */
export const ONE = /(?<![\p{L}\p{N}])(?:(?:an?|the)\s)?colleague[\s_-]([A-Z]{1,2})(?![\p{L}\p{N}])/giu

/** "ColleagueA", whose letter must be large: "colleagues" are many. */
export const JOINED = /(?<![\p{L}\p{N}])[Cc]olleague([A-HJ-Z]{1,2})(?![\p{L}\p{N}])/gu

/** The letters of a list of several. */
export const LETTERS_OF = new RegExp(LETTER, 'gu')

/** An address, number or profile that was left out. */
export const CONTACT = /\[(?:email|phone|profile) [A-Z]{1,2}\]/gi

/** A text with its placeholders taken out: what is left is not about anybody by letter. */
export function withoutPlaceholders(text: string): string {
  return text.replace(SEVERAL, ' ').replace(ONE, ' ').replace(JOINED, ' ').replace(CONTACT, ' ')
}
