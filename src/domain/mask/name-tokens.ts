/** A word that may be a name. UTF-16 offsets, end exclusive. */
export type NameToken = {
  readonly text: string
  /** Folded: lower case, without accents. */
  readonly low: string
  readonly start: number
  readonly end: number
  /** The text between the previous token and this one. */
  readonly gap: string
  /** It begins with a capital. `caps`: it is all capitals, and longer than one letter. */
  readonly cap: boolean
  readonly caps: boolean
  /** It opens a sentence, so its capital reveals nothing. */
  readonly opens: boolean
  /** It is part of an address, a path, an identifier, or a word with digits. */
  readonly glued: boolean
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Folding changes only the capitals of such a word. */
const PLAIN = /^[a-zA-Z]*$/

/** Lower case without accents, so that two spellings of one name match. */
export function withoutAccents(text: string): string {
  return PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[łøßæœđðþı]/g, (letter) => LETTERS[letter]!)
        .replace(/’/g, "'")
}

/**
 * A word of letters. An inner apostrophe belongs to it, but a possessive ending does not: "O'Brien", but "Priya" from
 * "Priya's".
 */
const WORD = /[\p{L}\p{M}]+(?:['’](?!(?:s|d|m|t|ll|re|ve)(?![\p{L}\p{M}]))[\p{L}\p{M}]+)*/giu

const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>]+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\/[^\s<>]{0,2000}|`[^`\n]{1,200}`/gi

/** Where a text has addresses and code, in which we look for no names or pronouns. */
export function addressesIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(ADDRESS)].map(({ index, 0: address }) => ({
    start: index,
    end: index + address.length,
  }))
}

/** What makes a word part of something longer. "Priya/Emma" are two words, but "priya/app" is a path. */
const BOUND_BEFORE = /[\p{N}_\\#$=].$|[\p{L}\p{N}][.@].$|[\p{L}\p{N}]\/[^\p{Lu}]$|(?<!\p{L})\/.$/u
const BOUND_AFTER = /^(?:[\p{N}_\\=(]|[.@][\p{L}\p{N}]|\/(?!\p{Lu}))/u

/** The words of a text, in order. */
export function tokensOf(text: string): NameToken[] {
  const addresses = addressesIn(text)
  let address = 0
  let last = 0
  return [...text.matchAll(WORD)].map((match, index) => {
    const [word] = match
    const start = match.index
    const end = start + word.length
    while (address < addresses.length && addresses[address]!.end <= start) address += 1
    const gap = text.slice(last, start)
    last = end
    const lead = /^\p{Lu}\p{M}*/u.test(word)
    return {
      text: word,
      low: withoutAccents(word),
      start,
      end,
      gap,
      cap: lead,
      caps: lead && word.length > 1 && word === word.toUpperCase(),
      opens: index === 0 || /[.!?:;\n•"“«>]|^\s*[-*–—]+\s/.test(gap),
      glued:
        (addresses[address]?.start ?? Number.POSITIVE_INFINITY) <= start ||
        BOUND_BEFORE.test(text.slice(Math.max(0, start - 2), start + 1)) ||
        BOUND_AFTER.test(text.slice(end, end + 2)),
    }
  })
}
