import { addTo, makeBm25 } from './bm25.ts'
import type { Span } from './evidence.ts'
import { kindOf } from './evidence-kind.ts'
import { bestQuality, qualityOf, strengthOf } from './evidence-quality.ts'
import { competenciesOf, type Ladder, rowOf } from './ladder.ts'
import type { Matcher } from './match-spans.ts'
import type { Goal } from './person.ts'
import type { Answer, Finding, NextStep, Question } from './review.ts'
import { stemsOf } from './words.ts'

/** What a reader can take in at once. */
const MOST_FINDINGS = 4
const MOST_SPANS = 3
const MOST_QUESTIONS = 2
const MOST_STEPS = 3

/** A second competency is shown for a span only when it is this near to the first. */
const NEAR_TIE = 0.04

/** First probability less the second: below it a match is a guess and is not shown. */
const SURE = 0.03

type Input = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  readonly match: Matcher
}

type Matched = { readonly span: Span; readonly competency: string; readonly probability: number }

/** The target level's sentence that is nearest to the spans, in words and in the kind of work. */
const nearestExpectation = (
  { ladder, goal, match }: Input,
  competency: string,
  spans: readonly Span[],
): string => {
  const row = rowOf(ladder, goal.target, competency)
  const text = spans.map((span) => span.text).join(' ')
  const shared = makeBm25(row.map((expectation) => addTo(new Map(), stemsOf(expectation.text))))(
    stemsOf(text),
  )
  const most = Math.max(1e-9, ...shared)
  const scores = row.map(
    (expectation, index) => shared[index]! / most + match.likeness(text, expectation.text),
  )
  return row[scores.indexOf(Math.max(...scores))]!.id
}

const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.start - b.start)

const matchesOf = (span: Span, match: Matcher, has: (competency: string) => boolean): Matched[] => {
  const ranked = match.match(span.text).filter(({ competency }) => has(competency))
  const [first, second] = ranked
  if (!first) return []
  const margin = first.probability - (second?.probability ?? 0)
  const kept = second && margin < NEAR_TIE ? [first, second] : [first]
  return margin < SURE && kept.length === 1 ? [] : kept.map((one) => ({ span, ...one }))
}

/** What one would ask about a finding first: who did it, what came of it, where it can be seen. */
const lacking = ({ quality }: Finding): 'own-part' | 'result' | 'artefact' | null => {
  if (!quality) return null
  if (quality.part !== 'own') return 'own-part'
  if (!quality.result) return 'result'
  return quality.artefact ? null : 'artefact'
}

/**
 * The offline reader's estimate: which competencies the deeds in a text are nearest to, by their words, what
 * makes each quote strong or thin as evidence, and what to ask. Status is always null: wording does not
 * show a level. Plans, losses and orders to the reader are matched to nothing.
 */
export const estimateFindings = (input: Input): Answer => {
  const { ladder, goal, spans, match } = input
  const has = (competency: string): boolean => rowOf(ladder, goal.target, competency).length > 0
  const deeds = spans.filter(({ text }) => kindOf(text) === 'deed')
  const matched = deeds.flatMap((span) => matchesOf(span, match, has))
  const groups = competenciesOf(ladder).flatMap(({ id }) => {
    const own = matched.filter(({ competency }) => competency === id)
    return own.length === 0
      ? []
      : [{ id, own, weight: own.reduce((sum, { probability }) => sum + probability, 0) }]
  })
  const findings = groups
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_FINDINGS)
    .map(({ id, own }): Finding => {
      const strongest = [...own].sort(
        (a, b) =>
          strengthOf(qualityOf(b.span.text)) - strengthOf(qualityOf(a.span.text)) ||
          b.probability - a.probability ||
          a.span.start - b.span.start,
      )
      const chosen = inOrder(strongest.slice(0, MOST_SPANS).map(({ span }) => span))
      return {
        competency: id,
        spans: chosen.map((span) => span.id),
        expectation: nearestExpectation(input, id, chosen),
        status: null,
        why: null,
        missing: [],
        quality: bestQuality(chosen.map(({ text }) => qualityOf(text))),
      }
    })
  // What to ask about first: a sentence that names no work, then a deed that nothing matched.
  const used = new Set(findings.flatMap((finding) => finding.spans))
  const shortest = (list: readonly Span[]): Span | undefined =>
    [...list].sort((a, b) => a.text.length - b.text.length)[0]
  const vague =
    shortest(spans.filter(({ text }) => kindOf(text) === 'vague')) ??
    shortest(deeds.filter(({ id }) => !used.has(id) && !matched.some(({ span }) => span.id === id))) ??
    (findings.length === 0 ? [...spans].sort((a, b) => b.text.length - a.text.length)[0] : undefined)
  const asked = findings.flatMap(
    (finding): { kind: 'own-part' | 'result' | 'artefact'; finding: Finding }[] => {
      const kind = lacking(finding)
      return kind === null ? [] : [{ kind, finding }]
    },
  )
  const questions: Question[] = [
    ...(vague ? [{ kind: 'what-happened' as const, span: vague.id }] : []),
    ...asked
      .filter(({ kind }) => kind !== 'artefact')
      .map(({ kind, finding }) => ({ kind, span: finding.spans[0]! })),
  ]
  const steps = new Map<string, NextStep>()
  for (const { kind, finding } of asked)
    if (!steps.has(kind)) steps.set(kind, { kind, expectation: finding.expectation })
  return {
    headline: null,
    findings,
    questions: questions.slice(0, MOST_QUESTIONS),
    nextSteps: [...steps.values()].slice(0, MOST_STEPS),
  }
}
