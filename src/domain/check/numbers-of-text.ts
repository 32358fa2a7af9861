import { anyOf } from '../text/patterns.ts'

/** Small number words, which may count parts of the text itself. */
export const FEW = /^(?:two|three|four|five)$/
/** "The two would be separate", "either of the two": these refer to things named before. */
const NAMED_BEFORE = /\b(?:the|these|those|of|between|other)\s+$/iu
const ENDS_THERE = /^\s*(?:[.,;:?!)]|$)/u

/** Nouns for parts of a text rather than of the work. A number of these promises nothing. */
const OF_A_TEXT = new RegExp(
  `^[\\s-](?:\\p{L}{3,15} )?${anyOf([
    /slogans?|facts?|claims?|lines?|sentences?|words?|points?|gaps?|stor(?:y|ies)|threads?|pieces?/,
    /losses|mistakes?|failures?|levels?|paragraphs?|ends?|risks?|questions?/,
  ])}\\b`,
  'iu',
)
/** "Four times belief replaced a check", but not "four times faster". */
const SO_OFTEN = /^ times\b(?! (?:as|more|less|fewer|the|over|\p{L}{2,12}er)\b)/iu

/** "The second half" is a place in a story. */
const SECOND = /\b(?:first|second|latter)\s$/iu
export const HALF = /^hal(?:f|ved|ving)$/

/** A number word with the text before and behind it. */
type NumberInContext = { readonly word: string; readonly before: string; readonly behind: string }

/** "Half done", "half told": a figure of speech, and not a share. */
const HALF_DONE = new RegExp(
  `^[\\s-]${anyOf([
    /done|told|finished|open|there|closed|answered|proved|mended|the (?:story|answer|case)/,
  ])}\\b`,
  'iu',
)

/** When a number word counts what the text says or names, and claims nothing about the work. */
export const OF_TEXT_RULES: readonly {
  readonly name: string
  readonly example: string
  /** The number words that the rule is about. */
  readonly words: RegExp
  readonly holds: (place: NumberInContext) => boolean
}[] = [
  {
    name: 'a place in a tale',
    example: 'The second half tells nothing.',
    words: HALF,
    holds: ({ before }) => SECOND.test(before),
  },
  {
    name: 'a part of a task',
    example: 'You did the harder half of it.',
    words: HALF,
    holds: ({ before }) => /\bthe (?!other\b)\p{L}{2,10}er $/iu.test(before),
  },
  {
    name: 'an image',
    example: 'The repair is half done.',
    words: HALF,
    holds: ({ behind }) => HALF_DONE.test(behind),
  },
  {
    name: 'a part of a page',
    example: 'It is worth half a page.',
    words: HALF,
    holds: ({ behind }) =>
      /^ an?\s+(?:line|sentence|page|paragraph|word|story|picture|case|packet)\b/iu.test(behind),
  },
  {
    name: 'named before',
    example: 'It is either of the two.',
    words: FEW,
    holds: ({ before, behind }) => NAMED_BEFORE.test(before) && ENDS_THERE.test(behind),
  },
  {
    name: 'parts of a text',
    example: 'These are three separate stories.',
    words: FEW,
    holds: ({ behind }) => OF_A_TEXT.test(behind),
  },
  {
    name: 'so often in it',
    example: 'Four times belief replaced a check.',
    words: FEW,
    holds: ({ before, behind }) => /(?:^|[.:;]\s)$/u.test(before) && SO_OFTEN.test(behind),
  },
  {
    name: 'still to come',
    example: 'Say it in two next time.',
    words: FEW,
    holds: ({ behind }) => /^ next\b/iu.test(behind),
  },
]

/** Whether a number word counts what the text itself says or names. */
export function isOfText(word: string, before: string, behind: string): boolean {
  return OF_TEXT_RULES.some((rule) => rule.words.test(word) && rule.holds({ word, before, behind }))
}
