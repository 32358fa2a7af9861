/**
 * Placeholders for people, addresses and numbers in texts that a model sees, and the forms in which it may return them.
 */

const LETTER = '[A-HJ-Z][A-Z]?(?![\\p{L}\\p{N}+#])'
const AND = '(?:\\s*,\\s*(?:(?:and|or)\\s+)?|\\s*/\\s*|\\s*&\\s*|\\s+(?:and|or)\\s+)'

/** Several together: "Colleagues A and B", "Colleague A/B", "both Colleague A and B". */
export const SEVERAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:an?\\s|the\\s)?[Cc]olleagues?[\\s_-]*(?<letters>${LETTER}(?:${AND}${LETTER})+)`,
  'gu',
)

/** A single one, also "colleague a" and "Colleague_A". */
export const ONE = /(?<![\p{L}\p{N}])(?:(?:an?|the)\s)?colleague[\s_-]([A-Z]{1,2})(?![\p{L}\p{N}])/giu

/** "ColleagueA". The letter must be a capital, because "colleagues" is a word. */
export const JOINED = /(?<![\p{L}\p{N}])[Cc]olleague([A-HJ-Z]{1,2})(?![\p{L}\p{N}])/gu

/** The letters in a list of several. */
export const LETTERS_OF = new RegExp(LETTER, 'gu')

/** The placeholder of an address, number or profile. */
export const CONTACT = /\[(?:email|phone|profile) [A-Z]{1,2}\]/gi

/** A text without its placeholders. */
export function withoutPlaceholders(text: string): string {
  return text.replace(SEVERAL, ' ').replace(ONE, ' ').replace(JOINED, ' ').replace(CONTACT, ' ')
}
