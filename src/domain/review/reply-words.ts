import { cutSpans } from '../evidence/spans.ts'
import type { Ladder } from '../ladder/ladder.ts'
import { lookupWords, questionOf } from '../ladder/question.ts'
import { anyOf } from '../text/patterns.ts'
import { correctionOf, type FindingCorrection } from './correct-findings.ts'
import type { Review } from './review.ts'

/** The person describes something done. Such a reply is evidence, whatever else it contains. */
const TELLS = new RegExp(
  anyOf({
    'a deed': [
      "\\b(?:I|we)(?:['’]ve)? (?:\\p{L}+ly |also |have |had )?",
      anyOf({
        did: [
          "(?:(?!did (?:not|n['’]t)|disagreed\\b|noticed\\b)",
          '(?:\\p{L}+ed|did|led|wrote|built|ran|made|took|gave|held|drove|found|taught|set)\\b',
          "(?! n['’]t| not))",
        ].join(''),
        'noticed and did': 'noticed .* and \\p{L}+ed',
      }),
    ].join(''),
    'an answer to each question': '\\b(?:who|what|which|how)\\b[^:?]{0,40}:',
  }),
  'iu',
)

const REVIEW = '(?:level|status|finding|review|assessment|feedback|rating|verdict|conclusion)'
const SO = '(?:all |just |simply |completely |quite |plain |a bit |far |much )*'
const OFF = anyOf({
  wrong: /wrong|incorrect|inaccurate|false|unfair|off|a mistake/,
  'not right': /not (?:right|true|correct|fair|accurate)/,
  'too low': /too (?:low|high|harsh|strict|generous)/,
})
const NEVER = "(?:did(?:n['’]t| not)|never)"

/** Ways to say that the review is wrong, without naming a competency. */
export const WRONG_RULES: readonly {
  readonly name: string
  readonly example: string
  readonly pattern: string | RegExp
}[] = [
  {
    name: 'that is wrong',
    example: 'No, that is just wrong.',
    pattern: [
      '^(?:(?:no|nope|hmm+|sorry|but|well)[,.!: ]+)?',
      `(?:(?:that|this|it)(?:['’]s| is| seems| looks)? ${SO})?${OFF}(?:[,.!]|$)`,
    ].join(''),
  },
  {
    name: 'the level is wrong',
    example: 'I think the level is too low here.',
    pattern: `\\b(?:the|your|that|this) ${REVIEW}(?:['’]s| is| seems| looks) ${SO}${OFF}\\b`,
  },
  {
    name: 'I disagree',
    example: 'I don’t really agree with this',
    pattern: [
      "\\bi (?:strongly |really |totally )?(?:disagree|(?:do not|don['’]t) (?:really )?agree)\\b",
      '(?! with (?!you|that|this|it))',
    ].join(''),
  },
  { name: 'disagree', example: 'disagree', pattern: /^disagree\b/ },
  {
    name: 'you are wrong',
    example: 'you are mistaken there',
    pattern: `\\byou(?:['’]re| are) (?:${SO})(?:wrong|mistaken)\\b`,
  },
  {
    name: 'you got it wrong',
    example: 'you got this wrong',
    pattern: /\byou (?:got|have|['’]ve got) (?:that|this|it|me) wrong\b/,
  },
  {
    name: 'you misread',
    example: 'You misread my message',
    pattern: /\byou (?:misread|misunderstood|misinterpreted)\b|\byou missed (?:the|my|that|this|it)\b/,
  },
  {
    name: 'not what I said',
    example: 'That’s not what I meant.',
    pattern: /\bthat(?:['’]s| is) not what i (?:said|meant|wrote|did)\b/,
  },
  {
    name: 'I never said it',
    example: 'I never said that.',
    pattern: [
      `^(?:no[,.! ]+)?i ${NEVER} `,
      '(?:say|said|write|wrote|mean|meant|do|did|claim(?:ed)?) (?:that|this|it|so|any of)\\b',
    ].join(''),
  },
  {
    name: 'it should be',
    example: 'This should be higher',
    pattern: /\b(?:that|this|it) should (?:be|have been) (?:evidenced|partly|higher|lower|more|less)\b/,
  },
]
const WRONG = new RegExp(anyOf(WRONG_RULES.map(({ pattern }) => pattern)), 'i')

/** Says so about a competency that it names. */
const WRONG_OF = new RegExp(
  anyOf({
    'that is about scope': /(?:that|this|it)(?:['’]s| is) (?:more |rather |really )*about\b/,
    'Mastery is wrong': `\\b(?:is|are|was|seems|looks) ${SO}${OFF}\\b`,
    'not mastery but scope': /\bnot\b.{1,40}\bbut\b/,
    'I never did': `\\bi ${NEVER} (?:say|do|did|claim|mean)\\b`,
    'it should be scope': /\bshould be\b/,
  }),
  'i',
)

/** Longest reply that can be only about the review, in words. */
const SHORT = 25

/** What a reply says about a review that it calls wrong, or null. */
export function correctionIn(
  text: string,
  review: Review,
  ladder: Ladder,
): { correction: FindingCorrection | null } | null {
  if (lookupWords(text).length > SHORT || TELLS.test(text)) return null
  const named = questionOf(ladder, lookupWords(text), true).competencies.length > 0
  if (!WRONG.test(text) && !(named && WRONG_OF.test(text))) return null
  return { correction: correctionOf(text, review, ladder) }
}

/** Openings of questions that people type without a question mark. */
const ASKS = new RegExp(
  `^(?:so |and |but |then |ok(?:ay)?,? )?${anyOf({
    why: /why/,
    'what is': `(?:what|how|which|who|where|when)(?:['’]s| ${anyOf([
      /(?:about|is|are|was|were|do|does|did|can|could|should|would|will|has|have)/,
      /else|next|more|level|competency/,
    ])})`,
  })}\\b`,
  'i',
)

/** Whether a reply only asks. Anything more may be evidence. */
export function asks(text: string): boolean {
  if (cutSpans(text).length > 2 || text.length > 400) return false
  if (/\?\s*$/.test(text)) return !TELLS.test(text) || /^(?:why|what|how)\b/i.test(text)
  return ASKS.test(text) && !text.includes(':') && lookupWords(text).length <= SHORT && !TELLS.test(text)
}

const AGREES = new RegExp(
  `^(?:yes[,.! ]+)?${anyOf({
    'that is right':
      /(?:that|this|it)(?:['’]s| is| looks| sounds)? (?:right|correct|true|accurate|fair|spot on)/,
    'looks right': /looks (?:right|good|correct)/,
    agreed: /correct|agreed|i agree|fair(?: enough)?|spot on|exactly/,
  })}[.! ]*$`,
  'i',
)

/** Whether a reply agrees with a review, and says nothing else. */
export function agrees(text: string): boolean {
  return AGREES.test(text)
}
