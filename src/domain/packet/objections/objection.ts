import type { Competency, Expectation } from '../../ladder/ladder.ts'
import type { Receipt } from '../packet.ts'

/** What a committee could ask, weightiest first. */
export const OBJECTION_KINDS = [
  'empty',
  'current-only',
  'carries',
  'setback',
  'plan',
  'unfinished',
  'we',
  'differs',
  'once',
  'recent',
  'vouch',
  'unmeasured',
  'adjectives',
  'effort',
  'terms',
] as const
export type ObjectionKind = (typeof OBJECTION_KINDS)[number]

/** The most objections of one reading. Nobody can prepare for more. */
export const MOST_OBJECTIONS = 7

/**
 * By what an objection is remembered, without any words. `competency` is empty where it is about the whole packet,
 * `evidenceId` is null where it is about what is not there.
 */
export type ObjectionKey = {
  readonly kind: ObjectionKind
  readonly competency: string
  readonly evidenceId: string | null
}

/** One place in a packet that makes a committee ask. */
export type Finding = {
  readonly competency: Competency | null
  /** The quote that it is about. Null if it is about what is not there. */
  readonly receipt: Receipt | null
  /** The quote of a colleague who tells it differently. */
  readonly other?: Receipt
  /** The sentence of the ladder that nothing shows. */
  readonly asks?: Expectation
  /** Words of the quote that a stranger does not know. */
  readonly terms?: readonly string[]
  /** A colleague whose words the person has, and the competency for which they can be brought in. */
  readonly has?: { readonly name: string; readonly competency: string }
}

/** What a committee could ask, and where in the packet. */
export type Objection = {
  readonly kind: ObjectionKind
  /** At least one. The first is the one to show. */
  readonly findings: readonly [Finding, ...Finding[]]
}

/** The keys of an objection, a key a finding. */
export function keysOf({ kind, findings }: Objection): ObjectionKey[] {
  return findings.map(({ competency, receipt }) => ({
    kind,
    competency: competency?.id ?? '',
    evidenceId: receipt?.ref.evidenceId ?? null,
  }))
}
