import { onceFor } from '../text/once-for.ts'
import { classOf } from './name-context.ts'
import { type NameToken, tokensOf } from './name-tokens.ts'

/** A person whose name the texts may contain. */
export type Member = {
  readonly id: string
  /** Real name, display name, first and last name, in any order. */
  readonly names: readonly string[]
}

/** One form of a member's name, as folded words. `whole` is true for given name and surname, also with an initial. */
type Way = { readonly id: string; readonly words: readonly string[]; readonly whole: boolean }

/** Members' names by their first word. */
export type NameIndex = ReadonlyMap<string, readonly Way[]>

const waysOf = ({ id, names }: Member): Way[] =>
  names.flatMap((name) => {
    const parts = name
      .split(/[\s,]+/)
      .map((part) => tokensOf(part).map(({ low }) => low))
      .filter((part) => part.length > 0)
    const [first, last] = [parts[0], parts.at(-1)]
    if (!first || !last) return []
    const part = (words: readonly string[]): Way => ({ id, words, whole: false })
    if (parts.length === 1) return [part(first)]
    const rest = parts.slice(1).flat()
    const whole = [
      parts.flat(),
      [...first, ...last],
      [...rest, ...first],
      [...last, ...first],
      [[...first[0]!][0]!, ...rest],
      [[...first[0]!][0]!, ...last],
      [...first, [...last[0]!][0]!],
      [`${first.join('')}${last.join('')}`],
    ]
    return [
      ...whole.map((words) => ({ id, words, whole: true })),
      part(first),
      part(last),
      ...(parts.length > 2 ? [part(rest)] : []),
    ]
  })

/** Cached per member, because a workspace may have thousands and their forms are the same for every text. */
const knownWaysOf = onceFor((member: Member): readonly Way[] => waysOf(member))

/** The members' names whose words all occur in the texts. */
export function indexNames(members: readonly Member[], present: ReadonlySet<string>): NameIndex {
  const index = new Map<string, Way[]>()
  for (const member of members) {
    for (const way of knownWaysOf(member)) {
      if (!way.words.every((word) => present.has(word))) continue
      const same = index.get(way.words[0]!) ?? []
      same.push(way)
      index.set(way.words[0]!, same)
    }
  }
  return index
}

const JOINS = /^(?:[ \u00A0]{1,2}|-|[._]|\.\s|,\s)$/

/** How many tokens from `index` on match these words, or 0. A middle initial may come between them. */
const lengthAt = (tokens: readonly NameToken[], index: number, words: readonly string[]): number => {
  let at = index
  for (const [nth, word] of words.entries()) {
    if (nth > 0 && tokens[at]?.low.length === 1 && tokens[at]!.low !== word && tokens[at]!.cap) at += 1
    const token = tokens[at]
    if (token?.low !== word || (nth > 0 && !JOINS.test(token.gap))) return 0
    at += 1
  }
  return at - index
}

/** The members that some tokens may name, and how many tokens they are. */
export type MemberMatch = { readonly length: number; readonly ids: readonly string[] }

const longest = (ways: readonly Way[], tokens: readonly NameToken[], index: number): MemberMatch => {
  const matches = ways
    .map(({ id, words }) => ({ id, length: lengthAt(tokens, index, words) }))
    .filter(({ length }) => length > 0)
  const length = Math.max(0, ...matches.map((match) => match.length))
  return { length, ids: [...new Set(matches.filter((match) => match.length === length).map(({ id }) => id))] }
}

/** An initial is a capital. It needs its full stop at the end of a name, or if it could be an article. */
const isInitial = (text: string, { low, cap, end }: NameToken, isLast: boolean): boolean =>
  low.length > 1 || (cap && (text[end] === '.' || !(isLast || low === 'a' || low === 'i')))

/** A member's full name at a token. Also in lower case, if it is not an ordinary word. */
export function wholeNameAt(
  text: string,
  tokens: readonly NameToken[],
  index: number,
  names: NameIndex,
): MemberMatch {
  const fits = (names.get(tokens[index]!.low) ?? []).filter(({ words, whole }) => {
    const length = whole ? lengthAt(tokens, index, words) : 0
    const said = tokens.slice(index, index + length)
    return (
      length > 0 &&
      said.every((token, nth) => isInitial(text, token, nth === length - 1)) &&
      (said.some(({ cap }) => cap) || said.every(({ low }) => classOf(low) === 'clear'))
    )
  })
  return longest(fits, tokens, index)
}

/** A member's given name, surname or display name at a token. */
export function partNameAt(tokens: readonly NameToken[], index: number, names: NameIndex): MemberMatch {
  return longest(
    (names.get(tokens[index]!.low) ?? []).filter(({ whole }) => !whole),
    tokens,
    index,
  )
}

const NO_CAPITALS = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{L}]/u
/** A display name that is not an ordinary word: "priya_p", "dj42". */
const HANDLE = /^(?=.*[\d_])[\p{L}\d_.-]{3,40}$/u

/** Names that cannot be found word by word: scripts without capitals or spaces, and display names with digits. */
export type OtherForms = {
  readonly handles: ReadonlyMap<string, string>
  readonly forms: readonly { readonly form: string; readonly id: string }[]
}

const formsOf = (name: string): string[] =>
  NO_CAPITALS.test(name)
    ? [name, name.replace(/\s+/g, ''), ...name.split(/[\s・]+/)].filter(
        (form) => form.length > (/[\p{Script=Han}\p{Script=Hangul}]/u.test(form) ? 1 : 2),
      )
    : []

/** Such names of members, if they occur in the texts. */
export function otherFormsOf(members: readonly Member[], texts: readonly string[]): OtherForms {
  const whole = texts.join('\n')
  const names = members.flatMap(({ id, names }) => names.map((name) => ({ id, name })))
  return {
    handles: new Map(
      names.filter(({ name }) => HANDLE.test(name)).map(({ id, name }) => [name.toLowerCase(), id]),
    ),
    forms: names.flatMap(({ id, name }) =>
      formsOf(name)
        .filter((form) => whole.includes(form))
        .map((form) => ({ form, id })),
    ),
  }
}

/** Where such names occur in a text. */
export function otherNamesIn(
  text: string,
  { handles, forms }: OtherForms,
): { id: string; start: number; end: number; form: string }[] {
  const found = []
  if (handles.size > 0) {
    for (const { index, 0: said } of text.matchAll(/(?<![\p{L}\d_.-])@?[\p{L}\d_-][\p{L}\d_.-]*/gu)) {
      const form = said.replace(/^@|(?<![.-])[.-]+$/g, '')
      const id = handles.get(form.toLowerCase())
      if (id !== undefined)
        found.push({ id, start: index, end: index + said.replace(/(?<![.-])[.-]+$/, '').length, form })
    }
  }
  for (const { form, id } of forms) {
    for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length))
      found.push({ id, start: at, end: at + form.length, form })
  }
  return found
}
