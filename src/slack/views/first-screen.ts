import type { types } from '@slack/bolt'
import { decidingGap } from '../../domain/cap-findings.ts'
import { wordsMeant } from '../../domain/quotes.ts'
import type { Finding, Standing, Status } from '../../domain/review.ts'
import { strengthOfSpan } from '../../domain/span-quality.ts'
import { monthWords } from './goal.ts'
import { asked, nameOf, noticesOf, type Shown, stepText } from './review-finding.ts'
import { countWords, listed } from './review-words.ts'
import { bold, line, quote, richText, words } from './rich-text.ts'

/** Most words before anything is opened; buttons and the foot are not counted. */
export const MOST_WORDS = 90

/** A quote of more words is cut at one. */
const MOST_QUOTED = 35
const FEW_QUOTED = 16

/** The first words of a text, with a sign where some are left out. */
const firstWords = (text: string, most: number): string => {
  const all = text.split(/\s+/).filter(Boolean)
  return all.length <= most ? all.join(' ') : `${all.slice(0, most).join(' ')} …`
}

const SIZES: Readonly<Record<Exclude<Standing, 'counts against'>, string>> = {
  'a pillar': 'One pillar of a packet, not the whole.',
  'a start': 'Not enough for a packet alone.',
  'not yet': 'This does not carry a packet yet.',
  "can't tell": 'It can’t count in a packet until that is clear.',
}

const namesOf = (findings: readonly Finding[], { ladder }: Shown): string =>
  listed([...new Set(findings.map(({ competency }) => nameOf(ladder, competency)))])

/** How much of a packet this is, in plain words; empty where no level was judged. */
const sizeOf = (shown: Shown): string => {
  const { standing, findings } = shown.review
  if (standing === null) return ''
  const against = findings.filter((finding) => finding.against).slice(0, 2)
  const where = against.length > 0 ? ` in ${namesOf(against, shown)}` : ''
  if (standing === 'counts against') return `As written, this counts against a case${where}.`
  return against.length > 0 ? `${SIZES[standing]} Part of it counts against a case${where}.` : SIZES[standing]
}

/** Whether this is one thing or a pattern; empty where it shows nothing, or that is not known. */
const patternWords = ({ review, ladder }: Shown): string => {
  const { pattern } = review
  if (pattern === null) return ''
  const name = nameOf(ladder, pattern.competency)
  if (pattern.since === null)
    return pattern.others ? `Your first piece on ${name}.` : 'One piece, no pattern yet.'
  return `With it, ${pattern.pieces} pieces since ${monthWords(pattern.since)} speak to ${name}.`
}

/** What becomes of sentences that tell the reader what to find; empty where there are none. */
const ordersOf = ({ quotes: { orders } }: Shown): string =>
  orders === 0
    ? ''
    : `I did not follow the ${orders === 1 ? 'sentence that tells' : `${orders} sentences that tell`} me what to find: take ${orders === 1 ? 'it' : 'them'} out.`

/** What decides; empty where no gap is named, and where the step at the top is made of it. */
const gapOf = ({ review }: Shown): string =>
  review.nextSteps[0]?.kind === 'gap' ? '' : (decidingGap(review.findings)?.text ?? '')

const SAYS: readonly (readonly [Status, string])[] = [
  ['evidenced', 'shown'],
  ['partly', 'partly shown'],
  ["can't tell", 'can’t be told yet'],
  ['not yet', 'not shown yet'],
]

/** One sentence about the whole where the reader's own did not hold. */
const ownHeadline = (shown: Shown): string => {
  const { review } = shown
  const clauses = SAYS.flatMap(([status, says]) => {
    const own = review.findings.filter((finding) => finding.status === status)
    return own.length === 0 ? [] : [`${namesOf(own, shown)} ${says}`]
  })
  if (clauses.length === 0 && review.findings.length > 0)
    return `This may show ${namesOf(review.findings, shown)}. I could not judge the level.`
  if (clauses.length === 0)
    return `I could not tie this to the ladder yet${review.questions.length > 0 ? '; an answer would help' : ''}.`
  const gap = gapOf(shown)
  return `${review.goal.target}: ${clauses.slice(0, 3).join('; ')}.${gap === '' ? '' : ` What decides: ${gap}`}`
}

const headlineOf = (shown: Shown): string => shown.review.headline ?? ownHeadline(shown)

/** The words that show most, of the strongest finding that is shown at all: of equally strong ones those that say more. */
const bestOf = ({ review, spans }: Shown): string => {
  const best =
    review.findings.find(({ status }) => status === 'evidenced') ??
    review.findings.find(({ status }) => status === 'partly')
  if (best === undefined) return ''
  const quotes = best.spans
    .flatMap((id) => spans.get(id) ?? [])
    .map((span) => ({ strength: strengthOfSpan(span), text: wordsMeant(span.text, best.clauses) }))
    .toSorted((a, b) => b.strength - a.strength || countWords(b.text) - countWords(a.text))
  return quotes[0]?.text ?? ''
}

/** What the question is that can be answered on the spot. */
const questionOf = (shown: Shown): string => {
  const { review } = shown
  const [first] = review.questions
  if (first) return asked(first, shown).text
  return (
    review.findings.find(({ question }) => question !== null)?.question ??
    (review.findings.some(({ cap }) => cap?.reason === 'no-own-part') ? 'Which part of this was yours?' : '')
  )
}

const REPLY = 'Reply here, and I update this.'

/** One line of the screen: what it is, what it says, and whether that is the person's own words. */
type Line = { readonly label: string; readonly text: string; readonly quoted?: true }

const LABELS = {
  gap: 'What decides: ',
  best: 'Where it shows best:',
  first: 'Do first: ',
  after: 'Then: ',
  question: 'One question: ',
}

const length = (lines: readonly Line[]): number =>
  lines.reduce((sum, { label, text }) => sum + countWords(`${label} ${text}`), 0)

type Part = 'size' | 'gap' | 'best' | 'orders' | 'first' | 'second' | 'question'

/** The parts in the order in which they are shown. */
const ORDER: readonly Part[] = ['size', 'gap', 'best', 'orders', 'first', 'second', 'question']

/** As much as fits so many words: what has to be there first, then what helps most. */
const fitted = (shown: Shown, left: number): Line[] => {
  const { review } = shown
  const [step, after] = review.nextSteps
  const question = questionOf(shown)
  const size = sizeOf(shown)
  const best = (most: number): Line => ({
    label: LABELS.best,
    text: firstWords(bestOf(shown), most),
    quoted: true,
  })
  // A headline that says what decides is not said again.
  const isSaid = review.headline === null || /\bdecid/i.test(review.headline)
  // What ends a harm does nothing for the case, so the next step, which does, is shown too.
  const second = step?.kind === 'written' && step.urgent && after ? stepText(after) : ''
  const ranked: readonly (readonly [Part, Line])[] = [
    ['first', { label: LABELS.first, text: step ? stepText(step) : '' }],
    ['question', { label: LABELS.question, text: question }],
    ['orders', { label: '', text: ordersOf(shown) }],
    ['size', { label: '', text: size }],
    ['question', { label: LABELS.question, text: question && `${question} ${REPLY}` }],
    ['second', { label: LABELS.after, text: second }],
    ['gap', { label: LABELS.gap, text: isSaid ? '' : gapOf(shown) }],
    ['best', best(FEW_QUOTED)],
    ['best', best(MOST_QUOTED)],
    ['size', { label: '', text: [size, patternWords(shown)].filter(Boolean).join(' ') }],
  ]
  const fits = new Map<Part, Line>()
  for (const [nth, [part, line]] of ranked.entries()) {
    const rest = [...fits].flatMap(([other, one]) => (other === part ? [] : [one]))
    if (line.text !== '' && (nth < 2 || length([...rest, line]) <= left)) fits.set(part, line)
  }
  return ORDER.flatMap((part) => fits.get(part) ?? [])
}

const linesOf = (shown: Shown): Line[] => fitted(shown, MOST_WORDS - countWords(headlineOf(shown)))

/** How many of the steps stand on the first screen, so that no fold says them again. */
export const stepsOnScreen = (shown: Shown): number =>
  linesOf(shown).filter(({ label }) => label === LABELS.first || label === LABELS.after).length

/** The same of what becomes of orders, where the screen has no room for it; empty where it has. */
export const ordersOffScreen = (shown: Shown): string => {
  const said = ordersOf(shown)
  return linesOf(shown).some(({ text }) => text === said) ? '' : said
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * What everybody reads of a review by a model: the headline alone in the first block, then how much of a packet it is,
 * the words that show most, what to do first and one question.
 */
export const firstScreen = (shown: Shown): types.KnownBlock[] => {
  const headline = headlineOf(shown)
  const elements: types.RichTextBlock['elements'] = [
    ...linesOf(shown).flatMap(({ label, text, quoted }) =>
      quoted
        ? [line(words(label)), quote(text)]
        : [line(...(label === '' ? [] : [bold(label)]), words(text))],
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
