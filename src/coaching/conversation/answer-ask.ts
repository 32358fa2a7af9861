import { ladderOf } from '../../domain/ladder/ladder.ts'
import { isShown } from '../../domain/ladder/ladder-view.ts'
import type { Owner } from '../../domain/person.ts'
import type { Reply } from '../replies.ts'
import { answerCommand } from './answer-command.ts'
import { answerList, answerProgress, answerReview, answerSay, goalAsked } from './answer-own.ts'
import type { AskDeps, AskedBy } from './ask-deps.ts'

/** The ladder's own sentences. It only looks things up: only the button sets a goal. */
const answerLadder = async (deps: AskDeps, { owner }: AskedBy, text: string): Promise<Reply | null> => {
  if (/\bgoal\b/i.test(text)) return null
  const answer = await deps.lookUpLadder(owner, text)
  if (answer.kind === 'goal-needed') return goalAsked(answer.shelf)
  if (answer.kind !== 'ladder') return null
  const { lookup, ladder, shelf, home, exact, sure, page } = answer
  const source = { ladder, shelf, home, exact, sure, page }
  return isShown(lookup) || lookup.kind === 'choose' || lookup.kind === 'unknown'
    ? { kind: 'looked-up', source, found: lookup }
    : null
}

const notKnown = async ({ store, ladders }: AskDeps, owner: Owner): Promise<Reply> => {
  const shelf = ladders.shelf()
  const [goal, { reviews }] = await Promise.all([store.goal(owner), store.kept(owner)])
  const ladder = (goal ? ladderOf(shelf, goal.ladder) : undefined) ?? shelf.standard ?? shelf.all[0]!
  return { kind: 'not-known', heard: 'question', ladder, goal, hasEntries: reviews > 0 }
}

const aboutCoach = async (
  { store, ladders, hasModel }: AskDeps,
  { owner, ask }: AskedBy & { readonly ask: { kind: 'coach' } },
): Promise<Reply> => {
  const shelf = ladders.shelf()
  const goal = await store.goal(owner)
  const ladder = (goal ? ladderOf(shelf, goal.ladder) : undefined) ?? shelf.standard ?? shelf.all[0]!
  return { kind: 'about-coach', topic: ask.topic, hasModel, sustainedMonths: ladder.sustainedMonths }
}

const answer = async (deps: AskDeps, asked: AskedBy): Promise<Reply> => {
  const { owner, ask } = asked
  switch (ask.kind) {
    case 'progress':
      return answerProgress(deps, asked, ask)
    case 'ladder':
      return (await answerLadder(deps, asked, ask.text)) ?? notKnown(deps, owner)
    case 'review':
      return answerReview(deps, asked, ask)
    case 'say':
      return answerSay(deps, asked, ask)
    case 'list':
      return answerList(deps, asked, ask)
    case 'coach':
      return aboutCoach(deps, { ...asked, ask })
    case 'help':
      return { kind: 'small-talk', talk: 'help', hasGoal: (await deps.store.goal(owner)) !== null }
    case 'command':
      return answerCommand(deps, asked, ask.command)
    case 'unknown':
      return notKnown(deps, owner)
  }
}

/**
 * Answers a question or a command from what is known: the person's own reviews, the ladder, and what the coach does
 * with their words. It reads only. What changes something becomes a button for its owner.
 */
export function makeAnswerAsk(deps: AskDeps) {
  return async (asked: AskedBy): Promise<Reply> => {
    const reply = await answer(deps, asked)
    // Replies in one thread are told apart by the position of what they answer.
    return asked.part === undefined ? reply : ({ ...reply, part: asked.part } as Reply)
  }
}
