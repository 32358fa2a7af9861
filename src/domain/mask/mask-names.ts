import { inEnglish } from '../text/language.ts'
import { anyOf } from '../text/patterns.ts'
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
import { build, type FoundName, nameAt } from './name-at.ts'
import { classOf, isHeading, isInPlace } from './name-context.ts'
import { type NameToken, tokensOf } from './name-tokens.ts'
import { type KnownNames, type NameSearch, surnameEnd } from './surnames.ts'

/** A stretch of a text that names a person. Mentions with the same `person` are of the same one. */
export type NameMention = {
  readonly text: number
  readonly start: number
  readonly end: number
  readonly person: string
}

/** Whether only a comma or "and" separates two tokens. */
const areListed = (tokens: readonly NameToken[], one: number, other: number): boolean => {
  const gaps = tokens.slice(one + 1, other + 1).map(({ gap }) => gap)
  if (other === one + 1) return /^\s?[,&/]\s?$/.test(gaps[0] ?? '')
  return tokens[one + 1]?.low === 'and' && gaps.length === 2 && gaps.every((gap) => /^,?\s$/.test(gap))
}

/** "Alex, Mark and Grace": a word in a list next to a person is a person too. */
const besidePeople = (reading: NameSearch, found: readonly FoundName[]): FoundName[] => {
  const { tokens, names, known } = reading
  const taken = new Set<number>()
  for (const { first, next } of found) for (let at = first; at < next; at += 1) taken.add(at)
  const more: FoundName[] = []
  const look = (index: number): void => {
    const token = tokens[index]!
    if (taken.has(index) || !token.cap || token.caps || token.glued || isInPlace(tokens, index)) return
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

/** Names in other scripts, after or before a form of address. */
const ADDRESSED = new RegExp(
  anyOf({
    'in Chinese letters, in Japanese': /(?:(?!皆|客)\p{Script=Han}){1,4}(?=さん|くん|ちゃん|先輩)/u,
    'in Katakana': /[\p{Script=Katakana}ー]{2,8}(?=さん|くん|ちゃん)/u,
    'in Hangul': /\p{Script=Hangul}{2,4}(?=\s?씨(?!\p{Script=Hangul}{2}))/u,
    'in Thai': /(?<=(?<!\p{Script=Thai})(?:พี่|อ\.|ดร\.)\s?)\p{Script=Thai}{2,12}(?!\p{Script=Thai})/u,
  }),
  'gu',
)

const inOtherForms = (text: string, forms: OtherForms): FoundName[] => {
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

const foundIn = (reading: NameSearch, forms: OtherForms): FoundName[] => {
  const found: FoundName[] = []
  for (let index = 0; index < reading.tokens.length; ) {
    const name = nameAt(reading, index)
    if (name) found.push(name)
    index = name ? name.next : index + 1
  }
  return [...found, ...besidePeople(reading, found), ...inOtherForms(reading.text, forms)]
}

/** Strangers whose full name is in the texts. Addresses are searched for them as for members. */
const wholeStrangers = (all: readonly FoundName[], present: ReadonlySet<string>): NameIndex => {
  const whole = all.filter(({ whole, ids, words }) => whole && ids.length === 0 && words.length > 1)
  const names = [...new Set(whole.map(({ words }) => words.join(' ')))]
  return indexNames(
    names.map((name) => ({ id: name, names: [name] })),
    present,
  )
}

const inAddresses = (reading: NameSearch, strangers: NameIndex): FoundName[] =>
  reading.tokens.flatMap((token, index) => {
    if (!token.glued) return []
    const { length, ids } = wholeNameAt(reading.text, reading.tokens, index, strangers)
    return length > 0
      ? [{ ...build(reading, index, index + length - 1, [], true), words: ids[0]!.split(' ') }]
      : []
  })

/** Maps a partial name to the person whose full name is in the texts too. */
const makePersonOf = (all: readonly FoundName[]): ((found: FoundName) => string) => {
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
 * Everybody who is named in the texts, in text order: members by every form of their name, then people with a known
 * given name or surname, then people who are the object of a verb that takes people.
 */
export function findPeople(
  texts: readonly string[],
  members: readonly Member[],
  known: KnownNames,
): NameMention[] {
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
