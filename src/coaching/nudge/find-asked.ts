import { tellsOfOwnDeed } from '../../domain/evidence/deeds.ts'
import type { About, NudgeAnswered } from '../../domain/evidence/support/about.ts'
import {
  type Competency,
  competenciesOf,
  type Ladder,
  ladderOf,
  neighbourLevel,
} from '../../domain/ladder/ladder.ts'
import { decideMessage } from '../../domain/message/decide-message.ts'
import type { Channel, NudgeText } from '../../domain/nudge/nudge.ts'
import { asAsked } from '../../domain/nudge/questions/nudge-period.ts'
import { instantOfTs } from '../instant-of-ts.ts'
import type { Ladders } from '../ports.ts'
import type { NudgeStore } from './nudge-port.ts'

/** What a post of a nudge asked, in the ladders as they are now. */
export type NudgeAsked = {
  readonly ladder: Ladder
  /** Null if the question is about no competency. */
  readonly competency: Competency | null
  readonly nudge: NudgeAnswered
}

/** What somebody told the coach in the thread of a nudge. */
export type NudgeTold = NudgeAsked & {
  /** True if it answers the question, false if it may. Null if it is talk. */
  readonly sure: boolean | null
}

type Deps = { readonly store: Pick<NudgeStore, 'saidAt'>; readonly ladders: Ladders }

export type FindAsked = ReturnType<typeof makeFindAsked>

/** The levels to read an answer against: those that are quoted, or the quoted one and the one below it. */
const levelsOf = (ladder: Ladder, levels: readonly string[]): [string, string] | null => {
  const [first, second] = levels
  const upper = second ?? first
  const lower = second === undefined ? upper && neighbourLevel(ladder, upper, -1)?.id : first
  return lower && upper && lower !== upper ? [lower, upper] : null
}

/** Words of a person about their own work. */
const FIRST_PERSON = /\b(?:I|we|my|our|I['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))\b/i

/** True if words end as a statement of a person about their work, whatever they ask before that. */
const states = (text: string): boolean => !/\?[\s)"”]*$/.test(text)

/** Whether words in the thread of a nudge answer its question. `ask` is a question or a command to the coach. */
const readIn = (question: string, text: string): NudgeTold['sure'] | 'ask' => {
  const { intent, keep } = decideMessage({ place: 'nudge-thread', asked: question, text })
  if (keep === true) return true
  if (keep === 'ask') return states(text) && FIRST_PERSON.test(text)
  const deed = states(text) && tellsOfOwnDeed(text)
  if (intent === 'question' || intent === 'command') return deed ? false : 'ask'
  return deed ? true : null
}

/** What goes with an answer. Null if its question is about no competency. */
export function aboutOf({ ladder, competency, nudge }: NudgeAsked): About | null {
  return competency && { ladder: ladder.id, competency: competency.id, nudge }
}

/** Finds what a nudge in a channel asked, by Slack's ts of its post: Slack does not say which post became of which. */
export function makeFindAsked({ store, ladders }: Deps) {
  const now = (said: NudgeText): NudgeAsked | null => {
    const { ladder: id, competency, question, levels } = asAsked(said)
    const ladder = ladderOf(ladders.shelf(), id)
    const found = ladder && competenciesOf(ladder).find((one) => one.id === competency)
    if (!ladder || (competency !== null && !found)) return null
    const read = levelsOf(ladder, levels)
    return { ladder, competency: found ?? null, nudge: { question, ...(read ? { levels: read } : {}) } }
  }
  const asked = async (channel: Channel, postTs: string): Promise<NudgeAsked | null> => {
    const at = instantOfTs(postTs)
    const said = at && (await store.saidAt(channel, at))
    return said && now(said)
  }
  return {
    /** Null if no nudge was posted in this channel at that time, or what it is about no longer exists. */
    asked,
    /** The same for words in its thread. Null if they are a question or a command to the coach. */
    told: async (channel: Channel, threadTs: string, text: string): Promise<NudgeTold | null> => {
      const found = await asked(channel, threadTs)
      const sure = found && readIn(found.nudge.question, text)
      return found === null || sure === 'ask' ? null : { ...found, sure }
    },
  }
}
