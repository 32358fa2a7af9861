import type { Evidence, Span } from '../../evidence/evidence.ts'
import type { Ladder } from '../../ladder/ladder.ts'
import { lookupWords, questionOf } from '../../ladder/question.ts'
import { insteadIn } from '../../message/instead.ts'
import { anyOf, anyWord, wordSet } from '../../text/patterns.ts'
import { plain } from '../../text/plain.ts'
import { stemsOf } from '../../text/stems.ts'

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

/** Says what something is or is not, or where it belongs. */
const PLACES = new RegExp(
  `\\b${anyOf({
    is: /is|are|am|s/,
    'is not': /isn|aren|not|less/,
    rather: /rather|instead|more/,
    belongs: /belongs?|goes|fits?|counts?|should|under/,
    move: /put|move|call|think/,
  })}\\b`,
)

/** Words of such a reply besides the names. */
const BESIDE_NAMES = wordSet(`
  that this it these those they s is isn t are aren was wasn am be been not no nope yes about really actually more less
  rather than instead of but and or should shouldn would could can belongs belong goes go to under put move call i d
  say think feel guess mean meant like as a an the for in on with my our your you me we finding match review sentence
  line part bit one ones first second third last entry piece thing stuff example case kind sort matter question
  clearly just only sorry hmm well so please from into fits fit better best counts count ve re ll m competency level
  much lot seems looks sounds to imo honestly maybe probably definitely all both too here there what does do don
`)

/** Most other words, if each of them is in the evidence too: "The DNS part is planning, not mastery". */
const MOST_OTHERS = 6

/** Whether a reply only says which competency something is or is not, perhaps with words of that evidence. */
const onlyPlaces = (text: string, ladder: Ladder, spans: readonly Span[]): boolean => {
  const words = lookupWords(text)
  const { competencies, spans: mentions } = questionOf(ladder, words, true)
  const said = ` ${words.join(' ')} `
  // Other words for a competency are ordinary words, which an answer may use.
  if (!competencies.some(({ name }) => said.includes(` ${plain(name)} `))) return false
  if (!PLACES.test(said) || /\?\s*$/.test(text)) return false
  const others = words.filter(
    (word, nth) => !BESIDE_NAMES.has(word) && !mentions.some(({ from, to }) => nth >= from && nth < to),
  )
  if (others.length === 0) return true
  const stems = new Set(spans.flatMap((span) => stemsOf(span.text)))
  return others.length <= MOST_OTHERS && stemsOf(others.join(' ')).every((one) => stems.has(one))
}

/** Longest reply that can be only about the review, in words. */
const SHORT = 25

/** Whether a reply says only that a review is wrong, in general or about a competency that it names. */
export function callsWrong(text: string, ladder: Ladder, spans: readonly Span[]): boolean {
  if (lookupWords(text).length > SHORT || TELLS.test(text)) return false
  const named = questionOf(ladder, lookupWords(text), true).competencies.length > 0
  return WRONG.test(text) || (named && (WRONG_OF.test(text) || onlyPlaces(text, ladder, spans)))
}

const ASKS_WHY = new RegExp(
  [
    '^(?:(?:but|and|so|hm+|ok|okay|wait|sorry|thanks|then)[,.!]? ){0,3}',
    anyOf({
      'why isn’t this communication':
        "(?:why|how come)\\b.{0,60}(?:n['’]?t|\\bnot|\\bno|\\bnothing|\\bnever|\\binstead)\\b",
      'shouldn’t this be communication': [
        "(?:is|should|would|could|does|can|are)(?:n['’]?t)? ",
        '(?:this|that|it|these|they|(?:the|my) \\p{L}{2,15})\\b',
      ].join(''),
      'warum ist das nicht Kommunikation': [
        `${anyWord(['warum', 'wieso', 'por qué', 'por que', 'pourquoi'])}.{0,60}`,
        anyWord(['nicht', 'no', 'não', 'pas']),
      ].join(''),
      'this is communication, no?': ".{3,80},? (?:no|right|or(?: not)?|is(?: it not|n[’']?t it))\\?$",
    }),
  ].join(''),
  'iu',
)

/** Whether a reply asks why something is not about a competency that it names, or whether it should be. */
export function asksWhy(text: string): boolean {
  const said = text.trim()
  return lookupWords(said).length <= SHORT && !TELLS.test(said) && ASKS_WHY.test(said)
}

const AGREES = new RegExp(
  `^(?:(?:yes|ok|okay|great|perfect|thanks|thank you)[,.! ]+)?${anyOf({
    'that is right':
      /(?:that|this|it)(?:['’]s| is| looks| sounds)? (?:right|correct|true|accurate|fair|spot on)/,
    'looks right': /(?:(?:that|this|it|now it|now) )?looks (?:right|good|correct|better|fine)/,
    'better now':
      /(?:(?:that|this|it)(?:['’]s| is)|now it(?:['’]s| is)) (?:(?:much )?better|right|correct|fine)|much better/,
    agreed: /correct|agreed|i agree|fair(?: enough)?|spot on|exactly/,
  })}(?: now| to me)?(?:[,.! ]+(?:thanks|thank you|thx|cheers)(?: a lot| so much)?)?[.! ]*$`,
  'i',
)

/** Whether a reply agrees with a review, and says nothing else. */
export function agrees(text: string): boolean {
  return AGREES.test(text)
}

const holdsWords = (text: string, words: string): boolean => ` ${plain(text)} `.includes(` ${plain(words)} `)

/** Whether a reply says that something in the evidence should be something else, and no more: "6 minutes, not 4". */
export function putsRight(text: string, evidence: Evidence, ladder: Ladder): boolean {
  const { right, wrong } = insteadIn(text) ?? { right: '', wrong: '' }
  if (wrong === '') return false
  if (questionOf(ladder, lookupWords(text), true).competencies.length > 0) return false
  const written = evidence.parts.filter(({ kind }) => kind !== 'reply').map(({ reading }) => reading)
  return written.some((one) => holdsWords(one, wrong)) && !written.some((one) => holdsWords(one, right))
}
