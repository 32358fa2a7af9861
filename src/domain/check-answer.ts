import { type Sources, textObjections } from './check-text.ts'
import type { Span } from './evidence.ts'
import { bulletsOf, competenciesOf, type Ladder, rowOf } from './ladder.ts'
import type { Goal } from './person.ts'
import { type Answer, type Finding, type Missing, type NextStep, type Question, STATUSES } from './review.ts'

/** At most this many questions and next steps stand under a review. */
export const MOST_QUESTIONS = 2
export const MOST_NEXT_STEPS = 3

export type CheckContext = { readonly ladder: Ladder; readonly goal: Goal; readonly spans: readonly Span[] }

/** What held, and why the rest did not, in sentences for the reader that is asked again. */
export type Checked = { readonly answer: Answer; readonly objections: readonly string[] }

/** Collects the objections to one thing under its name; `ok` says whether there were none. */
const collect = (into: string[], name: string, found: readonly string[]): boolean => {
  into.push(...found.map((objection) => `${name}: ${objection}`))
  return found.length === 0
}

const rowText = (context: CheckContext, competency: string): string =>
  [context.goal.target, context.goal.current]
    .flatMap((level) => bulletsOf(rowOf(context.ladder, level, competency)))
    .join(' ')

const sourcesFor = (context: CheckContext, competency: string | null): Sources => ({
  evidence: context.spans.map((span) => span.text).join('\n'),
  rows: (competency === null ? competenciesOf(context.ladder).map(({ id }) => id) : [competency])
    .map((id) => rowText(context, id))
    .join(' '),
  ladder: context.ladder,
  goal: context.goal,
})

const checkMissing = (
  finding: Finding,
  context: CheckContext,
  name: string,
  objections: string[],
): Missing[] => {
  const row = new Set(rowOf(context.ladder, context.goal.target, finding.competency).map(({ id }) => id))
  const seen = new Set<string>()
  return finding.missing.filter((missing, index) => {
    const at = `${name}.missing[${index}]`
    const ids = [
      ...(row.has(missing.expectation)
        ? []
        : ['its expectation is not in the target row of this competency']),
      ...(finding.status === 'evidenced' && missing.expectation === finding.expectation
        ? ['it names the expectation that the spans are said to evidence']
        : []),
      ...(seen.has(missing.expectation) ? ['the same expectation is missing twice'] : []),
    ]
    seen.add(missing.expectation)
    return collect(objections, at, [
      ...ids,
      ...textObjections(missing.text, sourcesFor(context, finding.competency)),
    ])
  })
}

const checkFinding = (
  finding: Finding,
  context: CheckContext,
  name: string,
  objections: string[],
): Finding | null => {
  const known = new Set(context.spans.map((span) => span.id))
  const spans = [...new Set(finding.spans)].filter((id) => known.has(id))
  const row = rowOf(context.ladder, context.goal.target, finding.competency)
  const held = collect(objections, name, [
    ...(row.length === 0 ? ['there is no such competency at the target level'] : []),
    ...(row.length > 0 && !row.some(({ id }) => id === finding.expectation)
      ? ['its expectation is not in the target row of this competency']
      : []),
    ...(finding.status !== null && !STATUSES.includes(finding.status)
      ? ['its status is not one of the three']
      : []),
    ...(spans.length === 0 ? ['it points to no span of the evidence'] : []),
    ...(finding.why === null
      ? []
      : textObjections(finding.why, sourcesFor(context, finding.competency)).map((why) => `why: ${why}`)),
  ])
  if (!held) return null
  if (spans.length < new Set(finding.spans).size)
    objections.push(`${name}: it points to a span that does not exist`)
  const missing = checkMissing(finding, context, name, objections)
  if (finding.status !== null && finding.status !== 'evidenced' && missing.length === 0) {
    objections.push(`${name}: it is "${finding.status}" and does not say what is missing`)
    return null
  }
  return { ...finding, spans, missing }
}

/** Expectations whose gap a next step may close: missing ones, and every one of a competency not touched. */
const gapsOf = (findings: readonly Finding[], { ladder, goal }: CheckContext): Set<string> => {
  const touched = new Set(findings.map((finding) => finding.competency))
  return new Set([
    ...findings.flatMap((finding) => [
      ...finding.missing.map((missing) => missing.expectation),
      ...(finding.status === null ? [finding.expectation] : []),
    ]),
    ...competenciesOf(ladder)
      .filter(({ id }) => !touched.has(id))
      .flatMap(({ id }) => rowOf(ladder, goal.target, id).map((expectation) => expectation.id)),
  ])
}

/**
 * Keeps what holds of a reader's answer: ids exist and fit together, statuses are legal, every finding has a
 * span, a missing item names an expectation that the spans do not cover, no text holds a number, name, quote
 * or verdict of its own making. A finding whose reason fails falls with it.
 */
export const checkAnswer = (answer: Answer, context: CheckContext): Checked => {
  const objections: string[] = []
  const seen = new Set<string>()
  const findings = answer.findings.flatMap((finding, index) => {
    const name = `findings[${index}] (${finding.competency})`
    if (seen.has(finding.competency)) {
      objections.push(`${name}: this competency already has a finding`)
      return []
    }
    const held = checkFinding(finding, context, name, objections)
    if (held) seen.add(held.competency)
    return held ? [held] : []
  })
  const anywhere = sourcesFor(context, null)
  const spanIds = new Set(context.spans.map((span) => span.id))
  const questions = answer.questions.filter((question: Question, index) =>
    collect(
      objections,
      `questions[${index}]`,
      question.kind === 'written'
        ? [
            ...(question.text.includes('?') ? [] : ['it asks nothing']),
            ...textObjections(question.text, anywhere),
          ]
        : spanIds.has(question.span)
          ? []
          : ['it points to no span of the evidence'],
    ),
  )
  const gaps = gapsOf(findings, context)
  const nextSteps = answer.nextSteps.filter((step: NextStep, index) =>
    collect(objections, `next_steps[${index}]`, [
      ...(gaps.has(step.expectation) ? [] : ['its expectation is not a gap: nothing is missing there']),
      ...(step.kind === 'written' ? textObjections(step.text, anywhere) : []),
    ]),
  )
  const headline =
    answer.headline !== null && collect(objections, 'headline', textObjections(answer.headline, anywhere))
      ? answer.headline
      : null
  return {
    answer: {
      headline,
      findings,
      questions: questions.slice(0, MOST_QUESTIONS),
      nextSteps: nextSteps.slice(0, MOST_NEXT_STEPS),
    },
    objections,
  }
}
