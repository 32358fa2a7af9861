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

/** As many as a message holds. A matched one that is left out would be reported as without evidence. */
const MOST_FINDINGS = 12
/** As many as a reader can take in at once. */
const MOST_SPANS = 3
const MOST_QUESTIONS = 2
const MOST_STEPS = 3
const MOST_CHOSEN = 2

/** If this share of a text's sentences name no work, it is thin. */
const VAGUE_SHARE = 0.25

type Input = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  readonly match: Matcher
}

type Matched = { readonly span: Span; readonly competency: string; readonly probability: number }

/**
 * How surely a sentence is about its competency, in quarters. A link or number does not turn a passing word into
 * evidence.
 */
const surenessOf = ({ probability }: Matched): number => Math.round(probability * 4)

/** The target level's sentence nearest to the spans, in words and in kind of work. */
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

/** What the words of one deed say about its competency: one, several to choose from, or nothing. */
type Judged = { readonly span: Span; readonly told: SpanMatch; readonly probability: number }

const judge = (span: Span, { match }: Input, has: (competency: string) => boolean): Judged => {
  const ranked = match.match(span.text).filter(({ competency }) => has(competency))
  return { span, told: answerOf(ranked), probability: ranked[0]?.probability ?? 0 }
}

/** A result in a sentence of its own: "Recovery took 12 minutes instead of 40." */
const isResultAlone = (span: Span): boolean => qualityOfSpan(span).result && !tellsOfDeed(span.text)

/**
 * Lets sentences of a piece inform each other. A result belongs to the competency of the deed before it in the same
 * place, an answer belongs to that of its question, and a sentence that fits several competencies belongs to the one
 * that the piece is surely about.
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
    // An answer belongs to its question, so nobody is asked again what it is about.
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

/** What to ask first about a finding: who did it, what the result was, where it can be seen. */
const lacking = ({ quality }: Finding): 'own-part' | 'result' | 'artefact' | null => {
  if (!quality) return null
  if (quality.part !== 'own') return 'own-part'
  if (!quality.result) return 'result'
  return quality.opens ? null : 'artefact'
}

const byStrength = (a: Span, b: Span): number =>
  strengthOf(qualityOfSpan(b)) - strengthOf(qualityOfSpan(a)) ||
  // Not by position, so that the same sentences in another order give the same result.
  (a.text < b.text ? -1 : 1)

/** A longer quote does not fit next to its question. */
const SHORT = 140

/** The sentence of a finding to ask about: a short one, and the person's deed before a result. */
const ownFirst = (ids: readonly string[], spans: readonly Span[]): string => {
  const quoted = spans.filter(({ id }) => ids.includes(id))
  const own = quoted.filter((span) => qualityOfSpan(span).part === 'own').sort(byStrength)
  return (own.find(({ text }) => text.length <= SHORT) ?? own[0] ?? quoted[0])!.id
}

/** A longer sentence is asked about only if there is no other, in UTF-16 units. */
const MOST_ASKED = 200

/** What to ask about in a text without deeds: statements before plans and titles. */
const ASKED_OF = ['vague', 'fact', 'loss', 'plan', 'heading', 'request', 'deed'] as const

/**
 * The sentence to ask about if no deed is tied to the ladder: the strongest deed, else one that names no work, else the
 * most informative. A private sentence, a plan or background comes last.
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

/** A sentence without named work is worth a question from so many words on. */
const VAGUE_WORDS = 4

/** Sentences whose competency the person chooses, strongest evidence first. */
const choicesOf = (judged: readonly Judged[]): Choice[] =>
  judged
    .flatMap(({ span, told }) => (told.kind === 'choose' ? [{ span, between: told.between }] : []))
    .sort((a, b) => byStrength(a.span, b.span))
    .slice(0, MOST_CHOSEN)
    .map(({ span, between }) => ({ span: span.id, between }))

/**
 * The offline reader's estimate: the competencies nearest to the deeds of a text by their words, what makes each quote
 * strong or thin as evidence, and what to ask. Status is always null, because wording does not show a level. Plans,
 * losses and orders to the reader are not matched.
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
          // Not by position, so that the same sentences in another order give the same result.
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
  // One of a kind, because what makes the strongest quote stronger makes the others stronger too.
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
