import { tellsOfDeed } from '../evidence/deeds.ts'
import type { Span } from '../evidence/evidence.ts'
import { contextIn, deedsIn } from '../evidence/evidence-context.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { strengthOf, withoutAddresses } from '../evidence/evidence-quality.ts'
import { isPrivate } from '../evidence/private-life.ts'
import { bestQuality, qualityOfSpan } from '../evidence/span-quality.ts'
import { askedOf, competenciesOf, type Ladder } from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import type { Answer, Choice, Finding, NextStep, Question } from '../review/review.ts'
import { UNJUDGED } from '../review/unjudged.ts'
import { addTo, makeBm25 } from '../text/bm25.ts'
import { stemsOf } from '../text/stems.ts'
import { answerOf, type Matcher, type SpanMatch } from './match-spans.ts'

/** As many as a message holds: one that is matched and left out would be said to be without evidence. */
const MOST_FINDINGS = 12
/** What a reader can take in at once. */
const MOST_SPANS = 3
const MOST_QUESTIONS = 2
const MOST_STEPS = 3
const MOST_CHOSEN = 2

/** From this share of its sentences on, a text is thin where they name no work. */
const VAGUE_SHARE = 0.25

type Input = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  readonly match: Matcher
}

type Matched = { readonly span: Span; readonly competency: string; readonly probability: number }

/**
 * How surely a sentence is about its competency, in quarters: a link or a number makes none out of a word in
 * passing.
 */
const surenessOf = ({ probability }: Matched): number => Math.round(probability * 4)

/** The target level's sentence that is nearest to the spans, in words and in the kind of work. */
const nearestExpectation = (
  { ladder, goal, match }: Input,
  competency: string,
  spans: readonly Span[],
): string => {
  const row = askedOf(ladder, goal.target, competency)
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
type Judged = { readonly span: Span; readonly told: SpanMatch; readonly probability: number }

const judge = (span: Span, { match }: Input, has: (competency: string) => boolean): Judged => {
  const ranked = match.match(span.text).filter(({ competency }) => has(competency))
  return { span, told: answerOf(ranked), probability: ranked[0]?.probability ?? 0 }
}

/** What came of a deed, said in a sentence of its own: "Recovery took 12 minutes instead of 40." */
const isResultAlone = (span: Span): boolean => qualityOfSpan(span).result && !tellsOfDeed(span.text)

/**
 * Sentences of one piece speak to each other: what came of a deed speaks to the deed's competency when it
 * stands behind it at the same place, an answer speaks to what was asked about, and of several competencies a
 * sentence means the one that the piece is surely about.
 */
const together = (judged: readonly Judged[]): Judged[] => {
  const sure = new Set(judged.flatMap(({ told }) => (told.kind === 'sure' ? [told.competency] : [])))
  const byId = new Map<string, Judged>()
  const lastAt = new Map<string, Judged>()
  const settle = (one: Judged): Judged => {
    const asked = one.span.answers === null ? undefined : byId.get(one.span.answers)
    const before = asked ?? lastAt.get(one.span.place)
    const { told } = one
    const goesOn = (): boolean => one.span.answers !== null || isResultAlone(one.span)
    if (told.kind !== 'sure' && before?.told.kind === 'sure' && goesOn()) return { ...one, told: before.told }
    // An answer is about what was asked about; nobody is asked once more what it is about.
    if (told.kind === 'choose' && one.span.answers !== null) return { ...one, told: { kind: 'unknown' } }
    if (told.kind === 'choose' && sure.has(told.between[0] ?? ''))
      return { ...one, told: { kind: 'sure', competency: told.between[0]! } }
    return one
  }
  return judged.map((one) => {
    const settled = settle(one)
    byId.set(one.span.id, settled)
    lastAt.set(one.span.place, settled)
    return settled
  })
}

/** What one would ask about a finding first: who did it, what came of it, where it can be seen. */
const lacking = ({ quality }: Finding): 'own-part' | 'result' | 'artefact' | null => {
  if (!quality) return null
  if (quality.part !== 'own') return 'own-part'
  if (!quality.result) return 'result'
  return quality.opens ? null : 'artefact'
}

const byStrength = (a: Span, b: Span): number =>
  strengthOf(qualityOfSpan(b)) - strengthOf(qualityOfSpan(a)) ||
  // Not by place: the same sentences in another order say the same.
  (a.text < b.text ? -1 : 1)

/** A quote that is longer does not stand beside its question. */
const SHORT = 140

/** The sentence of a finding that one asks about: what the person did, before what came of it; a short one. */
const ownFirst = (ids: readonly string[], spans: readonly Span[]): string => {
  const quoted = spans.filter(({ id }) => ids.includes(id))
  const own = quoted.filter((span) => qualityOfSpan(span).part === 'own').sort(byStrength)
  return (own.find(({ text }) => text.length <= SHORT) ?? own[0] ?? quoted[0])!.id
}

/** A longer sentence is asked about only where there is no other, in UTF-16 units. */
const MOST_ASKED = 200

/** What is worth a question where nothing is done in a text: rather what is told than a plan or a title. */
const ASKED_OF = ['vague', 'fact', 'loss', 'plan', 'heading', 'request', 'deed'] as const

/**
 * The one sentence to ask about where no deed is tied to the ladder: the strongest deed; else one that names no
 * work, or the one of the others that tells most. Never a private one, or one of plans and context, while there is
 * another.
 */
const untiedOne = (deeds: readonly Span[], spans: readonly Span[]): Span | undefined => {
  const short = deeds.filter(({ text }) => text.length <= MOST_ASKED)
  const strongest = [...(short.length > 0 ? short : deeds)].sort(byStrength)[0]
  if (strongest) return strongest
  const context = contextIn(spans)
  const fit = spans.filter(({ id, text }) => !context.has(id) && !isPrivate(text))
  const place = (span: Span): number => ASKED_OF.indexOf(kindOfSpan(span))
  const told = ({ text }: Span): number => {
    const words = withoutAddresses(text).match(/\p{Script=Latin}+/gu)?.length ?? 0
    return text.length > MOST_ASKED || /^\W*(?:see|read|watch|check|visit|find)\b/i.test(text) ? 0 : words
  }
  return [...(fit.length > 0 ? fit : spans)].sort((a, b) => place(a) - place(b) || told(b) - told(a))[0]
}

/** Words that name no work are worth a question from so many on. */
const VAGUE_WORDS = 4

/** Sentences whose competency the person chooses, those that are the strongest evidence first. */
const choicesOf = (judged: readonly Judged[]): Choice[] =>
  judged
    .flatMap(({ span, told }) => (told.kind === 'choose' ? [{ span, between: told.between }] : []))
    .sort((a, b) => byStrength(a.span, b.span))
    .slice(0, MOST_CHOSEN)
    .map(({ span, between }) => ({ span: span.id, between }))

/**
 * The offline reader's estimate: which competencies the deeds in a text are nearest to, by their words, what
 * makes each quote strong or thin as evidence, and what to ask. Status is always null: wording does not
 * show a level. Plans, losses and orders to the reader are matched to nothing.
 */
export function estimateFindings(input: Input): Answer {
  const { ladder, goal, spans } = input
  const has = (competency: string): boolean => askedOf(ladder, goal.target, competency).length > 0
  const deeds = deedsIn(spans)
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
          surenessOf(b) - surenessOf(a) ||
          strengthOf(qualityOfSpan(b.span)) - strengthOf(qualityOfSpan(a.span)) ||
          b.probability - a.probability ||
          // Not by place: the same sentences in another order say the same.
          (a.span.text < b.span.text ? -1 : 1),
      )
      const chosen = inOrder(strongest.slice(0, MOST_SPANS).map(({ span }) => span))
      return {
        competency: id,
        spans: chosen.map((span) => span.id),
        clauses: [],
        expectation: nearestExpectation(input, id, chosen),
        ...UNJUDGED,
        correction: null,
        quality: bestQuality(chosen, spans),
      }
    })
  const choices = choicesOf(judged)
  const context = contextIn(spans)
  const vague = spans.filter(
    (span) =>
      !context.has(span.id) &&
      kindOfSpan(span) === 'vague' &&
      (span.text.match(/\p{L}+/gu) ?? []).length >= VAGUE_WORDS,
  )
  // A passing word in a long text is not worth the one question that everybody reads.
  const thin =
    vague.length >= spans.length * VAGUE_SHARE
      ? [...vague].sort((a, b) => a.text.length - b.text.length)[0]
      : undefined
  const untied = findings.length === 0 ? untiedOne(deeds, spans) : undefined
  const strongestFirst = [...findings].sort((a, b) => strengthOf(b.quality!) - strengthOf(a.quality!))
  const asked = strongestFirst.flatMap(
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
  // One of a kind: what makes the strongest quote stronger makes the others stronger too.
  for (const { kind, finding } of asked)
    if (!steps.has(kind)) steps.set(kind, { kind, expectation: finding.expectation })
  return {
    language: null,
    headline: null,
    findings,
    others: [],
    panel: [],
    draft: null,
    stories: [],
    choices,
    questions: questions.slice(0, MOST_QUESTIONS),
    nextSteps: [...steps.values()].slice(0, MOST_STEPS),
    partlyChecked: false,
  }
}
