import type { Reader, ReadRequest, ReadResult } from '../coaching/ports.ts'
import { estimateFindings } from '../domain/estimate-findings.ts'
import { type Matcher, makeMatcher } from '../domain/match-spans.ts'
import type { Theme } from '../domain/theme.ts'

export { loadThemes } from './theme-bank.ts'

/** Reads evidence on this machine, by its words alone: no key, no network, no level, always the same answer. */
export const makeOfflineReader = ({ themes }: { themes: readonly Theme[] }): Reader => {
  const matchers = new Map<string, Matcher>()
  return {
    read: async ({ ladder, goal, spans, signal }: ReadRequest): Promise<ReadResult> => {
      signal.throwIfAborted()
      const key = `${ladder.id}@${ladder.version}`
      const match = matchers.get(key) ?? makeMatcher(ladder, themes)
      matchers.set(key, match)
      return {
        answer: estimateFindings({ ladder, goal, spans, match }),
        invalid: null,
        asReceived: '',
        model: 'offline',
        prompt: '',
        use: null,
      }
    },
  }
}
