import type { Span } from '../evidence/evidence.ts'
import { strengthOf } from '../evidence/evidence-quality.ts'
import { bestQuality, qualityOfSpan } from '../evidence/span-quality.ts'
import { ownersIn, toldIn } from '../evidence/support/owners.ts'
import { askedOf, competenciesOf, type Ladder } from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import { MOST_RATHER } from '../review/answer-limits.ts'
import type { Answer, Choice, Finding, NextStep } from '../review/review.ts'
import { UNJUDGED } from '../review/unjudged.ts'
import { addTo, makeBm25 } from '../text/bm25.ts'
import { stemsOf } from '../text/stems.ts'
import { answerOf, type CompetencyMatch, likeliest, type Matcher, type SpanMatch } from './match-spans.ts'
import { lacking, questionsOf } from './questions.ts'

/** As many as a message holds. A matched one that is left out would be reported as without evidence. */
const MOST_FINDINGS = 12
/** Of a long list. A review asks about two at a time, and nobody answers more than this. */
const MOST_CHOICES = 40
/** As many as a reader can take in at once. */
const MOST_SPANS = 3
const MOST_STEPS = 3

type Input = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  readonly match: Matcher
}

type Matched = {
  readonly span: Span
  readonly competency: string
  readonly probability: number
  readonly ranked: readonly CompetencyMatch[]
}

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
type Judged = {
  readonly span: Span
  readonly told: SpanMatch
  readonly probability: number
  readonly ranked: readonly CompetencyMatch[]
  /** The choice is between competencies that hardly differ. */
  readonly unsure?: true
}

const judge = (span: Span, { match }: Input, has: (competency: string) => boolean): Judged => {
  const ranked = match.match(span.text).filter(({ competency }) => has(competency))
  return { span, told: answerOf(ranked), probability: ranked[0]?.probability ?? 0, ranked }
}

/** The surest of several: a competency, else several to choose from, else nothing. */
const surest = (told: readonly SpanMatch[]): SpanMatch =>
  told.find(({ kind }) => kind === 'sure') ??
  told.find(({ kind }) => kind === 'choose') ?? { kind: 'unknown' }

/**
 * Lets sentences of a piece inform each other. A result belongs to the competency of its deed, an answer belongs to
 * that of its question, and a sentence that fits several competencies belongs to the one that the piece is surely
 * about. If a deed's own words don't say enough, its results and answers decide.
 */
const together = (judged: readonly Judged[], spans: readonly Span[]): Judged[] => {
  const owners = ownersIn(spans)
  const byId = new Map(judged.map((one) => [one.span.id, one]))
  const isOwned = ({ span }: Judged): boolean => byId.has(owners.get(span.id) ?? '')
  const telling = Map.groupBy(judged, ({ span }) => owners.get(span.id) ?? span.answers)
  const sure = new Set(
    judged.flatMap((one) => (one.told.kind === 'sure' && !isOwned(one) ? [one.told.competency] : [])),
  )
  const settled = new Map<string, Judged>()
  const settle = (one: Judged): Judged => {
    const { span } = one
    const more = telling.get(span.id)?.map(({ told }) => told) ?? []
    const told = one.told.kind === 'unknown' ? surest(more) : one.told
    const asked = span.answers === null ? undefined : settled.get(span.answers)
    if (told.kind !== 'sure' && asked?.told.kind === 'sure') return { ...one, told: asked.told }
    // An answer belongs to its question, so nobody is asked again what it is about.
    if (told.kind === 'choose' && span.answers !== null) return { ...one, told: { kind: 'unknown' } }
    if (told.kind === 'choose' && sure.has(told.between[0] ?? ''))
      return { ...one, told: { kind: 'sure', competency: told.between[0]! } }
    // Even if the words point to no single competency, it is a deed, so the coach asks its owner.
    if (told.kind === 'unknown' && span.answers === null) {
      const between = likeliest(one.ranked)
      if (between.length > 0) return { ...one, told: { kind: 'choose', between }, unsure: true }
    }
    return { ...one, told }
  }
  for (const one of judged) if (!isOwned(one)) settled.set(one.span.id, settle(one))
  return judged.map((one): Judged => {
    const owner = settled.get(owners.get(one.span.id) ?? '')
    if (!owner) return settled.get(one.span.id) ?? one
    // It goes where its deed goes, also when the person chooses.
    return { ...one, told: owner.told.kind === 'sure' ? owner.told : { kind: 'unknown' } }
  })
}

/** The competencies that the sentences of a finding would be about if they are not about its own, likeliest first. */
const ratherOf = (competency: string, own: readonly Matched[]): string[] => {
  const sums = new Map<string, number>()
  for (const one of own.flatMap(({ ranked }) => ranked))
    sums.set(one.competency, (sums.get(one.competency) ?? 0) + one.probability)
  sums.delete(competency)
  return [...sums]
    .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .slice(0, MOST_RATHER)
    .map(([id]) => id)
}

/** Every sentence whose competency the person chooses, strongest evidence first, and else in the order of the piece. */
const choicesOf = (judged: readonly Judged[]): Choice[] =>
  judged
    .flatMap(({ span, told, unsure = false }) =>
      told.kind === 'choose' ? [{ span, between: told.between, unsure }] : [],
    )
    // A mere guess comes last.
    .sort(
      (a, b) =>
        Number(a.unsure) - Number(b.unsure) ||
        strengthOf(qualityOfSpan(b.span)) - strengthOf(qualityOfSpan(a.span)),
    )
    .slice(0, MOST_CHOICES)
    .map(({ span, between }) => ({ span: span.id, between }))

/**
 * The offline reader's estimate: the competencies nearest to the deeds of a text by their words, what makes each quote
 * strong or thin as evidence, and what to ask. Status is always null, because wording does not show a level. Plans,
 * losses and orders to the reader are not matched.
 */
export function estimateFindings(input: Input): Answer {
  const { ladder, goal, spans } = input
  const has = (competency: string): boolean => askedOf(ladder, goal.target, competency).length > 0
  const owners = ownersIn(spans)
  const judged = together(
    toldIn(spans).map((span) => judge(span, input, has)),
    spans,
  )
  const matched = judged.flatMap(({ told, ...one }): Matched[] =>
    told.kind === 'sure' ? [{ ...one, competency: told.competency }] : [],
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
      // A result is not quoted without its deed.
      const withOwners = strongest.flatMap(({ span }) => [
        ...own.flatMap((one) => (one.span.id === owners.get(span.id) ? [one.span] : [])),
        span,
      ])
      const all = [...new Set(withOwners)]
      const chosen = inOrder(all.slice(0, MOST_SPANS))
      const also = all.slice(MOST_SPANS).map(({ id: span }) => span)
      return {
        competency: id,
        spans: chosen.map((span) => span.id),
        clauses: [],
        expectation: nearestExpectation(input, id, chosen),
        ...UNJUDGED,
        correction: null,
        quality: bestQuality(chosen, spans),
        rather: ratherOf(id, own),
        ...(also.length > 0 ? { also } : {}),
      }
    })
  const choices = choicesOf(judged)
  const strongestFirst = [...findings].sort((a, b) => strengthOf(b.quality!) - strengthOf(a.quality!))
  const steps = new Map<string, NextStep>()
  // One of a kind, because what makes the strongest quote stronger makes the others stronger too.
  for (const { quality, expectation } of strongestFirst) {
    const kind = lacking(quality)
    if (kind !== null && !steps.has(kind)) steps.set(kind, { kind, expectation })
  }
  return {
    language: null,
    headline: null,
    findings,
    others: [],
    panel: [],
    draft: null,
    stories: [],
    choices,
    questions: questionsOf(strongestFirst, spans),
    nextSteps: [...steps.values()].slice(0, MOST_STEPS),
    partlyChecked: false,
  }
}
