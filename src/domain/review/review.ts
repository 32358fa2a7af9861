import type { Quality } from '../evidence/quality.ts'
import type { ReadLimit } from '../evidence/read-limit.ts'
import type { Goal, Owner } from '../person.ts'
import type { Consideration } from './consideration.ts'

/** `can't tell`: the words touch the subject and settle nothing; a question would. */
export const STATUSES = ['evidenced', 'partly', 'not yet', "can't tell"] as const
export type Status = (typeof STATUSES)[number]

/**
 * What one piece does for a case at the target level: it carries a part of one, it begins one, it shows too little yet,
 * it settles nothing, or it speaks against one. Derived by code from capped findings; never a model's word.
 */
const STANDINGS = ['a pillar', 'a start', 'not yet', "can't tell", 'counts against'] as const
export type Standing = (typeof STANDINGS)[number]

/** Why code lowered a status: what the words of its spans do not bear. */
const CAP_REASONS = ['no-own-part', 'plan', 'loss', 'weakness', 'request', 'vague', 'half-row'] as const
export type CapReason = (typeof CAP_REASONS)[number]

/** A status that the words did not bear: what the reader said, and why it was lowered. */
type Cap = { readonly said: Status; readonly reason: CapReason }

/** What is missing, and the expectation of the same row that asks for it. */
export type Missing = { readonly expectation: string; readonly text: string }

/** What the person says of a finding. It stands beside it, and is never argued with. */
export const CORRECTIONS = ['other-competency', 'more', 'less', 'not-mine', 'other'] as const
export type Correction = { readonly kind: (typeof CORRECTIONS)[number] }

/**
 * What the spans show of one sentence of the ladder; a competency has as many as sentences of its row are touched. Ids
 * and cut-outs only: quotes and ladder sentences are cut out when it is shown.
 */
export type Finding = {
  readonly competency: string
  /** Span ids, at least one. */
  readonly spans: readonly string[]
  /** Pieces of those spans that say it, word for word, at most one a span; none: the whole spans do. */
  readonly clauses: readonly string[]
  /** The target level's sentence that the spans speak to. */
  readonly expectation: string
  /** The piece of that sentence that is meant, word for word; null: all of it. */
  readonly asks: string | null
  /** The current level's sentence of the same competency, where that is what the spans really show. */
  readonly current: string | null
  /** null: the offline reader claims no level. */
  readonly status: Status | null
  readonly why: string | null
  /** What would settle it, where the status is `can't tell`. */
  readonly question: string | null
  readonly missing: readonly Missing[]
  /** null: the status is the reader's own. */
  readonly cap: Cap | null
  /** It tells of a failure or a weakness, and speaks against a case. */
  readonly against: boolean
  readonly correction: Correction | null
  /** Set by the offline reader, which judges the words and not the level. */
  readonly quality: Quality | null
}

/** A question in the model's words, or one that the offline reader asks about a span. */
export type Question =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'own-part' | 'result' | 'artefact' | 'what-happened'; readonly span: string }

/** A step in the model's words. */
export type WrittenStep = {
  readonly kind: 'written'
  readonly text: string
  /** The sentence whose gap it closes; null: an urgent one, which closes none. */
  readonly expectation: string | null
  /** Sentences of other competencies that it serves as well, at most two. */
  readonly also: readonly string[]
  /** It ends a harm that goes on; `span` says where the evidence tells of it. */
  readonly urgent: boolean
  readonly span: string | null
}

/** `gap`: made from what the deciding finding misses, where none of the reader's held. */
export type NextStep =
  | WrittenStep
  | { readonly kind: 'own-part' | 'result' | 'artefact'; readonly expectation: string }
  | { readonly kind: 'gap'; readonly expectation: string; readonly text: string }

/** What a reader says of a competency that it makes no finding of. */
export type Other = {
  readonly competency: string
  readonly as: 'touched' | 'silent'
  /** The target level's sentence that is meant; null: none in particular. */
  readonly expectation: string | null
  /** For `touched`: the span, and the piece of it that is meant (null: all of it). */
  readonly span: string | null
  readonly clause: string | null
  /** What is too thin in it; for `silent` a question that would bring something out. */
  readonly why: string | null
}

/**
 * Where a panel would test the text: what does not fit or is not proved there, and what it would ask. One of them is
 * there.
 */
export type PanelPoint = {
  /** At least one. */
  readonly spans: readonly string[]
  /** The words that it is about, word for word out of one of the spans; null: all of the first. */
  readonly clause: string | null
  /** What one finds who looks closely: the sum, the time line, what a cause rests on. */
  readonly note: string | null
  /** The question. */
  readonly text: string | null
}

/** One or two sentences made of the facts of the spans, with `___` for what they do not say. */
export type WrittenDraft = { readonly spans: readonly string[]; readonly text: string }

/** One of a list's stories that is worth half a page, and what it lacks for that. */
export type Story = {
  readonly span: string
  readonly clause: string | null
  readonly lacks: string
}

/** A span that may speak to one of two or three competencies: the person says which. */
export type Choice = { readonly span: string; readonly between: readonly string[] }

/** What a reader says, as ids and short texts, before or after the check. */
export type Answer = {
  /** The language of its sentences, in two letters (ISO 639-1); null: it was not told. */
  readonly language: string | null
  readonly headline: string | null
  readonly findings: readonly Finding[]
  /** Of the competencies without a finding; one that is not in here was not looked at. */
  readonly others: readonly Other[]
  readonly panel: readonly PanelPoint[]
  readonly draft: WrittenDraft | null
  readonly stories: readonly Story[]
  readonly choices: readonly Choice[]
  readonly questions: readonly Question[]
  readonly nextSteps: readonly NextStep[]
  /** True: its sentences are in a language in which only their quotes and numbers could be checked. */
  readonly partlyChecked: boolean
}

/** Why the offline reader answered although a model is configured. */
export type NoModel = 'unavailable' | 'resting' | 'day-used-up' | 'month-used-up' | 'names-unknown'

/** Which reader spoke. `asked` says why it was the offline reader; `none`: nobody configured a model. */
export type ReadBy =
  | { readonly reader: 'model'; readonly model: string; readonly prompt: string }
  | { readonly reader: 'offline'; readonly asked: 'none' | NoModel }

/** What a model was used for: tokens by the provider's own count, money in millionths of a dollar. */
export type ModelUse = {
  readonly input: number
  /** Of the input, what the provider had cached. */
  readonly cached: number
  readonly output: number
  /** null: the price table does not have this model. */
  readonly microDollars: number | null
}

/** What is kept from a reader: different people, addresses and numbers. */
export type MaskedCounts = { readonly names: number; readonly emails: number; readonly phones: number }

/** How many pieces show something of a competency. */
export type Pattern = {
  readonly competency: string
  /** This one included. */
  readonly pieces: number
  /** The month of the first of the others, as `2026-03`; null: there is none. */
  readonly since: string | null
  /** True: the person has other pieces that were read against this goal. */
  readonly others: boolean
}

/** The findings for one piece of evidence, with everything needed to say what they were read against. */
export type Review = Answer & {
  readonly id: string
  readonly evidenceId: string
  /** The revision of the evidence that was read. */
  readonly revision: number
  /** null: no level was judged, or it was not told then. */
  readonly standing: Standing | null
  /** null: it shows nothing, or it was not told then. */
  readonly pattern: Pattern | null
  /** All that makes evidence strong or thin apart from level, what matters most first. */
  readonly considered: readonly Consideration[]
  /** The positions of the parts that were read; null: it was not told then. */
  readonly readParts: readonly number[] | null
  /** How many names, e-mail addresses and phone numbers the reader did not get to see. */
  readonly leftOut: MaskedCounts
  /** What of it was read, where it was too long to read whole; its span ids hold within that. null: all of it. */
  readonly cut: ReadLimit | null
  /** null: no model read it. */
  readonly use: ModelUse | null
  readonly owner: Owner
  readonly goal: Goal
  readonly ladderVersion: string
  readonly readBy: ReadBy
  readonly createdAt: Temporal.Instant
}
