import { CoachError } from '../../domain/coach-error.ts'
import type { JobName } from '../../domain/job.ts'
import type { JobHandler, JobTried } from '../ports.ts'
import { makeAnswerReply } from './answer-reply.ts'
import { makeReadEvidence } from './read-evidence.ts'
import { makeReadFiles } from './read-files.ts'
import { makeReadMessage } from './read-message.ts'
import { makeReadPiece } from './read-piece.ts'
import { makeRetryJob } from './retry-job.ts'
import { makeReviewEvidence } from './review-evidence.ts'
import { makeSayEvidence } from './say-evidence.ts'

type DepsOf<T extends (deps: never) => unknown> = Parameters<T>[0]

/** How many jobs run at once. With a model they mostly wait. The offline reader uses this machine. */
const AT_ONCE = { model: 20, offline: 6 } as const

type Deps = Omit<DepsOf<typeof makeReadEvidence>, 'log'> &
  Omit<DepsOf<typeof makeReadFiles>, 'secrets' | 'limits' | 'log'> &
  Omit<DepsOf<typeof makeReadPiece>, 'readEvidence'> &
  Omit<DepsOf<typeof makeReadMessage>, 'log'> &
  Omit<DepsOf<typeof makeReviewEvidence>, 'readFiles' | 'readMessage' | 'readPiece' | 'log'> &
  Omit<DepsOf<typeof makeAnswerReply>, 'readMessage' | 'log'> &
  Pick<DepsOf<typeof makeRetryJob>, 'store' | 'troubleOf' | 'random'> & {
    /** Removes secrets from the text of a file. No ack waits for that. */
    readonly secretsOfFiles: DepsOf<typeof makeReadFiles>['secrets']
    readonly fileLimits: DepsOf<typeof makeReadFiles>['limits']
    /** The team of this process's token and ladders. */
    readonly ownerTeam: () => string
    readonly logOf: (action: string) => DepsOf<typeof makeReviewEvidence>['log']
  }

/** All jobs about pieces of evidence, and what happens after a failed try. */
export function makeJobs(deps: Deps): {
  readonly handlers: Readonly<Record<JobName, JobHandler>>
  readonly tried: JobTried
  readonly atOnce: number
} {
  const log = deps.logOf('review-evidence')
  const readEvidence = makeReadEvidence({ ...deps, log })
  const readFiles = makeReadFiles({ ...deps, secrets: deps.secretsOfFiles, limits: deps.fileLimits, log })
  const readPiece = makeReadPiece({ ...deps, readEvidence })
  const readMessage = makeReadMessage({ ...deps, log: deps.logOf('decide-message') })
  /**
   * A job of another workspace is left for the process that has its token. This happens after a token was swapped by
   * mistake.
   */
  const ours =
    (handle: JobHandler): JobHandler =>
    async (job, attempt) => {
      if (job.owner.team !== deps.ownerTeam())
        throw new CoachError('not-yet', 'This job belongs to another workspace than SLACK_BOT_TOKEN')
      await handle(job, attempt)
    }
  return {
    handlers: {
      'review-evidence': ours(makeReviewEvidence({ ...deps, readFiles, readMessage, readPiece, log })),
      'answer-reply': ours(makeAnswerReply({ ...deps, readMessage, log: deps.logOf('answer-reply') })),
      'say-evidence': ours(makeSayEvidence({ ...deps, log: deps.logOf('say-evidence') })),
    },
    tried: makeRetryJob({ ...deps, log: deps.logOf('retry-job') }),
    atOnce: deps.hasModel ? AT_ONCE.model : AT_ONCE.offline,
  }
}
