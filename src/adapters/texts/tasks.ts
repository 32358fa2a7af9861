import type { NamedMembers, Unfinished, Words } from '../../coaching/texts-port.ts'
import type { CaseContext, CaseSentence } from '../../domain/check/case/told.ts'
import type { CheckContext } from '../../domain/check/check-finding.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import type { Ladder } from '../../domain/ladder/ladder.ts'
import type { PacketInput } from '../../domain/packet/build-packet.ts'
import type { Packet } from '../../domain/packet/packet.ts'
import type { Goal } from '../../domain/person.ts'
import type { ReplyState } from '../../domain/review/decide-reply.ts'
import type { Quoted } from '../../domain/review/quotes.ts'
import type { Answer } from '../../domain/review/review.ts'

/** The first task of a kind loads what it needs, so a worker that removes secrets loads no names or themes. */
const reading = () => import('./reading.ts')
const secrets = () => import('../secrets/secrets.ts')

/** All tasks of a worker, by name. Each result depends only on the arguments. */
export const tasks = {
  /** Loads what the other tasks need, so that nobody waits for it. */
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
  packet: async (input: PacketInput) => (await reading()).buildPacket(input),
  checkCase: async (sentences: readonly CaseSentence[], context: CaseContext) =>
    (await reading()).checkCase(sentences, context),
  objections: async (packet: Packet) => (await reading()).objectionsOf(packet),
}

export type Tasks = typeof tasks

/** Loads what a task needs. `load` says itself what that is. */
export async function loadFor(task: string): Promise<void> {
  if (task === 'load') return
  await (task === 'takeSecrets' ? secrets() : reading())
}
