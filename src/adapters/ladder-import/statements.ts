import { sentencesIn } from '../../domain/text/sentences.ts'
import type { Written } from './write-ladder.ts'

/** True for a text that can be a sentence. Numbers, links and single words are not. */
export function isStatement(text: string): boolean {
  return text.split(/\s+/).length > 2 || /[.!?。]$/.test(text)
}

/** True for a text that is rather a sentence than a name. */
export function isSentence(text: string): boolean {
  return text.split(' ').length > 3 || /[.!?;]$/.test(text)
}

/** How much a reading explains: the sentences that are in cells of its ladders, and the words in them. */
export function explainedIn(ladders: readonly Written[]): { sentences: number; words: number } {
  const said = new Set(
    ladders.flatMap(({ cells }) =>
      cells.flatMap(({ bullets }) => bullets.flatMap((text) => sentencesIn(text))),
    ),
  )
  return { sentences: [...said].filter(isStatement).length, words: [...said].join(' ').split(/\s+/).length }
}
