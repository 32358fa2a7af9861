import type { Consideration } from './considerations.ts'
import type { Goal, Owner } from './person.ts'
import type { ReadLimit } from './read-limit.ts'

/** `can't tell`: the words touch the subject and settle nothing; a question would. */
export const STATUSES = ['evidenced', 'partly', 'not yet', "can't tell"] as const
export type Status = (typeof STATUSES)[number]

/** What makes a quote strong or thin as evidence, apart from any level. */
export type Quality = {
  /** Whose work the words describe. */
  readonly part: 'own' | 'team' | 'unclear'
  readonly result: boolean
  readonly number: boolean
  /** A document, a change or a ticket is named. */
  readonly artefact: boolean
  /** What shows it can be opened from here: an address, or the number of a change or ticket. */
  readonly opens: boolean
}

/** What is missing, and the expectation of the same row that asks for it. */
export type Missing = { readonly expectation: string; readonly text: string }

/** What the person says of a finding. It stands beside it, and is never argued with. */
export const CORRECTIONS = ['other-competency', 'more', 'less', 'not-mine', 'other'] as const
export type Correction = { readonly kind: (typeof CORRECTIONS)[number] }

/** One competency's result. Ids only: quotes and ladder sentences are cut out when it is shown. */
export type Finding = {
  readonly competency: string
  /** Span ids, at least one. */
  readonly spans: readonly string[]
  /** The target level's sentence that the spans speak to. */
  readonly expectation: string
  /** The current level's sentence of the same competency, where that is what the spans really show. */
  readonly current: string | null
  /** null: the offline reader claims no level. */
  readonly status: Status | null
  readonly why: string | null
  /** What would settle it, where the status is `can't tell`. */
  readonly question: string | null
  readonly missing: readonly Missing[]
  readonly correction: Correction | null
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

/** A span that may speak to one of two or three competencies: the person says which. */
export type Choice = { readonly span: string; readonly between: readonly string[] }

/** What a reader says, as ids and short texts, before or after the check. */
export type Answer = {
  readonly headline: string | null
  readonly findings: readonly Finding[]
  readonly choices: readonly Choice[]
  readonly questions: readonly Question[]
  readonly nextSteps: readonly NextStep[]
}

/** Why the offline reader answered although a model is configured. */
export type NoModel = 'unavailable' | 'resting' | 'day-used-up' | 'month-used-up' | 'names-unknown'

/** Which reader spoke. `asked` says why it was the offline reader; `none`: nobody configured a model. */
export type ReadBy =
  | { readonly reader: 'model'; readonly model: string; readonly prompt: string }
  | { readonly reader: 'offline'; readonly asked: 'none' | NoModel }

/** What a model was used for: tokens by the provider's own count, money in millionths of a dollar. */
export type Use = {
  readonly input: number
  /** Of the input, what the provider had cached. */
  readonly cached: number
  readonly output: number
  /** null: the price table does not have this model. */
  readonly microDollars: number | null
}

/** What is kept from a reader: different people, addresses and numbers. */
export type LeftOut = { readonly names: number; readonly emails: number; readonly phones: number }

/** The findings for one piece of evidence, with everything needed to say what they were read against. */
export type Review = Answer & {
  readonly id: string
  readonly evidenceId: string
  /** The revision of the evidence that was read. */
  readonly revision: number
  /** All that makes evidence strong or thin apart from level, what matters most first. */
  readonly considered: readonly Consideration[]
  /** How many names, e-mail addresses and phone numbers the reader did not get to see. */
  readonly leftOut: LeftOut
  /** What of it was read, where it was too long to read whole; its span ids hold within that. null: all of it. */
  readonly cut: ReadLimit | null
  /** null: no model read it. */
  readonly use: Use | null
  readonly owner: Owner
  readonly goal: Goal
  readonly ladderVersion: string
  readonly readBy: ReadBy
  readonly createdAt: Temporal.Instant
}
