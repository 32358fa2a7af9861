import { anyOf, WORD_STARTS } from '../text/patterns.ts'

const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** What is longer than any text that is shown is refused for its length. */
const QUOTED = new RegExp(
  anyOf({
    straight: /"([^"]{1,500})"/,
    curly: /“([^”]{1,500})”/,
    German: /„([^“”]{1,500})[“”]/,
    French: /«([^»]{1,500})»/,
    single: /‘([^’]{1,500})’/,
    'straight single': /(?<![\p{L}\p{N}])'([^']{2,500})'(?![\p{L}\p{N}])/u,
    code: /`([^`]{1,500})`/,
  }),
  'gu',
)

/**
 * What somebody is said to have said or written: 'Write "19 of 23"' tells the person to, and "they write" tells of
 * it.
 */
const SAID = new RegExp(
  `${WORD_STARTS}${anyOf({
    English: /wrote|said|says|called|told|(?:they|you|people|peers|colleagues|who|[A-Z]) (?:say|write|call)/,
    German: /schrieb\w*|gesagt/,
    Spanish: /escribi\w+|dij\w+/,
    French: /dit|écrit/,
  })}[^.?!]{0,15}$`,
  'iu',
)

/** The person is told what to write: 'It should say "suspected"', 'mark each line "asked" or "own"'. */
const WRITES =
  /(?:^|[.:;,]\s|\b(?:should|must|can|could|to|and|then|just)\s)(?:say|write|mark|label|call it)\b[^.?!]{0,30}$/iu

/**
 * Why the quotations of a text may not be shown: their words are not in what is known. `proposes`: the text says
 * what could be.
 */
export function quoteObjections(text: string, words: string, proposes: boolean): string[] {
  const quotes = [...text.matchAll(QUOTED)]
  if (quotes.length === 0) return []
  const known = squash(words)
  return quotes
    .filter((match) => {
      const inner = match.slice(1).find((one) => one !== undefined) ?? ''
      const said = squash(inner)
        .replace(/(?<![.,;:!?…])[.,;:!?…]+$/, '')
        .trim()
      if (known.includes(said)) return false
      // Of a few words that nobody is said to have said, a proposal may be made: Replace "we" by "I decided".
      const before = text.slice(0, match.index)
      return !(proposes || WRITES.test(before)) || said.split(' ').length > 3 || SAID.test(before)
    })
    .map(() => 'it quotes words that are not in the evidence: point to spans instead of quoting')
}
