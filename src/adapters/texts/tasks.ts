import type { NamedMembers, Unfinished, Words } from '../../coaching/texts-port.ts'
import type { CheckContext } from '../../domain/check/check-finding.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import type { ReplyState } from '../../domain/review/decide-reply.ts'
import type { Quoted } from '../../domain/review/quotes.ts'
import type { Answer } from '../../domain/review/review.ts'

/** What a task needs is loaded with the first of its kind: a worker that takes secrets knows no names and no themes. */
const reading = () => import('./reading.ts')
const secrets = () => import('../secrets/secrets.ts')

/** All that a worker can be asked to do, by name. Each is a pure function of what it is given. */
export const tasks = {
  /** Loads what the others need, so that nobody waits for it. */
  load: async (what: 'reading' | 'secrets'): Promise<null> => {
    await (what === 'reading' ? reading() : secrets())
    return null
  },
  takeSecrets: async (text: string) => (await secrets()).makeSecretRules().take(text),
  maskWords: async (words: Words, people: NamedMembers) => (await reading()).maskWords(words, people),
  readOffline: async (words: Words, people: NamedMembers, ladder: Ladder, goal: Goal) =>
    (await reading()).readOffline(words, people, ladder, goal),
  checkAnswer: async (answer: Answer, context: CheckContext) =>
    (await reading()).checkAnswer(answer, context),
  finishReview: async (unfinished: Unfinished) => (await reading()).finishReview(unfinished),
  quote: async (evidence: Pick<Evidence, 'parts'>, review: Quoted) =>
    (await reading()).quotesOf(evidence, review),
  decideReply: async (state: ReplyState) => (await reading()).decideReply(state),
}

export type Tasks = typeof tasks
