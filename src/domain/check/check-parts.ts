import type { Span } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { askedOf, competenciesOf } from '../ladder/ladder.ts'
import type { Answer, Finding, Other, PanelPoint, Story, WrittenDraft } from '../review/review.ts'
import { stemsOf } from '../text/stems.ts'
import { type CheckContext, isWordForWord, type Ledger, sourcesFor } from './check-finding.ts'
import {
  claimObjections,
  draftObjections,
  panelObjections,
  proposalObjections,
  questionObjections,
} from './check-text.ts'
import type { Sources } from './sources.ts'

/** Spans that inform the reader. An order to the reader is never repeated. */
const toldIn = ({ spans }: CheckContext): Span[] => spans.filter((span) => kindOfSpan(span) !== 'request')

/** Why a question that would bring something out may not be shown. */
const asksObjections = (text: string, sources: Sources): string[] => [
  ...(/[?？]/.test(text) ? [] : ['of silence it asks for something, as a question']),
  ...questionObjections(text, sources),
]

/** What is said of the competencies without a finding: once each, and only with a span that the text is about. */
export function checkOthers(
  answer: Answer,
  findings: readonly Finding[],
  context: CheckContext,
  ledger: Ledger,
): Other[] {
  const found = new Set(findings.map(({ competency }) => competency))
  const all = answer.others.flatMap((one, index): Other[] => {
    const { competency, as, clause } = one
    const sources = sourcesFor(context, competency)
    const held =
      one.why !== null &&
      (as === 'touched'
        ? ledger.says('touched', `others[${index}]`, one.why, claimObjections(one.why, sources))
        : ledger.says('question', `others[${index}]`, one.why, asksObjections(one.why, sources)))
    const why = held ? one.why : null
    const asked = askedOf(context.ladder, context.goal.target, competency)
    if (found.has(competency) || asked.length === 0) return []
    const expectation = asked.some(({ id }) => id === one.expectation) ? one.expectation : null
    if (as === 'silent') return [{ competency, as, expectation, span: null, clause: null, why }]
    const span = toldIn(context).find(({ id }) => id === one.span)
    if (span === undefined) return []
    return [
      {
        competency,
        as,
        expectation,
        span: span.id,
        clause: clause !== null && isWordForWord(clause, span.text) ? clause : null,
        why,
      },
    ]
  })
  // A span is worth more than a question about silence.
  const touchedFirst = all.toSorted((a, b) => Number(b.as === 'touched') - Number(a.as === 'touched'))
  return competenciesOf(context.ladder).flatMap(
    ({ id }) => touchedFirst.find(({ competency }) => competency === id) ?? [],
  )
}

/**
 * Where a panel would test the text. Each point must be about words that inform. If one half of a point fails, the
 * other stays.
 */
export function checkPanel(answer: Answer, context: CheckContext, ledger: Ledger): PanelPoint[] {
  return answer.panel.flatMap((one, index): PanelPoint[] => {
    const name = `panel[${index}]`
    const spans = toldIn(context).filter(({ id }) => one.spans.includes(id))
    const sources = sourcesFor(context, null, spans.length)
    const note =
      one.note !== null && ledger.says('note', name, one.note, claimObjections(one.note, sources))
        ? one.note
        : null
    const text =
      one.text !== null && ledger.says('panel', name, one.text, panelObjections(one.text, sources))
        ? one.text
        : null
    const points = ledger.ok(name, spans.length > 0 ? [] : ['it points to no span of the evidence'])
    if (!points || (note === null && text === null)) return []
    const { clause } = one
    return [
      {
        note,
        text,
        spans: spans.map(({ id }) => id),
        clause:
          clause !== null && spans.some(({ text: said }) => isWordForWord(clause, said)) ? clause : null,
      },
    ]
  })
}

/** How many words a draft must share with a span to be made of it, even if the reader did not point to that span. */
const FEWEST_SHARED = 3

const sharedWith = (words: ReadonlySet<string>, text: string): number =>
  new Set(stemsOf(text).filter((stem) => words.has(stem))).size

/** The draft, or null unless its spans bear out all of it. */
export function checkDraft(answer: Answer, context: CheckContext, ledger: Ledger): WrittenDraft | null {
  const { draft } = answer
  if (draft === null) return null
  const words = new Set(stemsOf(draft.text))
  const spans = toldIn(context).filter(
    ({ id, text }) => draft.spans.includes(id) || sharedWith(words, text) >= FEWEST_SHARED,
  )
  const made = spans.map(({ text }) => text).join('\n')
  const held = ledger.says(
    'draft',
    'draft',
    draft.text,
    draftObjections(draft.text, made, sourcesFor(context, null)),
  )
  return held && spans.length > 0 ? { text: draft.text, spans: spans.map(({ id }) => id) } : null
}

/** The stories of a list that deserve more detail, and what they lack. */
export function checkStories(answer: Answer, context: CheckContext, ledger: Ledger): Story[] {
  return answer.stories.flatMap((one, index): Story[] => {
    const span = toldIn(context).find(({ id }) => id === one.span)
    const held = ledger.says(
      'story',
      `stories[${index}]`,
      one.lacks,
      proposalObjections(one.lacks, sourcesFor(context, null)),
    )
    if (!held || span === undefined) return []
    return [
      { ...one, clause: one.clause !== null && isWordForWord(one.clause, span.text) ? one.clause : null },
    ]
  })
}
