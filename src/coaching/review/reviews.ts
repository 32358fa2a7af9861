import { makeCorrectReview } from './correct-review.ts'
import { makeJobs } from './jobs.ts'

type Of<Make extends (deps: never) => unknown> = Parameters<Make>[0]

type Deps = Omit<Of<typeof makeJobs>, 'correctReview'> & Omit<Of<typeof makeCorrectReview>, 'log'>

/** Reviews: the jobs that write them, and what people say about them. */
export function makeReviews(deps: Deps) {
  const correctReview = makeCorrectReview({ ...deps, log: deps.logOf('correct-review') })
  return {
    correctReview,
    jobs: makeJobs({ ...deps, correctReview }),
  }
}
