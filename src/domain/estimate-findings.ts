import { addTo, makeBm25 } from './bm25.ts'
import type { Span } from './evidence.ts'
import { kindOf, tellsOfDeed } from './evidence-kind.ts'
import { bestQuality, strengthOf } from './evidence-quality.ts'
import { competenciesOf, type Ladder, rowOf } from './ladder.ts'
import { answerOf, type Matcher, type Told } from './match-spans.ts'
import type { Goal } from './person.ts'
import type { Answer, Choice, Finding, NextStep, Question } from './review.ts'
import { qualityOfSpan } from './span-quality.ts'
import { stemsOf } from './words.ts'

/** What a reader can take in at once. */
const MOST_FINDINGS = 4
const MOST_SPANS = 3
const MOST_QUESTIONS = 2
const MOST_STEPS = 3
const MOST_CHOSEN = 2

/** From this share of its sentences on, a text is thin where they name no work. */
const VAGUE_SHARE = 0.1

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

const placeOf = ({ id }: Span): number => Number(id.slice(1))
const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => placeOf(a) - placeOf(b))

/** What the words of one deed say of its competency: one, some to choose between, or nothing. */
type Judged = { readonly span: Span; readonly told: Told; readonly probability: number }

const judge = (span: Span, { match }: Input, has: (competency: string) => boolean): Judged => {
  const ranked = match.match(span.text).filter(({ competency }) => has(competency))
  return { span, told: answerOf(ranked), probability: ranked[0]?.probability ?? 0 }
}

/** What came of a deed, said in a sentence of its own: "Recovery took 12 minutes instead of 40." */
const isResultAlone = (span: Span): boolean => qualityOfSpan(span).result && !tellsOfDeed(span.text)

/**
 * Sentences of one piece speak to each other: what came of a deed speaks to the deed's competency when it
 * stands right behind it, and of several competencies a sentence means the one that the piece is surely about.
 */
const together = (judged: readonly Judged[]): Judged[] => {
  const sure = new Set(judged.flatMap(({ told }) => (told.kind === 'sure' ? [told.competency] : [])))
  const settled: Judged[] = []
  for (const one of judged) {
    const before = settled.at(-1)
    const follows =
      before?.told.kind === 'sure' && before.span.part === one.span.part && before.span.line === one.span.line
    const { told } = one
    if (told.kind !== 'sure' && follows && isResultAlone(one.span))
      settled.push({ ...one, told: before.told })
    else if (told.kind === 'choose' && sure.has(told.between[0] ?? ''))
      settled.push({ ...one, told: { kind: 'sure', competency: told.between[0]! } })
    else settled.push(one)
  }
  return settled
}

/** What one would ask about a finding first: who did it, what came of it, where it can be seen. */
const lacking = ({ quality }: Finding): 'own-part' | 'result' | 'artefact' | null => {
  if (!quality) return null
  if (quality.part !== 'own') return 'own-part'
  if (!quality.result) return 'result'
  return quality.artefact ? null : 'artefact'
}

/** The sentence of a finding that one asks about: what the person did, before what came of it. */
const ownFirst = (ids: readonly string[], spans: readonly Span[]): string =>
  spans.find((span) => ids.includes(span.id) && qualityOfSpan(span).part === 'own')?.id ?? ids[0]!

/** Sentences whose competency the person chooses, those that are the strongest evidence first. */
const choicesOf = (judged: readonly Judged[]): Choice[] =>
  judged
    .flatMap(({ span, told }) => (told.kind === 'choose' ? [{ span, between: told.between }] : []))
    .sort(
      (a, b) =>
        strengthOf(qualityOfSpan(b.span)) - strengthOf(qualityOfSpan(a.span)) ||
        (a.span.text < b.span.text ? -1 : 1),
    )
    .slice(0, MOST_CHOSEN)
    .map(({ span, between }) => ({ span: span.id, between }))

/**
 * The offline reader's estimate: which competencies the deeds in a text are nearest to, by their words, what
 * makes each quote strong or thin as evidence, and what to ask. Status is always null: wording does not
 * show a level. Plans, losses and orders to the reader are matched to nothing.
 */
export const estimateFindings = (input: Input): Answer => {
  const { ladder, goal, spans } = input
  const has = (competency: string): boolean => rowOf(ladder, goal.target, competency).length > 0
  const deeds = spans.filter(({ text }) => kindOf(text) === 'deed')
  const judged = together(deeds.map((span) => judge(span, input, has)))
  const matched = judged.flatMap(({ span, told, probability }): Matched[] =>
    told.kind === 'sure' ? [{ span, competency: told.competency, probability }] : [],
  )
  const groups = competenciesOf(ladder).flatMap(({ id }) => {
    const own = matched.filter(({ competency }) => competency === id)
    return own.length === 0
      ? []
      : [{ id, own, weight: own.reduce((sum, { probability }) => sum + probability, 0) }]
  })
  const findings = groups
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_FINDINGS)
    .map(({ id, own }): Finding => {
      const strongest = [...own].sort(
        (a, b) =>
          strengthOf(qualityOfSpan(b.span)) - strengthOf(qualityOfSpan(a.span)) ||
          b.probability - a.probability ||
          // Not by place: the same sentences in another order say the same.
          (a.span.text < b.span.text ? -1 : 1),
      )
      const chosen = inOrder(strongest.slice(0, MOST_SPANS).map(({ span }) => span))
      return {
        competency: id,
        spans: chosen.map((span) => span.id),
        expectation: nearestExpectation(input, id, chosen),
        current: null,
        status: null,
        why: null,
        question: null,
        missing: [],
        correction: null,
        quality: bestQuality(chosen.map(qualityOfSpan)),
      }
    })
  const choices = choicesOf(judged)
  const vague = spans.filter(({ text }) => kindOf(text) === 'vague')
  const shortest = (list: readonly Span[]): Span | undefined =>
    [...list].sort((a, b) => a.text.length - b.text.length)[0]
  // A passing word in a long text is not worth the one question that everybody reads.
  const thin = vague.length >= spans.length * VAGUE_SHARE ? shortest(vague) : undefined
  const untied =
    findings.length + choices.length === 0
      ? (shortest(judged.flatMap(({ span, told }) => (told.kind === 'unknown' ? [span] : []))) ??
        [...spans].sort((a, b) => b.text.length - a.text.length)[0])
      : undefined
  const asked = findings.flatMap(
    (finding): { kind: 'own-part' | 'result' | 'artefact'; finding: Finding }[] => {
      const kind = lacking(finding)
      return kind === null ? [] : [{ kind, finding }]
    },
  )
  const open = thin ?? untied
  const questions: Question[] = [
    ...(open ? [{ kind: 'what-happened' as const, span: open.id }] : []),
    ...asked
      .filter(({ kind }) => kind !== 'artefact')
      .map(({ kind, finding }) => ({ kind, span: ownFirst(finding.spans, spans) })),
  ]
  const steps = new Map<string, NextStep>()
  for (const { kind, finding } of asked)
    if (!steps.has(kind)) steps.set(kind, { kind, expectation: finding.expectation })
  return {
    headline: null,
    findings,
    choices,
    questions: questions.slice(0, MOST_QUESTIONS),
    nextSteps: [...steps.values()].slice(0, MOST_STEPS),
  }
}
