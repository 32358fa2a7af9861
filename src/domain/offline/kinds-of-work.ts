import { addTo, makeBm25 } from '../text/bm25.ts'
import { onceFor } from '../text/once-for.ts'
import type { Theme } from './theme.ts'
import { workWords } from './work-words.ts'

/**
 * What a text is about: its nearness to each theme and each area. Has length one, or is all zero if nothing is known.
 */
export type KindOfWork = Float64Array

export type KindsOfWork = {
  readonly themes: readonly Theme[]
  readonly kindOf: (words: readonly string[], weightOf?: (word: string) => number) => KindOfWork
  /** The kind of the theme at this index of `themes`, from its own names and sentences. */
  readonly ofTheme: (at: number) => KindOfWork
}

/** A name counts as much as this many sentences with the word. */
const NAME_WEIGHT = 3

/**
 * Emphasises the nearest themes, so that a word shared with many themes by chance does not outweigh those that several
 * words support. Anything from 1.7 to 2 measures about the same.
 */
const SHARPNESS = 1.9

export function sum(kinds: readonly KindOfWork[], size: number): KindOfWork {
  const total = new Float64Array(size)
  for (const kind of kinds) for (let at = 0; at < size; at += 1) total[at]! += kind[at]!
  return total
}

export function dot(one: KindOfWork, other: KindOfWork): number {
  let total = 0
  for (let at = 0; at < one.length; at += 1) total += one[at]! * other[at]!
  return total
}

/** Normalises to length one. All zero stays so. */
export function unit(kind: KindOfWork): KindOfWork {
  const length = Math.sqrt(dot(kind, kind))
  if (length > 0) for (let at = 0; at < kind.length; at += 1) kind[at]! /= length
  return kind
}

/**
 * Places texts in a space whose dimensions are themes and areas: explicit semantic analysis (Gabrilovich and
 * Markovitch, 2007) with themes of work as concepts. Two texts without a common word are near each other if their words
 * belong to the same themes.
 */
const make = (themes: readonly Theme[]): KindsOfWork => {
  const wordsOf = themes.map(({ names, keywords, sentences }) => ({
    names: names.map(workWords),
    keywords: workWords(keywords.join(' ')),
    sentences: sentences.map(workWords),
  }))
  const documentOf = (members: readonly number[]): Map<string, number> => {
    const document = new Map<string, number>()
    for (const member of members) {
      const { names, keywords, sentences } = wordsOf[member]!
      for (const name of names) addTo(document, name, NAME_WEIGHT)
      addTo(document, keywords)
      for (const sentence of sentences) addTo(document, sentence)
    }
    return document
  }
  const areas = Map.groupBy(
    themes.flatMap((theme, index) => theme.areas.map((area) => ({ area, index }))),
    ({ area }) => area,
  )
  const score = makeBm25([
    ...themes.map((_, index) => documentOf([index])),
    ...[...areas.values()].map((members) => documentOf(members.map(({ index }) => index))),
  ])
  const kindOf = (words: readonly string[], weightOf?: (word: string) => number): KindOfWork => {
    const kind = Float64Array.from(score(words, weightOf))
    for (let at = 0; at < kind.length; at += 1) if (kind[at]! > 0) kind[at] = kind[at]! ** SHARPNESS
    return unit(kind)
  }
  // Most ladders need only a few of them, and all take a third of a second.
  const own: (KindOfWork | undefined)[] = []
  const ofTheme = (at: number): KindOfWork => {
    const { names, sentences } = wordsOf[at]!
    own[at] ??= unit(
      sum(
        [...names, ...sentences].map((words) => kindOf(words)),
        themes.length + areas.size,
      ),
    )
    return own[at]
  }
  return { themes, kindOf, ofTheme }
}

/** The space of a bank of themes, built once per bank. */
export const kindsOf = onceFor((themes: readonly Theme[]): KindsOfWork => make(themes))
