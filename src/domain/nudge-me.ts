import {
  type Competency,
  competenciesOf,
  type Expectation,
  type Ladder,
  rowOf,
  saidAtCurrent,
} from './ladder.ts'
import type { NudgeQuestions } from './nudge.ts'
import { questionsOf } from './nudge-questions.ts'
import { nextInTurn } from './nudge-text.ts'
import type { Goal } from './person.ts'

/** What a nudge of one's own asks about: one competency of one's goal, what the target level says of it, a question. */
export type OwnNudge = {
  readonly competency: Competency
  /** A sentence of the target level that the current one does not have, where there is one. */
  readonly expectation: Expectation
  readonly question: string
}

/** What an earlier nudge of one's own asked. */
export type OwnAsked = { readonly competency: string; readonly question: string }

/**
 * The next nudge of one's own: the competency of the goal with the fewest pieces of evidence (`pieces` by
 * competency id), those asked about longest ago first, and a question that had no turn yet. `seed` is the person's
 * id, `asked` what came before, oldest first. null: the target level says nothing.
 */
export const ownNudgeOf = (given: {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly questions: NudgeQuestions
  readonly pieces: ReadonlyMap<string, number>
  readonly asked: readonly OwnAsked[]
  readonly seed: string
}): OwnNudge | null => {
  const { ladder, goal, questions, pieces, asked, seed } = given
  const all = competenciesOf(ladder).filter(({ id }) => rowOf(ladder, goal.target, id).length > 0)
  const count = ({ id }: Competency): number => pieces.get(id) ?? 0
  const fewest = Math.min(...all.map(count))
  const competency = nextInTurn(
    all.filter((one) => count(one) === fewest),
    ({ id }) => id,
    asked.map((one) => one.competency),
    seed,
  )
  if (!competency) return null
  const row = rowOf(ladder, goal.target, competency.id)
  const before = asked.filter((one) => one.competency === competency.id)
  const question = nextInTurn(
    questionsOf(ladder, competency, questions),
    (one) => one,
    before.map((one) => one.question),
    `${seed} ${competency.id}`,
  )!
  const added = row.filter(({ id }) => !saidAtCurrent(ladder, goal, id))
  const from = added.length > 0 ? added : row
  return { competency, expectation: from[before.length % from.length]!, question }
}
