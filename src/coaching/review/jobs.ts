import { CoachError } from '../../domain/coach-error.ts'
import type { JobName } from '../../domain/job.ts'
import type { JobHandler, JobTried } from '../ports.ts'
import { makeAnswerReply } from './answer-reply.ts'
import { makeReadEvidence } from './read-evidence.ts'
import { makeReadFiles } from './read-files.ts'
import { makeReadPiece } from './read-piece.ts'
import { makeRetryJob } from './retry-job.ts'
import { makeReviewEvidence } from './review-evidence.ts'
import { makeSayEvidence } from './say-evidence.ts'

type DepsOf<T extends (deps: never) => unknown> = Parameters<T>[0]

/** How many pieces are under way at once: a model's time is waiting, the offline reader's is this machine's. */
const AT_ONCE = { model: 20, offline: 6 } as const

type Deps = Omit<DepsOf<typeof makeReadEvidence>, 'log'> &
  Omit<DepsOf<typeof makeReadFiles>, 'secrets' | 'limits' | 'log'> &
  Omit<DepsOf<typeof makeReadPiece>, 'readEvidence'> &
  Omit<DepsOf<typeof makeReviewEvidence>, 'readFiles' | 'readPiece' | 'log'> &
  Omit<DepsOf<typeof makeAnswerReply>, 'log'> &
  Pick<DepsOf<typeof makeRetryJob>, 'store' | 'troubleOf' | 'random'> & {
    /** Takes secrets out of the text of a file, which nobody's ack waits for. */
    readonly secretsOfFiles: DepsOf<typeof makeReadFiles>['secrets']
    readonly fileLimits: DepsOf<typeof makeReadFiles>['limits']
    /** The team whose token and ladders this process has. */
    readonly ownerTeam: () => string
    readonly logOf: (action: string) => DepsOf<typeof makeReviewEvidence>['log']
  }

/** All that is done in jobs about pieces of evidence, and what becomes of a try that failed. */
export function makeJobs(deps: Deps): {
  readonly handlers: Readonly<Record<JobName, JobHandler>>
  readonly tried: JobTried
  readonly atOnce: number
} {
  const log = deps.logOf('review-evidence')
  const readEvidence = makeReadEvidence({ ...deps, log })
  const readFiles = makeReadFiles({ ...deps, secrets: deps.secretsOfFiles, limits: deps.fileLimits, log })
  const readPiece = makeReadPiece({ ...deps, readEvidence })
  /** A job of another workspace, as with a token that was mistaken for another, is left for who has its own. */
  const ours =
    (handle: JobHandler): JobHandler =>
    async (job, attempt) => {
      if (job.owner.team !== deps.ownerTeam())
        throw new CoachError('not-yet', 'A job of another workspace than the one of SLACK_BOT_TOKEN')
      await handle(job, attempt)
    }
  return {
    handlers: {
      'review-evidence': ours(makeReviewEvidence({ ...deps, readFiles, readPiece, log })),
      'answer-reply': ours(makeAnswerReply({ ...deps, log: deps.logOf('answer-reply') })),
      'say-evidence': ours(makeSayEvidence({ ...deps, log: deps.logOf('say-evidence') })),
    },
    tried: makeRetryJob({ ...deps, log: deps.logOf('retry-job') }),
    atOnce: deps.hasModel ? AT_ONCE.model : AT_ONCE.offline,
  }
}
