import { type Evidence, type Part, type Spot, spansOf, spotOf } from '../evidence/evidence.ts'
import { qualityOf } from '../evidence/evidence-quality.ts'
import type { Quality } from '../evidence/quality.ts'
import { type SmallTalk, smallTalkOf } from '../evidence/small-talk.ts'
import { cutSpans } from '../evidence/spans.ts'
import { goalChangeOf } from '../ladder/goal.ts'
import type { Competency, Ladder, Level, Shelf } from '../ladder/ladder.ts'
import { questionOf, wordsOf } from '../ladder/question.ts'
import type { Goal } from '../person.ts'
import type { ConsiderationKind } from './consideration.ts'
import { type Correction, correctionOf } from './correct-findings.ts'
import { lookupTyped, standingLadder } from './decide-review.ts'
import type { Question, Review } from './review.ts'

/** All that is known about a reply in the thread of a piece when its job runs. */
export type ReplyState = {
  /** null: it was deleted, or settled by an earlier try. */
  readonly reply: Part | null
  readonly evidence: Evidence | null
  /** The newest review of the piece, with the ladder that it was read against. */
  readonly review: Review | null
  readonly ladder: Ladder | null
  readonly goal: Goal | null
  readonly shelf: Shelf
  readonly today: Temporal.PlainDate
}

/** What a question about a review is about. */
export type ReplyTopic =
  /** A level beside the two of the goal, or the target level as a whole. */
  | { readonly kind: 'level'; readonly level: Level; readonly competency: Competency | null }
  | { readonly kind: 'competency'; readonly competency: Competency }
  | { readonly kind: 'next-steps' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'promotion' }
  | { readonly kind: 'whole' }

export type ReplyDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'point-to-command'; readonly text: string }
  | { readonly kind: 'set-goal'; readonly goal: Goal; readonly ladder: Ladder }
  | { readonly kind: 'agreed' }
  /** `correction` is null when the words do not say which finding is wrong in what way. */
  | { readonly kind: 'wrong'; readonly words: string | null; readonly correction: Correction | null }
  | { readonly kind: 'question'; readonly topic: ReplyTopic }
  /** More evidence for the same piece; `about` is the sentence that was asked about, if one was. */
  | { readonly kind: 'answer'; readonly about: Spot | null }

/** A person tells of something done: such a reply is evidence, whatever else stands in it. */
const TELLS =
  /\b(?:I|we)(?:['’]ve)? (?:\p{L}+ly |also |have |had )?(?:(?!did (?:not|n['’]t)|disagreed\b|noticed\b)(?:\p{L}+ed|did|led|wrote|built|ran|made|took|gave|held|drove|found|taught|set)\b(?! n['’]t| not)|noticed .* and \p{L}+ed)|\b(?:who|what|which|how)\b[^:?]{0,40}:/iu

const REVIEW = '(?:level|status|finding|review|assessment|feedback|rating|verdict|conclusion)'
const SO = '(?:all |just |simply |completely |quite |plain |a bit |far |much )*'
const OFF = `(?:wrong|incorrect|inaccurate|false|unfair|off|a mistake|not (?:right|true|correct|fair|accurate)|too (?:low|high|harsh|strict|generous))`

/** Says that the review is wrong, without naming a competency. */
const WRONG = new RegExp(
  [
    `^(?:(?:no|nope|hmm+|sorry|but|well)[,.!: ]+)?(?:(?:that|this|it)(?:['’]s| is| seems| looks)? ${SO})?${OFF}(?:[,.!]|$)`,
    `\\b(?:the|your|that|this) ${REVIEW}(?:['’]s| is| seems| looks) ${SO}${OFF}\\b`,
    `\\bi (?:strongly |really |totally )?(?:disagree|(?:do not|don['’]t) (?:really )?agree)\\b(?! with (?!you|that|this|it))`,
    `^disagree\\b`,
    `\\byou(?:['’]re| are) (?:${SO})(?:wrong|mistaken)\\b`,
    `\\byou (?:got|have|['’]ve got) (?:that|this|it|me) wrong\\b`,
    `\\byou (?:misread|misunderstood|misinterpreted)\\b|\\byou missed (?:the|my|that|this|it)\\b`,
    `\\bthat(?:['’]s| is) not what i (?:said|meant|wrote|did)\\b`,
    `^(?:no[,.! ]+)?i (?:did(?:n['’]t| not)|never) (?:say|said|write|wrote|mean|meant|do|did|claim(?:ed)?) (?:that|this|it|so|any of)\\b`,
    `\\b(?:that|this|it) should (?:be|have been) (?:evidenced|partly|higher|lower|more|less)\\b`,
  ].join('|'),
  'i',
)

/** Says it of one that it names: "that is about scope", "Mastery is wrong", "not mastery but scope". */
const WRONG_OF = new RegExp(
  `(?:that|this|it)(?:['’]s| is) (?:more |rather |really )*about\\b|\\b(?:is|are|was|seems|looks) ${SO}${OFF}\\b|\\bnot\\b.{1,40}\\bbut\\b|\\bi (?:did(?:n['’]t| not)|never) (?:say|do|did|claim|mean)\\b|\\bshould be\\b`,
  'i',
)

const RIGHT =
  /^(?:yes[,.! ]+)?(?:(?:that|this|it)(?:['’]s| is| looks| sounds)? (?:right|correct|true|accurate|fair|spot on)|looks (?:right|good|correct)|correct|agreed|i agree|fair(?: enough)?|spot on|exactly)[.! ]*$/i

/** Longest reply that can be one about the review alone, in words. */
const SHORT = 25

/** A correction of the review: short, about it, and telling of nothing done. A doubtful one is evidence. */
const correctionIn = (
  text: string,
  review: Review,
  ladder: Ladder,
): { correction: Correction | null } | null => {
  if (wordsOf(text).length > SHORT || TELLS.test(text)) return null
  const named = questionOf(ladder, wordsOf(text), true).competencies.length > 0
  if (!WRONG.test(text) && !(named && WRONG_OF.test(text))) return null
  return { correction: correctionOf(text, review, ladder) }
}

/** Opens as questions do that people type without their mark. */
const ASKS =
  /^(?:so |and |but |then |ok(?:ay)?,? )?(?:why|(?:what|how|which|who|where|when)(?:['’]s| (?:about|is|are|was|were|do|does|did|can|could|should|would|will|has|have|else|next|more|level|competency)))\b/i

/** True for a reply that asks and tells nothing; what else is in one may be evidence. */
const asks = (text: string): boolean => {
  if (cutSpans(text).length > 2 || text.length > 400) return false
  if (/\?\s*$/.test(text)) return !TELLS.test(text) || /^(?:why|what|how)\b/i.test(text)
  return ASKS.test(text) && !text.includes(':') && wordsOf(text).length <= SHORT && !TELLS.test(text)
}

const topicOf = (text: string, ladder: Ladder, goal: Goal): ReplyTopic => {
  const { levels, competencies } = questionOf(ladder, wordsOf(text), true)
  const [competency = null] = competencies
  const level = levels.find(({ id }) => id !== goal.current && id !== goal.target) ?? levels[0]
  if (level) return { kind: 'level', level, competency }
  if (competency) return { kind: 'competency', competency }
  if (
    /\b(?:who (?:can|will|may|else)|private|privacy|see this|my manager|confidential|stored|kept)\b/i.test(
      text,
    )
  )
    return { kind: 'privacy' }
  if (/\b(?:promot(?:ed|ion|able)|ready|chances?|get (?:there|it)|enough)\b/i.test(text))
    return { kind: 'promotion' }
  if (/\b(?:next|do now|improve|better|missing|stronger|should i|can i do|help me)\b/i.test(text))
    return { kind: 'next-steps' }
  return { kind: 'whole' }
}

/** Whether words give what was asked for, or said to be lacking. */
const GIVES: Partial<Record<Question['kind'] | ConsiderationKind, (quality: Quality) => boolean>> = {
  'own-part': ({ part }) => part === 'own',
  result: ({ result }) => result,
  baseline: ({ result, number }) => result && number,
  artefact: ({ opens }) => opens,
}

/**
 * The sentence that an answer is about: the one of which was asked, or said to be lacking, what its words give; else
 * the one that the first question is about. A question of the model's is about no sentence.
 */
const aboutOf = (
  text: string,
  { questions, considered, revision, cut }: Review,
  evidence: Evidence,
): Spot | null => {
  const quality = qualityOf(text)
  const asked = questions.flatMap((one) => (one.kind === 'written' ? [] : [one]))
  const lacking = considered.flatMap(({ kind, met, span }) => (met === false && span ? [{ kind, span }] : []))
  const given = [...asked, ...lacking].find(({ kind }) => GIVES[kind]?.(quality))
  const about = given ?? (asked.length === questions.length ? asked[0] : undefined)
  const span = about && spansOf(evidence, cut).find(({ id }) => id === about.span)
  return span && revision === evidence.revision ? spotOf(span) : null
}

/** What a reply in the thread of a piece asks for. It never takes a doubtful one for anything but evidence. */
export const decideReply = (state: ReplyState): ReplyDecision => {
  const { reply, evidence, review, ladder, goal, shelf, today } = state
  if (reply === null || evidence === null || reply.kind !== 'reply') return { kind: 'nothing' }
  const text = reply.reading.trim()
  const talk = smallTalkOf(text)
  if (review !== null && RIGHT.test(text)) return { kind: 'agreed' }
  if (talk !== null || cutSpans(text).length === 0) return { kind: 'small-talk', talk: talk ?? 'thanks' }
  const typed = (): ReplyDecision | null => {
    const found = lookupTyped({ shelf, goal, today }, text)
    if (found === null) return null
    const change =
      found.lookup.kind === 'set-goal' ? found.lookup : goalChangeOf(found.ladder, found.text, today)
    return standingLadder(shelf, goal) === null && change.kind === 'set-goal'
      ? { kind: 'set-goal', goal: change.goal, ladder: found.ladder }
      : { kind: 'point-to-command', text: found.text }
  }
  if (review === null || ladder === null) return typed() ?? { kind: 'answer', about: null }
  const wrong = correctionIn(text, review, ladder)
  if (wrong) return { kind: 'wrong', words: wordsOf(text).length > 3 ? text : null, ...wrong }
  if (asks(text)) return { kind: 'question', topic: topicOf(text, ladder, review.goal) }
  return typed() ?? { kind: 'answer', about: aboutOf(text, review, evidence) }
}
