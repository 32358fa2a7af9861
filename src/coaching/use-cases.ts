import { makePieces } from './evidence/pieces.ts'
import { makeLookUps } from './ladder/look-ups.ts'
import type { NudgeMeJob } from './nudge/nudge-me-port.ts'
import type { NudgeJob } from './nudge/nudge-port.ts'
import { makeNudges } from './nudge/nudges.ts'
import { makeNudgesMe } from './nudge/nudges-me.ts'
import { makeReviews } from './review/reviews.ts'

type Of<Make extends (deps: never) => unknown> = Parameters<Make>[0]

type Deps = Omit<Of<typeof makePieces>, 'forgetNudgeMe'> &
  Of<typeof makeReviews> &
  Of<typeof makeLookUps> &
  Omit<Of<typeof makeNudges>, 'store'> &
  Omit<Of<typeof makeNudgesMe>, 'nudges' | 'messenger'> & {
    readonly nudgeStore: Of<typeof makeNudges>['store']
    readonly nudgeMeStore: Of<typeof makeNudgesMe>['nudges']
    readonly nudgeMeMessenger: Of<typeof makeNudgesMe>['messenger']
  }

/**
 * All that the coach does, a room at a time: `forSlack` as somebody asks for it, `jobs` as the queue brings them, and
 * `nudging` as nudges fall due.
 */
export function makeUseCases(deps: Deps) {
  const nudges = makeNudges({ ...deps, store: deps.nudgeStore })
  const nudgesMe = makeNudgesMe({ ...deps, nudges: deps.nudgeMeStore, messenger: deps.nudgeMeMessenger })
  const { correctReview, jobs } = makeReviews(deps)
  return {
    forSlack: {
      ...makePieces({ ...deps, forgetNudgeMe: nudgesMe.forgetNudgeMe }),
      ...makeLookUps(deps),
      correctReview,
      setNudge: nudges.setNudge,
      setNudgeMe: nudgesMe.setNudgeMe,
      findTopic: nudges.findTopic,
    },
    jobs,
    nudging: {
      look: (job: NudgeJob | NudgeMeJob): Promise<void> =>
        'user' in job ? nudgesMe.sendNudgeMe(job) : nudges.sendNudge(job),
      sweeps: [nudges.sweepNudges, nudgesMe.sweepNudgesMe],
    },
  }
}
