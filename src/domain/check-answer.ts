import { type Sources, stepObjections, textObjections } from './check-text.ts'
import type { Span } from './evidence.ts'
import { kindOf } from './evidence-kind.ts'
import { bulletsOf, competenciesOf, type Ladder, rowOf, saidAtCurrent } from './ladder.ts'
import type { Goal } from './person.ts'
import { type Answer, type Finding, type Missing, type NextStep, type Question, STATUSES } from './review.ts'

/** At most this many questions and next steps stand under a review. */
export const MOST_QUESTIONS = 2
export const MOST_NEXT_STEPS = 3

/** At most this many quotes stand under one competency. */
export const MOST_SPANS = 3

/** Between so many competencies a person may choose. */
export const MOST_CHOICES = 3

/** Longest headline, in UTF-16 units: the top of a review is read at a glance. */
export const HEADLINE_LIMIT = 200

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
      ...(saidAtCurrent(context.ladder, context.goal, missing.expectation)
        ? ['the current level says this word for word: it is no gap on the way to the target']
        : []),
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

/** Spans that show something: plans, losses, orders to the reader and words that name no work are none. */
const showsNothing = (spans: readonly Span[]): boolean =>
  spans.length > 0 && spans.every(({ text }) => ['plan', 'loss', 'request', 'vague'].includes(kindOf(text)))

/** What the status asks of the rest of a finding. */
const statusObjections = (finding: Finding, spans: readonly Span[], context: CheckContext): string[] => {
  const { status, question } = finding
  if (status === null) return []
  if (!STATUSES.includes(status)) return ['its status is not one of the four']
  if (status === "can't tell") {
    return question === null
      ? ["it can't tell, and asks no question that would settle it"]
      : [
          ...(question.includes('?') ? [] : ['its question asks nothing']),
          ...textObjections(question, sourcesFor(context, finding.competency)).map(
            (why) => `question: ${why}`,
          ),
        ]
  }
  return status !== 'not yet' && showsNothing(spans)
    ? ['its spans are plans, losses or wishes, which show nothing yet']
    : []
}

/** The current level's sentence that the spans really show; one that the target repeats is no contrast. */
const checkCurrent = (finding: Finding, context: CheckContext, name: string, objections: string[]) => {
  if (finding.current === null) return null
  const row = rowOf(context.ladder, context.goal.current, finding.competency)
  const target = rowOf(context.ladder, context.goal.target, finding.competency)
  const said = row.find(({ id }) => id === finding.current)
  if (said && target.some(({ text }) => text === said.text)) return null
  if (said && finding.status !== 'evidenced') return finding.current
  if (!said) objections.push(`${name}: \`current\` is not in the current level's row of this competency`)
  return null
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
    ...statusObjections(
      finding,
      context.spans.filter(({ id }) => spans.includes(id)),
      context,
    ),
    ...(spans.length === 0 ? ['it points to no span of the evidence'] : []),
    ...(finding.why === null
      ? []
      : textObjections(finding.why, sourcesFor(context, finding.competency)).map((why) => `why: ${why}`)),
  ])
  if (!held) return null
  if (spans.length < new Set(finding.spans).size)
    objections.push(`${name}: it points to a span that does not exist`)
  const missing = checkMissing(finding, context, name, objections)
  if ((finding.status === 'partly' || finding.status === 'not yet') && missing.length === 0) {
    objections.push(`${name}: it is "${finding.status}" and does not say what is missing`)
    return null
  }
  const question = finding.status === "can't tell" ? finding.question : null
  const current = checkCurrent(finding, context, name, objections)
  return { ...finding, spans, missing, question, current, correction: null }
}

/**
 * Expectations whose gap a next step may close: missing ones, and every one of a competency not touched; never
 * one that the current level has word for word.
 */
const gapsOf = (findings: readonly Finding[], { ladder, goal }: CheckContext): Set<string> => {
  const touched = new Set(findings.map((finding) => finding.competency))
  const open = [
    ...findings.flatMap((finding) => [
      ...finding.missing.map((missing) => missing.expectation),
      ...(finding.status === null || finding.status === "can't tell" ? [finding.expectation] : []),
    ]),
    ...competenciesOf(ladder)
      .filter(({ id }) => !touched.has(id))
      .flatMap(({ id }) => rowOf(ladder, goal.target, id).map((expectation) => expectation.id)),
  ]
  return new Set(
    open.filter(
      (id) =>
        !saidAtCurrent(ladder, goal, id) ||
        // What makes the words themselves stronger is no gap of the ladder.
        findings.some(({ status, expectation }) => status === null && expectation === id),
    ),
  )
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
      ...(step.kind === 'written'
        ? [...textObjections(step.text, anywhere), ...stepObjections(step.text)]
        : []),
    ]),
  )
  const choices = answer.choices.flatMap(({ span, between }) => {
    const known = [...new Set(between)].filter(
      (id) => rowOf(context.ladder, context.goal.target, id).length > 0,
    )
    return spanIds.has(span) && known.length > 1 ? [{ span, between: known.slice(0, MOST_CHOICES) }] : []
  })
  const headline =
    answer.headline !== null &&
    collect(objections, 'headline', [
      ...(answer.headline.length > HEADLINE_LIMIT ? [`it is longer than ${HEADLINE_LIMIT} characters`] : []),
      ...textObjections(answer.headline, anywhere),
    ])
      ? answer.headline
      : null
  return {
    answer: {
      headline,
      findings,
      choices,
      questions: questions.slice(0, MOST_QUESTIONS),
      nextSteps: nextSteps.slice(0, MOST_NEXT_STEPS),
    },
    objections,
  }
}
