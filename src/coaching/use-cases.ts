import { makeAnswerMessage } from './conversation/answer-message.ts'
import { makeSuggestPrompts } from './conversation/suggest-prompts.ts'
import { makePieces } from './evidence/pieces.ts'
import { makeLookUps } from './ladder/look-ups.ts'
import type { NudgeMeJob } from './nudge/nudge-me-port.ts'
import type { NudgeJob } from './nudge/nudge-port.ts'
import { makeNudges } from './nudge/nudges.ts'
import { makeNudgesMe } from './nudge/nudges-me.ts'
import { makeDraftPacket } from './packet/draft-packet.ts'
import { makeGatherHome } from './packet/gather-home.ts'
import { makeGivePacket } from './packet/give-packet.ts'
import { makePackets } from './packet/make-packet.ts'
import { makeReadPacket } from './packet/read-packet.ts'
import { makeHomes } from './packet/show-home.ts'
import { makeWorkOnPacket } from './packet/work-on-packet.ts'
import { makeReviews } from './review/reviews.ts'
import { makeReadings } from './review/steps/readings.ts'

type Of<Make extends (deps: never) => unknown> = Parameters<Make>[0]

type Deps = Omit<Of<typeof makePieces>, 'nudges' | 'forgetNudgeMe' | 'forgetWork' | 'clearHome'> &
  Omit<Of<typeof makeGatherHome>, 'nudges' | 'openReview'> &
  Omit<Of<typeof makeHomes>, 'gather' | 'tabs' | 'log'> &
  Omit<Of<typeof makeReviews>, 'answerMessage' | 'readings' | 'plans' | 'workOnPacket'> &
  Omit<Of<typeof makeWorkOnPacket>, 'log'> &
  Of<typeof makeReadings> &
  Of<typeof makeSuggestPrompts> &
  Of<typeof makeLookUps> &
  Of<typeof makePackets> &
  Omit<Of<typeof makeDraftPacket>, 'packets' | 'log'> &
  Omit<Of<typeof makeReadPacket>, 'packets'> &
  Omit<Of<typeof makeGivePacket>, 'packets'> &
  Omit<Of<typeof makeNudges>, 'store'> &
  Omit<Of<typeof makeNudgesMe>, 'nudges' | 'messenger'> & {
    readonly nudgeStore: Of<typeof makeNudges>['store']
    readonly nudgeMeStore: Of<typeof makeNudgesMe>['nudges']
    readonly homeTabs: Of<typeof makeHomes>['tabs']
    readonly nudgeMeMessenger: Of<typeof makeNudgesMe>['messenger']
  }

/**
 * All use cases, by who starts them: `forSlack` when somebody asks, `jobs` when the queue brings one, `nudging` when
 * nudges are due, and `sweeps` every few seconds.
 */
export function makeUseCases(deps: Deps) {
  const nudges = makeNudges({ ...deps, store: deps.nudgeStore })
  const nudgesMe = makeNudgesMe({ ...deps, nudges: deps.nudgeMeStore, messenger: deps.nudgeMeMessenger })
  const lookUps = makeLookUps(deps)
  const homes = makeHomes({
    ...deps,
    tabs: deps.homeTabs,
    gather: makeGatherHome({
      ...deps,
      nudges: deps.nudgeMeStore,
      openReview: (owner, evidenceId) => pieces.listEvidence.open(owner, evidenceId),
    }),
    log: deps.logOf('show-home'),
  })
  const workOnPacket = makeWorkOnPacket({ ...deps, log: deps.logOf('work-on-packet') })
  const pieces = makePieces({
    ...deps,
    nudges: deps.nudgeMeStore,
    forgetWork: workOnPacket.forget,
    forgetNudgeMe: nudgesMe.forgetNudgeMe,
    clearHome: homes.clearHome,
  })
  const answerMessage = makeAnswerMessage({
    ...{ ...deps, ...lookUps, ...pieces },
    setNudgeMe: nudgesMe.setNudgeMe,
  })
  const readings = makeReadings(deps)
  const packets = makePackets(deps)
  const { correctReview, jobs } = makeReviews({
    ...{ ...deps, answerMessage, readings, workOnPacket },
    plans: pieces.plans,
  })
  return {
    forSlack: {
      ...pieces,
      ...lookUps,
      correctReview,
      stopReading: readings.stop,
      packets,
      readPacket: makeReadPacket({ ...deps, packets }),
      givePacket: makeGivePacket({ ...deps, packets }),
      workOnPacket,
      suggestPrompts: makeSuggestPrompts(deps),
      setNudge: nudges.setNudge,
      setNudgeMe: nudgesMe.setNudgeMe,
      findTopic: nudges.findTopic,
      findAsked: nudges.findAsked,
      countNudge: nudges.countNudge,
      homes,
    },
    jobs,
    draftPacket: makeDraftPacket({ ...deps, packets, log: deps.logOf('draft-packet') }),
    nudging: {
      look: (job: NudgeJob | NudgeMeJob): Promise<void> =>
        'user' in job ? nudgesMe.sendNudgeMe(job) : nudges.sendNudge(job),
    },
    sweeps: [
      nudges.sweepNudges,
      nudgesMe.sweepNudgesMe,
      pieces.sweepUnsure,
      pieces.sweepPlans,
      homes.sweepHomes,
    ],
  }
}
