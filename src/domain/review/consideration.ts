/**
 * What makes evidence strong or thin apart from any level, most costly lack first. Based on what members of promotion
 * committees write about failed packets: first that nothing was done, or not by this person, then the missing result,
 * then whether a stranger can check it, then how long it lasted.
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
  /** Null if it does not apply, or if the words cannot show it. */
  readonly met: boolean | null
  /** The competency of the finding in question, or null for the whole piece. */
  readonly competency: string | null
  /** The span in question, if there is one. */
  readonly span: string | null
  /** For `link`: the missing step. */
  readonly link: ClaimStep | null
}
