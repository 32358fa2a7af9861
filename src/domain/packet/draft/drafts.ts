import type { NoModel } from '../../review/review.ts'
import { signOf } from '../../text/sign-of.ts'
import { quoteOf } from '../document-of.ts'
import type { ClaimSentence, Packet, Receipt, Section, StoryRef } from '../packet.ts'

/** The quotes that a drafted sentence points to, and a hash of the words that it was made from. */
export type DraftedFrom = StoryRef & { readonly words: string }

export type DraftedSentence = {
  readonly text: string
  /** At least one. */
  readonly from: readonly DraftedFrom[]
}

/** What AI drafted for a competency. */
export type DraftedParagraph = {
  readonly competency: string
  readonly sentences: readonly DraftedSentence[]
  /** The sign of all that it was drafted from. */
  readonly basis: string
  /** The versions of the prompt and of the model. */
  readonly prompt: string
  readonly model: string
  readonly accepted: boolean
}

/** The state of drafting a packet, or why there is no draft. */
export type Drafting = 'none' | 'writing' | 'done' | NoModel

/** After this many minutes, a draft is no longer being written, because its process ended. */
const LONGEST = 15

/** The state of the drafting now. */
export function draftingAt(
  drafting: Drafting,
  askedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Drafting {
  const isOver = askedAt === null || askedAt.until(now).total('minutes') >= LONGEST
  return drafting === 'writing' && isOver ? 'unavailable' : drafting
}

/** By what a drafted sentence remembers a receipt. */
export function draftedFrom(receipt: Pick<Receipt, 'ref' | 'sentences'>): DraftedFrom {
  return { ...receipt.ref, words: signOf(quoteOf(receipt)) }
}

/** The receipts of a section, in its order. */
export function receiptsIn({ receipts }: Packet, section: Section): Receipt[] {
  return section.receipts.flatMap((number) => receipts.find((one) => one.number === number) ?? [])
}

/** The sign of all that a section is drafted from. */
export function basisOf(packet: Packet, section: Section): string {
  return signOf(
    JSON.stringify([
      packet.ladder.version,
      packet.goal.current,
      packet.goal.target,
      section.context,
      receiptsIn(packet, section).map((receipt) => {
        const { evidenceId, words } = draftedFrom(receipt)
        return [evidenceId, words, receipt.saidBy]
      }),
    ]),
  )
}

/** The sections that AI may draft now: with quotes, and without a paragraph that its owner wrote or accepted. */
export function sectionsToDraft(packet: Packet, drafts: readonly DraftedParagraph[]): Section[] {
  const known = new Map(drafts.map((one) => [one.competency, one]))
  return packet.sections.filter((section) => {
    const { claim, competency, receipts } = section
    if (receipts.length === 0 || claim?.by === 'owner' || claim?.accepted) return false
    return known.get(competency.id)?.basis !== basisOf(packet, section)
  })
}

/** A receipt of another revision has the same words, so that an answer to a question about it changes no draft. */
const findIn = (receipts: readonly Receipt[]) => {
  const known = new Map(
    receipts.map((receipt) => {
      const { evidenceId, words } = draftedFrom(receipt)
      return [`${evidenceId} ${words}`, receipt.number]
    }),
  )
  return ({ evidenceId, words }: DraftedFrom): number | undefined => known.get(`${evidenceId} ${words}`)
}

const claimOf = (draft: DraftedParagraph, numberOf: ReturnType<typeof findIn>): Section['claim'] => {
  const sentences = draft.sentences.flatMap(({ text, from }): ClaimSentence[] => {
    const receipts = from.map(numberOf)
    return receipts.every((one) => one !== undefined) ? [{ text, receipts }] : []
  })
  if (sentences.length === 0) return null
  return {
    text: sentences.map(({ text }) => text).join(' '),
    by: 'model',
    accepted: draft.accepted,
    receipts: [...new Set(sentences.flatMap(({ receipts }) => receipts))],
    drafted: { sentences, leftOut: draft.sentences.length - sentences.length },
  }
}

/**
 * A packet with the paragraphs that AI drafted for it, where its owner wrote none. A sentence is shown only if each
 * quote that it points to is in the packet with the same words.
 */
export function withDrafts(packet: Packet, drafts: readonly DraftedParagraph[]): Packet {
  if (drafts.length === 0) return packet
  const numberOf = findIn(packet.receipts)
  const known = new Map(drafts.map((one) => [one.competency, one]))
  return {
    ...packet,
    sections: packet.sections.map((section) => {
      const draft = known.get(section.competency.id)
      return section.claim !== null || !draft ? section : { ...section, claim: claimOf(draft, numberOf) }
    }),
  }
}

/** The sentences that AI drafted and nobody accepted yet, by competency: for one, or for all (null). */
export function draftTexts(
  packet: Packet,
  competency: string | null,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    packet.sections.flatMap(({ competency: { id }, claim }) =>
      claim?.drafted && !claim.accepted && (competency === null || competency === id)
        ? [[id, claim.drafted.sentences.map(({ text }) => text)] as const]
        : [],
    ),
  )
}

/** A hash of these sentences, so that nobody accepts what they have not seen. */
export function draftSign(packet: Packet, competency: string | null): string {
  return signOf(JSON.stringify(draftTexts(packet, competency)))
}
