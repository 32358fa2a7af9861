import type { Evidence, Span } from '../evidence/evidence.ts'
import { sectionsOf } from '../evidence/notes.ts'
import { anyOf } from '../text/patterns.ts'

/** Words by which people mark something as not for others, or that tell of a customer's trouble. */
const CONFIDENTIAL = new RegExp(
  anyOf({
    marked: `\\b${anyOf([
      /between (?:us|you and me)|off the record|for your eyes only|in confidence|hush[- ]hush/,
      /confidential(?:ly)?|top secret|under (?:an )?(?:NDA|embargo)|not (?:yet )?public|not for (?:sharing|the packet)/,
      /(?:please )?(?:don['’]t|do not|never) (?:share|tell|forward|repeat|pass (?:this|it) on)/,
      /keep (?:this|it) (?:to yourself|private|quiet|between)/,
    ])}\\b`,
    "a customer's trouble": `\\b${anyOf([
      /(?:their|the customer['’]s|the client['’]s) lawyers?|legal hold|subpoena|lawsuit|litigation/,
      /data breach|breach notification|personal data leak|regulator(?:s|y)? (?:inquiry|investigation)/,
      /have(?:n['’]t| not) told their (?:own )?(?:customers|clients|users)/,
    ])}\\b`,
  }),
  'iu',
)

const looksConfidential = (spans: readonly Span[]): boolean =>
  CONFIDENTIAL.test(spans.map(({ text }) => text.replace(/\s+/g, ' ')).join(' '))

/**
 * The ids of sentences that look as if they should stay between their owner and the coach. In a file, that is a section
 * with such words. Anything else is about one thing, so it is all of the piece. None of them is in a packet or counts
 * until their owner says so.
 */
export function confidentialIn({ parts }: Pick<Evidence, 'parts'>, spans: readonly Span[]): string[] {
  const files = new Set(parts.filter(({ file }) => file !== null).map(({ position }) => position))
  const byPart = Map.groupBy(spans, ({ part }) => (files.has(part) ? part : null))
  return [...byPart]
    .flatMap(([part, own]) => (part === null ? [own] : sectionsOf(own)))
    .filter(looksConfidential)
    .flatMap((section) => section.map(({ id }) => id))
}
