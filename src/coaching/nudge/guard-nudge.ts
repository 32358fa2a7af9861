import { mayChangeChannel } from '../../domain/visitor.ts'
import type { Directory } from '../ports.ts'
import type { NudgeAnswer } from './nudge-answers.ts'
import type { NudgeAsk } from './nudge-ask.ts'
import type { SetNudge } from './set-nudge.ts'

/**
 * Requests that only show something. `open` also only shows, unless there is no nudge yet: then its answer is the form.
 */
const SHOWS = new Set<NudgeAsk['kind']>(['open', 'show', 'preview', 'unclear'])

/**
 * Lets only members set up and change a channel's nudge. Guests and bots may look at it. The check comes before the
 * work, and nothing is done if Slack can't say who asks.
 */
export function guardNudge(setNudge: SetNudge, members: Directory): SetNudge {
  const refusal = async (user: string): Promise<NudgeAnswer | null> => {
    const may = mayChangeChannel(await members.of(user))
    return may === 'yes' ? null : { kind: may === 'no' ? 'members-only' : 'who' }
  }
  const guarded = async (
    user: string,
    ask: NudgeAsk,
    work: () => Promise<NudgeAnswer>,
  ): Promise<NudgeAnswer> => {
    if (!SHOWS.has(ask.kind)) return (await refusal(user)) ?? work()
    const answer = await work()
    if (answer.kind === 'form') return (await refusal(user)) ?? answer
    // Guests see the nudge, but not what came of it.
    return answer.kind === 'shown' && answer.nudge.counts && (await refusal(user))
      ? { ...answer, nudge: { ...answer.nudge, counts: null } }
      : answer
  }
  return {
    read: setNudge.read,
    ask: (asker, ask) => guarded(asker.owner.user, ask, () => setNudge.ask(asker, ask)),
    press: (asker, channel, ask) => guarded(asker.owner.user, ask, () => setNudge.press(asker, channel, ask)),
    fromForm: async (owner, channel, chosen) =>
      (await refusal(owner.user)) ?? setNudge.fromForm(owner, channel, chosen),
  }
}
