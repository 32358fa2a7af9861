import { CoachError } from '../../../domain/coach-error.ts'
import type { Presence } from '../../presence-port.ts'
import type { ReplyThread } from '../../replies.ts'

type Deps = {
  readonly presence: Presence
  /** Without a model, a reading is over before anybody could stop it. */
  readonly hasModel: boolean
}

export type Readings = ReturnType<typeof makeReadings>

const keyOf = ({ owner: { team, user }, channel, threadTs }: ReplyThread): string =>
  JSON.stringify([team, user, channel, threadTs])

/** What a model reads in this process, by thread, so that its owner can see it and stop it. */
export function makeReadings({ presence, hasModel }: Deps) {
  const running = new Map<string, Set<AbortController>>()

  return {
    /** Runs a reading, and shows it. `stopped` aborts with CoachError `reading-stopped`. */
    run: async <T>(place: ReplyThread, read: (stopped: AbortSignal) => Promise<T>): Promise<T> => {
      const stop = new AbortController()
      if (!hasModel) return read(stop.signal)
      const key = keyOf(place)
      const here = running.get(key) ?? new Set()
      running.set(key, here.add(stop))
      presence.busy(place)
      try {
        return await read(stop.signal)
      } finally {
        here.delete(stop)
        if (here.size === 0) {
          running.delete(key)
          presence.idle(place)
        }
      }
    },

    /** Stops what is read in a thread. */
    stop: (place: ReplyThread): void => {
      const here = running.get(keyOf(place))
      // Slack shows the button until it is told otherwise, for example after a crash.
      if (here === undefined) presence.idle(place)
      for (const one of here ?? []) one.abort(new CoachError('reading-stopped', 'Its owner stopped it'))
    },
  }
}
