import { loadShelf } from '../../adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../adapters/ladder-files/nudge-questions.ts'
import type { Log } from '../../coaching/ports.ts'
import { lookupSamples } from './lookup-samples.ts'
import type { NamedView } from './named-view.ts'
import { nudgeSamples } from './nudge-samples.ts'
import { evidenceSamples, formSamples, ownNudgeSamples } from './own-samples.ts'
import { replySamples } from './reply-samples.ts'
import { sampleReviews } from './sample-reviews.ts'

/**
 * Every kind of message and form that people see, drawn from the ladders in the folder `rubric` and from invented
 * evidence; names are unique. Throws CoachError where no ladder can be read. A new kind of a union does not compile
 * without an example, and a view that nothing here draws fails the test of the command.
 */
export async function allViews(rubric: string, log: Log): Promise<NamedView[]> {
  const shelf = await loadShelf(rubric)
  const ladder = shelf.standard ?? shelf.all[0]!
  const questions = await openNudgeQuestions(rubric, log)()
  const reviews = await sampleReviews(shelf, ladder)
  return [
    ...replySamples(shelf, reviews),
    ...lookupSamples(shelf, ladder, reviews),
    ...nudgeSamples(shelf, ladder, questions),
    ...ownNudgeSamples(ladder, questions),
    ...evidenceSamples(ladder, reviews),
    ...formSamples(shelf, ladder, reviews),
  ]
}
