import type { Token } from './name-tokens.ts'
import { NAMES_THAT_ARE_WORDS, PLACES, ROLES, TECHNOLOGY, TIMES } from './name-words.ts'

/** What a word in capitals may be besides a name; `clear` is nothing else that we know of. */
export type WordClass = 'clear' | 'word' | 'place' | 'time' | 'technology'

export const classOf = (low: string): WordClass => {
  if (TIMES.has(low)) return 'time'
  if (TECHNOLOGY.has(low)) return 'technology'
  if (PLACES.has(low)) return 'place'
  return NAMES_THAT_ARE_WORDS.has(low) || ROLES.has(low) || low.length < 3 ? 'word' : 'clear'
}

/** What is done to people and to nothing else. */
const TO_PEOPLE =
  /^(?:mentor(?:ed|ing|s)?|coach(?:ed|ing|es)?|tutor(?:ed|ing)|thank(?:ed|ing|s)?|interview(?:ed|ing)|hir(?:ed|ing)|congratulat(?:ed|ing)|prais(?:ed|ing)|nominat(?:ed|ing)|shadow(?:ed|ing))$/
/** What is done to people mostly, and what people are called before their name. */
const TO_PEOPLE_MOSTLY =
  /^(?:onboard(?:ed|ing)|help(?:ed|ing|s)?|teach(?:ing)?|taught|train(?:ed|ing)|unblock(?:ed|ing)|ask(?:ed|ing)|told|guid(?:ed|ing)|advis(?:ed|ing)|brief(?:ed|ing)|convinc(?:ed|ing)|persuad(?:ed|ing)|consult(?:ed|ing)|promot(?:ed|ing)|sponsor(?:ed|ing)|assist(?:ed|ing)|encourag(?:ed|ing)|met|invit(?:ed|ing)|cc|gave|sent|showed|colleague|teammate|manager|mentee|boss|intern|engineer|designer|lead)$/
/** "paired with", "thanks to", "1:1s with": the word before the preposition decides. */
const PAIRS: ReadonlyMap<string, RegExp> = new Map([
  [
    'with',
    /^(?:pair(?:ed|ing)?|work(?:ed|ing)?|collaborat(?:ed|ing)|partner(?:ed|ing)|together|along|s|ones?|sync(?:ed|s)?|met|meetings?|spoke|talk(?:ed|ing)?|discuss(?:ed|ions?)?|closely|chat(?:ted)?|agreed|aligned|sessions?|shared)$/,
  ],
  [
    'to',
    /^(?:thanks|kudos|report(?:ed|ing|s)?|credit|handed|speaking|spoke|listen(?:ed|ing)?|over|explained|delegat(?:ed|ing)|grateful)$/,
  ],
  ['from', /^(?:feedback|help|support|praise|thanks|advice|input|quote|kudos|mentorship|guidance)$/],
  [
    'by',
    /^(?:taught|mentored|coached|shadowed|interviewed|written|presented|led|given|reviewed|praised|supported|managed|approved|nominated|helped|hired)$/,
  ],
  ['for', /^(?:covered|mentor|coach|advocated|feedback|thanks)$/],
])

/** What people do and machines do not; what they do rather than machines. */
const BY_PEOPLE =
  /^(?:said|says|asked|asks|told|thanked|praised|agreed|suggested|replied|wrote|felt|feels|wants|wanted|mentioned|admitted|noted|thinks|thought|believes|believed|likes|liked|loves|loved|knows|knew)$/
const BY_PEOPLE_MOSTLY =
  /^(?:joined|left|shared|gave|gives|helped|reviewed|approved|pointed|commented|confirmed|learned|struggled|led|leads|took|mentored|pinged|reached|who|onboarded|presented|volunteered)$/

/** What belongs to people and to no machine; what belongs to people rather. */
const OF_PEOPLE =
  /^(?:feedback|manager|mentor|mentee|mentorship|onboarding|career|promotion|advice|confidence|behalf|words)$/
const OF_PEOPLE_MOSTLY =
  /^(?:growth|approval|team|help|support|request|questions?|review|idea|proposal|first|work|prs?|pull)$/

const OF_PLACES =
  /^(?:region|offices?|site|team|datacenter|data|zone|hub|campus|meetup|conference|based|time|branch|cluster|area)$/

const isPossessive = (text: string, { end }: Token): boolean =>
  /^['’](?:s\b|(?!\p{L}))/u.test(text.slice(end, end + 3))

/** Where a name stands. `known`: it is a name of a member of the workspace. */
export type Place = {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Its first and its last token. */
  readonly index: number
  readonly last: number
  readonly heading: boolean
  readonly known: boolean
  /** It is known as a given name. */
  readonly given: boolean
}

/** The words of a heading begin with capitals, so that these say nothing there. It has no end as sentences have. */
export const isHeading = (text: string, tokens: readonly Token[]): boolean => {
  const long = tokens.filter(({ low }) => low.length > 3)
  const isSentence = /[.!?]["”’)]?(?:\s*$|\s+["“]?\p{Lu})/u.test(text)
  return !isSentence && long.length > 3 && long.filter(({ cap }) => cap).length / long.length > 0.65
}

type Signs = {
  readonly prev: string
  readonly before: string
  readonly next: string
  readonly owner: boolean
  /** The words around speak of a person and nothing else; of a person rather than of a thing. */
  readonly sure: boolean
  readonly rather: boolean
}

const signsOf = ({ text, tokens, index, last }: Place): Signs => {
  const token = tokens[index]!
  const after = tokens[last + 1]
  const adjoins = /^[\s("“]*$/.test(token.gap)
  const prev = adjoins ? (tokens[index - 1]?.low ?? '') : ''
  const before = adjoins ? (tokens[index - 2]?.low ?? '') : ''
  const owner = isPossessive(text, tokens[last]!)
  const owned = owner ? (after?.low ?? '') : ''
  const next = !owner && after && /^\s$/.test(after.gap) ? after.low : ''
  const rest = text.slice(tokens[last]!.end, tokens[last]!.end + 8)
  return {
    prev,
    before,
    next,
    owner,
    sure: TO_PEOPLE.test(prev) || BY_PEOPLE.test(next) || OF_PEOPLE.test(owned),
    rather:
      (PAIRS.get(prev)?.test(before) ?? false) ||
      TO_PEOPLE_MOSTLY.test(prev) ||
      BY_PEOPLE_MOSTLY.test(next) ||
      OF_PEOPLE_MOSTLY.test(owned) ||
      // "Mark: “Great work”", "Mark, our lead", "a Mark-led effort".
      /^(?:: ?["“]|, (?:who|our|my)\b|-led\b)/.test(rest),
  }
}

/** What stands before and behind a tool. */
const BEFORE_TOOLS =
  /^(?:in|using|use|used|on|to|from|via|of|the|our|a|an|new|old|into|migrate[ds]?|migrating|upgraded?|upgrading|run|running|deploy(?:ed|ing)?|with)$/
const BEHIND_TOOLS =
  /^(?:code|tests?|scripts?|apps?|services?|ci|pipelines?|jobs?|builds?|gems?|versions?|upgrade|clusters?|plugins?|framework|servers?|models?|api|on|and|to)$/

/**
 * Whether a name that may also be a word, a place, a month or a tool is a person's here. Of a member's name a
 * capital in the middle of a sentence is enough, if nothing says that it is the tool or the place.
 */
export const isPersonHere = (place: Place): boolean => {
  const { tokens, index, heading, known, given } = place
  const token = tokens[index]!
  if (!token.cap || token.caps || (!known && ROLES.has(token.low))) return false
  const { prev, before, next, owner, sure, rather } = signsOf(place)
  if (sure) return true
  const kind = classOf(token.low)
  // "Will reviewed it": a verb with its ending follows no modal. "Will's plan" belongs to somebody.
  if (token.opens)
    return (rather && (kind !== 'technology' || (known && given))) || (kind === 'word' && owner && !heading)
  if (kind === 'technology') {
    const isTool = BEFORE_TOOLS.test(prev) || BEHIND_TOOLS.test(next)
    return known && !heading && (rather || (given && !isTool))
  }
  if (kind === 'time')
    return (
      rather && prev !== 'for' && (prev !== 'by' || /^(?:taught|mentored|coached|shadowed)$/.test(before))
    )
  if (rather) return true
  if (heading) return false
  if (kind === 'place') {
    const isThere = /^(?:in|at|near|to|from|our|the|around|across|of)$/.test(prev) || OF_PLACES.test(next)
    return !isThere && (known || /^(?:with|by)$/.test(prev))
  }
  return known || owner || /^(?:with|by|from|to|for|between|alongside)$/.test(prev) || next === 'and'
}

const ENDS =
  /^(?:to|on|in|and|who|through|for|as|during|with|at|from|since|by|when|until|weekly|daily|twice|about|after|before|while|over|is|was|has|how)$/
const MET =
  /^(?:mentor(?:ed|ing)?|coach(?:ed|ing)|tutor(?:ed|ing)|thank(?:ed|ing)?|hired|congratulated|nominated|shadowed)$/
const PAIRS_WITH_PEOPLE: ReadonlyMap<string, RegExp> = new Map([
  ['with', /^(?:pair(?:ed|ing)|s|ones?)$/],
  ['to', /^(?:thanks|kudos)$/],
  ['by', /^(?:taught|mentored|coached|written|presented|given)$/],
])

/**
 * Whether words in capitals that no list knows are a person here: two of them where a person is rather meant, one
 * alone where nothing else can be.
 */
export const isStrangerHere = (place: Place): boolean => {
  const { tokens, index, last, heading } = place
  const token = tokens[index]!
  if (token.opens || !/^[\s("“]+$/.test(token.gap) || classOf(token.low) !== 'clear') return false
  const { prev, before, next, owner, sure, rather } = signsOf(place)
  const isMet = MET.test(prev) || (PAIRS_WITH_PEOPLE.get(prev)?.test(before) ?? false)
  if (last > index) return (sure || rather) && (!heading || isMet)
  // "mentored Platform engineers": what follows a name is no noun.
  const after = tokens[last + 1]
  const ends = !after || owner || !/^\s$/.test(after.gap) || after.cap || ENDS.test(next)
  return isMet
    ? ends && (!heading || prev === 'by')
    : sure && !MET.test(prev) && !TO_PEOPLE.test(prev) && !heading
}
