import { stemmer } from 'stemmer'
import { wordSet } from './patterns.ts'
import { STEM_EXCEPTIONS } from './stem-exceptions.ts'
import { STOP_WORDS } from './stop-words.ts'

const STOP = wordSet(STOP_WORDS)

const EXCEPTIONS: ReadonlyMap<string, string> = new Map(
  STEM_EXCEPTIONS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ')
      return words.map((word): [string, string] => [word, words[0]!])
    }),
)

/**
 * The stem of a lower-case word: "mentored", "mentoring" and "mentors" share one (Porter, 1980, with a few exceptions
 * of ours). Not for display, because a stem is not a word: "identifi".
 */
export function stem(word: string): string {
  return EXCEPTIONS.get(word) ?? stemmer(word)
}

/** The stems of a text in order, without stop words. */
export function stemsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .replace(/\bon[- ]call\b/g, 'oncall')
      .replace(/\bpost[- ]?mortems?\b/g, 'postmortem')
      .match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? []
  )
    .filter((word) => word.length > 1 && !STOP.has(word) && !/^\d+$/.test(word))
    .map(stem)
}
