import { type CheckContext, checkFinding, collect, sourcesFor } from './check-finding.ts'
import { questionObjections, stepObjections, textObjections } from './check-text.ts'
import { competenciesOf, rowOf, saidAtCurrent } from './ladder.ts'
import type { Answer, Finding, NextStep, Question } from './review.ts'

/** At most this many questions and next steps stand under a review. */
export const MOST_QUESTIONS = 2
export const MOST_NEXT_STEPS = 3

/** At most this many quotes stand under one competency. */
export const MOST_SPANS = 3

/** Between so many competencies a person may choose. */
const MOST_CHOICES = 3

/** Longest headline, in UTF-16 units: the top of a review is read at a glance. */
export const HEADLINE_LIMIT = 200

/**
 * What held, and why the rest did not, in sentences for the reader that is asked again. `again`: so much fell that
 * asking is worth its time; one question or step of several is not.
 */
export type Checked = {
  readonly answer: Answer
  readonly objections: readonly string[]
  readonly again: boolean
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
      // Proof of work that is only half shown is a step as well.
      ...(finding.status === 'evidenced' ? [] : [finding.expectation]),
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
  let fell = false
  const findings = answer.findings.flatMap((finding, index) => {
    const name = `findings[${index}] (${finding.competency})`
    if (seen.has(finding.competency)) {
      objections.push(`${name}: this competency already has a finding`)
      return []
    }
    const held = checkFinding(finding, context, name, objections)
    if (held) seen.add(held.competency)
    else fell = true
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
            ...questionObjections(question.text, anywhere),
          ]
        : spanIds.has(question.span)
          ? []
          : ['it points to no span of the evidence'],
    ),
  )
  const gaps = gapsOf(findings, context)
  const nextSteps = answer.nextSteps.filter((step: NextStep, index) =>
    collect(objections, `next_steps[${index}]`, [
      ...(step.expectation !== null && gaps.has(step.expectation)
        ? []
        : ['its expectation is not a gap: nothing is missing there']),
      ...(step.kind === 'written' ? stepObjections(step.text, anywhere) : []),
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
      others: [],
      panel: [],
      draft: null,
      stories: [],
      choices,
      questions: questions.slice(0, MOST_QUESTIONS),
      nextSteps: nextSteps.slice(0, MOST_NEXT_STEPS),
      partlyChecked: false,
    },
    objections,
    again:
      fell ||
      (answer.headline !== null && headline === null) ||
      (answer.questions.length > 0 && questions.length === 0) ||
      (answer.nextSteps.length > 0 && nextSteps.length === 0),
  }
}
