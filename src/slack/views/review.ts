import type { types } from '@slack/bolt'
import type { Reply } from '../../coaching/ports.ts'
import type { Span } from '../../domain/evidence.ts'
import { competenciesOf, competencyOf, expectationOf, type Ladder, levelOf } from '../../domain/ladder.ts'
import type { Finding, NextStep, Question, Review } from '../../domain/review.ts'
import { cutSpans } from '../../domain/spans.ts'
import { confirm } from './data.ts'
import { levelName } from './ladder.ts'
import { qualityWords, questionWords, statusMark, stepWords } from './review-words.ts'
import {
  actions,
  bold,
  bullets,
  button,
  escaped,
  footnote,
  italic,
  line,
  MOST_SHOWN,
  numbered,
  quote,
  richText,
  type Said,
  shownLength,
  words,
} from './rich-text.ts'

type Shown = {
  readonly review: Review
  readonly ladder: Ladder
  readonly spans: ReadonlyMap<string, Span>
  readonly files: number
}

const sentence = (ladder: Ladder, id: string): string => expectationOf(ladder, id)?.text ?? ''
const nameOf = (ladder: Ladder, competency: string): string =>
  competencyOf(ladder, competency)?.name ?? competency

const targetName = ({ review, ladder }: Shown): string => {
  const target = levelOf(ladder, review.goal.target)
  return target ? levelName(target) : review.goal.target
}

const plainHeadline = (shown: Shown): string => {
  const touched = new Set(shown.review.findings.map((finding) => finding.competency))
  const names = competenciesOf(shown.ladder).flatMap(({ id, name }) => (touched.has(id) ? [name] : []))
  if (names.length === 0) return 'I could not tie this to the ladder yet; a question below would help.'
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return shown.review.readBy.reader === 'offline'
    ? `This seems to speak to ${list}.`
    : `Read against ${targetName(shown)}, this speaks to ${list}.`
}

/** One competency: status, the person's words, the ladder's sentence, why, what is missing. */
const findingBlock = (finding: Finding, shown: Shown, quotes: number): types.RichTextBlock => {
  const { ladder, spans } = shown
  const quoted = finding.spans.slice(0, quotes).flatMap((id) => spans.get(id)?.text ?? [])
  return richText(
    line(
      bold(nameOf(ladder, finding.competency)),
      words(
        finding.status === null
          ? ' · nearest competency, level not assessed'
          : ` · ${statusMark(finding.status)}`,
      ),
    ),
    ...quoted.map(quote),
    line(words(`${targetName(shown)} says: `), italic(sentence(ladder, finding.expectation))),
    ...(finding.why === null ? [] : [line(words(finding.why))]),
    ...(finding.quality === null ? [] : [line(words(qualityWords(finding.quality)))]),
    ...(finding.missing.length === 0
      ? []
      : [
          line(words('Missing:')),
          bullets(
            finding.missing.map((missing) =>
              missing.expectation === finding.expectation
                ? [words(missing.text)]
                : [words(`${missing.text} The ladder: `), italic(sentence(ladder, missing.expectation))],
            ),
          ),
        ]),
  )
}

const competencyOfExpectation = (ladder: Ladder, id: string): string =>
  nameOf(
    ladder,
    competenciesOf(ladder).find((competency) => id.split('/').at(-2) === competency.id)?.id ?? '',
  )

const foot = ({ review, ladder, files }: Shown): string => {
  const against = `Read against the ${ladder.name} ladder, ${review.goal.current} to ${review.goal.target}, version ${review.ladderVersion.slice(0, 8)}.`
  const by =
    review.readBy.reader === 'model'
      ? `Written with AI (${review.readBy.model}); it can be wrong.`
      : review.readBy.asked === 'unavailable'
        ? 'The AI gave no usable answer this time, so this is an offline estimate: it matches words and assesses no level.'
        : 'This is an offline estimate: it matches words, understands English alone and assesses no level.'
  const unread =
    files === 0
      ? ''
      : `I cannot read files yet: ${files === 1 ? 'the one' : 'those'} with your message ${files === 1 ? 'was' : 'were'} left out. `
  return `${unread}${against} ${by} People decide promotions.`
}

const blocksOf = (shown: Shown, quotes: number): types.KnownBlock[] => {
  const { review, ladder, spans } = shown
  const order = competenciesOf(ladder).map(({ id }) => id)
  const findings = [...review.findings].sort(
    (a, b) => order.indexOf(a.competency) - order.indexOf(b.competency),
  )
  const untouched = competenciesOf(ladder).filter(
    ({ id }) => !findings.some(({ competency }) => competency === id),
  )
  const question = (asked: Question): types.RichTextBlock['elements'] => {
    if (asked.kind === 'written') return [bullets([[words(asked.text)]])]
    const about = spans.get(asked.span)
    return [bullets([[words(questionWords(asked.kind))]]), ...(about ? [quote(about.text)] : [])]
  }
  const step = (next: NextStep): types.RichTextSection['elements'] => [
    words(next.kind === 'written' ? next.text : stepWords(next.kind)),
    words(` (${competencyOfExpectation(ladder, next.expectation)}: `),
    italic(sentence(ladder, next.expectation)),
    words(')'),
  ]
  return [
    richText(line(bold(review.headline ?? plainHeadline(shown)))),
    ...findings.map((finding) => findingBlock(finding, shown, quotes)),
    ...(untouched.length > 0
      ? [
          richText(
            line(
              words(`No evidence yet in this message: ${untouched.map(({ name }) => name).join(', ')}. `),
              words('That is not a failing; one message cannot show everything.'),
            ),
          ),
        ]
      : []),
    ...(review.nextSteps.length > 0
      ? [richText(line(bold('Next steps')), numbered(review.nextSteps.map(step)))]
      : []),
    ...(review.questions.length > 0
      ? [
          richText(
            line(bold(review.questions.length === 1 ? 'A question' : 'Two questions')),
            ...review.questions.flatMap(question),
          ),
        ]
      : []),
    footnote(foot(shown)),
    actions([
      button('This is wrong', 'review-wrong', review.evidenceId),
      button('Delete', 'review-delete', review.evidenceId, {
        style: 'danger',
        confirm: confirm(
          'Delete this evidence?',
          'The evidence, this review and my posts about it are deleted. This cannot be undone.',
          'Delete',
        ),
      }),
    ]),
  ]
}

/** Most quotes under one competency; where a review would be too long for one message, fewer. Never cut. */
const MOST_QUOTES = 3

/**
 * A review as one message, in the order that a reader needs: headline, findings, what is untouched, next
 * steps, questions, what it was read against. `text` carries the essence without anybody's words.
 */
export const reviewView = ({ review, evidence, ladder }: Reply & { kind: 'review' }): Said => {
  const shown = {
    review,
    ladder,
    spans: new Map(cutSpans(evidence.reading).map((span) => [span.id, span])),
    files: evidence.files,
  }
  let blocks = blocksOf(shown, MOST_QUOTES)
  for (let quotes = MOST_QUOTES - 1; quotes > 0 && shownLength(blocks) > MOST_SHOWN; quotes -= 1)
    blocks = blocksOf(shown, quotes)
  const findings = review.findings.map(
    (finding) =>
      `${nameOf(ladder, finding.competency)}${finding.status === null ? '' : `: ${finding.status}`}`,
  )
  const text = [review.headline ?? plainHeadline(shown), ...findings].join('\n')
  return { text: escaped(text), blocks: fewer(blocks) }
}

/** Slack takes 50 blocks: where a ladder has more competencies than that, neighbouring findings share one. */
const fewer = (blocks: types.KnownBlock[]): types.KnownBlock[] => {
  if (blocks.length <= 50) return blocks
  const rich = blocks.filter((block) => block.type === 'rich_text')
  const rest = blocks.filter((block) => block.type !== 'rich_text')
  return [richText(...rich.flatMap((block) => block.elements)), ...rest]
}
