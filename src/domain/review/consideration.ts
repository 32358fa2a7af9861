/**
 * What makes evidence strong or thin apart from any level, in the order in which its lack costs a packet most.
 * From what people who sit on promotion committees write about the packets that fail: first what was not done
 * or not by this person, then what came of it, then whether a stranger can check it, then how long it held.
 */
export const CONSIDERATIONS = [
  'demonstrated',
  'own-part',
  'result',
  'named',
  'baseline',
  'artefact',
  'six-months',
  'sustained',
  'recency',
  'stranger',
  'link',
  'voucher',
  'still-holds',
  'room',
] as const
export type ConsiderationKind = (typeof CONSIDERATIONS)[number]

/** A step of "claim, evidence, impact". */
export type ClaimStep = 'claim' | 'evidence' | 'impact'

export type Consideration = {
  readonly kind: ConsiderationKind
  /** null: it does not apply, or the words cannot show it. */
  readonly met: boolean | null
  /** The competency whose finding it is about; null: the whole piece. */
  readonly competency: string | null
  /** The span that it is about, where there is one. */
  readonly span: string | null
  /** For `link`: the step that is missing. */
  readonly link: ClaimStep | null
}
