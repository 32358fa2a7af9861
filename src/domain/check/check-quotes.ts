import { anyOf, WORD_STARTS } from '../text/patterns.ts'

const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .toLowerCase()

/**
 * Longer quotations need no match, because a text that long is refused for its length. Of quotations inside each other
 * the inner one is read: otherwise a row of opening marks would be read to its end again from each.
 */
const QUOTED = new RegExp(
  anyOf({
    straight: /"([^"]{1,500})"/,
    curly: /“([^“”]{1,500})”/,
    German: /„([^„“”]{1,500})[“”]/,
    French: /«([^«»]{1,500})»/,
    single: /‘([^‘’]{1,500})’/,
    'straight single': /(?<![\p{L}\p{N}])'([^']{2,500})'(?![\p{L}\p{N}])/u,
    code: /`([^`]{1,500})`/,
  }),
  'gu',
)

/** Attributed words: "they write" reports a quotation, while 'Write "19 of 23"' tells the person to write it. */
const SAID = new RegExp(
  `${WORD_STARTS}${anyOf({
    English: /wrote|said|says|called|told|(?:they|you|people|peers|colleagues|who|[A-Z]) (?:say|write|call)/,
    German: /schrieb\w*|gesagt/,
    Spanish: /escribi\w+|dij\w+/,
    French: /dit|écrit/,
  })}[^.?!]{0,15}$`,
  'iu',
)

/** Tells the person what to write: 'It should say "suspected"', 'mark each line "asked" or "own"'. */
const WRITES =
  /(?:^|[.:;,]\s|\b(?:should|must|can|could|to|and|then|just)\s)(?:say|write|mark|label|call it)\b[^.?!]{0,30}$/iu

/**
 * Why the quotations of a text may not be shown: their words are not known. `proposes` is true if the text says what
 * could be.
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
      // A proposal may quote a few new words that it attributes to nobody: Replace "we" by "I decided".
      const before = text.slice(0, match.index)
      return !(proposes || WRITES.test(before)) || said.split(' ').length > 3 || SAID.test(before)
    })
    .map(() => 'it quotes words that are not in the evidence: point to spans instead of quoting')
}
