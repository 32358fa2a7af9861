import type { types } from '@slack/bolt'
import { strengthOfSpan } from '../../../domain/evidence/span-quality.ts'
import { decidingGap } from '../../../domain/review/cap-findings.ts'
import { wordsMeant } from '../../../domain/review/quotes.ts'
import type { Finding, Status } from '../../../domain/review/review.ts'
import { undisputed } from '../../../domain/review/undisputed.ts'
import { dateInWords, listed } from '../../../domain/text/in-words.ts'
import { onceFor } from '../../../domain/text/once-for.ts'
import { bold, line, quote, richText, words } from '../rich-text.ts'
import { asked, type DrawnReview, nameOf, noticesOf, stepText } from './review-finding.ts'
import { countWords } from './review-words.ts'

/** The most words before anything is opened. Buttons and the foot are not counted. */
export const MOST_WORDS = 90

/** A longer quote is cut after so many words. */
const MOST_QUOTED = 35
const FEW_QUOTED = 16

/** The first words of a text, with an ellipsis if some are left out. */
const firstWords = (text: string, most: number): string => {
  const all = text.split(/\s+/).filter(Boolean)
  return all.length <= most ? all.join(' ') : `${all.slice(0, most).join(' ')} …`
}

const namesOf = (findings: readonly Finding[], { ladder, labels }: DrawnReview): string =>
  listed([...new Set(findings.map(({ competency }) => nameOf(ladder, competency)))], labels.locale)

/** How much of a packet this is, in plain words, or empty if no level was judged. */
const sizeOf = (shown: DrawnReview): string => {
  const { standing, findings } = shown.review
  if (standing === null) return ''
  const against = undisputed(findings)
    .filter((finding) => finding.against)
    .slice(0, 2)
  const { sizes, countsAgainst, partAgainst } = shown.labels
  const where = namesOf(against, shown)
  if (standing === 'counts against') return countsAgainst(where)
  return against.length > 0 ? `${sizes[standing]} ${partAgainst(where)}` : sizes[standing]
}

/** Whether this is a single case or a pattern, or empty if it shows nothing or that is unknown. */
const patternWords = ({ review, ladder, labels }: DrawnReview): string => {
  const { pattern } = review
  if (pattern === null) return ''
  const name = nameOf(ladder, pattern.competency)
  if (pattern.since === null) return pattern.others ? labels.firstPiece(name) : labels.onePiece
  return labels.morePieces(pattern.pieces, dateInWords(pattern.since, labels.locale), name)
}

/** What happens with sentences that tell the reader what to find, or empty if there are none. */
const ordersOf = ({ quotes: { orders }, labels }: DrawnReview): string =>
  orders === 0 ? '' : labels.orders(orders)

/** The deciding gap, or empty if none is named or if the step at the top is made from it. */
const gapOf = ({ review }: DrawnReview): string =>
  review.nextSteps[0]?.kind === 'gap' ? '' : (decidingGap(undisputed(review.findings))?.text ?? '')

const TOLD: readonly Status[] = ['evidenced', 'partly', "can't tell", 'not yet']

/** A sentence about the whole, for a review whose own headline did not hold. */
const ownHeadline = (shown: DrawnReview): string => {
  const { review, labels } = shown
  const findings = undisputed(review.findings)
  const clauses = TOLD.flatMap((status) => {
    const own = findings.filter((finding) => finding.status === status)
    return own.length === 0 ? [] : [labels.says[status](namesOf(own, shown))]
  })
  if (clauses.length === 0)
    return findings.length > 0
      ? labels.may(namesOf(findings, shown))
      : labels.notTied(review.questions.length > 0)
  const gap = gapOf(shown)
  return `${review.goal.target}: ${clauses.slice(0, 3).join('; ')}.${gap === '' ? '' : ` ${labels.decides} ${gap}`}`
}

const headlineOf = (shown: DrawnReview): string => shown.review.headline ?? ownHeadline(shown)

/** The words that show most, from the strongest finding shown. Among equally strong ones, those that say more. */
const bestOf = ({ review, spans }: DrawnReview): string => {
  const findings = undisputed(review.findings)
  const best =
    findings.find(({ status }) => status === 'evidenced') ??
    findings.find(({ status }) => status === 'partly')
  if (best === undefined) return ''
  const quotes = best.spans
    .flatMap((id) => spans.get(id) ?? [])
    .map((span) => ({ strength: strengthOfSpan(span), text: wordsMeant(span.text, best.clauses) }))
    .toSorted((a, b) => b.strength - a.strength || countWords(b.text) - countWords(a.text))
  return quotes[0]?.text ?? ''
}

/** The question that can be answered on the spot, or empty if there is none. */
export function questionOf(shown: DrawnReview): string {
  const { review, labels } = shown
  const [first] = review.questions
  if (first) return asked(first, shown).text
  const findings = undisputed(review.findings)
  return (
    findings.find(({ question }) => question !== null)?.question ??
    (findings.some(({ cap }) => cap?.reason === 'no-own-part') ? labels.yourPart : '')
  )
}

type LineKind = 'size' | 'gap' | 'best' | 'orders' | 'first' | 'second' | 'question'

/** The parts in display order. */
const ORDER: readonly LineKind[] = ['size', 'gap', 'best', 'orders', 'first', 'second', 'question']

/** One line of the screen: its kind, its text, and whether that is the person's own words. */
type FirstScreenLine = {
  readonly part: LineKind
  readonly label: string
  readonly text: string
  readonly quoted?: true
}

const length = (lines: readonly FirstScreenLine[]): number =>
  lines.reduce((sum, { label, text }) => sum + countWords(`${label} ${text}`), 0)

/** How many lines are shown even if they exceed the limit: the step, and what happens with orders or the question. */
const MUST = 2

/** As many lines as fit into so many words: the required ones first, then the most helpful. */
const fitted = (shown: DrawnReview, left: number): FirstScreenLine[] => {
  const { review, labels } = shown
  const [step, after] = review.nextSteps
  const question = questionOf(shown)
  const size = sizeOf(shown)
  const best = (most: number): FirstScreenLine => ({
    part: 'best',
    label: labels.best,
    text: firstWords(bestOf(shown), most),
    quoted: true,
  })
  // If the headline already names the deciding gap, it is not repeated.
  const isSaid = review.headline === null || /\b(?:decid|décid|entscheid|beslis)/i.test(review.headline)
  // A step that ends a harm adds nothing to the case, so the next step, which does, is shown too.
  const second = step?.kind === 'written' && step.urgent && after ? stepText(after, labels) : ''
  const ranked: readonly FirstScreenLine[] = [
    { part: 'first', label: labels.first, text: step ? stepText(step, labels) : '' },
    // Somebody who tells the reader what to find has to know before anything else what happens with that.
    { part: 'orders', label: '', text: ordersOf(shown) },
    { part: 'question', label: labels.question, text: question },
    { part: 'size', label: '', text: size },
    { part: 'question', label: labels.question, text: question && `${question} ${labels.reply}` },
    { part: 'second', label: labels.next, text: second },
    { part: 'gap', label: labels.decides, text: isSaid ? '' : gapOf(shown) },
    best(FEW_QUOTED),
    best(MOST_QUOTED),
    { part: 'size', label: '', text: [size, patternWords(shown)].filter(Boolean).join(' ') },
  ]
  const fits = new Map<LineKind, FirstScreenLine>()
  for (const [nth, line] of ranked.filter(({ text }) => text !== '').entries()) {
    const rest = [...fits.values()].filter(({ part }) => part !== line.part)
    if (nth < MUST || length([...rest, line]) <= left) fits.set(line.part, line)
  }
  return ORDER.flatMap((part) => fits.get(part) ?? [])
}

/** Worked out once, because the folds also ask what is on the screen, so as not to repeat it. */
const linesOf = onceFor((shown: DrawnReview) => fitted(shown, MOST_WORDS - countWords(headlineOf(shown))))

/** How many steps are on the first screen, so that no fold repeats them. */
export function stepsOnScreen(shown: DrawnReview): number {
  return linesOf(shown).filter(({ part }) => part === 'first' || part === 'second').length
}

/** Whether the first question is on the first screen. */
export function isQuestionOnScreen(shown: DrawnReview): boolean {
  return linesOf(shown).some(({ part }) => part === 'question')
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The visible part of a review by AI: the headline alone in the first block, then how much of a packet it is, the words
 * that show most, what to do first, and one question.
 */
export function firstScreen(shown: DrawnReview): types.KnownBlock[] {
  const headline = headlineOf(shown)
  const elements: types.RichTextBlock['elements'] = [
    ...linesOf(shown).flatMap(({ label, text, quoted }) =>
      quoted
        ? [line(words(label)), quote(text)]
        : [line(...(label === '' ? [] : [bold(`${label} `)]), words(text))],
    ),
    ...noticesOf(shown).map((text) => line(words(text))),
  ]
  const [first = headline, ...more] = SENTENCES.segment(headline)
    [Symbol.iterator]()
    .map(({ segment }) => segment)
  return [
    richText(line(bold(first), ...(more.length > 0 ? [words(more.join(''))] : []))),
    ...(elements.length > 0 ? [richText(...elements)] : []),
  ]
}
