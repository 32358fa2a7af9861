import type { Reply, ShownReview } from '../../coaching/replies.ts'
import { spansOf } from '../../domain/evidence/evidence.ts'
import type { SmallTalk } from '../../domain/evidence/small-talk.ts'
import { compareLevels } from '../../domain/ladder/compare.ts'
import { competenciesOf, levelOf, type Shelf } from '../../domain/ladder/ladder.ts'
import { movesBetween } from '../../domain/review/compare-reviews.ts'
import type { ReplyTopic } from '../../domain/review/reply-topic.ts'
import { draftOf } from '../../domain/review/say-evidence.ts'
import { recordedView } from '../../slack/views/review/recorded.ts'
import { foldless, replyView } from '../../slack/views/review/reply.ts'
import { drawn, type EachKind, messages, type NamedView } from './named-view.ts'
import { PIECE, type SampleReviews, UNREAD } from './sample-reviews.ts'

const TALKS: Readonly<Record<SmallTalk, string>> = {
  greeting: 'an answer to a greeting',
  thanks: 'an answer to thanks',
  short: 'an answer to one word',
  help: 'help in a DM',
}

const topics = ({ ladder, review }: ShownReview): EachKind<ReplyTopic> => {
  const [competency] = competenciesOf(ladder)
  const level = ladder.levels.at(-1)!
  const target = levelOf(ladder, review.goal.target)!
  return {
    level: [
      ['an answer about a level', { kind: 'level', level, competency: null }],
      ['an answer about the target level', { kind: 'level', level: target, competency: null }],
    ],
    competency: [['an answer about a competency', { kind: 'competency', competency: competency! }]],
    'next-steps': [['an answer about next steps', { kind: 'next-steps' }]],
    privacy: [['an answer about who reads it', { kind: 'privacy' }]],
    promotion: [['an answer about a promotion', { kind: 'promotion' }]],
    whole: [['an answer about all of a review', { kind: 'whole' }]],
  }
}

const replies = (shelf: Shelf, { offline, full }: SampleReviews): EachKind<Reply> => {
  const { ladder, review } = full
  const { goal } = review
  const [current, target] = [levelOf(ladder, goal.current)!, levelOf(ladder, goal.target)!]
  const before = { ...review, findings: review.findings.slice(1), considered: offline.review.considered }
  const answers = Object.values(topics(full)).flat()
  const [first, ...more] = answers.flatMap(([name, topic]) => [
    [name, { kind: 'answered', part: 3, topic, ...full }] as const,
    [`${name}, without a model`, { kind: 'answered', part: 3, topic, ...offline }] as const,
  ])
  const [talk, ...talks] = (Object.keys(TALKS) as SmallTalk[]).map(
    (one) => [TALKS[one], { kind: 'small-talk', talk: one, hasGoal: false }] as const,
  )
  const read = { kind: 'reading', target, done: 1, batches: 5 } as const
  return {
    welcome: [['the welcome', { kind: 'welcome' }]],
    logged: [['the opening of a logged piece', { kind: 'logged', evidence: PIECE }]],
    reading: [['a sign of life', read]],
    'ask-goal': [
      ['the question for a goal', { kind: 'ask-goal', shelf }],
      [
        'the question for a goal, without a standard ladder',
        { kind: 'ask-goal', shelf: { ...shelf, standard: null } },
      ],
    ],
    'ladder-changed': [
      [
        'a ladder was edited',
        { kind: 'ladder-changed', ladder, goal, changes: compareLevels(ladder, current, target) },
      ],
    ],
    'goal-set': [
      ['a goal was set in a thread', { kind: 'goal-set', ladder, goal, queued: 2, otherwise: 2, part: 3 }],
    ],
    'small-talk': [talk!, ...talks],
    'point-to-command': [['a look-up typed as a message', { kind: 'point-to-command', text: target.id }]],
    'no-words': [['a message of unread files', { kind: 'no-words', evidence: UNREAD }]],
    'too-long': [['a text that takes too long', { kind: 'too-long', revision: 1 }]],
    review: [
      ['review without a model', { kind: 'review', ...offline }],
      ['review by a model, a finding of every competency', { kind: 'review', ...full }],
    ],
    moved: [
      [
        'what an answer moved',
        { kind: 'moved', part: 0, moved: movesBetween(before, review, spansOf(PIECE), 0), ...full },
      ],
      [
        'what an answer moved: nothing',
        { kind: 'moved', part: 0, moved: movesBetween(review, review, [], 0), ...full },
      ],
      [
        'what an edit moved',
        { kind: 'moved', revision: 2, moved: movesBetween(before, review, [], 0), ladder },
      ],
    ],
    answered: [first!, ...more],
    said: [
      [
        'how to say it',
        {
          kind: 'said',
          competency: review.findings[0]?.competency ?? '',
          draft: draftOf(spansOf(PIECE)),
        },
      ],
    ],
    'correction-kept': [
      ['a correction that changed something', { kind: 'correction-kept', changed: true, part: 3 }],
      ['a correction that changed nothing', { kind: 'correction-kept', changed: false, part: 3 }],
    ],
    'ask-what-is-wrong': [
      ['the question what is wrong', { kind: 'ask-what-is-wrong', part: 3, evidenceId: PIECE.id }],
    ],
    agreed: [['a review that was agreed with', { kind: 'agreed', part: 3 }]],
    delayed: [['it takes longer', { kind: 'delayed', part: 3 }]],
    'given-up': [
      ['a reply that was given up', { kind: 'given-up', evidenceId: PIECE.id, part: 3 }],
      ['a piece that was given up', { kind: 'given-up', evidenceId: PIECE.id, revision: 1 }],
    ],
  }
}

/** Everything that is posted in a thread of a DM, in its full form and in the one of a Slack without folds. */
export function replySamples(shelf: Shelf, reviews: SampleReviews): NamedView[] {
  const { offline, full, recorded } = reviews
  return [
    ...(recorded
      ? messages({
          'review by a model': replyView({ kind: 'review', ...recorded }),
          'the recorded review of the playground': recordedView(recorded),
        })
      : messages({ 'the recorded review of the playground': recordedView(full) })),
    ...drawn<Reply>(replies(shelf, reviews), replyView),
    ...messages({
      'review without a model, without folds': foldless({ kind: 'review', ...offline })!,
      'review by a model, without folds': foldless({ kind: 'review', ...(recorded ?? full) })!,
    }),
  ]
}
