import type { NameIndex } from './member-names.ts'
import { classOf } from './name-context.ts'
import type { NameToken } from './name-tokens.ts'
import { ROLES } from './name-words.ts'

/** Known names of people, folded, for people who are not members. */
export type KnownNames = { readonly given: ReadonlySet<string>; readonly surnames: ReadonlySet<string> }

/** A text prepared for the search for names. */
export type NameSearch = {
  readonly text: string
  readonly tokens: readonly NameToken[]
  readonly heading: boolean
  /** Small words of other languages may open its sentences. */
  readonly foreign: boolean
  readonly names: NameIndex
  readonly known: KnownNames
}

const PARTICLE = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ten|ter|st|abu)$/

/** A capital inside a word marks a product, except in "McDonald" and the like. */
export function isCamel(text: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(text.replace(/^(?:Mc|Mac|De|Di|La|Le|Fitz|Van|Von)(?=\p{Lu})/u, ''))
}

export function isKnown({ given, surnames }: KnownNames, low: string): boolean {
  return given.has(low) || surnames.has(low)
}

/** `isFirst` says that only given names come between it and the first one. */
const couldBeSurname = (token: NameToken, { heading, known }: NameSearch, isFirst: boolean): boolean => {
  const kind = classOf(token.low)
  if (!token.cap || kind === 'time' || kind === 'technology' || ROLES.has(token.low)) return false
  if (isKnown(known, token.low)) return kind === 'clear' || !(heading || token.caps)
  return isFirst && kind === 'clear' && !heading && !token.caps && !isCamel(token.text)
}

/** The last token of a surname that follows `index`, or `index` itself if none does. */
export function surnameEnd(reading: NameSearch, index: number): number {
  const { tokens } = reading
  let end = index
  for (let at = index + 1; at <= index + 4; at += 1) {
    const token = tokens[at]
    const isJoined =
      token && (/^[ \u00A0-]$/.test(token.gap) || (tokens[at - 1]!.low.length === 1 && token.gap === '. '))
    if (!token || !isJoined || token.glued) return end
    // "Min-jun Kim"
    if (token.gap === '-' && !token.cap && reading.known.given.has(token.low)) {
      end = at
      continue
    }
    const after = tokens[at + 1]
    const leads = PARTICLE.test(token.low)
      ? after && (after.cap || PARTICLE.test(after.low))
      : after?.cap && token.cap && token.low.length === 1
    if (leads) continue
    const isFirst = tokens
      .slice(index + 1, at)
      .every(({ low }) => reading.known.given.has(low) || PARTICLE.test(low))
    if (!couldBeSurname(token, reading, isFirst)) return end
    end = at
  }
  return end
}
