import type { Span } from '../evidence/evidence.ts'
import { contextIn } from '../evidence/evidence-context.ts'
import { strengthOfSpan } from '../evidence/span-quality.ts'
import {
  askedOf,
  bulletsOf,
  competenciesOf,
  expectationOf,
  type Ladder,
  rowOf,
  saidAtCurrent,
} from '../ladder/ladder.ts'
import type { KnownNames } from '../mask/surnames.ts'
import type { Goal } from '../person.ts'
import { MOST_SPANS } from '../review/answer-limits.ts'
import { type Finding, type Missing, STATUSES } from '../review/review.ts'
import { onceFor } from '../text/once-for.ts'
import { anyOf } from '../text/patterns.ts'
import { stemsOf } from '../text/stems.ts'
import { claimObjections, proposalObjections, questionObjections, wholeObjections } from './check-text.ts'
import { keptSentences } from './kept-sentences.ts'
import { showsSomething } from './shows-something.ts'
import type { Sources } from './sources.ts'

export type CheckContext = {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly spans: readonly Span[]
  /** Known names of people, or undefined if they were not loaded. */
  readonly names?: KnownNames | undefined
  /** Numbers that the answer itself calculates from those of the evidence, one per line. */
  readonly reckoned?: string
}

/** Which text of an answer was checked. */
export type AnswerField =
  | 'headline'
  | 'why'
  | 'missing'
  | 'question'
  | 'next_step'
  | 'touched'
  | 'panel'
  | 'note'
  | 'draft'
  | 'story'

/** A text of an answer, and why it may not be shown, or null if it may. */
export type CheckedText = { readonly where: AnswerField; readonly text: string; readonly why: string | null }

/** Collects what a check finds: objections, in sentences for the reader, and every text with its result. */
export function makeLedger() {
  const objections: string[] = []
  const texts: CheckedText[] = []
  return {
    objections,
    texts,
    /** Notes the objections to one thing under its name. Returns true if there are none. */
    ok: (name: string, found: readonly string[]): boolean => {
      objections.push(...found.map((objection) => `${name}: ${objection}`))
      return found.length === 0
    },
    /** The same for a text of the answer. */
    says: (where: AnswerField, name: string, text: string, found: readonly string[]): boolean => {
      texts.push({ where, text, why: found[0] ?? null })
      objections.push(...found.map((objection) => `${name}: ${objection}`))
      return found.length === 0
    },
  }
}

export type Ledger = ReturnType<typeof makeLedger>

const rowText = (context: CheckContext, competency: string): string =>
  [context.goal.target, context.goal.current]
    .flatMap((level) => bulletsOf(rowOf(context.ladder, level, competency)))
    .join(' ')

/** The most things in a text that may be counted. */
const MOST_COUNTED = 5

const sourcesKept = onceFor((_: CheckContext) => new Map<string, Sources>())

/** What a text about one competency, or about all (null), may draw on. `spans` is how many spans it points to. */
export function sourcesFor(context: CheckContext, competency: string | null, spans = 0): Sources {
  const key = `${spans} ${competency}`
  const kept = sourcesKept(context)
  const sources = kept.get(key) ?? gathered(context, competency, spans)
  kept.set(key, sources)
  return sources
}

function gathered(context: CheckContext, competency: string | null, spans: number): Sources {
  return {
    evidence: context.spans.map((span) => span.text).join('\n'),
    rows: (competency === null ? competenciesOf(context.ladder).map(({ id }) => id) : [competency])
      .map((id) => rowText(context, id))
      .join(' ')
      .concat('\n', context.reckoned ?? ''),
    ladder: context.ladder,
    goal: context.goal,
    names: context.names,
    counts: new Set(
      [spans, new Set(context.spans.map(({ place }) => place)).size].filter(
        (count) => count > 1 && count <= MOST_COUNTED,
      ),
    ),
  }
}

/** Whether a text contains a phrase word for word, ignoring white space and quotation marks. */
export function isWordForWord(piece: string, text: string): boolean {
  const plain = (one: string): string =>
    one.normalize('NFKC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
  return piece.trim() !== '' && plain(text).includes(plain(piece))
}

/** A clause with fewer words does not ask for anything on its own. */
const FEWEST_ASKED = 3
const isClause = (piece: string, sentence: string): boolean =>
  piece.trim().split(/\s+/).length >= FEWEST_ASKED && isWordForWord(piece, sentence)

/**
 * Whether a finding may call part of a sentence missing although both levels share it. Usually it may not, because it
 * is no gap between the levels. It may if the finding is about that sentence, or if the levels share the whole row.
 * Otherwise a finding that shows half of it would be lost, and the view says that both levels ask for it.
 */
const mayMissShared = (finding: Finding, expectation: string, { ladder, goal }: CheckContext): boolean =>
  finding.status !== 'evidenced' &&
  (expectation === finding.expectation ||
    askedOf(ladder, goal.target, finding.competency).every(({ id }) => saidAtCurrent(ladder, goal, id)))

/** Why a finding or gap may not refer to a sentence of the target level. */
const targetObjections = (id: string, competency: string, { ladder, goal }: CheckContext): string[] => {
  const said = rowOf(ladder, goal.target, competency).find((one) => one.id === id)
  if (!said) return ['its expectation is not in the target row of this competency']
  return said.example ? ['its expectation is an example, which shows what is meant and asks nothing'] : []
}

const checkMissing = (finding: Finding, context: CheckContext, name: string, ledger: Ledger): Missing[] => {
  const sources = sourcesFor(context, finding.competency)
  return finding.missing.filter((missing, index) => {
    const at = `${name}.missing[${index}]`
    const fits = ledger.ok(at, [
      ...targetObjections(missing.expectation, finding.competency, context),
      ...(saidAtCurrent(context.ladder, context.goal, missing.expectation) &&
      !mayMissShared(finding, missing.expectation, context)
        ? ['the current level says this word for word: it is no gap on the way to the target']
        : []),
    ])
    return ledger.says('missing', at, missing.text, proposalObjections(missing.text, sources)) && fits
  })
}

/** Words of progress, which are wrong about spans that show what both levels ask. */
const PROGRESS = new RegExp(
  `\\b${anyOf({
    steps: /progress|step(?:s|ping|ped)? (?:up|towards?|beyond)|(?:next|higher|target) level/,
    moves: /move[sd]? (?:up|beyond|towards?)|grow(?:n|th|ing|s)?|beyond your (?:current )?level/,
  })}\\b`,
  'i',
)

const progressObjections = (why: string, finding: Finding, { ladder, goal }: CheckContext): string[] =>
  finding.status === 'evidenced' &&
  saidAtCurrent(ladder, goal, finding.expectation) &&
  (PROGRESS.test(why) || new RegExp(`\\b${RegExp.escape(goal.target)}\\b`, 'i').test(why))
    ? ['both levels say this sentence, so it is no step from one to the other']
    : []

/** Statuses that a failure may have, or a failure told as the team's. */
const MAY_BE_FAILURES: ReadonlySet<Finding['status']> = new Set(['not yet', "can't tell"])

/**
 * The current level's sentence that the spans really show, or that a failure goes against. Null if the target repeats
 * the sentence, because then there is no contrast.
 */
const checkCurrent = (
  finding: Finding,
  context: CheckContext,
  name: string,
  ledger: Ledger,
): string | null => {
  if (finding.current === null) return null
  // A failure may go against a sentence of another row: "Pays attention to detail".
  const row = competenciesOf(context.ladder)
    .filter(({ id }) => id === finding.competency || MAY_BE_FAILURES.has(finding.status))
    .flatMap(({ id }) => askedOf(context.ladder, context.goal.current, id))
  const target = askedOf(context.ladder, context.goal.target, finding.competency)
  const said = row.find(({ id }) => id === finding.current)
  if (!said) ledger.ok(name, ['`current` is no sentence of the current level that fits'])
  if (!said || target.some(({ text }) => text === said.text)) return null
  return finding.status === 'evidenced' ? null : finding.current
}

/** The spans that add most, in the order of the text. */
const strongest = (spans: readonly Span[]): string[] => {
  const kept = new Set([...spans].sort((a, b) => strengthOfSpan(b) - strengthOfSpan(a)).slice(0, MOST_SPANS))
  return spans.filter((span) => kept.has(span)).map(({ id }) => id)
}

/** The question that would settle a "can't tell", or null if none holds. */
const checkQuestion = (
  finding: Finding,
  context: CheckContext,
  name: string,
  ledger: Ledger,
): string | null => {
  const { question, status } = finding
  if (question === null) return null
  const held = ledger.says('question', `${name}.question`, question, [
    ...(/[?？]/.test(question) ? [] : ['it asks nothing']),
    ...questionObjections(question, sourcesFor(context, finding.competency)),
  ])
  return held && status === "can't tell" ? question : null
}

const STRENGTHS: ReadonlySet<Finding['status']> = new Set(['evidenced', 'partly'])

/**
 * The part of the reason that holds, or null. Sentences that claim too much are dropped, and the ledger notes the whole
 * text as refused. A reason that contains a link or a judgment is dropped entirely. A strength needs a reason that is
 * about its spans.
 */
const checkWhy = (
  finding: Finding,
  context: CheckContext,
  sources: Sources,
  showing: readonly Span[],
  name: string,
  ledger: Ledger,
): string | null => {
  const { why, status } = finding
  if (why === null) return null
  const objections = (text: string): string[] => [
    ...claimObjections(text, sources),
    ...progressObjections(text, finding, context),
  ]
  if (ledger.says('why', `${name}.why`, why, objections(why))) return why
  if (wholeObjections(why, sources).length > 0) return null
  const kept = keptSentences(why, objections)
  if (kept === null || !STRENGTHS.has(status)) return kept
  const told = new Set(showing.flatMap(({ text }) => stemsOf(text)))
  return stemsOf(kept).some((stem) => told.has(stem)) ? kept : null
}

/**
 * The part of one finding that holds, or null. A finding is dropped if its ids don't fit, if its spans show nothing, or
 * if it is a strength whose reason does not hold. Any other text of it is dropped alone.
 */
export function checkFinding(
  finding: Finding,
  context: CheckContext,
  name: string,
  ledger: Ledger,
): Finding | null {
  const pointed = new Set(finding.spans)
  const said = context.spans.filter(({ id }) => pointed.has(id))
  const wanted = contextIn(context.spans)
  const showing = said.filter((span) => !wanted.has(span.id) && showsSomething(span))
  const row = rowOf(context.ladder, context.goal.target, finding.competency)
  const sources = sourcesFor(context, finding.competency, said.length)
  const held = ledger.ok(name, [
    ...(row.length === 0
      ? ['there is no such competency at the target level']
      : targetObjections(finding.expectation, finding.competency, context)),
    ...(finding.status !== null && !STATUSES.includes(finding.status)
      ? ['its status is not one of the four']
      : []),
    ...(said.length === 0 ? ['it points to no span of the evidence'] : []),
    ...(said.length > 0 && showing.length === 0
      ? ['it points to headings, questions or orders alone, which show nothing']
      : []),
  ])
  const why = checkWhy(finding, context, sources, showing, name, ledger)
  const missing = checkMissing(finding, context, name, ledger)
  const question = checkQuestion(finding, context, name, ledger)
  // A strength with a false reason is not a strength.
  const unfounded = finding.why !== null && why === null && STRENGTHS.has(finding.status)
  if (!held || unfounded) return null
  if (said.length < pointed.size) ledger.ok(name, ['it points to a span that does not exist'])
  const spans = strongest(showing)
  const asked = expectationOf(context.ladder, finding.expectation)?.text ?? ''
  return {
    ...finding,
    spans,
    clauses: finding.clauses.filter((clause) =>
      showing.some(({ id, text }) => spans.includes(id) && isWordForWord(clause, text)),
    ),
    asks: finding.asks !== null && isClause(finding.asks, asked) ? finding.asks : null,
    why,
    missing,
    question,
    current: checkCurrent(finding, context, name, ledger),
    cap: null,
    against: false,
    correction: null,
  }
}
