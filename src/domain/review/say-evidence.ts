import type { Span } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { signalsIn } from '../evidence/evidence-signals.ts'
import { qualityOfSpan } from '../evidence/span-quality.ts'
import { ownersIn } from '../evidence/support/owners.ts'
import { anyOf } from '../text/patterns.ts'

/** What only the person knows, to be filled in. */
export type Blank = 'what-you-did' | 'your-part' | 'what-changed' | 'before-after' | 'link' | 'who-saw'

/** Their own words unchanged, a colleague's words with their name, or a blank. */
export type DraftPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'said'; readonly text: string; readonly by: string }
  | { readonly kind: 'blank'; readonly blank: Blank }

/** A sentence as claim, evidence and impact. Every word is the person's own, or is attributed. */
export type Draft = {
  readonly claim: readonly DraftPart[]
  readonly evidence: readonly DraftPart[]
  readonly impact: readonly DraftPart[]
}

/** Where a sentence turns from the deed to its result. */
const TURN = new RegExp(
  `,?(?<!\\s)\\s+${anyOf({
    'so that': /so that/,
    which: /which (?:led|meant|let|made|allowed|enabled|cut|reduced|saved|brought)/,
    'resulting in': /resulting in|leading to/,
    gerund: /reducing|cutting|saving|lowering|raising|improving|bringing|halving|doubling/,
    'and it': /and (?:it|that|this) (?:cut|reduced|saved|brought|lowered|raised|improved|halved|made)/,
  })}\\b`,
  'i',
)

const words = (text: string): DraftPart => ({ kind: 'words', text })
const blank = (one: Blank): DraftPart => ({ kind: 'blank', blank: one })

/** The deed, and its result if the same sentence has one. Both are cut out unchanged. */
const divide = (text: string): { deed: string; result: string | null } => {
  const turn = TURN.exec(text)
  if (!turn || turn.index < 12) return { deed: text, result: null }
  return {
    deed: text.slice(0, turn.index).trim(),
    result: text
      .slice(turn.index)
      .replace(/^[,\s]+/, '')
      .trim(),
  }
}

const strength = (span: Span): number => {
  const { part, artefact } = qualityOfSpan(span)
  return Number(kindOfSpan(span) === 'deed') * 4 + Number(part === 'own') * 2 + Number(artefact)
}

/** The most quotes of colleagues in a draft. */
const MOST_SAID = 2

/** The sentences of a finding, and what proves the deeds in it. */
export function saidIn(ids: readonly string[], spans: readonly Span[]): Span[] {
  const owners = ownersIn(spans)
  return spans.filter(({ id, answers }) => ids.includes(id) || ids.includes(owners.get(id) ?? answers ?? ''))
}

/**
 * A finding's words in a form that a stranger can check: what was claimed, what shows it, and the result. Uses the
 * person's own words, with blanks for what they did not write, and adds nothing. A colleague's words are evidence and
 * never the claim, because their "I" is somebody else.
 */
export function draftOf(spans: readonly Span[]): Draft {
  const [first, ...own] = spans
    .filter(({ saidBy }) => saidBy === null)
    .toSorted((a, b) => strength(b) - strength(a) || Number(a.id.slice(1)) - Number(b.id.slice(1)))
  const said = spans
    .flatMap(({ text, saidBy }): DraftPart[] => (saidBy === null ? [] : [{ kind: 'said', text, by: saidBy }]))
    .slice(0, MOST_SAID)
  // The person who said it also saw it.
  const seen = said.length > 0 ? [] : [blank('who-saw')]
  if (!first)
    return {
      claim: [blank('what-you-did')],
      evidence: [...said, blank('link'), ...seen],
      impact: [blank('what-changed')],
    }
  const { deed, result } = divide(first.text)
  const { part } = qualityOfSpan(first)
  const resultSpan = own.find((span) => qualityOfSpan(span).result)
  const shows = own.find((span) => qualityOfSpan(span).artefact && span.text !== resultSpan?.text)
  const impact = result ?? resultSpan?.text ?? (qualityOfSpan(first).result ? first.text : null)
  const repeated = impact === first.text
  return {
    claim: [
      ...(kindOfSpan(first) === 'deed' || kindOfSpan(first) === 'heading'
        ? [words(deed)]
        : [words(deed), blank('what-you-did')]),
      ...(part === 'own' ? [] : [blank('your-part')]),
    ],
    evidence: [
      ...(shows ? [words(shows.text)] : []),
      ...said,
      ...(shows && qualityOfSpan(shows).opens ? [] : [blank('link')]),
      ...seen,
    ],
    impact:
      impact === null || repeated
        ? [blank(repeated ? 'before-after' : 'what-changed')]
        : [words(impact), ...(signalsIn(impact)(impact).baseline ? [] : [blank('before-after')])],
  }
}
