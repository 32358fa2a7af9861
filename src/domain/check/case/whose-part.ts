import { anyOf } from '../../text/patterns.ts'
import { stemsOf } from '../../text/stems.ts'
import { deedOf, deedsIn, sameDeeds } from './deeds.ts'
import type { Told } from './told.ts'

const I = /\bI\b|\b(?:my|mine|myself)\b/i
const WE = /\b(?:we|our|ours|us|together|the team)\b/i
/** "We moved it", and not "I said that we should move it". */
const WE_DID =
  /\b(?:we|the team)\b(?! (?:should|could|need|must|can|have to|had to|might|will))|\btogether\b/i
const THEY = /\b(?:he|she|they)\b/i
const HELPED =
  /\b(?:help(?:s|ed|ing)?|assist\w*|contribut\w*|took part|participat\w*|shadow\w*|pair(?:s|ed|ing)|sat in)\b/i

const named = (people: readonly string[]): string =>
  people.length === 0 ? '(?!)' : `(?:${people.map((one) => RegExp.escape(one)).join('|')})`

const names = (text: string, person: string): boolean =>
  new RegExp(`(?<!\\p{L})${RegExp.escape(person)}(?!\\p{L})`, 'iu').test(text)

/** "Got the release people to pin it": deeds that other people were persuaded to do. */
const MOVED =
  /\b(?:got|asked|convinced|told|had|let|made|persuaded|taught)\b[^.;!?]{1,40}?\bto (\p{L}{2,15})/giu

/** What a text says that others did: after their name or pronoun, or after "got them to". */
const othersDeeds = (clauses: readonly string[], people: readonly string[]): Set<string> => {
  const subject = new RegExp(`(?:^|[\\s(,])${anyOf([named(people), THEY.source])}\\s(.{1,120})`, 'giu')
  const deeds = new Set<string>()
  for (const clause of clauses) {
    for (const [, rest = ''] of clause.matchAll(subject))
      for (const deed of deedsIn(rest.split(/\bI\b|\bwe\b/)[0] ?? '')) deeds.add(deed)
    for (const [, verb = ''] of clause.matchAll(MOVED)) deeds.add(deedOf(verb))
    for (const [, verb = ''] of clause.matchAll(
      new RegExp(`\\b(?:had|was|were|been)?\\s?(\\p{L}{2,15}) by ${named(people)}`, 'giu'),
    ))
      deeds.add(deedOf(verb))
  }
  return deeds
}

const startsWithOther = (clause: string, people: readonly string[]): boolean =>
  new RegExp(`^(?:and |but |then |while )?(?:${named(people)}(?! and I\\b)|(?:he|she)\\b)`, 'iu').test(clause)

/** The author's own clauses: with "I", or a note without a subject. */
const ownClauses = ({ own, people }: Told): string[] =>
  own.filter((clause) => !startsWithOther(clause, people) && (I.test(clause) || !WE.test(clause)))

const ownDeeds = (told: Told): Set<string> => {
  const deeds = new Set(ownClauses(told).flatMap((clause) => [...deedsIn(clause)]))
  for (const [, verb = ''] of told.own
    .join(' ')
    .matchAll(/\bI(?:'ve|'m| have| am| do| did)?\s(\p{L}{2,15})/giu))
    deeds.add(deedOf(verb))
  return deeds
}

/** When the author reported it, which is not a deed. */
const AS_TOLD = /\bwhen I (?:wrote|noted|reported|told)(?: of)? (?:this|it)\b/gi

/** The deeds that a sentence says its author did. */
const claimedDeeds = ({ clauses, people }: Told): Set<string> =>
  new Set(
    clauses
      .filter(({ text }) => I.test(text) && !startsWithOther(text, people))
      .flatMap(({ text }) => [
        ...deedsIn(text.replace(AS_TOLD, ' ').replace(new RegExp(`\\b${named(people)}\\b.*$`, 'iu'), ' ')),
      ]),
  )

/** Claims a deed that its receipts attribute to someone else. */
export function takesDeed(told: Told): boolean {
  const others = othersDeeds(
    told.receipts.flatMap(({ text }) => text.split(/[.;!?]\s|\n|,\s/)),
    told.people,
  )
  const own = ownDeeds(told)
  return [...claimedDeeds(told)].some((deed) => others.has(deed) && !own.has(deed))
}

/** Claims a thing that its receipts mention only in someone else's deed. */
export function takesThing(told: Told): boolean {
  const all = told.receipts.flatMap(({ saidBy, text }) => (saidBy === null ? text.split(/[.;!?,]\s|\n/) : []))
  const theirs = all.filter((clause) => startsWithOther(clause.trim(), told.people))
  if (theirs.length === 0 || !I.test(told.text)) return false
  const own = new Set(stemsOf(all.filter((clause) => !theirs.includes(clause)).join(' ')))
  return theirs.some((clause) => {
    const whom = told.people.filter((person) => names(clause, person))
    const may = whom.length > 0 ? whom : told.people
    if (may.some((person) => names(told.text, person)) || THEY.test(told.text)) return false
    const only = new Set(stemsOf(clause).filter((word) => !own.has(word)))
    return stemsOf(told.text).some((word) => only.has(word))
  })
}

/** Who may be the subject of a sentence besides its people. */
const ROLES = ['reviewer', 'colleague', 'teammate', 'manager', 'developer', 'somebody', 'someone']

/** The first deed after a name or a role, which is that person's. */
const givenDeeds = (text: string, people: readonly string[]): string[] => {
  const subject = new RegExp(
    `(?<!\\p{L})${named([...people, ...ROLES])}\\s(?:\\p{L}+ly )?(\\p{L}{2,15})`,
    'giu',
  )
  return [...text.matchAll(subject)].flatMap(([, verb = '']) => [...deedsIn(verb)])
}

/** Attributes a deed of the author's to someone else. */
export function givesDeed(told: Told): boolean {
  const { text, people, receipts, own } = told
  if (own.length === 0) return false
  const theirs = othersDeeds(
    receipts.flatMap((one) => one.text.split(/[.;!?]\s|\n|,\s/)),
    people,
  )
  const mine = ownDeeds(told)
  // "Jonas did the image cache" may be told without a verb: "I did the map, Jonas the image cache".
  return givenDeeds(text, people).some((deed) => deed !== 'do' && mine.has(deed) && !theirs.has(deed))
}

/** Says "I" of what its receipt says "we" of. */
export function dropsWe({ clauses, text }: Told): boolean {
  return (
    !WE.test(text) &&
    clauses.some(({ text: said, from }) => I.test(said) && WE_DID.test(from) && !I.test(from)) &&
    !/\bwith\b|\bhelped\b|\bpart\b/i.test(text)
  )
}

/** Leaves out with whom something was done, or who led it. */
export function dropsWhom({ clauses, text, people, own }: Told): boolean {
  const beside = new RegExp(
    anyOf([
      `\\b(?:with|alongside) (?:${named(people)}|him|her|them)\\b`,
      `${named(people)} and I\\b`,
      `\\bI and ${named(people)}`,
      `${named(people)}(?:'s)? (?:led|leading|lead)\\b`,
      `\\bled by ${named(people)}`,
    ]),
    'iu',
  )
  const shared = own.filter((clause) => beside.test(clause))
  if (shared.length === 0 || !I.test(text) || WE.test(text)) return false
  const isOf = (said: string, clause: string): boolean => {
    const [deeds, stems] = [deedsIn(clause), new Set(stemsOf(clause))]
    return [...deedsIn(said)].some((deed) => deeds.has(deed)) && stemsOf(said).some((one) => stems.has(one))
  }
  return clauses.some(({ text: said, from }) => {
    const clause = beside.test(from) ? from : shared.find((one) => isOf(said, one))
    if (clause === undefined) return false
    const whom = people.filter((person) => names(clause, person))
    const may = whom.length > 0 ? whom : people
    return !/\b(?:with|paired)\b/i.test(text) && !may.some((person) => names(text, person))
  })
}

/** Makes the author's work out of help. */
export function dropsHelp({ clauses, text }: Told): boolean {
  return clauses.some(({ text: said, from }) => {
    if (!HELPED.test(from) || HELPED.test(text) || !I.test(said)) return false
    return !/\b(?:part|with)\b/i.test(text)
  })
}

const LEADS = new RegExp(
  [
    '(?<!\\b(?:whether|if) )\\bI(?: \\p{L}+ly| also| then| have| had)? ',
    '(led|lead|own(?:ed)?|drove|headed|spearheaded|championed|directed|oversaw|architected|pioneered',
    '|initiated|managed|coordinated|conceived|invented)\\b',
  ].join(''),
  'giu',
)

/** Says that the author led, where no receipt says it of them. */
export function saysLed(told: Told): boolean {
  const own = ownDeeds(told)
  return [...told.text.matchAll(LEADS)].some(([, verb = '']) => !own.has(deedOf(verb)))
}

/** Verbs of making, deciding and teaching, which need a deed of the same kind. */
const STRONG = new Set(
  `built rebuilt created designed developed implemented launched shipped released deployed fixed solved resolved
   decided mentored taught coached trained convinced persuaded approved introduced established upgraded migrated
   replaced automated invented founded negotiated owned moved pinned rolled wrote`
    .split(/\s+/)
    .map(deedOf),
)

/** Names a deed that no receipt of the author's has in any form. */
export function newDeed(told: Told): boolean {
  const known = new Set(stemsOf(told.words).concat([...deedsIn(told.words)]))
  return [...claimedDeeds(told)].some(
    (deed) => STRONG.has(deed) && !sameDeeds(deed).some((one) => known.has(one)),
  )
}

const ALONE = new RegExp(
  `\\b${anyOf([
    /alone|on my own|by myself|single-?handed(?:ly)?|unaided|solo|independently|myself/,
    /without (?:any )?(?:help|backup|supervision)/,
  ])}\\b`,
  'i',
)
const SAYS_ALONE =
  /\b(?:alone|on my own|myself|by my ?self|solo|no backup|without|nobody|no one|didn't wake|single)\b/i

/** Says that the author worked alone although no receipt does. */
export function saysAlone({ text, words }: Told): boolean {
  return ALONE.test(text) && !SAYS_ALONE.test(words)
}

/** Says as a fact what only a colleague said, without their name. */
export function hidesSpeaker({ text, receipts }: Told): boolean {
  const speakers = [...new Set(receipts.flatMap(({ saidBy }) => saidBy ?? []))]
  return receipts.every(({ saidBy }) => saidBy !== null) && !speakers.every((one) => names(text, one))
}
