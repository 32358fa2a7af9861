import { stemmer } from 'stemmer'
import { STEM_EXCEPTIONS } from './stem-exceptions.ts'

/** Words that say nothing about the kind of work. */
const STOP = new Set(
  `a about above after again all also although am an and any are as at be because been before being below between both but
  by can could did do does doing done down during each etc even ever every few for from further get gets getting got had
  has have having he her here hers him his how however i if in into is it its itself just let like made make makes many
  may me might more most much must my myself no nor not now of off on once one only or other our ours out over own per
  really she should since so some still such take than that the their theirs them then there these they this those though
  through to too under until up upon us use used using very via was we were what when where whether which while who whom
  whose why will with within without would yet you your yours able across around well new good etc e.g i.e`
    .split(/\s+/)
    .filter(Boolean),
)

const EXCEPTIONS: ReadonlyMap<string, string> = new Map(
  STEM_EXCEPTIONS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ')
      return words.map((word): [string, string] => [word, words[0]!])
    }),
)

/**
 * The stem of a word in lower case: "mentored", "mentoring" and "mentors" meet (Porter, 1980, with a few exceptions of
 * our own). No word itself, and not to be shown: "identify" is "identifi".
 */
export const stem = (word: string): string => EXCEPTIONS.get(word) ?? stemmer(word)

/** The stems of a text in their order, stop words left out. */
export const stemsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .replace(/\bon[- ]call\b/g, 'oncall')
      .replace(/\bpost[- ]?mortems?\b/g, 'postmortem')
      .match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? []
  )
    .filter((word) => word.length > 1 && !STOP.has(word) && !/^\d+$/.test(word))
    .map(stem)
