import { type Evidence, type Held, type Span, spansOf } from '../evidence/evidence.ts'
import { toldIn } from '../evidence/support/owners.ts'
import type { Ladder } from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import { likeness } from '../text/likeness.ts'
import { stemsOf } from '../text/stems.ts'
import { chosenFinding } from './correct-findings.ts'
import type { Answer, Finding, Review } from './review.ts'
import { undisputed } from './undisputed.ts'

/** How much of a sentence stays the same if an edit only adds what was asked for: a number, a link, what changed. */
const SAME = 0.5

/** Longer texts are files. An edit in Slack is short, and this runs before Slack gets its answer. In UTF-16 units. */
const MOST = 4_000

const isAlike = (one: Span, other: Span): boolean => likeness(stemsOf(one.text), stemsOf(other.text)) >= SAME

/**
 * What a review found in sentences of a part that tell the same deed after an edit. The coach asks for a before and an
 * after, and nobody should lose a match by following that: words alone would no longer see the deed behind the number.
 */
export function heldAfter(
  review: Pick<Review, 'findings' | 'goal' | 'revision'> | null,
  evidence: Pick<Evidence, 'parts' | 'revision'>,
  position: number,
  reading: string,
): readonly Held[] {
  const before = evidence.parts.find((part) => part.position === position)
  if (!before || Math.max(before.reading.length, reading.length) > MOST) return []
  // What an earlier edit held may not have been reviewed yet.
  const parts = [{ ...before, reading }]
  const after = toldIn(spansOf({ parts }))
  const earlier = spansOf(evidence)
  const found = [
    ...(review?.revision === evidence.revision
      ? undisputed(review.findings).flatMap(({ competency, against, spans, also = [] }) =>
          against
            ? []
            : [...spans, ...also].flatMap((id) => {
                const span = earlier.find((one) => one.id === id && one.part === position)
                return span ? [{ span, competency, ladder: review.goal.ladder }] : []
              }),
        )
      : []),
    ...(before.held ?? []).flatMap(({ start, competency, ladder }) => {
      const span = earlier.find((one) => one.part === position && one.start === start)
      return span ? [{ span, competency, ladder }] : []
    }),
  ]
  const held = new Map<string, Held>()
  for (const { span, competency, ladder } of found) {
    const now = after.find((one) => isAlike(span, one))
    if (now) held.set(`${now.start} ${competency}`, { start: now.start, competency, ladder })
  }
  return [...held.values()]
}

/** A reading with what an edit left as it was, next to what words alone find now. Nobody is asked about it again. */
export function withHeld<T extends Pick<Answer, 'findings' | 'choices'>>(
  read: T,
  parts: Evidence['parts'],
  spans: readonly Span[],
  ladder: Ladder,
  goal: Goal,
): T {
  const held = parts.flatMap(({ position, held: all = [] }) =>
    all.flatMap(({ start, competency, ladder: of }) => {
      const span = spans.find((one) => one.part === position && one.start === start)
      const isFound = read.findings.some((one) => one.competency === competency)
      return span && of === ladder.id && !isFound ? [{ span: span.id, competency }] : []
    }),
  )
  if (held.length === 0) return read
  const findings = held.reduce<readonly Finding[]>(
    (all, { span, competency }) => chosenFinding({ goal, findings: all }, span, competency, ladder, spans),
    read.findings,
  )
  return {
    ...read,
    findings,
    choices: read.choices.filter((choice) => !held.some(({ span }) => span === choice.span)),
  }
}
