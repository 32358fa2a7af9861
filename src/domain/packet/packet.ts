import type { Days, When } from '../dates/days.ts'
import type { Quality } from '../evidence/quality.ts'
import type { Competency, Expectation } from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import type { Status } from '../review/review.ts'
import type { Coverage } from './coverage.ts'

/** When a sentence happened, as ISO dates. */
export type StoredWhen = {
  readonly from: string
  readonly to: string
  readonly since?: true
  readonly named?: string
  readonly written?: true
}

/**
 * What the newest review of a piece found of one sentence of the ladder, without any words. Days are ISO dates, because
 * there may be tens of thousands of them.
 */
export type Showing = {
  readonly evidenceId: string
  /** The revision of the piece that the review read. */
  readonly revision: number
  readonly competency: string
  /** A sentence of the ladder, and the level that asks it, which may be another one than the packet's target. */
  readonly expectation: string
  readonly target: string
  /** Null from the offline reader, which judges no level. */
  readonly status: Status | null
  readonly quality: Quality | null
  /** At least one, in the order of the piece, and when each of them happened. */
  readonly spans: readonly ({ readonly id: string } & StoredWhen)[]
  /** It describes a failure or a weakness. */
  readonly against: boolean
  /** The person said that this finding is right, or placed it there. */
  readonly confirmed: boolean
}

/** By what a packet remembers a story: its piece, its first sentence, and the revision in which that has this id. */
export type StoryRef = { readonly evidenceId: string; readonly revision: number; readonly span: string }

/** Why a quote was chosen. Every reason is one that can be seen in the quote itself, or in what else there is. */
const CHOSEN_FOR = ['you', 'own-part', 'result', 'number', 'opens', 'colleague', 'quarter', 'only'] as const
export type ChosenFor = (typeof CHOSEN_FOR)[number]

/** What a quote answers: a sentence of the target level. */
export type Answers = {
  readonly competency: string
  readonly expectation: string
  /** Null for a possible match, found without AI. */
  readonly status: Status | null
}

/** A quote of the packet: a person's own words or a colleague's, verbatim, with all that lets a stranger judge it. */
export type Receipt = {
  /** From 1, in the order in which the case first leads to it. */
  readonly number: number
  readonly ref: StoryRef
  /**
   * Its sentences, each verbatim. `joined` is what separates it from the one before, or null if some are left out.
   */
  readonly sentences: readonly { readonly text: string; readonly joined: string | null }[]
  /** The sentence that says most, with its neighbours if they are short. Verbatim. */
  readonly lead: string
  /** The colleague who said it, or null if the words are the person's own. */
  readonly saidBy: string | null
  /** The question of the coach that it answers. Without it an answer may say little to a stranger. */
  readonly asked: string | null
  readonly days: When
  /** Addresses in the quote, or next to it in the same piece as its proof. */
  readonly links: readonly string[]
  readonly answers: readonly Answers[]
  readonly against: boolean
  readonly chosenFor: readonly ChosenFor[]
}

/**
 * How well a competency is shown. `possible`: only words match. `once`: shown, by one piece. `months`: shown by
 * several, all within the time that the ladder calls sustained. `sustained`: over a longer time.
 */
export type Depth = 'nothing' | 'possible' | 'partly' | 'once' | 'months' | 'sustained'

/** A sentence of a paragraph that AI drafted, and the numbers of the receipts that it says no more than. */
export type ClaimSentence = { readonly text: string; readonly receipts: readonly number[] }

/** A stretch of an owner's words, or the number of a quote that they refer to there. */
export type CitedRun = { readonly text: string } | { readonly receipt: number }

/** A paragraph of the case in the first person. Receipts are those that it leads to. */
export type Claim = {
  readonly text: string
  readonly by: 'owner' | 'model'
  /** What AI drafted is a draft until its owner accepts it. Always true of the owner's own words. */
  readonly accepted: boolean
  readonly receipts: readonly number[]
  /** What its owner wrote, with the quotes that they refer to in it. */
  readonly cited?: readonly CitedRun[]
  /** Only of what AI drafted. `leftOut` sentences are not shown, because a quote of theirs is not in the packet. */
  readonly drafted?: { readonly sentences: readonly ClaimSentence[]; readonly leftOut: number }
}

/** A story that a section does not quote, and could. */
export type Offer = {
  readonly ref: StoryRef
  /** The sentence that says most. */
  readonly text: string
  readonly saidBy: string | null
  readonly days: When
  /** Its owner took it out. It can be brought in again, and nothing else may say anything of it. */
  readonly out: boolean
  /** The number of its quote in another section, or null. */
  readonly quotedAt: number | null
  /** The number of a quote that says the same, or null. */
  readonly sameAs: number | null
}

/** One competency of the target level. */
export type Section = {
  readonly competency: Competency
  /** The target level's sentences, in the ladder's order. */
  readonly asks: readonly Expectation[]
  /** Those of them that the current level does not ask too. Empty if the target asks nothing new here. */
  readonly added: readonly Expectation[]
  readonly claim: Claim | null
  /** Numbers of its receipts, strongest first, at most five. */
  readonly receipts: readonly number[]
  /** Numbers of receipts of other sections that also speak to this one. */
  readonly seeAlso: readonly number[]
  readonly depth: Depth
  /** How many pieces show something of it, quoted or not. */
  readonly pieces: number
  /** Sentences of `asks` that no receipt of the packet answers. */
  readonly open: readonly Expectation[]
  /** Added by the person: what a stranger has to know. */
  readonly context: string | null
  /** What else counts for it and is not quoted here, strongest first. */
  readonly more: readonly Offer[]
  /** How many stories count for it besides these. */
  readonly moreLeft: number
}

/**
 * A note about work that no competency has yet: the sentence that is asked about, with its neighbours. `between` are
 * the competencies to choose from, if there are some.
 */
export type NotPlaced = {
  readonly ref: StoryRef
  readonly text: string
  readonly saidBy: string | null
  readonly days: When
  readonly between: readonly string[]
  /** A stranger can judge it: it says what its author did, and what came of it or what shows it. */
  readonly quotable: boolean
}

/** A point of the brief: strongest for, against, and thinnest. */
export type BriefPoint =
  | {
      readonly kind: 'for'
      readonly competency: Competency
      readonly receipts: readonly number[]
      readonly depth: Depth
    }
  | { readonly kind: 'against'; readonly receipts: readonly number[] }
  | { readonly kind: 'thinnest'; readonly competencies: readonly Competency[] }

/** What the coach needs to know before it writes a sentence about it: the changes that help most, at most five. */
export type PacketQuestion = {
  readonly ref: StoryRef
  readonly ask: 'own-part' | 'result'
  /** The sentence that it is about. */
  readonly text: string
}

/** A promotion packet: the case and its receipts. */
export type Packet = {
  /** The name that Slack shows, or null if it is not known. */
  readonly author: string | null
  readonly ladder: { readonly id: string; readonly name: string; readonly version: string }
  readonly goal: Goal
  /** Titles of the current and the target level. */
  readonly titles: { readonly current: string; readonly target: string }
  readonly made: Temporal.PlainDate
  /** First and last day of the evidence in it, or null without any. */
  readonly span: Days | null
  readonly brief: readonly BriefPoint[]
  readonly sections: readonly Section[]
  readonly receipts: readonly Receipt[]
  readonly coverage: Coverage
  readonly notPlaced: readonly NotPlaced[]
  /** Colleagues who confirmed something in their own words in it, each once. */
  readonly vouchers: readonly string[]
  readonly questions: readonly PacketQuestion[]
  /** Competencies that the person hid. Nothing of them is in the packet. */
  readonly hidden: readonly Competency[]
  /** Pieces with sentences that look confidential and are left out, and the first of them. Never in a file. */
  readonly withheld: readonly { readonly evidenceId: string; readonly text: string }[]
}
