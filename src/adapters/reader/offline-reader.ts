import type { Span } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import { estimateFindings } from '../../domain/offline/estimate-findings.ts'
import { type Matcher, makeMatcher } from '../../domain/offline/match-spans.ts'
import type { Theme } from '../../domain/offline/theme.ts'
import type { Goal } from '../../domain/person.ts'
import type { Answer } from '../../domain/review/review.ts'

/** How many ladders are kept ready. A new or edited one replaces the one that was used longest ago. */
const MOST_MATCHERS = 16

/** Reads evidence on this machine, only by its words. It needs no key and no network, and says no level. */
export function makeEstimate({ themes }: { themes: readonly Theme[] }) {
  const matchers = new Map<string, Matcher>()
  const matcherOf = (ladder: Ladder): Matcher => {
    const key = `${ladder.id}@${ladder.version}`
    const match = matchers.get(key) ?? makeMatcher(ladder, themes)
    matchers.delete(key)
    matchers.set(key, match)
    const [oldest] = matchers.keys()
    if (matchers.size > MOST_MATCHERS && oldest !== undefined) matchers.delete(oldest)
    return match
  }
  return ({ ladder, goal, spans }: { ladder: Ladder; goal: Goal; spans: readonly Span[] }): Answer =>
    estimateFindings({ ladder, goal, spans, match: matcherOf(ladder) })
}
