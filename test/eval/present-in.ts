import type { CompetencyMatch } from '../../src/domain/offline/match-spans.ts'

/** From this probability on a competency is taken to be present in a text. F1 hardly changes from .45 to .55. */
const PRESENT = 0.48

/**
 * Which competencies a text of several sentences speaks to, the surest first: each with the probability that at
 * least one sentence does.
 */
export function presentIn(sentences: readonly (readonly CompetencyMatch[])[]): CompetencyMatch[] {
  const absent = new Map<string, number>()
  for (const { competency, probability } of sentences.flat())
    absent.set(competency, (absent.get(competency) ?? 1) * (1 - probability))
  return [...absent]
    .map(([competency, none]) => ({ competency, probability: 1 - none }))
    .filter(({ probability }) => probability >= PRESENT)
    .sort((one, other) => other.probability - one.probability || (one.competency < other.competency ? -1 : 1))
}
