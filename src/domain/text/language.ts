import { FUNCTION_WORDS } from './function-words.ts'
import { wordSet } from './patterns.ts'

const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, wordSet(words)]),
)

const OTHERS = Object.keys(WORDS).filter((language) => language !== 'en')

const count = (words: readonly string[], language: string): number =>
  words.filter((word) => WORDS[language]!.has(word)).length

/** With this share of letters in other scripts, a text is not in English, whatever its few Latin words are. */
const FOREIGN_LETTERS = 0.3

/**
 * Whether a text is in English, judged by its function words and script. `unsure` means that it is too short, or in a
 * language that we don't know.
 */
export function inEnglish(text: string): 'yes' | 'no' | 'unsure' {
  const letters = (text.match(/\p{L}/gu) ?? []).length
  const latin = (text.match(/[\p{L}&&\p{Script=Latin}]/gv) ?? []).length
  if (letters > 0 && 1 - latin / letters >= FOREIGN_LETTERS) return 'no'
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const english = count(words, 'en')
  const other = Math.max(...OTHERS.map((language) => count(words, language)))
  if (english === 0 && other === 0) return 'unsure'
  return other > english ? 'no' : other === english ? 'unsure' : 'yes'
}
