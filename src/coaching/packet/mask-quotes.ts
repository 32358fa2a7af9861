import type { Part } from '../../domain/evidence/evidence.ts'
import { restorer } from '../../domain/mask/mask.ts'
import { textSent } from '../../domain/message/model-reading.ts'
import { type Draftable, draftablesOf } from '../../domain/packet/draft/draft-request.ts'
import type { Packet, Section } from '../../domain/packet/packet.ts'
import type { Owner } from '../../domain/person.ts'
import type { NamedMembers, Texts } from '../texts-port.ts'

/** A section with its quotes as a model may see them. */
export type MaskedSection = {
  readonly section: Section
  readonly quotes: readonly (Draftable & { readonly masked: string; readonly saidBy: string | null })[]
  readonly context: string | null
}

/** Quotes of a packet without names and contact data, and what puts them back. */
export type MaskedQuotes = {
  readonly sections: readonly MaskedSection[]
  readonly restore: (text: string) => string
  /** The colleagues who are named in the quotes. */
  readonly colleagues: readonly string[]
}

type Quotes = {
  readonly packet: Packet
  readonly sections: readonly Section[]
  readonly names: NamedMembers
  readonly at: Temporal.Instant
}

const partOf = (
  position: number,
  reading: string,
  saidBy: string | null,
  writtenAt: Temporal.Instant,
): Part => ({
  ...{ position, kind: 'message', saidBy, messageTs: null, raw: '', reading },
  ...{ leftOut: [], file: null, about: null, writtenAt },
})

/** Hides names in all quotes at once, so that each person gets the same placeholder everywhere. */
export async function maskQuotes(
  texts: Pick<Texts, 'maskWords'>,
  owner: Owner,
  { packet, sections, names, at }: Quotes,
): Promise<MaskedQuotes> {
  const parts: Part[] = []
  const add = (text: string, saidBy: string | null): number => {
    parts.push(partOf(parts.length, text, saidBy, at))
    return parts.length - 1
  }
  const placed = sections.map((section) => ({
    section,
    quotes: draftablesOf(packet, section).map((one) => ({ ...one, part: add(one.text, one.receipt.saidBy) })),
    context: section.context === null ? null : add(section.context, null),
  }))
  const { batches, key } = await texts.maskWords(owner, { evidence: { parts }, limit: null }, names)
  const spans = Map.groupBy(
    batches.flatMap((batch) => batch.spans),
    ({ part }) => part,
  )
  const sent = (part: number): string =>
    textSent({ spans: spans.get(part) ?? [], text: parts[part]!.reading })
  return {
    restore: restorer(key),
    colleagues: [...key.colleagues.originals.values()],
    sections: placed.map(({ section, quotes, context }) => ({
      section,
      quotes: quotes.map(({ part, ...one }) => ({
        ...one,
        masked: sent(part),
        saidBy: spans.get(part)?.[0]?.saidBy ?? null,
      })),
      context: context === null ? null : sent(context),
    })),
  }
}
