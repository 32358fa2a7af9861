import type { Days } from '../../dates/days.ts'
import type { Ladder } from '../../ladder/ladder.ts'
import type { KnownNames } from '../../mask/surnames.ts'
import type { Goal } from '../../person.ts'
import { stemsOf } from '../../text/stems.ts'
import { unknownPeople } from '../check-names.ts'
import type { Sources } from '../sources.ts'
import { deedOf, deedsIn } from './deeds.ts'

/** A quote that a sentence of the case may point to. */
export type CaseReceipt = {
  readonly id: string
  readonly text: string
  /** The part that the case quotes. */
  readonly lead: string
  /** The colleague who said it, or null if the words are the author's own. */
  readonly saidBy: string | null
  readonly days: Days
}

/** A sentence that AI wrote for the case, and the ids of the receipts that it points to. */
export type CaseSentence = { readonly text: string; readonly receipts: readonly string[] }

/** A sentence that may be shown: as AI wrote it, or a quote in its place. */
export type HeldSentence = {
  readonly text: string
  readonly receipts: readonly string[]
  /** The rule that refused what AI wrote, or null if it passed. */
  readonly refused: string | null
}

export type CaseContext = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly receipts: readonly CaseReceipt[]
  /** The context that the author added for strangers. A sentence may use it to explain a word. */
  readonly context: string | null
  /** Colleagues who are named in the receipts, as far as the workspace knows them. */
  readonly people: readonly string[]
  /** Known names of people, or undefined if they were not loaded. */
  readonly names?: KnownNames | undefined
}

/**
 * A part of a sentence with one verb or so, the most similar part of a receipt, and all parts that it may describe:
 * that one, and those that name the same deed.
 */
type ToldClause = { readonly text: string; readonly from: string; readonly akin: readonly string[] }

/** A sentence of the case next to its receipts. */
export type Told = {
  /** Its text with straight quote marks, without what it quotes. */
  readonly text: string
  readonly asWritten: string
  readonly clauses: readonly ToldClause[]
  readonly receipts: readonly CaseReceipt[]
  /** All words of the receipts. */
  readonly words: string
  /** The clauses of the author's own receipts, and those of colleagues. */
  readonly own: readonly string[]
  /** People who are named in the receipts or said them. */
  readonly people: readonly string[]
  readonly sources: Sources
}

const straight = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[“”„]/g, '"')

/** Where a clause ends: at a stop, before a conjunction, and before a new subject. */
const CLAUSE_ENDS = new RegExp(
  [
    /[.;:!?](?=\s|$)|\n/.source,
    /(?:,|(?<![\s,]))\s+(?=(?:but|though|although|because|while|whereas)\b)/.source,
    /,\s+(?=(?:and |then |so |which |where |who )?(?:I|we|you|he|she|they|it)\b)/.source,
    /,\s+(?=(?:and )?\p{Lu}\p{Ll}+\b)/u.source,
    /,\s+(?=(?:and|then|so|which|where|who)\b)/.source,
    // "Wen and I" is one subject.
    /(?<!\s)(?<!\b\p{Lu}\p{Ll}{1,20})\s+(?=and (?:I|we|you|he|she|they|it)\b)/u.source,
  ].join('|'),
  'u',
)

/** The clauses of a text, without empty ones. */
function clausesOf(text: string): string[] {
  return text
    .split(CLAUSE_ENDS)
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause))
}

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? []

/** How much two clauses have in common. A shared number weighs more than a shared word. */
const likeness = (one: string, other: string): number => {
  const [words, numbers] = [new Set(stemsOf(other)), new Set(numbersIn(other))]
  return (
    [...new Set(stemsOf(one))].filter((word) => words.has(word)).length +
    2 * numbersIn(one).filter((number) => numbers.has(number)).length
  )
}

const nearest = (clause: string, all: readonly string[]): string => {
  let [best, most] = ['', 0]
  for (const one of all) {
    const value = likeness(clause, one)
    if (value > most) [best, most] = [one, value]
  }
  return best
}

/** Deeds too general to show that two clauses are about the same thing. */
const COMMON = new Set(
  'do make go get take put set write tell say see ask give keep start find'.split(' ').map(deedOf),
)

/** The parts of receipts that name a deed of a clause, in any form. */
const sameDeed = (clause: string, all: readonly string[]): string[] => {
  const deeds = [...deedsIn(clause)].filter((deed) => !COMMON.has(deed))
  return all.filter((one) => {
    const words = new Set([...stemsOf(one), ...deedsIn(one)])
    return deeds.some((deed) => words.has(deed))
  })
}

/** Quotations, whose words are compared elsewhere. */
const QUOTED = /"[^"]{1,500}"/g

/** The longest text of receipts that a sentence is compared with, in UTF-16 units. */
const MOST = 20_000

/** Pairs a sentence with its receipts. */
export function tellingOf(sentence: string, receipts: readonly CaseReceipt[], context: CaseContext): Told {
  const asWritten = straight(sentence)
  const text = asWritten.replace(QUOTED, ' ')
  const quotes = receipts.map((one) => ({ ...one, text: straight(one.text).slice(0, MOST) }))
  const words = quotes.map((one) => one.text).join('\n')
  const speakers = quotes.flatMap(({ saidBy }) => saidBy ?? [])
  const nameable = { known: () => false, names: context.names }
  const members = context.people.filter((name) => words.includes(name))
  const people = [...new Set([...speakers, ...members, ...unknownPeople(words, nameable)])]
  const all = quotes.flatMap((one) => clausesOf(one.text))
  return {
    text,
    asWritten,
    clauses: clausesOf(text).map((clause) => {
      const from = nearest(clause, all)
      return { text: clause, from, akin: [from, ...sameDeed(clause, all)] }
    }),
    receipts: quotes,
    words,
    own: quotes.flatMap((one) => (one.saidBy === null ? clausesOf(one.text) : [])),
    people,
    sources: {
      evidence: [words, ...people].join('\n'),
      rows: context.context ?? '',
      ladder: context.ladder,
      goal: context.goal,
      names: context.names,
    },
  }
}
