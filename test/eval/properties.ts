import type { ShownReview } from '../../src/coaching/replies.ts'
import { spansOf } from '../../src/domain/evidence/evidence.ts'
import { kindOf } from '../../src/domain/evidence/evidence-kind.ts'
import { competenciesOf, expectationOf, rowOf, saidAtCurrent } from '../../src/domain/ladder/ladder.ts'
import type { ConsiderationKind } from '../../src/domain/review/consideration.ts'
import { reviewView } from '../../src/slack/views/review/review.ts'
import { quoteless } from '../fakes/slack-person.ts'
import { violations } from './invariants.ts'

/** True: it holds; false: it does not; null: it does not apply to this review. */
type Verdict = boolean | null

type Grader = (shown: ShownReview, said: string) => Verdict

const PERSON =
  /\b(?:you are|you're|you seem) (?:a |an |very |so |too )*(?:smart|brilliant|talented|lazy|weak|junior|aggressive|abrasive|emotional|nice|shy|confident|great)\b/i
const VERDICT = /\b(?:score|scored|rating|rated|out of (?:ten|10|5|five)|\d ?\/ ?(?:5|10))\b/i
const PROMISE = /\byou (?:will|should|deserve to) (?:be|get) promoted|ready for promotion|guarantee\w*/i

const considered =
  (...kinds: ConsiderationKind[]): Grader =>
  ({ review }) =>
    kinds.every((kind) => review.considered.some((one) => one.kind === kind))

/** All that a reader wrote, as opposed to what we quote or always say. */
const written = ({ review }: ShownReview): string =>
  [
    review.headline ?? '',
    ...review.findings.flatMap(({ why, question, missing }) => [
      why ?? '',
      question ?? '',
      ...missing.map((one) => one.text),
    ]),
    ...review.questions.flatMap((one) => (one.kind === 'written' ? [one.text] : [])),
    ...review.nextSteps.flatMap((one) => (one.kind === 'written' ? [one.text] : [])),
  ].join('\n')

/** All that a review says but the person's own words, of which a draft is made too. */
const ownWords = (shown: ShownReview): string =>
  quoteless(reviewView({ ...shown, review: { ...shown.review, draft: null } }).blocks)

const textsOf = ({ evidence }: ShownReview): Map<string, string> =>
  new Map(spansOf(evidence).map(({ id, text }) => [id, text]))

/** Evidence in which nothing is done, or nothing is named. */
const isThin = (shown: ShownReview): boolean => {
  const kinds = [...textsOf(shown).values()].map(kindOf)
  return kinds.length > 0 && kinds.every((kind) => kind !== 'deed')
}

/**
 * The properties of excellent feedback that code can check on one review, numbered as practice names them. One
 * that asks for something is met when it was considered and ranked, not only when it is shown. The one about
 * swaps and attacks (19) is measured by suites of its own.
 */
const PROPERTIES: Readonly<Record<string, Grader>> = {
  '1 each strength cites the person’s own words': (shown) => {
    const texts = textsOf(shown)
    return shown.review.findings.every(({ spans }) => spans.length > 0 && spans.every((id) => texts.has(id)))
  },
  '2 the missing link of claim, evidence and impact is looked for': considered('link'),
  '3 named work is asked for in place of adjectives': considered('named'),
  '4 a baseline or a labelled estimate is asked for': considered('baseline'),
  '5 every finding is judged at the target level': ({ review, ladder }) =>
    review.findings.every(({ competency, expectation }) =>
      rowOf(ladder, review.goal.target, competency).some(({ id }) => id === expectation),
    ),
  '6 only what was done counts, and strangers are thought of': (shown, said) => {
    const texts = textsOf(shown)
    const strong = shown.review.findings.filter(({ status }) => status === 'evidenced' || status === 'partly')
    return (
      strong.every(({ spans }) =>
        spans.some((id) => !['plan', 'loss', 'request', 'vague'].includes(kindOf(texts.get(id) ?? ''))),
      ) && considered('demonstrated', 'stranger')(shown, said)
    )
  },
  '7 the exact sentence of the level is shown': ({ review, ladder }, said) =>
    review.findings.every(({ expectation }) =>
      said.includes(JSON.stringify(expectationOf(ladder, expectation)?.text).slice(1, -1)),
    ),
  '8 every competency has a finding or stands as without evidence': ({ review, ladder }, said) => {
    const touched = new Set(review.findings.map(({ competency }) => competency))
    return competenciesOf(ladder).every(({ id, name }) => touched.has(id) || said.includes(name))
  },
  '9 months of it are looked for': considered('six-months', 'sustained'),
  '10 recent dates alone are seen': considered('recency'),
  '11 the own part is told from the team’s': considered('own-part'),
  '12 artefacts, and somebody to vouch for each competency, are looked for': ({ review }, said) =>
    considered('artefact')({ review } as ShownReview, said) === true &&
    (review.findings.length === 0 ||
      review.findings.every(({ competency }) =>
        review.considered.some((one) => one.kind === 'voucher' && one.competency === competency),
      )),
  '13 whether the result still holds is asked': considered('still-holds'),
  '14 work is judged, never a person': (shown) =>
    !PERSON.test(written(shown)) && !PERSON.test(ownWords(shown)),
  '15 nothing is invented': (shown) =>
    violations(reviewView(shown) as never, {
      evidence: shown.evidence.parts.map(({ raw }) => raw),
      ladder: shown.ladder,
    }).length === 0,
  '16 thin evidence gets no verdict, and nothing gets a score': (shown) =>
    !VERDICT.test(ownWords(shown)) &&
    (!isThin(shown) ||
      shown.review.findings.every(
        ({ status }) => status === null || status === "can't tell" || status === 'not yet',
      )),
  '17 vague words get a question': (shown) => {
    if (!isThin(shown)) return null
    const { questions, findings, choices } = shown.review
    return questions.length > 0 || choices.length > 0 || findings.some(({ question }) => question !== null)
  },
  '18 at most three steps, each tied to a gap, and one before them where harm goes on': ({
    review,
    ladder,
  }) =>
    review.nextSteps.filter((step) => step.kind !== 'written' || !step.urgent).length <= 3 &&
    review.nextSteps.length <= 4 &&
    review.nextSteps.every(
      ({ kind, expectation }) =>
        expectation === null ||
        (expectationOf(ladder, expectation) !== undefined &&
          (kind !== 'written' || !saidAtCurrent(ladder, review.goal, expectation))),
    ),
  '20 nothing is promised, and room for a promotion is thought of': (shown, said) =>
    !PROMISE.test(ownWords(shown)) && considered('room')(shown, said) === true,
}

/** What everybody sees of a review before anything is opened, in UTF-16 units. */
export function topLength(shown: ShownReview): number {
  const [top] = reviewView(shown).blocks
  let length = 0
  JSON.stringify(top, (key, value) => {
    if (key === 'text' && typeof value === 'string') length += value.length
    return value
  })
  return length
}

/** Which properties a review has. */
export function gradeReview(shown: ShownReview): Record<string, Verdict> {
  const said = JSON.stringify(reviewView(shown).blocks)
  return Object.fromEntries(Object.entries(PROPERTIES).map(([name, grade]) => [name, grade(shown, said)]))
}
