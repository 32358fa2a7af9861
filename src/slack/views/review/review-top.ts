import type { types } from '@slack/bolt'
import { qualityOf } from '../../../domain/evidence/evidence-quality.ts'
import type { Consideration, ConsiderationKind } from '../../../domain/review/consideration.ts'
import { mattersMost } from '../../../domain/review/considerations.ts'
import { listed } from '../in-words.ts'
import { bold, bullets, line, quote, richText, words } from '../rich-text.ts'
import { asked, type DrawnReview, inOrder, nameOf, noticesOf, type ShownQuestion } from './review-finding.ts'
import { lackingWords } from './review-words.ts'

/** Longest top, in UTF-16 units. Beyond it, `FILLS` says what is left out. */
const TOP_LIMIT = 600

/** With more names than this, a headline only counts them. */
const MOST_NAMED = 5

/** One sentence about the whole. */
export function headlineOf(shown: DrawnReview): string {
  const names = inOrder(shown).map(({ competency }) => nameOf(shown.ladder, competency))
  if (names.length === 0) return 'Matching words found nothing here that surely speaks to the ladder.'
  const more = names.length - MOST_NAMED
  const some = listed(more > 1 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names)
  return `Your words touch ${some}; no level is judged.`
}

/** With this share of non-Latin letters, we say that they were not read. */
const FOREIGN = 0.15

/** What was not read because only English words are matched, or empty if everything was read. */
const foreignWords = ({ quotes: { foreign: share } }: DrawnReview): string => {
  if (share > 0.5) return 'Most of it is not in English, and I read English alone here.'
  return share >= FOREIGN ? 'Part of it is not in English; here I read English alone.' : ''
}

/** What it means if no words matched, and what to do, or empty if some did. */
const nothingFound = (shown: DrawnReview): string => {
  const { review } = shown
  const foreign = foreignWords(shown)
  if (review.findings.length > 0) return foreign
  return [
    'That says nothing about your work: it may be told in words that the ladder does not use.',
    foreign,
    `${review.choices.length > 0 ? 'Choose below what it is about, or write' : 'Write'} one ` +
      'sentence: what you did, and what changed.',
  ]
    .filter(Boolean)
    .join(' ')
}

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
      .flatMap(({ kind }) => (kind === 'own-part' || kind === 'result' ? [kind] : [])),
  )

const lacksMost = (shown: DrawnReview): Consideration[] =>
  mattersMost(shown.review.considered, askedFor(shown))

/** What the top says, so that nothing below repeats it. */
export function saidAtTop(shown: DrawnReview): ReadonlySet<ConsiderationKind> {
  return new Set([...askedFor(shown), ...lacksMost(shown).map(({ kind }) => kind)])
}

/** The biggest gaps, as sentences. */
export function lackingOf(shown: DrawnReview): string[] {
  return lacksMost(shown).map((one) => lackingIn(shown, [one]))
}

/** "About Feedback: ", if the sentence in question is too long to be shown with the question. */
const aboutWords = (span: string, { review, ladder }: DrawnReview): string => {
  const about = review.findings.find(({ spans }) => spans.includes(span))
  return about ? `About ${nameOf(ladder, about.competency)}: ` : 'About a sentence that is quoted below: '
}

const lengthOf = (block: types.RichTextBlock): number => {
  let length = 0
  JSON.stringify(block, (key, value) => {
    if (key === 'text' && typeof value === 'string') length += value.length
    return value
  })
  return length
}

/** The top of a review, and whether it quotes the sentence in question. */
type Top = { readonly block: types.RichTextBlock; readonly quotes: boolean }

/** How much fits in the top: one or two gaps, and the quote for the question. */
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
  const asking = ({ text, about }: ShownQuestion, quoted: boolean): types.RichTextBlock['elements'] => [
    line(
      bold('A question: '),
      words(`${about && !quoted ? aboutWords(about.id, shown) : ''}${text} Reply here, and I read it again.`),
    ),
    ...(about && quoted ? [quote(about.text)] : []),
  ]
  const build = (fill: Fill): types.RichTextBlock =>
    richText(
      line(bold(headlineOf(shown))),
      ...(nothing ? [line(words(nothing))] : []),
      ...noticesOf(shown).map((text) => line(words(text))),
      ...(lacking.length > 0
        ? [
            line(words('What would make it stronger:')),
            bullets(lacking.slice(0, fill.lacks).map((text) => [words(text)])),
          ]
        : []),
      ...(first ? asking(first, fill.quotes) : []),
    )
  const fill = FILLS.find((one) => lengthOf(build(one)) <= TOP_LIMIT) ?? FILLS.at(-1)!
  return { block: build(fill), quotes: fill.quotes }
}
