import type { Channel, Nudge } from '../../domain/nudge/nudge.ts'
import { type NudgeCommand, nudgeCommandOf } from '../../domain/nudge/nudge-command.ts'
import type { Owner } from '../../domain/person.ts'
import { makeTurnsByKey } from '../limits.ts'
import type { Ladders, Log } from '../ports.ts'
import { leaveOutWeeks } from './asks/leave-out-weeks.ts'
import { isLive, openLive } from './asks/live-nudge.ts'
import { openForm } from './asks/open-form.ts'
import { pauseNudge } from './asks/pause-nudge.ts'
import { resumeNudge } from './asks/resume-nudge.ts'
import { type SetUp, setUpByWords, setUpNudge } from './asks/set-up-nudge.ts'
import { skipWeek } from './asks/skip-week.ts'
import { stopNudge } from './asks/stop-nudge.ts'
import type { NudgeAnswer } from './nudge-answers.ts'
import type { Asker, NudgeAsk } from './nudge-ask.ts'
import type { ChooseNudge, NudgeNotices, NudgeStore, Zones } from './nudge-port.ts'
import type { ShowNudge } from './show-nudge.ts'

type Deps = {
  readonly store: Pick<NudgeStore, 'nudge' | 'weeks' | 'used' | 'changeNudge'>
  readonly ladders: Ladders
  readonly choose: ChooseNudge
  readonly showNudge: ShowNudge
  readonly notices: NudgeNotices
  readonly zones: Zones
  readonly now: () => Temporal.Instant
  readonly log: Log
}

export type SetNudge = ReturnType<typeof makeSetNudge>

/** Answers what is asked about a live nudge. Null if it was stopped in the meantime. */
const askOfLive = async (deps: Deps, nudge: Nudge, by: Owner, ask: NudgeAsk): Promise<NudgeAnswer | null> => {
  const live = await openLive(deps, nudge)
  switch (ask.kind) {
    case 'skip':
      return skipWeek(deps, live, by, null)
    case 'skip-week':
      return skipWeek(deps, live, by, ask.week)
    case 'pause':
      return pauseNudge(deps, live, by, ask.until)
    case 'resume':
      return resumeNudge(deps, live, by)
    case 'leave-out':
    case 'include':
      return leaveOutWeeks(deps, live, by, ask)
    case 'preview':
      return deps.showNudge(nudge, (shown) => ({ kind: 'preview', nudge: shown }))
    default:
      return deps.showNudge(nudge)
  }
}

const askInTurn = async (deps: Deps, channel: Channel, owner: Owner, ask: NudgeAsk): Promise<NudgeAnswer> => {
  if (ask.kind === 'unclear') return { kind: 'unclear', command: ask, channel: channel.channel }
  if (ask.kind === 'form') return openForm(deps, channel, owner)
  if (ask.kind === 'set') return setUpByWords(deps, channel, owner, ask)
  const nudge = await deps.store.nudge(channel)
  if (ask.kind === 'open' && !isLive(nudge)) return openForm(deps, channel, owner)
  if (ask.kind === 'stop') return stopNudge(deps, channel, nudge, owner)
  const answer = isLive(nudge) ? await askOfLive(deps, nudge, owner, ask) : null
  return answer ?? { kind: 'none', channel: channel.channel }
}

/**
 * Sets up, shows and changes the nudge of a channel. The channel gets one line that says who did it. That line also
 * shows whether the coach can post there, without a scope to look into channels. It is sent before anything is set up.
 * If Slack does not accept it, nothing is set up.
 */
export function makeSetNudge(deps: Deps) {
  const { store, ladders, zones, now } = deps
  const inTurn = makeTurnsByKey()

  return {
    /** What the words after `/ladder nudge` ask for, with "today" as in the person's own zone. */
    read: async (owner: Owner, text: string): Promise<NudgeCommand> => {
      const zone = text.trim() === '' ? null : await zones.of(owner).catch(() => null)
      const today = now()
        .toZonedDateTimeISO(zone ?? 'UTC')
        .toPlainDate()
      return nudgeCommandOf(text, { ladders: ladders.shelf().all, today })
    },

    /** Does what was typed in a channel. */
    ask: async ({ owner, channel }: Asker, ask: NudgeAsk): Promise<NudgeAnswer> => {
      if (channel === null) return { kind: 'no-channel' }
      return inTurn(`${owner.team} ${channel}`, () =>
        askInTurn(deps, { team: owner.team, channel }, owner, ask),
      )
    },

    /**
     * Does what a button about `channel` asks. The button only works in that channel and, in a DM, for the person who
     * set the nudge up, because it was sent to them.
     */
    press: async (asker: Asker, channel: string, ask: NudgeAsk): Promise<NudgeAnswer> => {
      const { team, user } = asker.owner
      const mine =
        asker.channel === null
          ? (await store.nudge({ team, channel }))?.setUpBy === user
          : asker.channel === channel
      if (!mine) return { kind: 'elsewhere' }
      return inTurn(`${team} ${channel}`, () => askInTurn(deps, { team, channel }, asker.owner, ask))
    },

    /** Sets up what was chosen in the form for a channel. */
    fromForm: (owner: Owner, channel: string, chosen: SetUp): Promise<NudgeAnswer> =>
      inTurn(`${owner.team} ${channel}`, () =>
        setUpNudge(deps, { team: owner.team, channel }, owner, chosen),
      ),
  }
}
