import { partNameAt, wholeNameAt } from './member-names.ts'
import { MEMBER_RULES } from './member-rules.ts'
import { classOf, isInPlace, signsOf } from './name-context.ts'
import type { NameToken } from './name-tokens.ts'
import { PERSON_RULES } from './person-rules.ts'
import { firstRule } from './rule.ts'
import { NOBODY_RULES, STRANGER_RULES, UNKNOWN_RULES } from './stranger-rules.ts'
import { isKnown, type NameSearch, surnameEnd } from './surnames.ts'

/** A name, before it is known whose it is. */
export type FoundName = {
  readonly start: number
  readonly end: number
  /** Its first token, and the first one after it. */
  readonly first: number
  readonly next: number
  /** The members that it may be. Empty for anybody else. */
  readonly ids: readonly string[]
  readonly whole: boolean
  /** Its words, folded and without initials. */
  readonly words: readonly string[]
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|madam|sir)$/

const isTagged = ({ gap }: NameToken): boolean => gap.endsWith('@')

/** Builds a name from a range of tokens. `whole` says that it is a full name, and not part of one. */
export function build(
  { text, tokens }: NameSearch,
  from: number,
  last: number,
  ids: readonly string[],
  whole: boolean,
): FoundName {
  const words = tokens.slice(from, last + 1).map(({ low }) => low)
  const end = tokens[last]!.end
  // "Priya P. reviewed it": the full stop belongs to the name and does not end the sentence.
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

const wholeMember = (reading: NameSearch, index: number): FoundName | null => {
  const { length, ids } = wholeNameAt(reading.text, reading.tokens, index, reading.names)
  return length > 0 ? build(reading, index, index + length - 1, ids, true) : null
}

/** "Mr Patel", "Ms. Jingwen Zheng": the title announces a name, and is hidden with it. */
const titled = (reading: NameSearch, index: number): FoundName | null => {
  const [title, name] = [reading.tokens[index]!, reading.tokens[index + 1]]
  if (!TITLE.test(title.low) || !title.cap || !name?.cap || TITLE.test(name.low) || !/^\.?\s$/.test(name.gap))
    return null
  const inner =
    wholeMember(reading, index + 1) ??
    partOfMember(reading, index + 1) ??
    build(reading, index + 1, surnameEnd(reading, index + 1), [], false)
  return { ...inner, start: title.start }
}

/** Whether an ambiguous name is a person's here, judged by the words around it. */
const isPersonAt = (reading: NameSearch, index: number, last: number, known: boolean): boolean => {
  const { text, tokens, heading } = reading
  const given = reading.known.given.has(tokens[index]!.low)
  const rules = known || given ? PERSON_RULES : UNKNOWN_RULES
  return firstRule(rules, signsOf({ text, tokens, index, last, heading, known, given }))!.isName
}

const partOfMember = (reading: NameSearch, index: number): FoundName | null => {
  const { tokens, known } = reading
  const token = tokens[index]!
  const { length, ids } = partNameAt(tokens, index, reading.names)
  if (length === 0) return null
  const rule = firstRule(MEMBER_RULES, {
    token,
    kind: classOf(token.low),
    length,
    tagged: isTagged(token),
    given: known.given.has(token.low),
    inPlace: isInPlace(tokens, index),
  })
  if (!(rule?.isName ?? isPersonAt(reading, index, index, true))) return null
  // "Priya Sharma" is not the member Priya Patel.
  const last = surnameEnd(reading, index)
  const isOther = last > index && length === 1 && token.cap
  return isOther
    ? build(reading, index, last, [], true)
    : build(reading, index, index + length - 1, ids, false)
}

const stranger = (reading: NameSearch, index: number): FoundName | null => {
  const { tokens, heading, known, foreign } = reading
  const token = tokens[index]!
  const word = {
    token,
    kind: classOf(token.low),
    tagged: isTagged(token),
    given: known.given.has(token.low),
    prev: /^\s$/.test(token.gap) ? (tokens[index - 1]?.low ?? '') : '',
    inPlace: isInPlace(tokens, index),
    foreign,
  }
  if (firstRule(NOBODY_RULES, word)) return null
  const last = surnameEnd(reading, index)
  const [second, final] = [tokens[index + 1]?.low ?? '', tokens[last]!]
  const rule = firstRule(STRANGER_RULES, {
    ...word,
    heading,
    surname:
      last > index && isKnown(known, second) && classOf(second) === 'clear' && classOf(final.low) === 'clear',
    loud: final.caps,
    beforeSurname: known.surnames.has(second) && classOf(second) === 'clear',
  })
  const isName = rule?.isName ?? isPersonAt(reading, index, last, false)
  return isName ? build(reading, index, last, [], last > index) : null
}

/**
 * The name that begins at a token: a member's full name, one after a title, part of a member's name, or a stranger's.
 */
export function nameAt(reading: NameSearch, index: number): FoundName | null {
  return (
    wholeMember(reading, index) ??
    titled(reading, index) ??
    partOfMember(reading, index) ??
    stranger(reading, index)
  )
}
