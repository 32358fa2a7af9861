import { inEnglish } from '../text/language.ts'
import { FOREIGN_OPENERS } from './foreign-openers.ts'
import {
  indexNames,
  type Member,
  type NameIndex,
  type OtherForms,
  otherFormsOf,
  otherNamesIn,
  partNameAt,
  wholeNameAt,
} from './member-names.ts'
import { classOf, isHeading, isPersonHere, isStrangerHere, type Place } from './name-context.ts'
import { type Token, tokensOf } from './name-tokens.ts'
import { isCamel, isKnown, type KnownNames, type Reading, surnameEnd } from './surnames.ts'

/** A stretch of one of the texts that names somebody: the same `person`, the same somebody. */
export type Mention = {
  readonly text: number
  readonly start: number
  readonly end: number
  readonly person: string
}

/** A name before it is known whose. */
type Found = {
  readonly start: number
  readonly end: number
  /** Its first token, and the first one behind it. */
  readonly first: number
  readonly next: number
  /** The members that it may be; none: somebody else. */
  readonly ids: readonly string[]
  readonly whole: boolean
  /** Its words, folded, initials left out. */
  readonly words: readonly string[]
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|madam|sir)$/

const isTagged = ({ gap }: Token): boolean => gap.endsWith('@')

const build = (
  { text, tokens }: Reading,
  from: number,
  last: number,
  ids: readonly string[],
  whole: boolean,
): Found => {
  const words = tokens.slice(from, last + 1).map(({ low }) => low)
  const end = tokens[last]!.end
  // "Priya P. reviewed it": there the point is the name's and no sentence's.
  const hasPoint = words.at(-1)!.length === 1 && /^\.\s\p{Ll}/u.test(text.slice(end, end + 3))
  return {
    start: tokens[from]!.start - (isTagged(tokens[from]!) ? 1 : 0),
    end: hasPoint ? end + 1 : end,
    first: from,
    next: last + 1,
    ids,
    whole,
    words: words.filter((word) => word.length > 1),
  }
}

const wholeMember = (reading: Reading, index: number): Found | null => {
  const { length, ids } = wholeNameAt(reading.text, reading.tokens, index, reading.names)
  return length > 0 ? build(reading, index, index + length - 1, ids, true) : null
}

/** "Mr Patel", "Ms. Jingwen Zheng": the title says that a name follows, and goes with it. */
const titled = (reading: Reading, index: number): Found | null => {
  const [title, name] = [reading.tokens[index]!, reading.tokens[index + 1]]
  if (!TITLE.test(title.low) || !title.cap || !name?.cap || TITLE.test(name.low) || !/^\.?\s$/.test(name.gap))
    return null
  const inner =
    wholeMember(reading, index + 1) ??
    partOfMember(reading, index + 1) ??
    build(reading, index + 1, surnameEnd(reading, index + 1), [], false)
  return { ...inner, start: title.start }
}

const partOfMember = (reading: Reading, index: number): Found | null => {
  const { text, tokens, heading, known } = reading
  const token = tokens[index]!
  const { length, ids } = partNameAt(tokens, index, reading.names)
  if (length === 0) return null
  const isClear = classOf(token.low) === 'clear' && (!token.caps || token.low.length > 3)
  const isSmallName = !token.cap && known.given.has(token.low) && token.low.length > 3
  // In an address or a branch's name only what can be nothing else.
  if (token.glued && !isTagged(token) && !(isClear && known.given.has(token.low) && token.low.length > 3))
    return null
  const isName =
    isTagged(token) ||
    (length > 1 && token.cap) ||
    (isClear && (token.cap || isSmallName)) ||
    isPersonHere({
      text,
      tokens,
      index,
      last: index,
      heading,
      known: true,
      given: known.given.has(token.low),
    })
  if (!isName) return null
  // "Priya Sharma" is not the member Priya Patel.
  const last = surnameEnd(reading, index)
  const isOther = last > index && length === 1 && token.cap
  return isOther
    ? build(reading, index, last, [], true)
    : build(reading, index, index + length - 1, ids, false)
}

/** What opens a sentence with a capital and is no name, also before a surname: "Our Zhang"; "Told Kowalski". */
const OPENER =
  /^(?:thank|thanks|told|met|got|taught|led|made|wrote|built|ran|gave|took|set|put|had|has|was|is|were|are|did|do|does|our|my|the|this|that|with|for|from|and|also|when|after|before|while|as|by|in|on|at|to|we|i|he|she|they|it|an?|so|then|but|if|both|only|even|dear|hi|hello|per|via|see|ask|help|let)$/
const VERB = /(?:ed|ing|ly)$/
/** Two capitals that are no initials. */
const ABBREVIATION =
  /^(?:a[ipb]|ml|qa|hr|it|[pe]m|u[xiks]|eu|c[id]|db|vp|tl|[pm]r|os|vm|ip|sf|la|ny|nz|de|no|ok|js|ts|go)$/

const stranger = (reading: Reading, index: number): Found | null => {
  const { text, tokens, heading, known } = reading
  const token = tokens[index]!
  const kind = classOf(token.low)
  const isGiven = known.given.has(token.low)
  const isSaid = isTagged(token)
    ? isGiven && (kind === 'clear' || (token.cap && kind !== 'technology'))
    : token.cap && !token.glued
  const before = /^\s$/.test(token.gap) ? (tokens[index - 1]?.low ?? '') : ''
  if (/^(?:san|santa|sao|saint|fort|port|new)$/.test(before)) return null // "San Jose"
  const opensOnly =
    OPENER.test(token.low) ||
    (reading.foreign && FOREIGN_OPENERS.has(token.low)) ||
    (!isGiven && VERB.test(token.low))
  if (!isSaid || (token.opens && opensOnly)) return null
  const last = surnameEnd(reading, index)
  const [second, final] = [tokens[index + 1]?.low ?? '', tokens[last]!.low]
  const found = build(reading, index, last, [], last > index)
  const areNames = isKnown(known, second) && classOf(second) === 'clear' && classOf(final) === 'clear'
  const hasSurname = last > index && areNames && (!token.caps || tokens[last]!.caps)
  // "PRIYA PATEL", "CK Cheong"
  const isInitials = token.text.length === 2 && !ABBREVIATION.test(token.low) && known.surnames.has(second)
  if (token.caps) return (isGiven && hasSurname) || (isInitials && classOf(second) === 'clear') ? found : null
  if (isGiven && (kind === 'clear' || isTagged(token))) return found
  // "Rich Bowen"; "with Jingwen Zheng": there a word that no list knows stands before a surname.
  if (hasSurname && !heading && (isGiven ? kind !== 'time' : kind === 'clear' && !isCamel(token.text)))
    return found
  const place: Place = { text, tokens, index, last, heading, known: false, given: isGiven }
  return (isGiven && isPersonHere(place)) || (!isCamel(token.text) && isStrangerHere(place)) ? found : null
}

const nameAt = (reading: Reading, index: number): Found | null =>
  wholeMember(reading, index) ??
  titled(reading, index) ??
  partOfMember(reading, index) ??
  stranger(reading, index)

/** Whether nothing but a comma or "and" stands between two tokens. */
const areListed = (tokens: readonly Token[], one: number, other: number): boolean => {
  const gaps = tokens.slice(one + 1, other + 1).map(({ gap }) => gap)
  if (other === one + 1) return /^\s?[,&/]\s?$/.test(gaps[0] ?? '')
  return tokens[one + 1]?.low === 'and' && gaps.length === 2 && gaps.every((gap) => /^,?\s$/.test(gap))
}

/** "Alex, Mark and Grace": beside a person in a list stands another. */
const besidePeople = (reading: Reading, found: readonly Found[]): Found[] => {
  const { tokens, names, known } = reading
  const taken = new Set<number>()
  for (const { first, next } of found) for (let at = first; at < next; at += 1) taken.add(at)
  const more: Found[] = []
  const look = (index: number): void => {
    const token = tokens[index]!
    if (taken.has(index) || !token.cap || token.caps || token.glued) return
    const { length, ids } = partNameAt(tokens, index, names)
    if (!(known.given.has(token.low) || length === 1) || /^(?:technology|time)$/.test(classOf(token.low)))
      return
    const isBeside = [1, 2].some(
      (step) =>
        (taken.has(index + step) && areListed(tokens, index, index + step)) ||
        (taken.has(index - step) && areListed(tokens, index - step, index)),
    )
    if (!isBeside) return
    const last = length === 1 ? index : surnameEnd(reading, index)
    more.push(build(reading, index, last, length === 1 ? ids : [], last > index))
    for (let at = index; at <= last; at += 1) taken.add(at)
  }
  for (let index = 0; index < tokens.length; index += 1) look(index)
  for (let index = tokens.length - 1; index >= 0; index -= 1) look(index)
  return more
}

/** Names in other scripts behind or before a form of address. */
const ADDRESSED =
  /(?:(?!皆|客)\p{Script=Han}){1,4}(?=さん|くん|ちゃん|先輩)|[\p{Script=Katakana}ー]{2,8}(?=さん|くん|ちゃん)|\p{Script=Hangul}{2,4}(?=\s?씨(?!\p{Script=Hangul}{2}))|(?<=(?<!\p{Script=Thai})(?:พี่|อ\.|ดร\.)\s?)\p{Script=Thai}{2,12}(?!\p{Script=Thai})/gu

const inOtherForms = (text: string, forms: OtherForms): Found[] => {
  const named = otherNamesIn(text, forms)
  const addressed = [...text.matchAll(ADDRESSED)].map(({ index, 0: form }) => ({
    id: null,
    start: index,
    end: index + form.length,
    form,
  }))
  return [...named, ...addressed].map(({ id, start, end, form }) => ({
    start,
    end,
    first: 0,
    next: 0,
    ids: id === null ? [] : [id],
    whole: id !== null,
    words: [form],
  }))
}

const foundIn = (reading: Reading, forms: OtherForms): Found[] => {
  const found: Found[] = []
  for (let index = 0; index < reading.tokens.length; ) {
    const name = nameAt(reading, index)
    if (name) found.push(name)
    index = name ? name.next : index + 1
  }
  return [...found, ...besidePeople(reading, found), ...inOtherForms(reading.text, forms)]
}

/** Strangers whose whole name stands in the texts, to be looked for in addresses as members are. */
const wholeStrangers = (all: readonly Found[], present: ReadonlySet<string>): NameIndex => {
  const whole = all.filter(({ whole, ids, words }) => whole && ids.length === 0 && words.length > 1)
  const names = [...new Set(whole.map(({ words }) => words.join(' ')))]
  return indexNames(
    names.map((name) => ({ id: name, names: [name] })),
    present,
  )
}

const inAddresses = (reading: Reading, strangers: NameIndex): Found[] =>
  reading.tokens.flatMap((token, index) => {
    if (!token.glued) return []
    const { length, ids } = wholeNameAt(reading.text, reading.tokens, index, strangers)
    return length > 0
      ? [{ ...build(reading, index, index + length - 1, [], true), words: ids[0]!.split(' ') }]
      : []
  })

/** Whose a name is: parts of a name are those of the one whose whole name stands in the texts too. */
const makePersonOf = (all: readonly Found[]): ((found: Found) => string) => {
  const members = new Set(all.flatMap(({ whole, ids }) => (whole && ids.length === 1 ? ids : [])))
  const strangers = new Map<string, string>()
  for (const { whole, ids, words } of all) {
    if (!whole || ids.length > 0) continue
    for (const part of [words[0]!, words.at(-1)!])
      if (!strangers.has(part)) strangers.set(part, words.join(' '))
  }
  return ({ ids, whole, words }) => {
    const said = ids.filter((id) => members.has(id))
    const id = said.length === 1 ? said[0] : ids.length === 1 ? ids[0] : undefined
    if (id !== undefined) return `member ${id}`
    const name = words.join(' ')
    return `name ${whole ? name : (strangers.get(name) ?? name)}`
  }
}

/**
 * Everybody who is named in the texts, in the order of the texts: members first, by every way to say their name,
 * then people with a known given name or surname, then whoever something is done to that is done to people.
 */
export const findPeople = (
  texts: readonly string[],
  members: readonly Member[],
  known: KnownNames,
): Mention[] => {
  const tokens = texts.map(tokensOf)
  const present = new Set<string>()
  for (const list of tokens) for (const { low } of list) present.add(low).add(low.slice(0, 1))
  const names = indexNames(members, present)
  const forms = otherFormsOf(members, texts)
  const readings = texts.map((text, at) => ({
    text,
    tokens: tokens[at]!,
    heading: isHeading(text, tokens[at]!),
    foreign: inEnglish(text) === 'no',
    names,
    known,
  }))
  const direct = readings.map((reading) => foundIn(reading, forms))
  const all = direct.flat()
  const personOf = makePersonOf(all)
  const strangers = wholeStrangers(all, present)
  return readings.flatMap((reading, text) => {
    let end = 0
    return [...direct[text]!, ...inAddresses(reading, strangers)]
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter((one) => {
        if (one.start < end) return false
        end = one.end
        return true
      })
      .map((one) => ({ text, start: one.start, end: one.end, person: personOf(one) }))
  })
}
