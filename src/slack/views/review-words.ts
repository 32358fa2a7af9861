import type { NextStep, Quality, Question, Status } from '../../domain/review.ts'

const MARKS: Readonly<Record<Status, string>> = {
  evidenced: '● evidenced',
  partly: '◐ partly',
  'not yet': '○ not yet',
}

/** A status with a mark for the eye; the word is what counts. */
export const statusMark = (status: Status): string => MARKS[status]

/** What makes these words strong or thin as evidence, in one sentence each. */
export const qualityWords = ({ part, result, number, artefact }: Quality): string => {
  const strong = [
    ...(part === 'own' ? ['your own part'] : []),
    ...(result ? ['a result'] : []),
    ...(number ? ['a number'] : []),
    ...(artefact ? ['something that can be opened'] : []),
  ]
  const thin = [
    ...(part === 'own' ? [] : [part === 'team' ? 'what you yourself did (it says "we")' : 'who did it']),
    ...(result ? [] : ['what changed because of it']),
    ...(artefact ? [] : ['a link to something that shows it']),
  ]
  const list = (items: string[]): string =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
  return [
    ...(strong.length > 0 ? [`As evidence it gives ${list(strong)}.`] : []),
    ...(thin.length > 0 ? [`It would be stronger with ${list(thin)}.`] : []),
  ].join(' ')
}

const QUESTIONS: Readonly<Record<Exclude<Question['kind'], 'written'>, string>> = {
  'own-part': 'What was your own part in this?',
  result: 'What changed because of this, and how could one tell?',
  artefact: 'What could someone open to see this: a document, a change, a dashboard?',
  'what-happened': 'What happened here, step by step, and what did you do yourself?',
}

/** The offline reader's questions; the words that one is about are quoted under it. */
export const questionWords = (kind: Exclude<Question['kind'], 'written'>): string => QUESTIONS[kind]

const STEPS: Readonly<Record<Exclude<NextStep['kind'], 'written'>, string>> = {
  'own-part': 'Write down which part was yours: the decision, the change, the conversation you led.',
  result: 'Add what changed, with a before and an after, or say that it is an estimate.',
  artefact: 'Link one thing that a stranger could open to see it.',
}

/** The offline reader's next steps. */
export const stepWords = (kind: Exclude<NextStep['kind'], 'written'>): string => STEPS[kind]
