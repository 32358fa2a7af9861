import { loadShelf } from '../../adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../../adapters/ladder-files/nudge-questions.ts'
import type { Log } from '../../coaching/ports.ts'
import { draftSamples } from './draft-samples.ts'
import { homeSamples } from './home-samples.ts'
import { lookupSamples } from './lookup-samples.ts'
import type { NamedView } from './named-view.ts'
import { nudgeSamples } from './nudge-samples.ts'
import { evidenceSamples, formSamples, ownNudgeSamples } from './own-samples.ts'
import { packetFileSamples, packetReadingSamples, packetSamples } from './packet-samples.ts'
import { replySamples } from './reply-samples.ts'
import { sampleReviews } from './sample-reviews.ts'
import { workSamples } from './work-samples.ts'

/**
 * Every kind of message and form that people see, with unique names. They are drawn from the ladders in the folder
 * `rubric` and from invented evidence. Throws CoachError if no ladder can be read. A new kind in a union does not
 * compile without an example, and a view that is not drawn here fails the test of the command.
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
    ...packetSamples(shelf, ladder, reviews.full),
    ...packetFileSamples(ladder, reviews.full),
    ...packetReadingSamples(ladder, reviews.full),
    ...draftSamples(ladder),
    ...workSamples(ladder),
    ...formSamples(shelf, ladder, reviews),
    ...homeSamples(shelf, ladder, reviews),
  ]
}
