import type { types } from '@slack/bolt'
import { qualityOf } from '../../../domain/evidence/evidence-quality.ts'
import type { Consideration, ConsiderationKind } from '../../../domain/review/consideration.ts'
import { mattersMost } from '../../../domain/review/considerations.ts'
import { undisputed } from '../../../domain/review/undisputed.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { bold, bullets, line, richText, words } from '../rich-text.ts'
import { en } from './labels/en.ts'
import {
  asked,
  type DrawnReview,
  inOrder,
  nameOf,
  noticesOf,
  quotedWith,
  type ShownQuestion,
} from './review-finding.ts'
import { lackingWords, offlineWords } from './review-words.ts'

/** Longest top, in UTF-16 units. Beyond it, `FILLS` says what is left out. */
const TOP_LIMIT = 600

/** With more names than this, a headline only counts them. */
const MOST_NAMED = 5

/** The headline without a match. A text that only tells plans or weaknesses is called that. */
const NOTHING_YET = {
  plan: 'This is a plan. It counts once it is done.',
  weakness: 'This is something you want to improve. It counts once it has changed.',
  other: 'I found no clear match with the ladder yet.',
}

/** One sentence about the whole. */
function headlineOf(shown: DrawnReview): string {
  const names = undisputed(inOrder(shown)).map(({ competency }) => nameOf(shown.ladder, competency))
  if (names.length === 0) return NOTHING_YET[shown.quotes.only ?? 'other']
  const more = names.length - MOST_NAMED
  const some = listed(more > 1 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names)
  return `This may show ${some}.`
}

/** With this share of non-Latin letters, we say that they were not read. */
const FOREIGN = 0.15

/** What was not read because only English words are matched, or empty if everything was read. */
const foreignWords = ({ quotes: { foreign: share } }: DrawnReview): string => {
  if (share > 0.5) return 'Most of this is not in English. Without AI, I can only read English.'
  return share >= FOREIGN
    ? 'Part of this is not in English. Without AI, I can only read the English part.'
    : ''
}

/** What it means if no words matched, and what to do, or empty if some did. */
const nothingFound = (shown: DrawnReview): string => {
  const { review, quotes } = shown
  const foreign = foreignWords(shown)
  if (undisputed(review.findings).length > 0) return foreign
  if (quotes.only !== null) return 'When it has happened, tell me what you did and what changed.'
  return [
    'That says nothing about your work: your words may differ from the ladder’s.',
    foreign,
    whatToDo(shown),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Asks for a deed or a result only if it is not there. */
const whatToDo = ({ review: { choices, considered } }: DrawnReview): string => {
  const has = (kind: ConsiderationKind): boolean =>
    considered.some((one) => one.kind === kind && one.met === true)
  const complete = has('demonstrated') && has('result')
  if (complete && choices.length > 0) return 'Choose what it is about.'
  if (complete) return 'If you know what it is about, choose “This is wrong” and tell me.'
  const lacks = has('demonstrated')
    ? 'what changed'
    : has('result')
      ? 'what you did'
      : 'what you did and what changed'
  return `${choices.length > 0 ? 'Choose what it is about, or add' : 'Add'} one sentence: ${lacks}.`
}

/** What a review without AI can do. Said once, so that no fold repeats it. */
const limitsOf = ({ review: { readBy } }: DrawnReview): string =>
  readBy.reader === 'offline' ? offlineWords(readBy.asked) : ''

/** One kind of gap, for all the competencies that have it. */
export function lackingIn({ ladder, spans }: DrawnReview, all: readonly Consideration[]): string {
  const [first] = all
  const span = first?.span ? spans.get(first.span) : undefined
  return first
    ? lackingWords(first, {
        competency: listed(all.flatMap(({ competency }) => (competency ? [nameOf(ladder, competency)] : []))),
        months: ladder.sustainedMonths,
        names: first.kind === 'artefact' && span !== undefined && qualityOf(span.text).artefact,
      })
    : ''
}

/** What the question at the top already asks for. */
const askedFor = ({ review }: DrawnReview): ReadonlySet<ConsiderationKind> =>
  new Set(
    review.questions
      .slice(0, 1)
      .flatMap(({ kind }) => (kind === 'own-part' || kind === 'result' || kind === 'artefact' ? [kind] : [])),
  )

/** Words can't improve a plan before it is done. */
const lacksMost = (shown: DrawnReview): Consideration[] =>
  shown.quotes.only === null ? mattersMost(shown.review.considered, askedFor(shown)) : []

/** What the top says, so that nothing below repeats it. */
export function saidAtTop(shown: DrawnReview): ReadonlySet<ConsiderationKind> {
  return new Set([...askedFor(shown), ...lacksMost(shown).map(({ kind }) => kind)])
}

/** The biggest gaps, as sentences. */
export function lackingOf(shown: DrawnReview): string[] {
  return lacksMost(shown).map((one) => lackingIn(shown, [one]))
}

/** If the sentence in question is too long to be shown whole, this many words of it are. */
const FEW_WORDS = 12

const beginning = (text: string): string => {
  const all = text.split(/\s+/)
  return all.length <= FEW_WORDS ? text : `${all.slice(0, FEW_WORDS).join(' ')} …`
}

const lengthOf = (block: types.RichTextBlock): number => {
  let length = 0
  JSON.stringify(block, (key, value) => {
    if (key === 'text' && typeof value === 'string') length += value.length
    return value
  })
  return length
}

/** The top of a review, and whether it quotes all of the sentence in question. */
type Top = { readonly block: types.RichTextBlock; readonly quotes: boolean }

/** How much fits in the top: one or two gaps, and the whole quote for the question or only its beginning. */
type Fill = { readonly lacks: number; readonly quotes: boolean }

const FILLS: readonly Fill[] = [
  { lacks: 2, quotes: true },
  { lacks: 1, quotes: true },
  { lacks: 2, quotes: false },
  { lacks: 1, quotes: false },
]

/**
 * The visible part of a review without AI: the headline, the two things that would make it stronger, and the question,
 * as far as it can be read at a glance.
 */
export function topOf(shown: DrawnReview): Top {
  const [question] = shown.review.questions
  const first = question ? asked(question, shown) : null
  const lacking = lackingOf(shown)
  const nothing = nothingFound(shown)
  const limits = limitsOf(shown)
  const asking = ({ text, about }: ShownQuestion, whole: boolean): types.RichTextBlock['elements'] => [
    line(bold('One question: '), words(`${text} ${en.reply}`)),
    ...(about ? quotedWith(whole ? about : { ...about, text: beginning(about.text) }, shown) : []),
  ]
  const build = (fill: Fill): types.RichTextBlock =>
    richText(
      line(bold(headlineOf(shown))),
      ...(nothing ? [line(words(nothing))] : []),
      ...noticesOf(shown).map((text) => line(words(text))),
      ...(lacking.length > 0
        ? [
            line(words('To make it stronger:')),
            bullets(lacking.slice(0, fill.lacks).map((text) => [words(text)])),
          ]
        : []),
      ...(first ? asking(first, fill.quotes) : []),
      ...(limits ? [line(words(limits))] : []),
    )
  const fill = FILLS.find((one) => lengthOf(build(one)) <= TOP_LIMIT) ?? FILLS.at(-1)!
  const isWhole = first?.about ? beginning(first.about.text) === first.about.text : true
  return { block: build(fill), quotes: fill.quotes || isWhole }
}
