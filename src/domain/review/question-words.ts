import type { Question } from './review.ts'

/**
 * The offline reader's questions. They are here and not with the views, because what was asked decides what a reply
 * means.
 */
export const QUESTION_WORDS: Readonly<Record<Exclude<Question['kind'], 'written'>, string>> = {
  'own-part': 'Which part of this was yours?',
  result: 'What changed because of this, and how do you know?',
  artefact: 'What could someone open to see this? A document, a pull request, a dashboard?',
  'what-happened': 'What happened, and what did you do yourself?',
}

/** A question as the person reads it. */
export function wordsOfQuestion(question: Question): string {
  return question.kind === 'written' ? question.text : QUESTION_WORDS[question.kind]
}
