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

type Deps = { readonly store: Pick<NudgeStore, 'saidAt'>; readonly ladders: Ladders }

export type FindAsked = ReturnType<typeof makeFindAsked>

/** The levels to read an answer against: those that are quoted, or the quoted one and the one below it. */
const levelsOf = (ladder: Ladder, levels: readonly string[]): [string, string] | null => {
  const [first, second] = levels
  const upper = second ?? first
  const lower = second === undefined ? upper && neighbourLevel(ladder, upper, -1)?.id : first
  return lower && upper && lower !== upper ? [lower, upper] : null
}

/** What goes with an answer. Null if its question is about no competency. */
export function aboutOf({ ladder, competency, nudge }: NudgeAsked): About | null {
  return competency && { ladder: ladder.id, competency: competency.id, nudge }
}

/** Finds what a nudge in a channel asked, by Slack's ts of its post: Slack does not say which post became of which. */
export function makeFindAsked({ store, ladders }: Deps) {
  const now = ({ ladder: id, competency, question, levels }: NudgeText): NudgeAsked | null => {
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
    /**
     * The same for words in its thread that answer it, or with `sure: false` may. Null if they don't: a question to the
     * coach, or talk.
     */
    answered: async (
      channel: Channel,
      threadTs: string,
      text: string,
    ): Promise<(NudgeAsked & { readonly sure: boolean }) | null> => {
      const found = await asked(channel, threadTs)
      if (found === null) return null
      const { keep } = decideMessage({ place: 'nudge-thread', asked: found.nudge.question, text })
      return keep === false ? null : { ...found, sure: keep === true }
    },
  }
}
