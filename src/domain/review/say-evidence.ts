import type { Span } from '../evidence/evidence.ts'
import { kindOf } from '../evidence/evidence-kind.ts'
import { signalsIn } from '../evidence/evidence-signals.ts'
import { qualityOfSpan } from '../evidence/span-quality.ts'
import { anyOf } from '../text/patterns.ts'

/** What only the person knows, to be filled in where it stands. */
export type Blank = 'what-you-did' | 'your-part' | 'what-changed' | 'before-after' | 'link' | 'who-saw'

/** Their own words as they stand, a colleague's with whose they are, or a blank. */
export type DraftPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'said'; readonly text: string; readonly by: string }
  | { readonly kind: 'blank'; readonly blank: Blank }

/** A sentence said as claim, evidence and impact. Nothing in it is anybody's but theirs, or says whose. */
export type Draft = {
  readonly claim: readonly DraftPart[]
  readonly evidence: readonly DraftPart[]
  readonly impact: readonly DraftPart[]
}

/** Where a sentence turns from what was done to what came of it. */
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

/** What was done, and what came of it where the same sentence says so. Both are cut out of it as they stand. */
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
  return Number(kindOf(span.text) === 'deed') * 4 + Number(part === 'own') * 2 + Number(artefact)
}

/** At most so many quotes of colleagues stand in a draft. */
const MOST_SAID = 2

/**
 * How a finding's words would be said so that a stranger can check them: what was claimed, what shows it, what
 * came of it, each in the person's own words, with a blank for what they did not write. Nothing is added. What a
 * colleague said is evidence, and never the person's claim: the "I" in it is somebody else's.
 */
export function draftOf(spans: readonly Span[]): Draft {
  const [first, ...own] = spans
    .filter(({ saidBy }) => saidBy === null)
    .toSorted((a, b) => strength(b) - strength(a) || Number(a.id.slice(1)) - Number(b.id.slice(1)))
  const said = spans
    .flatMap(({ text, saidBy }): DraftPart[] => (saidBy === null ? [] : [{ kind: 'said', text, by: saidBy }]))
    .slice(0, MOST_SAID)
  // Whoever said it saw it.
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
      ...(kindOf(first.text) === 'deed' || kindOf(first.text) === 'heading'
        ? [words(deed)]
        : [words(deed), blank('what-you-did')]),
      ...(part === 'own' ? [] : [blank('your-part')]),
    ],
    evidence: [...(shows ? [words(shows.text)] : []), ...said, blank('link'), ...seen],
    impact:
      impact === null || repeated
        ? [blank(repeated ? 'before-after' : 'what-changed')]
        : [words(impact), ...(signalsIn(impact)(impact).baseline ? [] : [blank('before-after')])],
  }
}
