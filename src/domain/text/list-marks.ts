import { anyOf } from './patterns.ts'

/** The box of a task: ticked off, or open, half done, put off or cancelled. */
export type Box = 'done' | 'not done'

/** What precedes the words of a line. `length` is in UTF-16 units. The last box counts. */
export type ListMark = { readonly length: number; readonly box: Box | null }

/** Letters in the place of a sign, as Outlook and Wingdings leave them. Only before a capital: "v 2" is a version. */
const LETTER_SIGN = /[o§Øüqv](?= +\p{Lu})/u

/** Private-use characters are those of Word's Symbol and Wingdings fonts. Slack's own small square has a selector. */
const SIGNS = anyOf({
  'of Markdown, and dashes': /[-*+>–—−]/,
  round: /[•·●○◦∙⁃‣⦿⦾]/,
  square: /[▪▫■□◼◻◾◽❖❑❒❏◆◇]/,
  'arrows and points': /[➢➤►▶▸▹→⇒»]/,
  'of symbol fonts': /[\uF000-\uF0FF]/,
  letters: LETTER_SIGN,
})

const NUMBERS = anyOf({
  'plain, or of a part': /\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]/,
  letter: /\(?[a-z][.)](?= +[\p{Lu}\d])/u,
  roman: /\(?[ivx]{2,4}[.)](?= +[\p{Lu}\d])/u,
})

/** Boxes as people and programs write them. A crossed box is how Word and Wingdings tick one. */
const DONE = anyOf({ letters: /\[[xXvV*✓✔✅☑]\]/, signs: /☑|☒|🗹|🗷|🗵|⮽|✓|🗸/ })
const NOT_DONE = anyOf({
  'as Slack names them':
    /:(?:white_large_square|white_medium_square|white_square_button|black_square_button):/,
  letters: /\[(?: {0,3}|\u00A0|[-~/<>!?_.…❌✗✘])\]/,
  signs: /☐|⬜|🔲|🞎|🞏|🗆|🗌/,
})

/** A sign of emoji may be followed by the wish to be drawn as text or as a picture. */
const SELECTOR = '[\\uFE0E\\uFE0F]?'

/** Signs that need no space before the words: "•Led", "☐Led". */
const STUCK = /[•●◦▪■☐☑☒🗹]/u

const MARK = new RegExp(
  `(?:(?<done>${DONE})${SELECTOR}(?:\\s+|(?<=${STUCK.source})(?=\\S))|` +
    `(?<open>${NOT_DONE})${SELECTOR}(?:\\s+|(?<=${STUCK.source})(?=\\S))|` +
    `(?:${SIGNS})${SELECTOR}(?:\\s+|(?<=${STUCK.source})(?=\\S))|${NUMBERS}\\s+)`,
  'uy',
)

/** How many marks one line may have: "> - 1. [x]". */
const MOST_MARKS = 6

/** The list marks, quote marks and boxes at the start of a line without white space before it. */
export function listMarkOf(line: string): ListMark {
  let length = 0
  let box: Box | null = null
  for (let nth = 0; nth < MOST_MARKS; nth += 1) {
    MARK.lastIndex = length
    const found = MARK.exec(line)
    if (!found) break
    if (found.groups!.done !== undefined) box = 'done'
    if (found.groups!.open !== undefined) box = 'not done'
    length += found[0].length
  }
  return { length, box }
}
