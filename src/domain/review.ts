import type { Goal, Owner } from './person.ts'

export const STATUSES = ['evidenced', 'partly', 'not yet'] as const
export type Status = (typeof STATUSES)[number]

/** What makes a quote strong or thin as evidence, apart from any level. */
export type Quality = {
  /** Whose work the words describe. */
  readonly part: 'own' | 'team' | 'unclear'
  readonly result: boolean
  readonly number: boolean
  readonly artefact: boolean
}

/** What is missing, and the expectation of the same row that asks for it. */
export type Missing = { readonly expectation: string; readonly text: string }

/** One competency's result. Ids only: quotes and ladder sentences are cut out when it is shown. */
export type Finding = {
  readonly competency: string
  /** Span ids, at least one. */
  readonly spans: readonly string[]
  /** The target level's sentence that the spans speak to. */
  readonly expectation: string
  /** null: the offline reader claims no level. */
  readonly status: Status | null
  readonly why: string | null
  readonly missing: readonly Missing[]
  /** Set by the offline reader, which judges the words and not the level. */
  readonly quality: Quality | null
}

/** A question in the model's words, or one that the offline reader asks about a span. */
export type Question =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'own-part' | 'result' | 'artefact' | 'what-happened'; readonly span: string }

/** A step tied to the expectation whose gap it closes. */
export type NextStep =
  | { readonly kind: 'written'; readonly expectation: string; readonly text: string }
  | { readonly kind: 'own-part' | 'result' | 'artefact'; readonly expectation: string }

/** What a reader says, as ids and short texts, before or after the check. */
export type Answer = {
  readonly headline: string | null
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
  readonly nextSteps: readonly NextStep[]
}

/**
 * Which reader spoke. `asked` says why it was the offline reader: nobody configured a model (`none`), or the
 * model could not answer this time (`unavailable`).
 */
export type ReadBy =
  | { readonly reader: 'model'; readonly model: string; readonly prompt: string }
  | { readonly reader: 'offline'; readonly asked: 'none' | 'unavailable' }

/** The findings for one piece of evidence, with everything needed to say what they were read against. */
export type Review = Answer & {
  readonly id: string
  readonly evidenceId: string
  readonly owner: Owner
  readonly goal: Goal
  readonly ladderVersion: string
  readonly readBy: ReadBy
  readonly createdAt: Temporal.Instant
}
