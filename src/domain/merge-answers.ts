import { MOST_NEXT_STEPS, MOST_QUESTIONS } from './check-answer.ts'
import type { Answer, Finding, NextStep, Question, Status } from './review.ts'

const STRENGTH: Readonly<Record<Status, number>> = { evidenced: 3, partly: 2, 'not yet': 1, "can't tell": 0 }
const strength = (finding: Finding): number => (finding.status === null ? 0 : STRENGTH[finding.status])

/** One competency seen in two parts: the stronger finding stands, with the other's spans where both speak to one sentence. */
const mergeFindings = (one: Finding, other: Finding): Finding => {
  const [stronger, weaker] = strength(other) > strength(one) ? [other, one] : [one, other]
  const spans =
    stronger.expectation === weaker.expectation
      ? [...new Set([...one.spans, ...other.spans])]
      : stronger.spans
  return { ...stronger, spans }
}

/** Moves a part's span ids to their place in the whole evidence: `s3` of a part at 100 is `s103`. */
const shifted = (answer: Answer, offset: number): Answer => {
  const move = (id: string): string => `s${Number(id.slice(1)) + offset}`
  return {
    ...answer,
    findings: answer.findings.map((finding) => ({ ...finding, spans: finding.spans.map(move) })),
    others: answer.others.map((one) => ({ ...one, span: one.span && move(one.span) })),
    panel: answer.panel.map((one) => ({ ...one, spans: one.spans.map(move) })),
    draft: answer.draft && { ...answer.draft, spans: answer.draft.spans.map(move) },
    stories: answer.stories.map((one) => ({ ...one, span: move(one.span) })),
    nextSteps: answer.nextSteps.map((step) =>
      step.kind === 'written' && step.span ? { ...step, span: move(step.span) } : step,
    ),
    choices: answer.choices.map((choice) => ({ ...choice, span: move(choice.span) })),
    questions: answer.questions.map((question: Question) =>
      question.kind === 'written' ? question : { ...question, span: move(question.span) },
    ),
  }
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The first of each part, then the second of each and so on, none twice: no part of a text speaks for all of it. */
const inTurns = <T>(lists: readonly (readonly T[])[], said: (one: T) => string): T[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const seen = new Set<string>()
  return Array.from({ length: longest }, (_, nth) => lists.flatMap((list) => list.slice(nth, nth + 1)))
    .flat()
    .filter((one) => {
      const isNew = !seen.has(said(one))
      seen.add(said(one))
      return isNew
    })
}

const questionKey = (question: Question): string =>
  question.kind === 'written' ? folded(question.text) : `${question.kind} ${question.span}`
const stepKey = (step: NextStep): string =>
  step.kind === 'written' ? folded(step.text) : `${step.kind} ${step.expectation}`

/**
 * Checked answers to the parts of one piece of evidence as one answer. A headline speaks of a part, so it
 * stands only where there is one part; steps whose gap another part closes fall away.
 */
export const mergeAnswers = (parts: readonly { offset: number; answer: Answer }[]): Answer => {
  const answers = parts.map(({ offset, answer }) => shifted(answer, offset))
  const byCompetency = new Map<string, Finding>()
  for (const finding of answers.flatMap((answer) => answer.findings)) {
    const before = byCompetency.get(finding.competency)
    byCompetency.set(finding.competency, before ? mergeFindings(before, finding) : finding)
  }
  const findings = [...byCompetency.values()]
  const closed = new Set(
    findings.filter(({ status }) => status === 'evidenced').map(({ expectation }) => expectation),
  )
  return {
    headline: answers.length === 1 ? (answers[0]?.headline ?? null) : null,
    findings,
    others: answers.flatMap((answer) => answer.others),
    panel: answers.flatMap((answer) => answer.panel),
    draft: answers.length === 1 ? (answers[0]?.draft ?? null) : null,
    stories: answers.flatMap((answer) => answer.stories),
    choices: answers.flatMap((answer) => answer.choices),
    questions: inTurns(
      answers.map((answer) => answer.questions),
      questionKey,
    ).slice(0, MOST_QUESTIONS),
    nextSteps: inTurns(
      answers.map((answer) =>
        answer.nextSteps.filter(
          (step) => answers.length === 1 || step.expectation === null || !closed.has(step.expectation),
        ),
      ),
      stepKey,
    ).slice(0, MOST_NEXT_STEPS),
    partlyChecked: answers.some((answer) => answer.partlyChecked),
  }
}
