import type { Depth } from '../packet.ts'
import type { ObjectionKind } from './objection.ts'

/** A competency of a packet as the rules see it. */
export type SectionFacts = {
  /** The target level asks for more here than the current one. */
  readonly adds: boolean
  /** How many quotes show it, including quotes in other sections. */
  readonly quotes: number
  /** True if a quote shows a sentence that only the target level asks. */
  readonly answersAdded: boolean
  readonly pieces: number
  readonly depth: Depth
  /** How many days ago it was first shown. */
  readonly since: number
}

export type SectionRule = {
  readonly kind: ObjectionKind
  readonly name: string
  readonly examples: readonly SectionFacts[]
  readonly not: readonly SectionFacts[]
  readonly holds: (facts: SectionFacts) => boolean
}

/** This many days count as the last weeks. */
const WEEKS = 42

const shown: SectionFacts = {
  adds: true,
  quotes: 3,
  answersAdded: true,
  pieces: 3,
  depth: 'sustained',
  since: 300,
}

/** Questions about a competency. Every rule that applies adds one. */
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
