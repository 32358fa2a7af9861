import { z } from 'zod'
import { addTo, makeBm25, softmax, zScores } from './bm25.ts'
import { bulletsOf, competenciesOf, type Ladder } from './ladder.ts'
import { plain } from './names.ts'
import { stemsOf } from './words.ts'

/** A theme of engineering work: how it is called, its words, and sentences as people write them in evidence. */
export const themeSchema = z.strictObject({
  theme: z.string().min(1),
  names: z.array(z.string().min(1)),
  keywords: z.array(z.string().min(1)),
  sentences: z.array(z.string().min(1)),
})
export type Theme = z.infer<typeof themeSchema>

/** A competency and how probably the words speak to it; a ladder's probabilities add up to one. */
export type Match = { readonly competency: string; readonly probability: number }

export type Matcher = {
  /** From a sentence to the ladder's competencies, most probable first. Empty when no word of it is known. */
  match(text: string): Match[]
  /** How alike two sentences are in the kind of work they speak of, from 0 to 1. */
  likeness(one: string, other: string): number
}

/** A name counts as much as this many sentences' worth of the word. Tuned with the other weights on one ladder. */
const NAME_WEIGHT = 3
/** How much of a theme's words a competency takes over from the themes it is tied to. */
const THEME_WEIGHT = 0.15
/** How sharply a competency is tied to its nearest themes. */
const TIE_SHARPNESS = 2
/** What a name in common adds to a tie. */
const NAME_TIE = 0.3
/** How the ladder's own words and the themes are mixed, and how sure their agreement makes one. */
const OWN_SHARE = 0.55
const SHARPNESS = 1.6

/** competency -> theme -> strength, each competency's ties adding up to at most 1 + NAME_TIE. */
const tieThemes = (
  ladder: Ladder,
  themes: readonly Theme[],
  score: (stems: readonly string[]) => number[],
): number[][] => {
  const competencies = competenciesOf(ladder)
  const raw = competencies.map(({ id }) => {
    const sentences = ladder.levels.flatMap((level) =>
      (ladder.rows[level.id]?.[id] ?? []).map(({ text }) => stemsOf(text)),
    )
    const sums = themes.map(() => 0)
    for (const stems of sentences)
      score(stems).forEach((value, theme) => {
        sums[theme]! += value / Math.max(1, sentences.length)
      })
    return sums
  })
  const means = themes.map(
    (_, theme) => raw.reduce((sum, row) => sum + row[theme]!, 0) / Math.max(1, raw.length),
  )
  return competencies.map((competency, index) => {
    const names = [competency.name, competency.subtitle ?? ''].map(plain).filter(Boolean)
    const shares = softmax(
      zScores(raw[index]!.map((value, theme) => value - means[theme]!)).map((value) => value * TIE_SHARPNESS),
    )
    return shares.map((share, theme) => {
      const named = themes[theme]!.names.some((name) => names.includes(plain(name)))
      return share * (1 - NAME_TIE) + (named ? NAME_TIE : 0)
    })
  })
}

/**
 * Matches sentences of evidence to a ladder's competencies by their words: the ladder's own, and those of
 * the themes that the ladder's text ties each competency to. Deterministic; claims nothing about levels.
 */
export const makeMatcher = (ladder: Ladder, themes: readonly Theme[]): Matcher => {
  const competencies = competenciesOf(ladder)
  const themeDocuments = themes.map((theme) => {
    const document = addTo(new Map(), stemsOf(theme.names.join(' ')), NAME_WEIGHT)
    return addTo(addTo(document, stemsOf(theme.keywords.join(' '))), stemsOf(theme.sentences.join(' ')))
  })
  const scoreThemes = makeBm25(themeDocuments)
  const ties = tieThemes(ladder, themes, scoreThemes)
  const documents = competencies.map(({ id, name, subtitle }, index) => {
    const document = addTo(new Map(), stemsOf(`${name} ${subtitle ?? ''}`), NAME_WEIGHT)
    for (const level of ladder.levels)
      addTo(document, stemsOf(bulletsOf(ladder.rows[level.id]?.[id] ?? []).join(' ')))
    ties[index]!.forEach((tie, theme) => {
      for (const [stem, count] of themeDocuments[theme]!) addTo(document, [stem], tie * THEME_WEIGHT * count)
    })
    return document
  })
  const scoreOwn = makeBm25(documents)
  const sharesOf = (scores: number[]): number[] => softmax(zScores(scores))

  const match = (text: string): Match[] => {
    const stems = stemsOf(text)
    const own = scoreOwn(stems)
    const themeScores = scoreThemes(stems)
    if (Math.max(0, ...own) === 0 && Math.max(0, ...themeScores) === 0) return []
    const themeShares = sharesOf(themeScores.map((score) => score))
    const throughThemes = ties.map((tie) =>
      tie.reduce((sum, strength, theme) => sum + strength * themeShares[theme]!, 0),
    )
    const [a, b] = [zScores(own), zScores(throughThemes)]
    const mixed = softmax(
      a.map((value, index) => SHARPNESS * (OWN_SHARE * value + (1 - OWN_SHARE) * b[index]!)),
    )
    return competencies
      .map(({ id }, index) => ({ competency: id, probability: mixed[index]! }))
      .sort(
        (one, other) => other.probability - one.probability || (one.competency < other.competency ? -1 : 1),
      )
  }
  const kindOfWork = (text: string): number[] => {
    const scores = scoreThemes(stemsOf(text))
    return Math.max(0, ...scores) === 0 ? scores : softmax(zScores(scores).map((value) => 2 * value))
  }
  const likeness = (one: string, other: string): number => {
    const [a, b] = [kindOfWork(one), kindOfWork(other)]
    const length = Math.hypot(...a) * Math.hypot(...b)
    return length === 0 ? 0 : a.reduce((sum, value, theme) => sum + value * b[theme]!, 0) / length
  }
  return { match, likeness }
}
