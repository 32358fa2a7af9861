import { wordSet, wordsOf } from '../text/patterns.ts'
import { bareWords } from '../text/plain.ts'
import { isOneSlip, isSlipOf } from '../text/spelling.ts'
import { SHORT_ORDERS, UNDO_ORDERS } from './words/orders.ts'

/** Words of which most questions and orders to the coach are made. */
const KNOWN = wordsOf(`
  what when where which about does show list open delete remove export set change goal level evidence entries entry
  packet ladder remind reminding reminder nudge every friday monday tuesday wednesday thursday stop pause resume skip
  help read again last latest everything question questions missing promotion
  mastery scope judgment ownership communication planning flexibility trust feedback
`)
const KNOWN_SET = new Set(KNOWN)

/** Words that are right as they are, and one slip from one of those. */
const RIGHT = wordSet(`
  ever very even form from clam sped reed shoe shot lest lost lit sow how now
`)

/** Abbreviations and typos that are too short to tell apart from other words by their letters. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['wat', 'what'],
  ['wht', 'what'],
  ['waht', 'what'],
  ['teh', 'the'],
  ['abt', 'about'],
  ['shw', 'show'],
  ['del', 'delete'],
  ['hepl', 'help'],
  ['wich', 'which'],
])

const linesOf = (list: string): string[] => list.trim().split(/\n\s*/)

const UNDO = new Set(linesOf(UNDO_ORDERS))
const ORDERS = [...linesOf(SHORT_ORDERS), ...UNDO].map((line) => line.split(' '))

const isWordMeant = (word: string, meant: string): boolean =>
  word === meant ||
  (!word.startsWith(meant) && !RIGHT.has(word) && (SHORT.get(word) === meant || isOneSlip(word, meant)))

/** The short order or question that a message is, perhaps with slips and a please: "raed it again", "hel me". */
export function orderMeant(text: string): string | null {
  const words = bareWords(text)
    .replace(/^(?:please|pls|plz) | (?:please|pls|plz|thanks)$/g, '')
    .split(' ')
  const isMeant = (order: readonly string[]): boolean =>
    order.length === words.length && order.every((one, nth) => isWordMeant(words[nth]!, one))
  return ORDERS.find(isMeant)?.join(' ') ?? null
}

/** Whether a message only says to take back the last correction, perhaps with slips: "undo that", "put it bakc". */
export function saysUndo(text: string): boolean {
  const order = orderMeant(text)
  return order !== null && UNDO.has(order)
}

/** Most words of a message in which slips are mended. Commands are short. */
const MOST = 12

const mended = (word: string): string => {
  const low = word.toLowerCase()
  const short = SHORT.get(low)
  if (short) return short
  if (KNOWN_SET.has(low) || RIGHT.has(low)) return word
  // "goals" and "deleted" are forms of the word.
  const meant = KNOWN.find((one) => isSlipOf(low, one) && !low.startsWith(one))
  return meant ?? word
}

/** A short message with the slips mended in the words that questions and orders are made of: "shwo my evidnce". */
export function withoutSlips(text: string): string {
  const order = orderMeant(text)
  if (order !== null && order !== bareWords(text)) return order
  const words = text.match(/\p{L}+/gu) ?? []
  return words.length > MOST ? text : text.replace(/\p{L}+/gu, mended)
}
