import { anyOf } from '../text/patterns.ts'
import { addressesIn } from './name-tokens.ts'
import {
  ADVERBS,
  BEFORE_ONE_PERSON,
  DESCRIBES,
  NO_NOUNS,
  NO_VERBS,
  OWNED,
  PARTICIPLES,
  TAKES_PERSON,
} from './pronoun-words.ts'

/** One word of a text, with an ending such as 's. Offsets are those of the text. */
type TextWord = {
  readonly text: string
  readonly low: string
  readonly start: number
  readonly end: number
  readonly gap: string
}

const wordsIn = (text: string): TextWord[] => {
  let last = 0
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}]+)?/gu)].map(({ index, 0: word }) => {
    const gap = text.slice(last, index)
    last = index + word.length
    return { text: word, low: word.toLowerCase().replace('’', "'"), start: index, end: last, gap }
  })
}

/** Copies the capitals of `from` to `to`. */
const inCapitalsOf = (from: string, to: string): string => {
  if (from.length > 1 && from === from.toUpperCase() && from !== from.toLowerCase()) return to.toUpperCase()
  return /^\p{Lu}/u.test(from) ? to[0]!.toUpperCase() + to.slice(1) : to
}

/** Pairs such as "he or she", each with the single pronoun that replaces it before it is made neutral. */
const PAIRS: readonly [RegExp, string][] = [
  [
    /\(?\b(?:he|she|they)\s?\/\s?(?:him|her|them)(?:\s?\/\s?(?:his|hers|her|theirs|their))?\b\)?/gi,
    '(they/them)',
  ],
  [/\bs\/he\b|\(s\)he\b|\b(?:he\s?\/\s?she|she\s?\/\s?he|he or she|she or he)\b/gi, 'he'],
  [/\b(?:himself|herself)(?:\s?\/\s?| or )(?:himself|herself)\b/gi, 'himself'],
  [/\b(?:him|his|hers|her)(?:\s?\/\s?| or )(?:him|his|hers|her)\b/gi, 'his'],
]

/**
 * `they`, `them`, `their` and so on. The choice depends only on the words around, so that it cannot reveal the original
 * pronoun.
 */
const ownerOrObject = (words: readonly TextWord[], index: number): 'their' | 'theirs' | 'them' => {
  const [prev, next, after] = [words[index - 1], words[index + 1], words[index + 2]]
  const opens = !prev || /[.!?:;\n•]/.test(words[index]!.gap)
  const adjoins = next && /^[\s"'“‘*_-]+$/.test(next.gap) && !next.gap.includes('\n')
  const isBe = !opens && /^(?:is|was|are|were|be|been)$/.test(prev.low)
  if (!adjoins) return isBe ? 'theirs' : 'them'
  if (opens && /^(?:is|was|are|were|has|had)$/.test(next.low)) return 'theirs'
  if (isBe && /^(?:and|to|from|but|too|now|alone)$/.test(next.low)) return 'theirs'
  if (NO_NOUNS.has(next.low)) return 'them'
  if (!opens && TAKES_PERSON.has(prev.low)) return OWNED.has(next.low) ? 'their' : 'them'
  if (next.low.endsWith('ly') && next.low !== 'weekly') {
    const noun = after && /^\s$/.test(after.gap) && !NO_NOUNS.has(after.low)
    return noun ? 'their' : 'them'
  }
  return 'their'
}

const isAdverb = (low: string): boolean => ADVERBS.has(low) || /^\p{L}+ly$/u.test(low)

/** Whether a word ends in -s but is not a verb form: "less", "previous", "us", "this". */
const isNoVerb = (low: string): boolean => NO_VERBS.has(low) || /^\p{L}*(?:ss|us|is)$/u.test(low)

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
  ['goes', 'go'],
  ['focuses', 'focus'],
  ["isn't", "aren't"],
  ["wasn't", "weren't"],
  ["hasn't", "haven't"],
  ["doesn't", "don't"],
])

/** The plural of a verb for "they": "writes" becomes "write". */
const plural = (verb: string): string => {
  const irregular = IRREGULAR.get(verb)
  if (irregular) return irregular
  if (!/^\p{Ll}{2,}s$/u.test(verb) || isNoVerb(verb)) return verb
  if (/[^aeiou]ies$/.test(verb) && verb.length > 4) return `${verb.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(verb)) return verb.slice(0, -2)
  return verb.slice(0, -1)
}

/** What follows "he's" when it means "he has": "built", and words in -ed that are not adjectives. */
const isParticiple = (low: string): boolean =>
  (PARTICIPLES.has(low) || /^\p{L}{2,}ed$/u.test(low)) && !DESCRIBES.has(low)

const isPlain = (word: TextWord | undefined): word is TextWord => word !== undefined && /^\s$/.test(word.gap)

/** Replacements for words of a text, by word index. */
type Changes = Map<number, string>

const subject = (words: readonly TextWord[], index: number, changes: Changes): void => {
  const { text, low, gap } = words[index]!
  let at = index + 1
  while (isPlain(words[at]) && isAdverb(words[at]!.low) && at < index + 4) at += 1
  const verb = isPlain(words[at]) ? words[at]!.low : ''
  const [, ending] = low.split("'")
  const short = ending === 's' ? (isParticiple(verb) ? 've' : 're') : ending
  const mark = /['’]/.exec(text)?.[0] ?? ''
  const capitals = text.replace(/['’].*/, '')
  const isLoud = capitals.length > 1 && capitals === capitals.toUpperCase()
  changes.set(
    index,
    inCapitalsOf(capitals, 'they') + (short ? mark + (isLoud ? short.toUpperCase() : short) : ''),
  )
  if (verb && !ending) {
    const many = plural(verb)
    if (many !== verb) {
      const said = words[at]!.text
      changes.set(at, inCapitalsOf(said, said.includes('’') ? many.replace("'", '’') : many))
      return
    }
  }
  // "Is she ready": the verb comes first.
  const before = words[index - 1]
  if (ending || !before || !/^\s$/.test(gap) || !IRREGULAR.has(before.low)) return
  const asks =
    index === 1 ||
    /[.!?,:;\n]/.test(before.gap) ||
    /^(?:how|what|when|where|why|who|so|nor|neither|and|as|than)$/.test(words[index - 2]?.low ?? '')
  if (asks) changes.set(index - 1, inCapitalsOf(before.text, IRREGULAR.get(before.low)!))
}

/** Nouns that reveal the sex of one person. "Women in Engineering" is the name of a thing. */
const NOUNS: readonly [RegExp, string][] = [
  [/\b(?:chair|spokes|business|sales|crafts)(?:man|woman)\b/gi, 'person'],
  [/\b(?:husband|wife)\b/gi, 'spouse'],
  [/\b(?:boyfriend|girlfriend)\b/gi, 'partner'],
]
const ONE_PERSON = new RegExp(
  [
    `(?<=\\b${anyOf(BEFORE_ONE_PERSON)}\\s)`,
    anyOf(['(man|woman|guy|gal|lady|gentleman)', '(boy|girl)']),
    // "man pages", "a man in the middle"
    '(?!-|\\s(?:pages?|commands?|hours?|days?|in\\sthe\\smiddle))\\b',
  ].join(''),
  'gi',
)

const neutralNouns = (text: string): string => {
  const whole = text.replace(ONE_PERSON, (noun, adult?: string) =>
    inCapitalsOf(noun, adult ? 'person' : 'child'),
  )
  return NOUNS.reduce(
    (done, [pattern, to]) =>
      done.replace(pattern, (noun) =>
        to === 'person'
          ? noun.replace(/(?:wo)?man$/i, (end) => inCapitalsOf(end, to))
          : inCapitalsOf(noun, to),
      ),
    whole,
  )
}

const openPairs = (text: string): string =>
  PAIRS.reduce(
    (done, [pattern, to]) => done.replace(pattern, (pair) => inCapitalsOf(pair.replace(/^\(/, ''), to)),
    text,
  )

const outsideAddresses = (text: string, change: (part: string) => string): string => {
  let last = 0
  let done = ''
  for (const { start, end } of addressesIn(text)) {
    done += change(text.slice(last, start)) + text.slice(start, end)
    last = end
  }
  return done + change(text.slice(last))
}

/**
 * Rewrites a text to "they", "them" and "their", with matching verbs. Two texts that differ only in the sex of such a
 * pronoun become identical, so that no reader can tell them apart. Leaves texts in other languages alone, where "he"
 * and "her" are different words: "No he comprobado".
 */
export function neutralPronouns(text: string, isForeign = false): string {
  const nouns = outsideAddresses(text, (part) => neutralNouns(openPairs(part)))
  const words = wordsIn(nouns)
  const addresses = addressesIn(nouns)
  const changes: Changes = new Map()
  let address = 0
  words.forEach((word, index) => {
    while (address < addresses.length && addresses[address]!.end <= word.start) address += 1
    const head = word.low.replace(/'.*/, '')
    if (!/^(?:s?he|him|hers?|his|himself|herself|themself)$/.test(head)) return
    if (isForeign && /^her?$/.test(head)) return
    if ((addresses[address]?.start ?? Number.POSITIVE_INFINITY) <= word.start) return
    // "the HIS integration": an abbreviation.
    const isShort = word.text.length > 1 && word.text === word.text.toUpperCase()
    if (isShort && /^(?:the|an?|our|this|each|new|per)$/.test(words[index - 1]?.low ?? '')) return
    if (/^s?he$/.test(head)) subject(words, index, changes)
    else if (head.endsWith('self')) changes.set(index, inCapitalsOf(word.text, 'themselves'))
    else
      changes.set(
        index,
        inCapitalsOf(word.text.replace(/['’].*/, ''), ownerOrObject(words, index)) +
          word.text.slice(head.length),
      )
  })
  let neutral = ''
  let last = 0
  for (const [index, word] of words.entries()) {
    neutral += nouns.slice(last, word.start) + (changes.get(index) ?? word.text)
    last = word.end
  }
  return neutral + nouns.slice(last)
}
