import { questionObjections, type Sources, textObjections } from './check-text.ts'
import { tellsOfDeed } from './deeds.ts'
import type { Span } from './evidence.ts'
import { contextIn } from './evidence-context.ts'
import { kindOfSpan } from './evidence-kind.ts'
import { bulletsOf, competenciesOf, type Ladder, rowOf, saidAtCurrent } from './ladder.ts'
import type { Goal } from './person.ts'
import { type Finding, type Missing, STATUSES } from './review.ts'

export type CheckContext = { readonly ladder: Ladder; readonly goal: Goal; readonly spans: readonly Span[] }

/** Collects the objections to one thing under its name; `ok` says whether there were none. */
export const collect = (into: string[], name: string, found: readonly string[]): boolean => {
  into.push(...found.map((objection) => `${name}: ${objection}`))
  return found.length === 0
}

const rowText = (context: CheckContext, competency: string): string =>
  [context.goal.target, context.goal.current]
    .flatMap((level) => bulletsOf(rowOf(context.ladder, level, competency)))
    .join(' ')

/** What texts about one competency, or about all (null), may draw on. */
export const sourcesFor = (context: CheckContext, competency: string | null): Sources => ({
  evidence: context.spans.map((span) => span.text).join('\n'),
  rows: (competency === null ? competenciesOf(context.ladder).map(({ id }) => id) : [competency])
    .map((id) => rowText(context, id))
    .join(' '),
  ladder: context.ladder,
  goal: context.goal,
})

/**
 * Whether something of a sentence that both levels have may be called missing: it is no gap on the way, and is
 * named only where nothing else could be. That is where it is what the finding itself is about, or where the
 * levels share the whole row: a finding that shows half of it would otherwise be lost, and the view says that both
 * levels ask it.
 */
const mayMissShared = (finding: Finding, expectation: string, { ladder, goal }: CheckContext): boolean =>
  finding.status !== 'evidenced' &&
  (expectation === finding.expectation ||
    rowOf(ladder, goal.target, finding.competency).every(({ id }) => saidAtCurrent(ladder, goal, id)))

const checkMissing = (
  finding: Finding,
  context: CheckContext,
  name: string,
  objections: string[],
): Missing[] => {
  const row = new Set(rowOf(context.ladder, context.goal.target, finding.competency).map(({ id }) => id))
  const seen = new Set<string>()
  return finding.missing.filter((missing, index) => {
    const at = `${name}.missing[${index}]`
    const ids = [
      ...(row.has(missing.expectation)
        ? []
        : ['its expectation is not in the target row of this competency']),
      ...(saidAtCurrent(context.ladder, context.goal, missing.expectation) &&
      !mayMissShared(finding, missing.expectation, context)
        ? ['the current level says this word for word: it is no gap on the way to the target']
        : []),
      ...(finding.status === 'evidenced' && missing.expectation === finding.expectation
        ? ['it names the expectation that the spans are said to evidence']
        : []),
      ...(seen.has(missing.expectation) ? ['the same expectation is missing twice'] : []),
    ]
    seen.add(missing.expectation)
    return collect(objections, at, [
      ...ids,
      ...textObjections(missing.text, sourcesFor(context, finding.competency)),
    ])
  })
}

/** Scripts that set no space between words, whose sentences the count of words takes for headings. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A heading names what follows, and a question or an order is addressed to somebody: neither shows anything. */
const showsSomething = (span: Span): boolean => {
  const { text } = span
  const kind = kindOfSpan(span)
  if (kind === 'heading') return !/^#{1,6}\s/.test(text) && (UNSPACED.test(text) || tellsOfDeed(text))
  return kind !== 'request'
}

/** What is said of spans that do what both levels ask: nothing that sounds like a step from one to the other. */
const PROGRESS =
  /\b(?:progress|step(?:s|ping|ped)? (?:up|towards?|beyond)|(?:next|higher|target) level|move[sd]? (?:up|beyond|towards?)|grow(?:n|th|ing|s)?|beyond your (?:current )?level)\b/i

const progressObjections = (finding: Finding, { ladder, goal }: CheckContext): string[] =>
  finding.status === 'evidenced' &&
  saidAtCurrent(ladder, goal, finding.expectation) &&
  (PROGRESS.test(finding.why ?? '') ||
    new RegExp(`\\b${RegExp.escape(goal.target)}\\b`, 'i').test(finding.why ?? ''))
    ? ['why: both levels say this sentence, so it is no step from one to the other']
    : []

/** Spans that show something: plans, losses, orders to the reader and words that name no work are none. */
const showsNothing = (spans: readonly Span[]): boolean =>
  spans.length > 0 && spans.every((span) => ['plan', 'loss', 'request', 'vague'].includes(kindOfSpan(span)))

/** What the status asks of the rest of a finding. */
const statusObjections = (finding: Finding, spans: readonly Span[], context: CheckContext): string[] => {
  const { status, question } = finding
  if (status === null) return []
  if (!STATUSES.includes(status)) return ['its status is not one of the four']
  if (status === "can't tell") {
    return question === null
      ? ["it can't tell, and asks no question that would settle it"]
      : [
          ...(question.includes('?') ? [] : ['its question asks nothing']),
          ...questionObjections(question, sourcesFor(context, finding.competency)).map(
            (why) => `question: ${why}`,
          ),
        ]
  }
  return status !== 'not yet' && showsNothing(spans)
    ? ['its spans are plans, losses or wishes, which show nothing yet']
    : []
}

/** The current level's sentence that the spans really show; one that the target repeats is no contrast. */
const checkCurrent = (finding: Finding, context: CheckContext, name: string, objections: string[]) => {
  if (finding.current === null) return null
  const row = rowOf(context.ladder, context.goal.current, finding.competency)
  const target = rowOf(context.ladder, context.goal.target, finding.competency)
  const said = row.find(({ id }) => id === finding.current)
  if (said && target.some(({ text }) => text === said.text)) return null
  if (said && finding.status !== 'evidenced') return finding.current
  if (!said) objections.push(`${name}: \`current\` is not in the current level's row of this competency`)
  return null
}

/** What holds of one finding; null: it falls. */
export const checkFinding = (
  finding: Finding,
  context: CheckContext,
  name: string,
  objections: string[],
): Finding | null => {
  const pointed = new Set(finding.spans)
  const said = context.spans.filter(({ id }) => pointed.has(id))
  const known = new Set(said.map(({ id }) => id))
  const existing = [...pointed].filter((id) => known.has(id))
  const wanted = contextIn(context.spans)
  const silent = new Set(
    said.filter((span) => wanted.has(span.id) || !showsSomething(span)).map(({ id }) => id),
  )
  const spans = existing.filter((id) => !silent.has(id))
  const row = rowOf(context.ladder, context.goal.target, finding.competency)
  const held = collect(objections, name, [
    ...(row.length === 0 ? ['there is no such competency at the target level'] : []),
    ...(row.length > 0 && !row.some(({ id }) => id === finding.expectation)
      ? ['its expectation is not in the target row of this competency']
      : []),
    ...statusObjections(
      finding,
      said.filter(({ id }) => spans.includes(id)),
      context,
    ),
    ...(existing.length === 0 ? ['it points to no span of the evidence'] : []),
    ...(existing.length > 0 && spans.length === 0
      ? ['it points to headings, questions or orders alone, which show nothing']
      : []),
    ...progressObjections(finding, context),
    ...(finding.why === null
      ? []
      : textObjections(finding.why, sourcesFor(context, finding.competency)).map((why) => `why: ${why}`)),
  ])
  if (!held) return null
  if (existing.length < new Set(finding.spans).size)
    objections.push(`${name}: it points to a span that does not exist`)
  const missing = checkMissing(finding, context, name, objections)
  if ((finding.status === 'partly' || finding.status === 'not yet') && missing.length === 0) {
    objections.push(`${name}: it is "${finding.status}" and does not say what is missing`)
    return null
  }
  const question = finding.status === "can't tell" ? finding.question : null
  const current = checkCurrent(finding, context, name, objections)
  return { ...finding, spans, missing, question, current, correction: null }
}
