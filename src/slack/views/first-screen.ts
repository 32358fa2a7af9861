import type { types } from '@slack/bolt'
import { decidingOf } from '../../domain/cap-findings.ts'
import { mayBeCut, unreadIn } from '../../domain/evidence.ts'
import type { Finding, Standing, Status } from '../../domain/review.ts'
import { countsAgainst } from './review-competency.ts'
import { asked, nameOf, type Shown, stepText } from './review-finding.ts'
import { CUT, cutWords, listed, secretWords, unreadWords } from './review-words.ts'
import { bold, line, quote, richText, words } from './rich-text.ts'

/** Most words before anything is opened; buttons and the foot are not counted. */
export const MOST_WORDS = 90

/** A quote of more words is cut at one. */
const MOST_QUOTED = 35
const FEW_QUOTED = 16

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

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
  if (standing !== 'counts against') return SIZES[standing]
  const against = findings.filter((finding) => countsAgainst(finding, shown)).slice(0, 2)
  return `As written, this counts against a case${against.length > 0 ? ` in ${namesOf(against, shown)}` : ''}.`
}

/** What decides: the first gap of the deciding finding. */
const gapOf = ({ review }: Shown): string => decidingOf(review.findings)?.missing[0]?.text ?? ''

const SAYS: readonly (readonly [Status, string])[] = [
  ['evidenced', 'shown'],
  ['partly', 'partly shown'],
  ["can't tell", 'can’t be told yet'],
  ['not yet', 'not shown yet'],
]

/** One sentence about the whole where the reader's own did not hold. */
export const ownHeadline = (shown: Shown): string => {
  const { review } = shown
  const clauses = SAYS.flatMap(([status, says]) => {
    const own = review.findings.filter((finding) => finding.status === status)
    return own.length === 0 ? [] : [`${namesOf(own, shown)} ${says}`]
  })
  if (clauses.length === 0)
    return `I could not tie this to the ladder yet${review.questions.length > 0 ? '; an answer would help' : ''}.`
  const gap = gapOf(shown)
  return `${review.goal.target}: ${clauses.slice(0, 3).join('; ')}.${gap === '' ? '' : ` What decides: ${gap}`}`
}

export const headlineOf = (shown: Shown): string => shown.review.headline ?? ownHeadline(shown)

/** The words that show most: of the strongest finding that is shown at all. */
const bestOf = ({ review, spans }: Shown): string => {
  const best =
    review.findings.find(({ status }) => status === 'evidenced') ??
    review.findings.find(({ status }) => status === 'partly')
  const span = best?.spans.flatMap((id) => spans.get(id) ?? [])[0]
  if (!best || !span) return ''
  return best.clauses.find((clause) => span.text.includes(clause)) ?? span.text
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

/** What is said before the review's own words: what was left out, cut, or could not be read. */
const notices = ({ review, evidence, quotes }: Shown): string[] => [
  ...[secretWords(evidence.parts.flatMap(({ leftOut }) => leftOut))].filter(Boolean),
  ...(review.cut ? [cutWords(evidence, quotes.sentences)] : []),
  ...(mayBeCut(evidence) ? [CUT] : []),
  ...unreadIn(evidence).map(({ name, state }) => unreadWords(name, state as never)),
]

type Screen = {
  readonly size: string
  readonly gap: string
  readonly best: string
  readonly first: string
  readonly question: string
}

const REPLY = 'Reply in this thread and I’ll update the review.'
const LABELS = {
  best: 'Where it shows best:',
  first: 'Do first: ',
  gap: 'What decides: ',
  question: 'One question: ',
} as const

const lengthOf = (screen: Screen): number =>
  countWords(screen.size) +
  (screen.gap === '' ? 0 : countWords(`${LABELS.gap}${screen.gap}`)) +
  (screen.best === '' ? 0 : countWords(`${LABELS.best} ${screen.best}`)) +
  (screen.first === '' ? 0 : countWords(`${LABELS.first}${screen.first}`)) +
  (screen.question === '' ? 0 : countWords(`${LABELS.question}${screen.question} ${REPLY}`))

/** As much as fits: the gap goes first where the headline says it too, then the quote is cut, then it goes. */
const fitted = (shown: Shown, left: number): Screen => {
  const { review } = shown
  const [step] = review.nextSteps
  const whole: Screen = {
    size: sizeOf(shown),
    // A headline that says what decides is not said again.
    gap: review.headline === null || /\bdecid/i.test(review.headline) ? '' : gapOf(shown),
    best: firstWords(bestOf(shown), MOST_QUOTED),
    first: step ? (step.kind === 'gap' ? `Add to this entry: ${step.text}` : stepText(step)) : '',
    question: questionOf(shown),
  }
  const short = firstWords(bestOf(shown), FEW_QUOTED)
  const tries: Screen[] = [
    whole,
    { ...whole, gap: '' },
    { ...whole, gap: '', best: short },
    { ...whole, gap: '', best: '' },
    { ...whole, gap: '', best: '', size: '' },
  ]
  return tries.find((screen) => lengthOf(screen) <= left) ?? tries.at(-1)!
}

/**
 * What everybody reads of a review by a model: the headline alone in the first block, then how much of a packet it is,
 * the words that show most, what to do first and one question.
 */
export const firstScreen = (shown: Shown): types.KnownBlock[] => {
  const headline = headlineOf(shown)
  const screen = fitted(shown, MOST_WORDS - countWords(headline))
  const elements: types.RichTextBlock['elements'] = [
    ...(screen.size === '' ? [] : [line(words(screen.size))]),
    ...(screen.gap === '' ? [] : [line(bold(LABELS.gap), words(screen.gap))]),
    ...(screen.best === '' ? [] : [line(words(LABELS.best)), quote(screen.best)]),
    ...(screen.first === '' ? [] : [line(bold(LABELS.first), words(screen.first))]),
    ...(screen.question === '' ? [] : [line(bold(LABELS.question), words(`${screen.question} ${REPLY}`))]),
    ...notices(shown).map((text) => line(words(text))),
  ]
  return [richText(line(bold(headline))), ...(elements.length > 0 ? [richText(...elements)] : [])]
}
