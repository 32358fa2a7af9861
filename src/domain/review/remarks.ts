import type { Evidence, Span } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { toldIn } from '../evidence/support/owners.ts'
import type { Ladder } from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import { chosenFinding, correctFindings, type FindingCorrection } from './correct-findings.ts'
import type { Answer, Finding } from './review.ts'

/**
 * What a person said about a review, for later reviews of the same words. Parts are given by position. Words that came
 * after `throughPart` were not meant.
 */
export type Remark =
  | { readonly kind: 'correction'; readonly correction: FindingCorrection; readonly throughPart: number }
  /** A sentence, by its part and where it starts there. `competency` is null if it is about none of those offered. */
  | {
      readonly kind: 'choice'
      readonly part: number
      readonly start: number
      readonly competency: string | null
    }

/** Turns a correction of the current words into a remark. */
export function remarkOf(correction: FindingCorrection, { parts }: Pick<Evidence, 'parts'>): Remark {
  return {
    kind: 'correction',
    correction,
    throughPart: Math.max(...parts.map(({ position }) => position)),
  }
}

type FindingsAndChoices = Pick<Answer, 'findings' | 'choices'>

/** Applies a correction only to the words that it was about. Later words are judged on their own. */
const corrected = (
  read: FindingsAndChoices,
  { correction, throughPart }: Remark & { kind: 'correction' },
  spans: ReadonlyMap<string, Span>,
  again: (findings: readonly Finding[]) => readonly Finding[],
): FindingsAndChoices => {
  if (correction.competency === null)
    return read.findings.length === 0 ? { ...read, findings: again(read.findings) } : read
  const finding = read.findings.find(({ competency }) => competency === correction.competency)
  if (!finding) return read
  const isLater = (id: string): boolean => (spans.get(id)?.part ?? 0) > throughPart
  const later = finding.spans.filter(isLater)
  if (later.length === finding.spans.length) return read
  // A remark on the strength of a finding applies to all of it.
  if (later.length === 0 || !['not-mine', 'other-competency'].includes(correction.kind))
    return { ...read, findings: again(read.findings) }
  const spoken = { ...finding, spans: finding.spans.filter((id) => !isLater(id)) }
  const rest = again(read.findings.map((one) => (one === finding ? spoken : one)))
  return { ...read, findings: [...rest, { ...finding, spans: later }] }
}

type RemarkContext = {
  readonly ladder: Ladder
  readonly goal: Goal
  /** The competency that the piece is about. */
  readonly about: Evidence['about']
  readonly spans: readonly Span[]
  /** A model read it. */
  readonly judged: boolean
}

const applied = (
  read: FindingsAndChoices,
  remark: Remark,
  byId: ReadonlyMap<string, Span>,
  around: RemarkContext,
): FindingsAndChoices => {
  const { ladder, goal, spans } = around
  if (remark.kind === 'correction')
    return corrected(read, remark, byId, (findings) =>
      correctFindings({ goal, findings }, remark.correction, ladder, spans),
    )
  const span = spans.find(({ part, start }) => part === remark.part && start === remark.start)
  if (!span) return read
  const { findings } = read
  return {
    choices: read.choices.filter((choice) => choice.span !== span.id),
    findings:
      remark.competency === null
        ? findings
        : chosenFinding({ goal, findings }, span.id, remark.competency, ladder, spans),
  }
}

/** Longer answers are quoted by their deeds and results alone, in sentences. */
const SHORT_ANSWER = 5

/** The sentences of an answer that tell what was done: all of a short one, so that they can be followed. */
const tellingIn = (spans: readonly Span[]): readonly Span[] => {
  const told = toldIn(spans).filter(({ part, saidBy }) => part === 0 && saidBy === null)
  if (told.length === 0) return []
  const said = spans.filter(
    (span) =>
      span.part === 0 && span.saidBy === null && !['plan', 'request', 'heading'].includes(kindOfSpan(span)),
  )
  return said.length <= SHORT_ANSWER ? said : told
}

/**
 * Applies the competency that the person chose when they logged the piece, or that the coach asked about. Open choices
 * are settled by it. If the review has a finding for it, nothing else changes. Otherwise the person's deeds are tied to
 * it, next to the other findings: who is asked about Trust and tells what they did, answers about Trust. A model has
 * read the answer for sense (`judged`), so what it does not find in an answer about the packet is not tied.
 */
export function withAbout<T extends FindingsAndChoices>(read: T, around: RemarkContext): T {
  const { about, ladder, goal, spans, judged } = around
  if (about === null || about.ladder !== ladder.id) return read
  const { competency } = about
  const put = (findings: readonly Finding[], span: string): readonly Finding[] =>
    chosenFinding({ goal, findings }, span, competency, ladder, spans)
  const open = read.choices.filter(({ between }) => between.includes(competency))
  const chosen = open.map(({ span }) => span).reduce(put, read.findings)
  const tied: FindingCorrection = { kind: 'other-competency', competency: null, meant: competency }
  const isFound = chosen.some((one) => one.competency === competency)
  const isForPacket = about.question !== undefined
  const findings = isForPacket
    ? judged || (isFound && open.length === 0)
      ? chosen
      : tellingIn(spans)
          .map(({ id }) => id)
          .reduce(put, chosen)
    : isFound
      ? chosen
      : correctFindings({ goal, findings: chosen }, tied, ladder, spans)
  const placed = new Set(
    findings.flatMap((one) => (one.competency === competency ? [...one.spans, ...(one.also ?? [])] : [])),
  )
  return {
    ...read,
    // Nobody is asked about a sentence that is placed.
    choices: read.choices.filter((choice) => !(open.includes(choice) || placed.has(choice.span))),
    findings,
  }
}

/** Applies everything that the person said about earlier reviews to a new one. */
export function withRemarks<T extends FindingsAndChoices>(
  read: T,
  remarks: readonly Remark[],
  around: RemarkContext,
): T {
  const spans = new Map(around.spans.map((span) => [span.id, span]))
  let { findings, choices }: FindingsAndChoices = read
  for (const remark of remarks)
    ({ findings, choices } = applied({ findings, choices }, remark, spans, around))
  return { ...read, findings, choices }
}
