import type { Packet } from '../packet.ts'
import { keysOf, type Objection, type ObjectionKey } from './objection.ts'

/** Objections that are about one quote, wherever it is in the packet. */
const ABOUT_QUOTE: ReadonlySet<string> = new Set([
  'setback',
  'plan',
  'unfinished',
  'we',
  'differs',
  'unmeasured',
  'adjectives',
  'effort',
  'terms',
  'carries',
])

/**
 * What was asked the last time and no longer is, because something answers it. `now` are all objections, also those
 * that are not shown. Hidden competencies and removed quotes are in none of them, because removing something answers
 * nothing.
 */
export function answeredSince(
  before: readonly ObjectionKey[],
  now: readonly Objection[],
  packet: Packet,
): ObjectionKey[] {
  const open = now.flatMap(keysOf)
  const quoted = new Set(packet.receipts.map(({ ref }) => ref.evidenceId))
  const sections = new Set(packet.sections.map(({ competency }) => competency.id))
  const seen = new Set<string>()
  return before.filter(({ kind, competency, evidenceId }) => {
    if (competency !== '' && !sections.has(competency)) return false
    const isQuote = ABOUT_QUOTE.has(kind)
    if (isQuote && (evidenceId === null || !quoted.has(evidenceId))) return false
    const name = `${kind} ${isQuote ? evidenceId : competency}`
    if (seen.has(name)) return false
    seen.add(name)
    if (kind === 'vouch') return packet.vouchers.length > 0
    return !open.some((one) =>
      isQuote
        ? one.kind === kind && one.evidenceId === evidenceId
        : // What has no quote any longer is not answered either.
          (one.kind === kind || one.kind === 'empty') && one.competency === competency,
    )
  })
}
