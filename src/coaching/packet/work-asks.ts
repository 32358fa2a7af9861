import { standingLadder } from '../../domain/ladder/goal.ts'
import type { Competency, Ladder } from '../../domain/ladder/ladder.ts'
import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { boundAt } from '../../domain/nudge/questions/nudge-bound.ts'
import { ownQuestionsOf, templatesOf } from '../../domain/nudge/questions/nudge-questions.ts'
import { type Coverage, coverageOf } from '../../domain/packet/coverage.ts'
import { type Move, movesBetween } from '../../domain/packet/work-session/moves.ts'
import { type AskedWith, nextWork, type WorkAsk } from '../../domain/packet/work-session/next-work.ts'
import { answersIn, type WorkEnd, type WorkSession } from '../../domain/packet/work-session/session.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { Ladders } from '../ports.ts'
import type { Reply } from '../replies.ts'
import type { CoverageStore } from './coverage-store.ts'

type Deps = {
  readonly store: Pick<GoalStore, 'goal'> & Pick<CoverageStore, 'shownRows'>
  readonly ladders: Ladders
  /** The questions from their files as they are at this moment. */
  readonly questions: () => Promise<NudgeQuestions>
  readonly now: () => Temporal.Instant
}

/** A goal that its ladder still has. */
type Standing = { readonly ladder: Ladder; readonly goal: Goal }

/** What a person can be asked about their packet, and what their answers changed. */
export function makeWorkAsks({ store, ladders, questions, now }: Deps) {
  const today = (): Temporal.PlainDate => now().toZonedDateTimeISO('UTC').toPlainDate()

  const standingOf = async (owner: Owner): Promise<Standing | null> => {
    const goal = await store.goal(owner)
    const ladder = standingLadder(ladders.shelf(), goal)
    return goal && ladder ? { ladder, goal } : null
  }

  const coverage = async (
    owner: Owner,
    { ladder, goal }: Standing,
    without?: readonly string[],
  ): Promise<Coverage> => coverageOf(ladder, goal, await store.shownRows(owner, goal, without), today())

  /** What pieces changed, as if those of `later` had not come. */
  const movedBy = async (
    owner: Owner,
    standing: Standing,
    pieces: readonly string[],
    later: readonly string[] = [],
  ): Promise<Move[]> => {
    if (pieces.length === 0) return []
    const [before, after] = await Promise.all([
      coverage(owner, standing, [...pieces, ...later]),
      coverage(owner, standing, later),
    ])
    return [...movesBetween(before, after)]
  }

  const askNext = async (
    owner: Owner,
    standing: Standing,
    asked: readonly string[],
  ): Promise<WorkAsk | null> => {
    const all = await questions()
    const { ladder, goal } = standing
    /** The questions that are bound to a sentence; else all about its competency; else those for any. */
    const questionsFor = (competency: Competency, sentence: string): readonly AskedWith[] => {
      const own = ownQuestionsOf(ladder, competency, all)
      const bound = own.filter((one) => boundAt(ladder, competency, one, goal.target)?.text === sentence)
      const [some] = [bound, own, templatesOf(competency, all)].filter(({ length }) => length > 0)
      return (some ?? []).map(({ text, example = null }) => ({ text, example }))
    }
    return nextWork({
      ...standing,
      coverage: await coverage(owner, standing),
      asked,
      questions: questionsFor,
    })
  }

  /** What comes after the questions of a session: another one, or its end. */
  const nextOf = async (owner: Owner, { ladder, target, turns }: WorkSession): Promise<WorkAsk | WorkEnd> => {
    const standing = await standingOf(owner)
    if (standing?.goal.ladder !== ladder || standing.goal.target !== target) return 'goal'
    const asked = turns.map(({ competency }) => competency.id)
    return (await askNext(owner, standing, asked)) ?? 'all'
  }

  const closing = async (owner: Owner, session: WorkSession): Promise<Reply> => {
    const why = session.ended ?? 'stopped'
    const standing = why === 'goal' ? null : await standingOf(owner)
    const answers = answersIn(session)
    return {
      kind: 'work-ended',
      part: 'end',
      why,
      target: session.target,
      moves: standing ? await movedBy(owner, standing, answers) : [],
      answers: answers.length,
    }
  }

  return { standingOf, movedBy, askNext, nextOf, closing }
}
