import { tasks } from '../../src/adapters/texts/tasks.ts'
import type { Texts } from '../../src/coaching/texts-port.ts'

/** The work on texts in this thread, without workers or limits. */
export const textsHere: Texts = {
  maskWords: (_, words, people) => tasks.maskWords(words, people),
  readOffline: (_, words, people, ladder, goal) => tasks.readOffline(words, people, ladder, goal),
  checkAnswer: (_, answer, context) => tasks.checkAnswer(answer, context),
  finishReview: (_, unfinished) => tasks.finishReview(unfinished),
  quote: (_, evidence, review) => tasks.quote(evidence, review),
  decideReply: (_, state) => tasks.decideReply(state),
  checkCase: (_, sentences, context) => tasks.checkCase(sentences, context),
  packet: (_, input) => tasks.packet(input),
  objections: (_, packet) => tasks.objections(packet),
}
