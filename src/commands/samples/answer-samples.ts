import type { Reply, ShownReview } from '../../coaching/replies.ts'
import type { EachKind } from './named-view.ts'
import { answering, PIECE, type SampleReviews } from './sample-reviews.ts'

/** Reviews of a piece, and of an answer to a nudge. */
export function reviewed({ offline, full }: SampleReviews): EachKind<Reply>['review'] {
  return [
    ['review without a model', { kind: 'review', ...offline }],
    ['review by a model, a finding of every competency', { kind: 'review', ...full }],
    ['review of an answer to a nudge, without a model', { kind: 'review', ...answering(offline) }],
    ['review of an answer to a nudge, by a model', { kind: 'review', ...answering(full) }],
  ]
}

/** What opens the thread of a piece that came by a form. */
export function opening(shown: ShownReview): EachKind<Reply>['logged'] {
  return [
    ['the opening of a logged piece', { kind: 'logged', evidence: PIECE }],
    ['the opening of an answer to a nudge', { kind: 'logged', evidence: answering(shown).evidence }],
  ]
}
