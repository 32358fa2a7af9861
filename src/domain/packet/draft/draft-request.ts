import { askedOf, type Expectation, type Ladder } from '../../ladder/ladder.ts'
import { daysInWords } from '../document-of.ts'
import type { Packet, Receipt, Section } from '../packet.ts'
import { receiptsIn } from './drafts.ts'

/** The most quotes of one competency that a draft is made from. */
export const MOST_DRAFTED = 12

/** The most of a quote that a draft is made from, in UTF-16 units. */
const MOST_WORDS = 1_500

/** A quote for a model. Its id is its place: `r1`. */
export type DraftQuote = {
  readonly id: string
  readonly text: string
  readonly saidBy: string | null
  readonly when: string
}

/** What a model gets to draft one competency from. */
export type DraftRequest = {
  readonly ladder: string
  readonly competency: { readonly name: string; readonly about: string | null }
  readonly target: { readonly level: string; readonly sentences: readonly string[] }
  readonly current: { readonly level: string; readonly sentences: readonly string[] }
  readonly quotes: readonly DraftQuote[]
  readonly context: string | null
}

/** A quote of a section that a draft may use, and its id. */
export type Draftable = { readonly id: string; readonly receipt: Receipt; readonly text: string }

/** The beginning of a quote, in whole sentences. */
const beginning = ({ sentences, lead }: Receipt): string => {
  let text = ''
  for (const { text: next, joined } of sentences) {
    const longer = text === '' ? next : `${text}${joined ?? ' […] '}${next}`
    if (longer.length > MOST_WORDS) break
    text = longer
  }
  return text || lead
}

/** The quotes of a section that a draft is made from, the strongest first. */
export function draftablesOf(packet: Packet, section: Section): Draftable[] {
  return receiptsIn(packet, section)
    .slice(0, MOST_DRAFTED)
    .map((receipt, nth) => ({ id: `r${nth + 1}`, receipt, text: beginning(receipt) }))
}

const wordsOf = (row: readonly Expectation[]): string[] => row.map(({ text }) => text)

/** A request for one section. `quotes` and `context` are masked. */
export function draftRequest(
  ladder: Ladder,
  { goal, titles }: Packet,
  { competency, asks }: Section,
  quotes: readonly (Omit<DraftQuote, 'when'> & { readonly receipt: Receipt })[],
  context: string | null,
): DraftRequest {
  return {
    ladder: ladder.name,
    competency: { name: competency.name, about: competency.about ?? competency.subtitle },
    target: { level: `${goal.target}, ${titles.target}`, sentences: wordsOf(asks) },
    current: {
      level: `${goal.current}, ${titles.current}`,
      sentences: wordsOf(askedOf(ladder, goal.current, competency.id)),
    },
    quotes: quotes.map(({ id, text, saidBy, receipt }) => ({ id, text, saidBy, when: daysInWords(receipt) })),
    context,
  }
}
