import {
  askedOf,
  type Competency,
  competenciesOf,
  type Expectation,
  type Ladder,
  type Level,
} from '../../ladder/ladder.ts'
import { likeness } from '../../text/likeness.ts'
import { onceFor } from '../../text/once-for.ts'
import { plain } from '../../text/plain.ts'
import type { NudgeQuestion } from '../nudge.ts'
import { type Place, showsStep, statesLack } from './nudge-steps.ts'

/** A sentence of a ladder, and the level that has it. */
type Quoted = { readonly level: Level; readonly expectation: Expectation }

/**
 * What is wrong with a sentence that a question is for. `gone`: the competency has no such sentence. `order`: its level
 * is not above the level of the sentence before it. `lack`: it states a lack. `same`: none of the question's sentences
 * asks more than the one before it.
 */
export type BindingProblem = {
  /** Which of the question's sentences, from 0. */
  readonly at: number
  readonly wrong: 'gone' | 'order' | 'lack' | 'same'
  /** The sentence of the competency that is most like it, with its level: "L2: Pays attention to detail." */
  readonly nearest: string | null
}

/** All sentences of a competency, lowest level first, with their words as they are compared. */
const sentencesOfLadder = onceFor(
  (ladder: Ladder) =>
    new Map(
      competenciesOf(ladder).map(({ id }) => [
        id,
        ladder.levels.flatMap((level) =>
          askedOf(ladder, level.id, id).map((expectation) => ({
            level,
            expectation,
            words: plain(expectation.text),
          })),
        ),
      ]),
    ),
)

const sentencesAt = (ladder: Ladder, { id }: Competency): readonly (Quoted & { readonly words: string })[] =>
  sentencesOfLadder(ladder).get(id) ?? []

/** The level that a sentence names before a colon, and the words after it. */
const levelled = (
  ladder: Ladder,
  written: string,
): { readonly level: Level; readonly text: string } | null => {
  const colon = written.indexOf(': ')
  const name = plain(written.slice(0, Math.max(0, colon)))
  const level = ladder.levels.find(
    ({ id, title }) => name !== '' && (plain(id) === name || plain(title) === name),
  )
  return level ? { level, text: written.slice(colon + 2) } : null
}

/** Where the ladder has a sentence as its owner wrote it, lowest level first. */
const found = (ladder: Ladder, competency: Competency, written: string): readonly Quoted[] => {
  const same = (text: string): readonly Quoted[] => {
    const words = plain(text)
    return sentencesAt(ladder, competency).filter((one) => one.words === words)
  }
  const whole = same(written)
  const named = levelled(ladder, written)
  return whole.length > 0 || named === null
    ? whole
    : same(named.text).filter(({ level }) => level.id === named.level.id)
}

/** Each sentence of a question in the ladder as it is now, or what is wrong with it. */
const readBinding = (
  ladder: Ladder,
  competency: Competency,
  { sentences }: NudgeQuestion,
): readonly (Quoted | 'gone' | 'order' | 'lack')[] => {
  const rank = ({ level }: Quoted): number => ladder.levels.indexOf(level)
  let last = -1
  return sentences.map((written) => {
    const places = found(ladder, competency, written)
    if (places.length === 0) return 'gone'
    const next = places.find((one) => rank(one) > last)
    if (next === undefined) return 'order'
    last = rank(next)
    return statesLack(next.expectation.text) ? 'lack' : next
  })
}

const isQuoted = (one: Quoted | string | undefined): one is Quoted => typeof one === 'object'

/** The sentences of one question, as a channel can be shown them: a single one, or two that follow each other. */
export function boundPlaces(
  ladder: Ladder,
  competency: Competency,
  question: NudgeQuestion,
): readonly Place[] {
  const read = readBinding(ladder, competency, question)
  if (read.length === 1)
    return read
      .filter(isQuoted)
      .map((one) => ({ levels: [one.level.id], expectations: [one.expectation.id] }))
  return read.slice(1).flatMap((upper, nth): Place[] => {
    const lower = read[nth]
    if (!isQuoted(lower) || !isQuoted(upper)) return []
    if (!showsStep(ladder, lower.level, upper.level, upper.expectation)) return []
    return [
      {
        levels: [lower.level.id, upper.level.id],
        expectations: [lower.expectation.id, upper.expectation.id],
      },
    ]
  })
}

/**
 * The sentence of a level that a question asks for, if there is one. The first of several is only what the next one
 * grows from.
 */
export function boundAt(
  ladder: Ladder,
  competency: Competency,
  question: NudgeQuestion,
  level: string,
): Expectation | undefined {
  const read = readBinding(ladder, competency, question)
  return read
    .slice(read.length > 1 ? 1 : 0)
    .filter(isQuoted)
    .find((one) => one.level.id === level)?.expectation
}

/** The highest sentence of a question that these levels have, alone, for a competency without a step. */
export function boundAlone(ladder: Ladder, competency: Competency, question: NudgeQuestion): Place | null {
  const highest = readBinding(ladder, competency, question).filter(isQuoted).at(-1)
  return highest ? { levels: [highest.level.id], expectations: [highest.expectation.id] } : null
}

const wordsIn = (text: string): string[] => plain(text).split(' ')

/** What has to be mended in the sentences of a question, so that it is asked with each of them. */
export function bindingProblems(
  ladder: Ladder,
  competency: Competency,
  question: NudgeQuestion,
): readonly BindingProblem[] {
  const all = sentencesAt(ladder, competency)
  const nearestTo = (written: string): string | null => {
    const words = wordsIn(levelled(ladder, written)?.text ?? written)
    const [nearest] = all
      .map(({ level, expectation: { text } }) => ({ level, text, like: likeness(words, wordsIn(text)) }))
      .sort((a, b) => b.like - a.like)
    return nearest && nearest.like > 0 ? `${nearest.level.id}: ${nearest.text}` : null
  }
  const read = readBinding(ladder, competency, question)
  const problems = read.flatMap((one, at): BindingProblem[] =>
    isQuoted(one)
      ? []
      : [{ at, wrong: one, nearest: one === 'gone' ? nearestTo(question.sentences[at]!) : null }],
  )
  const isSame =
    read.length > 0 && problems.length === 0 && boundPlaces(ladder, competency, question).length === 0
  return isSame ? [{ at: read.length - 1, wrong: 'same', nearest: null }] : problems
}
