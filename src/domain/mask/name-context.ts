import { wordSet } from '../text/patterns.ts'
import type { NameToken } from './name-tokens.ts'
import { NAMES_THAT_ARE_WORDS, PLACES, ROLES, TECHNOLOGY, TIMES } from './name-words.ts'
import {
  BEFORE_PREPOSITION,
  DONE_BY_PEOPLE,
  DONE_BY_PEOPLE_MOSTLY,
  DONE_TO_PEOPLE,
  DONE_TO_PEOPLE_MOSTLY,
  OWNED_BY_PEOPLE,
  OWNED_BY_PEOPLE_MOSTLY,
} from './people-words.ts'
import { PLACE_NAMES } from './place-names.ts'
import { BEFORE_TIMES } from './thing-words.ts'

/** What a capitalised word may be besides a name. `clear` means nothing else that we know. */
export type WordClass = 'clear' | 'word' | 'place' | 'time' | 'technology'

export function classOf(low: string): WordClass {
  if (TIMES.has(low)) return 'time'
  if (TECHNOLOGY.has(low)) return 'technology'
  if (PLACES.has(low)) return 'place'
  return NAMES_THAT_ARE_WORDS.has(low) || ROLES.has(low) || low.length < 3 ? 'word' : 'clear'
}

const isPossessive = (text: string, { end }: NameToken): boolean =>
  /^['’](?:s\b|(?!\p{L}))/u.test(text.slice(end, end + 3))

const PLACES_OF_TWO: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(PLACE_NAMES).map(([first, others]) => [first, wordSet(others)]),
)

const isPlacePair = (first: NameToken | undefined, second: NameToken | undefined): boolean =>
  first !== undefined &&
  second !== undefined &&
  first.cap &&
  second.cap &&
  /^\.?[ \u00A0-]$/.test(second.gap) &&
  (PLACES_OF_TWO.get(first.low)?.has(second.low) ?? false)

/** Whether a word and its neighbour form a place: "San Jose", "St. Louis". */
export function isInPlace(tokens: readonly NameToken[], index: number): boolean {
  return isPlacePair(tokens[index], tokens[index + 1]) || isPlacePair(tokens[index - 1], tokens[index])
}

/** The word that a name owns. The possessive ending is a token of its own in between. */
const ownedBy = (tokens: readonly NameToken[], last: number): string => {
  const next = tokens[last + 1]
  const owned = next?.low === 's' && /^['’]$/.test(next.gap) ? tokens[last + 2] : next
  return owned?.low ?? ''
}

/** The position of a name. `known` is true if it belongs to a member of the workspace. */
export type NameContext = {
  readonly text: string
  readonly tokens: readonly NameToken[]
  /** Its first and last token. */
  readonly index: number
  readonly last: number
  readonly heading: boolean
  readonly known: boolean
  /** It is a known given name. */
  readonly given: boolean
}

/**
 * Whether a line is a heading. Its words begin with capitals anyway, so these reveal nothing. It does not end like a
 * sentence.
 */
export function isHeading(text: string, tokens: readonly NameToken[]): boolean {
  const long = tokens.filter(({ low }) => low.length > 3)
  const isSentence = /[.!?]["”’)]?(?:\s*$|\s+["“]?\p{Lu})/u.test(text)
  return !isSentence && long.length > 3 && long.filter(({ cap }) => cap).length / long.length > 0.65
}

/** What the words around a name reveal about it. All words are folded. '' means that no word adjoins. */
export type NameSigns = Pick<NameContext, 'heading' | 'known' | 'given'> & {
  readonly token: NameToken
  readonly kind: WordClass
  /** The two words before it, the nearest first. */
  readonly prev: string
  readonly before: string
  /** The word after it, unless it has a possessive ending. */
  readonly next: string
  /** The token after it, whatever it is. */
  readonly after: NameToken | undefined
  /** It has several words. */
  readonly several: boolean
  /** It has a possessive ending: "Will's". */
  readonly owner: boolean
  /** The words around it fit only a person (`sure`), or fit a person better than a thing. */
  readonly sure: boolean
  readonly rather: boolean
}

/** "Mark: “Great work”", "Mark, our lead", "a Mark-led effort". */
const SAID_OR_CALLED = /^(?:: ?["“]|, (?:who|our|my)\b|-led\b)/

/** Reads the words around a name. */
export function signsOf({ text, tokens, index, last, heading, known, given }: NameContext): NameSigns {
  const token = tokens[index]!
  const after = tokens[last + 1]
  const adjoins = /^[\s("“]*$/.test(token.gap)
  const prev = adjoins ? (tokens[index - 1]?.low ?? '') : ''
  const before = adjoins ? (tokens[index - 2]?.low ?? '') : ''
  const owner = isPossessive(text, tokens[last]!)
  const kind = classOf(token.low)
  const owned = owner && !(kind === 'time' && BEFORE_TIMES.has(prev)) ? ownedBy(tokens, last) : ''
  // "April's review", "London's team": months and places can own such things too.
  const isMostlyOwned = kind !== 'time' && kind !== 'place' && OWNED_BY_PEOPLE_MOSTLY.has(owned)
  const next = !owner && after && /^\s$/.test(after.gap) ? after.low : ''
  const rest = text.slice(tokens[last]!.end, tokens[last]!.end + 8)
  return {
    token,
    kind,
    heading,
    known,
    given,
    prev,
    before,
    next,
    after,
    several: last > index,
    owner,
    sure: DONE_TO_PEOPLE.has(prev) || DONE_BY_PEOPLE.has(next) || OWNED_BY_PEOPLE.has(owned),
    rather:
      (BEFORE_PREPOSITION.get(prev)?.has(before) ?? false) ||
      DONE_TO_PEOPLE_MOSTLY.has(prev) ||
      DONE_BY_PEOPLE_MOSTLY.has(next) ||
      isMostlyOwned ||
      SAID_OR_CALLED.test(rest),
  }
}
