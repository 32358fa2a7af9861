import { makePieces } from './evidence/pieces.ts'
import { makeLookUpLadder } from './ladder/look-up-ladder.ts'
import { makeTellLadderChange } from './ladder/tell-ladder-change.ts'
import { makeNudges } from './nudge/nudges.ts'
import { makeNudgesMe } from './nudge/nudges-me.ts'
import { makeCorrectReview } from './review/correct-review.ts'
import { makeJobs } from './review/jobs.ts'

type Of<Make extends (deps: never) => unknown> = Parameters<Make>[0]

type Deps = Omit<Of<typeof makePieces>, 'forgetNudgeMe'> &
  Omit<Of<typeof makeJobs>, 'correctReview'> &
  Omit<Of<typeof makeCorrectReview>, 'log'> &
  Pick<Of<typeof makeNudges>, 'questions' | 'scheduler' | 'notices' | 'zones' | 'members' | 'metrics'> & {
    readonly store: Of<typeof makeNudgesMe>['store'] & Of<typeof makeLookUpLadder>['store']
    readonly nudgeStore: Of<typeof makeNudges>['store']
    readonly nudgeMeStore: Of<typeof makeNudgesMe>['nudges']
    readonly nudgesMessenger: Of<typeof makeNudgesMe>['messenger']
  }

/** All that the coach does: `forSlack` as somebody asks for it, the rest as its time comes. */
export const makeUseCases = (deps: Deps) => {
  const { store, ladders, questions, metrics, now, logOf } = deps
  const asking = { ladders, questions, metrics, now, logOf }
  const nudges = makeNudges({
    ...asking,
    store: deps.nudgeStore,
    scheduler: deps.scheduler,
    notices: deps.notices,
    zones: deps.zones,
    members: deps.members,
  })
  const nudgesMe = makeNudgesMe({
    ...asking,
    store,
    nudges: deps.nudgeMeStore,
    messenger: deps.nudgesMessenger,
  })
  const correctReview = makeCorrectReview({ ...deps, log: logOf('correct-review') })
  return {
    forSlack: {
      ...makePieces({ ...deps, forgetNudgeMe: nudgesMe.forgetNudgeMe }),
      lookUpLadder: makeLookUpLadder({ store, ladders, now }),
      tellLadderChange: makeTellLadderChange({ ...deps, log: logOf('tell-ladder-change') }),
      correctReview,
      setNudge: nudges.setNudge,
      setNudgeMe: nudgesMe.setNudgeMe,
      findTopic: nudges.findTopic,
    },
    jobs: makeJobs({ ...deps, correctReview }),
    nudges,
    nudgesMe,
  }
}
