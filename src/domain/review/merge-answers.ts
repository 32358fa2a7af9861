import { fewSteps, MOST_PANEL, MOST_QUESTIONS, MOST_SPANS, MOST_STORIES } from './answer-limits.ts'
import type { Answer, Finding, NextStep, Other, Question, Status } from './review.ts'

const STRENGTH: Readonly<Record<Status, number>> = { evidenced: 3, partly: 2, 'not yet': 1, "can't tell": 0 }
const strength = (finding: Finding): number => (finding.status === null ? 0 : STRENGTH[finding.status])

/** Merges findings on one sentence of the ladder from two parts: the stronger finding, with the words of both. */
const mergeFindings = (one: Finding, other: Finding): Finding => {
  const stronger = strength(other) > strength(one) ? other : one
  const spans = [...new Set([...one.spans, ...other.spans])]
  const also = new Set([...spans.slice(MOST_SPANS), ...(one.also ?? []), ...(other.also ?? [])])
  return { ...stronger, spans: spans.slice(0, MOST_SPANS), ...(also.size > 0 ? { also: [...also] } : {}) }
}

/** A person reads at most this many findings of one competency. The weakest of more are dropped. */
const MOST_OF_ONE = 4

/** The strongest findings of each competency, in their order. */
const withinReason = (findings: readonly Finding[]): Finding[] => {
  const kept = [...Map.groupBy(findings, ({ competency }) => competency).values()].flatMap((own) =>
    own.toSorted((a, b) => strength(b) - strength(a)).slice(0, MOST_OF_ONE),
  )
  return findings.filter((finding) => kept.includes(finding))
}

/**
 * Merges what several parts say about competencies. A finding wins over words that touch it, these win over a part that
 * did not look, and that wins over silence.
 */
const mergeOthers = (answers: readonly Answer[]): Other[] => {
  const found = new Set(answers.flatMap(({ findings }) => findings.map(({ competency }) => competency)))
  const all = answers.flatMap(({ others }) => others)
  const ids = [...new Set(all.map(({ competency }) => competency))].filter((id) => !found.has(id))
  return ids.flatMap((id) => {
    const said = all.filter(({ competency }) => competency === id)
    const touched = said.find(({ as }) => as === 'touched')
    if (touched) return [touched]
    // The whole is silent only if every part is.
    return said.length >= answers.length ? said.slice(0, 1) : []
  })
}

/** Combines what held of two answers to one question: the second's parts, or the first's where the second has none. */
export function bothHeld(first: Answer, second: Answer): Answer {
  const known = new Set(second.findings.map(({ expectation }) => expectation))
  const findings = [
    ...second.findings,
    ...first.findings.filter(({ expectation }) => !known.has(expectation)),
  ]
  const found = new Set(findings.map(({ competency }) => competency))
  const placed = new Set(second.others.map(({ competency }) => competency))
  const either = <T>(one: readonly T[], other: readonly T[]): readonly T[] => (one.length > 0 ? one : other)
  return {
    ...second,
    headline: second.headline ?? first.headline,
    findings: findings.map((finding) => {
      // Words about a different verdict would not fit this one.
      const before = first.findings.find(
        ({ expectation, status }) => expectation === finding.expectation && status === finding.status,
      )
      return before
        ? {
            ...finding,
            why: finding.why ?? before.why,
            question: finding.question ?? before.question,
            missing: either(finding.missing, before.missing),
          }
        : finding
    }),
    others: [...second.others, ...first.others.filter(({ competency }) => !placed.has(competency))].filter(
      ({ competency }) => !found.has(competency),
    ),
    panel: either(second.panel, first.panel),
    draft: second.draft ?? first.draft,
    stories: either(second.stories, first.stories),
    questions: either(second.questions, first.questions),
    nextSteps: either(second.nextSteps, first.nextSteps),
  }
}

/** Shifts a part's span ids to their place in the whole evidence: `s3` of a part at 100 is `s103`. */
const shifted = (answer: Answer, offset: number): Answer => {
  const move = (id: string): string => `s${Number(id.slice(1)) + offset}`
  return {
    ...answer,
    findings: answer.findings.map((finding) => ({
      ...finding,
      spans: finding.spans.map(move),
      ...(finding.also ? { also: finding.also.map(move) } : {}),
    })),
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

/** Takes the first of each part, then the second of each and so on, without repeats, so that no part dominates. */
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
 * Merges checked answers to the parts of one piece. A headline is about one part, so it is kept only if there is just
 * one. Steps whose gap another part closes are dropped, and urgent ones come first.
 */
export function mergeAnswers(parts: readonly { offset: number; answer: Answer }[]): Answer {
  const answers = parts.map(({ offset, answer }) => shifted(answer, offset))
  const bySentence = new Map<string, Finding>()
  for (const finding of answers.flatMap((answer) => answer.findings)) {
    const before = bySentence.get(finding.expectation)
    bySentence.set(finding.expectation, before ? mergeFindings(before, finding) : finding)
  }
  const findings = withinReason([...bySentence.values()])
  const closed = new Set(
    findings.filter(({ status }) => status === 'evidenced').map(({ expectation }) => expectation),
  )
  return {
    language: answers.find(({ language }) => language !== null)?.language ?? null,
    headline: answers.length === 1 ? (answers[0]?.headline ?? null) : null,
    findings,
    others: mergeOthers(answers),
    panel: inTurns(
      answers.map((answer) => answer.panel),
      ({ note, text }) => folded(text ?? note ?? ''),
    ).slice(0, MOST_PANEL),
    draft: answers.map(({ draft }) => draft).find((draft) => draft !== null) ?? null,
    stories: inTurns(
      answers.map((answer) => answer.stories),
      ({ span }) => span,
    ).slice(0, MOST_STORIES),
    choices: answers.flatMap((answer) => answer.choices),
    questions: inTurns(
      answers.map((answer) => answer.questions),
      questionKey,
    ).slice(0, MOST_QUESTIONS),
    nextSteps: fewSteps(
      inTurns(
        answers.map((answer) =>
          answer.nextSteps.filter(
            (step) => answers.length === 1 || step.expectation === null || !closed.has(step.expectation),
          ),
        ),
        stepKey,
      ),
    ),
    partlyChecked: answers.some((answer) => answer.partlyChecked),
  }
}
