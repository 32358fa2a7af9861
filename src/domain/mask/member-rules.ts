import type { WordClass } from './name-context.ts'
import type { NameToken } from './name-tokens.ts'
import type { Rule } from './rule.ts'

/** A given name, surname or display name of a member, on its own. */
export type MemberSigns = {
  readonly token: NameToken
  readonly kind: WordClass
  /** How many words it has. */
  readonly length: number
  readonly tagged: boolean
  /** It is a known given name. */
  readonly given: boolean
  /** Together with the next or previous word it is a place. */
  readonly inPlace: boolean
}

/** It is no other word that we know, and its letters are not an abbreviation. */
const isClear = ({ token, kind }: MemberSigns): boolean =>
  kind === 'clear' && (!token.caps || token.low.length > 3)

const isGivenName = ({ token, given }: MemberSigns): boolean => given && token.low.length > 3

/** Whether such a name means the member here. If no rule applies, PERSON_RULES decide. */
export const MEMBER_RULES: readonly Rule<MemberSigns>[] = [
  {
    // In an address or branch name, only a name that can be nothing else counts.
    name: 'in an address, and perhaps no name',
    examples: ['See https://acme.dev/[Wei]/app for it.', 'Merged `fix/[will]` into it.'],
    applies: (signs) => signs.token.glued && !signs.tagged && !(isClear(signs) && isGivenName(signs)),
    isName: false,
  },
  {
    name: 'behind an @',
    examples: ['Thanks @[priya] for it.', 'Asked @[will] about it.'],
    applies: ({ tagged }) => tagged,
    isName: true,
  },
  {
    name: "a member's name in that of a place",
    examples: ['We met in San [José] twice.'],
    applies: ({ inPlace }) => inPlace,
    isName: false,
  },
  {
    name: 'several words of one name',
    examples: ['It was [Van] Dyke again.', 'Great Plans And [Rose] Park Under Load'],
    applies: ({ length, token }) => length > 1 && token.cap,
    isName: true,
  },
  {
    name: 'a name with a capital',
    examples: ['It was [Priya] again.', '[PATEL] wrote it.'],
    applies: (signs) => isClear(signs) && signs.token.cap,
    isName: true,
  },
  {
    name: 'a given name in small letters',
    examples: ['It was [priya] again.'],
    applies: (signs) => isClear(signs) && isGivenName(signs),
    isName: true,
  },
]
