import type { types } from '@slack/bolt'
import { HEADLINE_LIMIT } from '../../domain/check-answer.ts'
import { type Consideration, type ConsiderationKind, mattersMost } from '../../domain/considerations.ts'
import { mayBeCut, unreadIn } from '../../domain/evidence.ts'
import { qualityOf } from '../../domain/evidence-quality.ts'
import type { Finding, Status } from '../../domain/review.ts'
import { type Asked, asked, inOrder, levelNamed, nameOf, type Shown, stepText } from './review-finding.ts'
import { CUT, cutWords, lackingWords, listed, secretWords, unreadWords } from './review-words.ts'
import { bold, bullets, line, quote, richText, words } from './rich-text.ts'

/** Longest top, in UTF-16 units: a next step stands there only where there is room, and of two lacks the first. */
const TOP_LIMIT = 600

/** More names than these are counted in a headline. */
const MOST_NAMED = 5

const STANDS: Readonly<Record<Status, readonly [one: string, several: string]>> = {
  evidenced: ['is evidenced', 'are evidenced'],
  partly: ['is there in part', 'are there in part'],
  "can't tell": ['needs an answer', 'need an answer'],
  'not yet': ['is not shown yet', 'are not shown yet'],
}

/** "Mastery and Flexibility are evidenced; Scope is there in part", or how many where the names are too long. */
const standingOf = (findings: readonly Finding[], shown: Shown): string => {
  const say = (named: boolean): string => {
    const clauses = (['evidenced', 'partly', "can't tell", 'not yet'] as const).flatMap((status) => {
      const own = findings.filter((finding) => finding.status === status)
      if (own.length === 0) return []
      const names = own.map(({ competency }) => nameOf(shown.ladder, competency))
      const who = named ? listed(names) : `${own.length} ${own.length === 1 ? 'competency' : 'competencies'}`
      return [`${who} ${STANDS[status][own.length === 1 ? 0 : 1]}`]
    })
    return `${clauses.join('; ')}.`
  }
  const whole = say(true)
  return whole.length <= HEADLINE_LIMIT ? whole : say(false)
}

/** One sentence about the whole, where the reader gave none. */
export const headlineOf = (shown: Shown): string => {
  const { review, ladder } = shown
  if (review.headline !== null) return review.headline
  const findings = inOrder(shown)
  const names = findings.map(({ competency }) => nameOf(ladder, competency))
  const offline = review.readBy.reader === 'offline'
  if (names.length === 0)
    return offline
      ? 'Matching words found nothing here that surely speaks to the ladder.'
      : `I could not tie this to the ladder yet${review.questions.length > 0 ? '; an answer would help' : ''}.`
  const judged = findings.filter(({ status }) => status !== null)
  if (!offline && judged.length > 0) return standingOf(judged, shown)
  const more = names.length - MOST_NAMED
  const some = listed(more > 1 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names)
  return offline
    ? `Your words touch ${some}; no level is judged.`
    : `Read against ${levelNamed(ladder, review.goal.target)}, this speaks to ${some}.`
}

/** From this share of letters of no Latin script on, it is said that they were not read. */
const FOREIGN = 0.15

/** What is not read where English words alone are matched; empty where all of it is. */
const foreignWords = ({ quotes: { foreign: share } }: Shown): string => {
  if (share > 0.5) return 'Most of it is not in English, and I read English alone here.'
  return share >= FOREIGN ? 'Part of it is not in English; here I read English alone.' : ''
}

/** What nothing found means, and what to do, where words were matched alone; empty where something was found. */
const nothingFound = (shown: Shown): string => {
  const { review } = shown
  const foreign = review.readBy.reader === 'offline' ? foreignWords(shown) : ''
  if (review.readBy.reader !== 'offline' || review.findings.length > 0) return foreign
  return [
    'That says nothing about your work: it may be told in words that the ladder does not use.',
    foreign,
    `${review.choices.length > 0 ? 'Choose below what it is about, or write' : 'Write'} one sentence: what you did, and what changed.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is said of one kind of lack, about all the competencies that lack it. */
export const lackingIn = ({ ladder, spans }: Shown, all: readonly Consideration[]): string => {
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

/** What the one question at the top asks for already. */
const askedFor = ({ review }: Shown): ReadonlySet<ConsiderationKind> =>
  new Set(
    review.questions
      .slice(0, 1)
      .flatMap(({ kind }) => (kind === 'own-part' || kind === 'result' ? [kind] : [])),
  )

const lacksMost = (shown: Shown): Consideration[] => mattersMost(shown.review.considered, askedFor(shown))

/** What the top says, so that nothing under it needs to say it again. */
export const saidAtTop = (shown: Shown): ReadonlySet<ConsiderationKind> =>
  new Set([...askedFor(shown), ...lacksMost(shown).map(({ kind }) => kind)])

/** What is lacking most, as sentences. */
export const lackingOf = (shown: Shown): string[] => lacksMost(shown).map((one) => lackingIn(shown, [one]))

/** "About Feedback: ", where the sentence that the question is about is too long to stand beside it. */
const aboutWords = (span: string, { review, ladder }: Shown): string => {
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

/** The top of a review, and whether it quotes what its question is about and says the first next step. */
type Top = { readonly block: types.RichTextBlock; readonly quotes: boolean; readonly step: boolean }

/** How full the top is: of what is lacking one or two, the next step, the quote that the question is about. */
type Fill = { readonly lacks: number; readonly step: boolean; readonly quotes: boolean }

const FILLS: readonly Fill[] = [
  { lacks: 2, step: true, quotes: true },
  { lacks: 2, step: false, quotes: true },
  { lacks: 1, step: false, quotes: true },
  { lacks: 2, step: false, quotes: false },
  { lacks: 1, step: false, quotes: false },
]

/**
 * What everybody reads: the headline, the two things that would make it stronger, the one question and, of a
 * model, its first next step; as much of it as can be read at a glance.
 */
export const topOf = (shown: Shown): Top => {
  const { review, evidence, quotes } = shown
  const [question] = review.questions
  const first = question ? asked(question, shown) : null
  const lacking = lackingOf(shown)
  const secrets = secretWords(evidence.parts.flatMap(({ leftOut }) => leftOut))
  const nothing = nothingFound(shown)
  const [next] = review.nextSteps
  const step = next?.kind === 'written' ? next : undefined
  const asking = ({ text, about }: Asked, quoted: boolean): types.RichTextBlock['elements'] => [
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
      ...(secrets ? [line(words(secrets))] : []),
      ...(review.cut ? [line(words(cutWords(evidence, quotes.sentences)))] : []),
      ...(mayBeCut(evidence) ? [line(words(CUT))] : []),
      ...unreadIn(evidence).map(({ name, state }) => line(words(unreadWords(name, state as never)))),
      ...(lacking.length > 0
        ? [
            line(words('What would make it stronger:')),
            bullets(lacking.slice(0, fill.lacks).map((text) => [words(text)])),
          ]
        : []),
      ...(fill.step && step ? [line(bold('Do next: '), words(stepText(step)))] : []),
      ...(first ? asking(first, fill.quotes) : []),
    )
  const last = FILLS.at(-1)!
  const fill = FILLS.find((one) => lengthOf(build(one)) <= TOP_LIMIT) ?? last
  return { block: build(fill), quotes: fill.quotes, step: fill.step && step !== undefined }
}
