import type { Depth } from '../packet.ts'
import type { ObjectionKind } from './objection.ts'

/** A competency of a packet as the rules see it. */
export type SectionFacts = {
  /** The target level asks for more here than the current one. */
  readonly adds: boolean
  /** How many quotes speak to it, also those of other competencies. */
  readonly quotes: number
  /** A quote is tied to a sentence that only the target level asks. */
  readonly answersAdded: boolean
  readonly pieces: number
  readonly depth: Depth
  /** How many days ago the first of all that speaks to it was. */
  readonly since: number
}

export type SectionRule = {
  readonly kind: ObjectionKind
  readonly name: string
  readonly examples: readonly SectionFacts[]
  readonly not: readonly SectionFacts[]
  readonly holds: (facts: SectionFacts) => boolean
}

/** What happened within so many days is from the last weeks. */
const WEEKS = 42

const shown: SectionFacts = {
  adds: true,
  quotes: 3,
  answersAdded: true,
  pieces: 3,
  depth: 'sustained',
  since: 300,
}

/** Questions about a competency. Every rule that holds makes one. */
export const SECTION_RULES: readonly SectionRule[] = [
  {
    kind: 'empty',
    name: 'a competency that is empty',
    examples: [{ ...shown, quotes: 0, answersAdded: false, pieces: 0, depth: 'nothing' }],
    not: [shown],
    holds: ({ quotes }) => quotes === 0,
  },
  {
    kind: 'current-only',
    name: 'strong at the current level only',
    examples: [{ ...shown, answersAdded: false }],
    not: [shown, { ...shown, adds: false, answersAdded: false }],
    holds: ({ adds, quotes, answersAdded }) => adds && quotes > 0 && !answersAdded,
  },
  {
    kind: 'once',
    name: 'once and never again',
    examples: [{ ...shown, quotes: 1, pieces: 1, depth: 'once' }],
    not: [shown, { ...shown, quotes: 0, pieces: 0, depth: 'nothing' }],
    holds: ({ quotes, pieces, depth }) => quotes > 0 && (pieces === 1 || depth === 'once'),
  },
  {
    kind: 'recent',
    name: 'all from the last weeks',
    examples: [{ ...shown, depth: 'months', since: 30 }],
    not: [shown, { ...shown, quotes: 1, pieces: 1, depth: 'once', since: 30 }],
    holds: ({ quotes, pieces, depth, since }) =>
      quotes > 0 && pieces > 1 && depth !== 'once' && since <= WEEKS,
  },
]
