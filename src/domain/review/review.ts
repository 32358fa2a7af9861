import type { ToldDays } from '../dates/days.ts'
import type { Asked } from '../evidence/evidence.ts'
import type { Quality } from '../evidence/quality.ts'
import type { ReadLimit } from '../evidence/read-limit.ts'
import type { Goal, Owner } from '../person.ts'
import type { Consideration } from './consideration.ts'

/** `can't tell`: the words touch the subject but settle nothing, and a question could. */
export const STATUSES = ['evidenced', 'partly', 'not yet', "can't tell"] as const
export type Status = (typeof STATUSES)[number]

/**
 * What one piece does for a case at the target level: it carries a part of one, begins one, shows too little yet,
 * settles nothing, or counts against one. Derived in code from capped findings, and never a model's word.
 */
const STANDINGS = ['a pillar', 'a start', 'not yet', "can't tell", 'counts against'] as const
export type Standing = (typeof STANDINGS)[number]

/** Why code lowered a status: what the words of its spans do not bear out. */
const CAP_REASONS = ['no-own-part', 'plan', 'loss', 'weakness', 'request', 'vague', 'half-row'] as const
export type CapReason = (typeof CAP_REASONS)[number]

/** A lowered status: what the reader said, and why it was lowered. */
type Cap = { readonly said: Status; readonly reason: CapReason }

/** What is missing, and the expectation of the same row that asks for it. */
export type Missing = { readonly expectation: string; readonly text: string }

/** What the person says about a finding. It is shown next to it, and never disputed. */
export const CORRECTIONS = ['other-competency', 'more', 'less', 'not-mine', 'other'] as const
export type Correction = {
  readonly kind: (typeof CORRECTIONS)[number]
  /** The finding before the person moved it to another competency. Absent if it was not a whole one, or long ago. */
  readonly before?: Finding
}

/**
 * What the spans show of one sentence of the ladder. A competency has one finding for each sentence of its row that is
 * touched. Stores only ids and fragments. Quotes and ladder sentences are cut when it is shown.
 */
export type Finding = {
  readonly competency: string
  /** Span ids, at least one. */
  readonly spans: readonly string[]
  /** The decisive words of those spans, verbatim, at most one fragment per span. Empty if the whole spans are meant. */
  readonly clauses: readonly string[]
  /** The target level's sentence that the spans speak to. */
  readonly expectation: string
  /** The relevant part of that sentence, verbatim, or null for all of it. */
  readonly asks: string | null
  /** The current level's sentence of the same competency, if that is what the spans really show. */
  readonly current: string | null
  /** Null from the offline reader, which judges no level. */
  readonly status: Status | null
  readonly why: string | null
  /** What would settle it, if the status is `can't tell`. */
  readonly question: string | null
  readonly missing: readonly Missing[]
  /** Null if the status is the reader's own. */
  readonly cap: Cap | null
  /** It describes a failure or a weakness, which counts against a case. */
  readonly against: boolean
  readonly correction: Correction | null
  /** Set by the offline reader, which judges the words and not the level. */
  readonly quality: Quality | null
  /** The competencies that the offline reader would have named next, likeliest first. Absent in older reviews. */
  readonly rather?: readonly string[]
  /** Further spans that belong to it but are not quoted. Absent if there are none. */
  readonly also?: readonly string[]
}

/** A question in the model's words, or one from the offline reader about a span. */
export type Question =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: Asked; readonly span: string }

/** A step in the model's words. */
export type WrittenStep = {
  readonly kind: 'written'
  readonly text: string
  /** The sentence whose gap it closes, or null for an urgent step that closes none. */
  readonly expectation: string | null
  /** Sentences of other competencies that it serves too, at most two. */
  readonly also: readonly string[]
  /** It ends an ongoing harm. `span` is where the evidence mentions it. */
  readonly urgent: boolean
  readonly span: string | null
}

/** `gap`: made from what the deciding finding misses, because none of the reader's steps held. */
export type NextStep =
  | WrittenStep
  | { readonly kind: 'own-part' | 'result' | 'artefact'; readonly expectation: string }
  | { readonly kind: 'gap'; readonly expectation: string; readonly text: string }

/** What a reader says about a competency without a finding. */
export type Other = {
  readonly competency: string
  readonly as: 'touched' | 'silent'
  /** The target level's sentence that is meant, or null for none in particular. */
  readonly expectation: string | null
  /** For `touched`: the span, and the part of it that is meant, or null for all of it. */
  readonly span: string | null
  readonly clause: string | null
  /** What is too thin in it. For `silent`: a question that would bring something out. */
  readonly why: string | null
}

/**
 * Where a panel would test the text: what does not fit or is not proved, and what it would ask. At least one of the two
 * is present.
 */
export type PanelPoint = {
  /** At least one. */
  readonly spans: readonly string[]
  /** The words that it is about, verbatim from one of the spans, or null for the whole first span. */
  readonly clause: string | null
  /** What a close reader notices: the sum, the timeline, what a cause rests on. */
  readonly note: string | null
  /** The question. */
  readonly text: string | null
}

/** One or two sentences made of the facts in the spans, with `___` for what they do not say. */
export type WrittenDraft = { readonly spans: readonly string[]; readonly text: string }

/** A story of a list that deserves half a page, and what it lacks for that. */
export type Story = {
  readonly span: string
  readonly clause: string | null
  readonly lacks: string
}

/** A span that may belong to one of two or three competencies. The person chooses. Reviews ask about two at a time. */
export type Choice = { readonly span: string; readonly between: readonly string[] }

/** What a reader says, as ids and short texts, before or after the check. */
export type Answer = {
  /** The language of its sentences (ISO 639-1), or null if it was not detected. */
  readonly language: string | null
  readonly headline: string | null
  readonly findings: readonly Finding[]
  /** Competencies without a finding. One that is missing here was not looked at. */
  readonly others: readonly Other[]
  readonly panel: readonly PanelPoint[]
  readonly draft: WrittenDraft | null
  readonly stories: readonly Story[]
  readonly choices: readonly Choice[]
  readonly questions: readonly Question[]
  readonly nextSteps: readonly NextStep[]
  /** Its sentences are in a language in which only their quotes and numbers could be checked. */
  readonly partlyChecked: boolean
}

/** Why the offline reader answered although a model is configured. */
export type NoModel = 'unavailable' | 'resting' | 'day-used-up' | 'month-used-up' | 'names-unknown'

/**
 * Which reader wrote the review. `asked` says why it was the offline reader. `none` means that no model is configured.
 */
export type ReadBy =
  | { readonly reader: 'model'; readonly model: string; readonly prompt: string }
  | { readonly reader: 'offline'; readonly asked: 'none' | NoModel }

/** What a model call used: tokens as the provider counts them, money in millionths of a dollar. */
export type ModelUse = {
  readonly input: number
  /** The part of the input that the provider had cached. */
  readonly cached: number
  readonly output: number
  /** Null if the price table does not include this model. */
  readonly microDollars: number | null
}

/** How many different people, addresses and numbers are hidden from a reader. */
export type MaskedCounts = { readonly names: number; readonly emails: number; readonly phones: number }

/** How many pieces show something of a competency. */
export type Pattern = {
  readonly competency: string
  /** Including this one. */
  readonly pieces: number
  /** The month of the earliest other one, as `2026-03`, or null. */
  readonly since: string | null
  /** Whether the person has other pieces reviewed against this goal. */
  readonly others: boolean
}

/** When what sentences tell happened, by the ids of their spans. */
export type SpanDays = Readonly<Record<string, ToldDays>>

/** The findings for one piece of evidence, with everything needed to say what it was read against. */
export type Review = Answer & {
  readonly id: string
  readonly evidenceId: string
  /** The revision of the evidence that was read. */
  readonly revision: number
  /** Null if no level was judged, or in reviews from before it was recorded. */
  readonly standing: Standing | null
  /** Null if it shows nothing, or in reviews from before it was recorded. */
  readonly pattern: Pattern | null
  /** Everything that makes evidence strong or thin apart from level, most important first. */
  readonly considered: readonly Consideration[]
  /** Of the sentences about work and those that are quoted. Empty in reviews from before it was recorded. */
  readonly days: SpanDays
  /** When sentences that name no days happened, or null in reviews from before it was recorded. */
  readonly undated: ToldDays | null
  /** The ids of sentences that look confidential. Absent if none does, or in reviews from before it was recorded. */
  readonly confidential?: readonly string[]
  /** The positions of the parts that were read, or null in reviews from before it was recorded. */
  readonly readParts: readonly number[] | null
  /** How many names, email addresses and phone numbers were hidden from the reader. */
  readonly leftOut: MaskedCounts
  /** How much of a long piece was read, or null for all of it. Span ids are numbered within that. */
  readonly cut: ReadLimit | null
  /** Null if no model was used. */
  readonly use: ModelUse | null
  readonly owner: Owner
  readonly goal: Goal
  /** Read before the person had a goal, against the levels of the nudge that it answers, and without a verdict. */
  readonly beforeGoal?: true
  readonly ladderVersion: string
  readonly readBy: ReadBy
  readonly createdAt: Temporal.Instant
}
