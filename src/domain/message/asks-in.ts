import { tellsOfOwnDeed } from '../evidence/deeds.ts'
import { sentencesIn } from '../text/sentences.ts'

/** The sentences of a message that describe no deed of the writer's, such as a question after one. Null if all do. */
export function asksIn(text: string): string | null {
  const asks = text
    .split('\n')
    .flatMap(sentencesIn)
    .filter((sentence) => !tellsOfOwnDeed(sentence))
  return asks.length > 0 ? asks.join('\n') : null
}
