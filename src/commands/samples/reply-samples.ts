import type { PlanOutcome } from '../../coaching/evidence/plans-port.ts'
import type { Reply, ShownReview } from '../../coaching/replies.ts'
import { spansOf } from '../../domain/evidence/evidence.ts'
import type { SmallTalk } from '../../domain/evidence/small-talk.ts'
import { compareLevels } from '../../domain/ladder/compare.ts'
import { competenciesOf, type Ladder, levelOf, type Shelf } from '../../domain/ladder/ladder.ts'
import { movesBetween } from '../../domain/review/compare-reviews.ts'
import type { ReplyTopic } from '../../domain/review/reply/reply-topic.ts'
import { draftOf } from '../../domain/review/say-evidence.ts'
import { recordedView } from '../../slack/views/review/recorded.ts'
import { foldless, replyView } from '../../slack/views/review/reply.ts'
import { opening, reviewed } from './answer-samples.ts'
import { conversationSamples } from './conversation-samples.ts'
import { draftReplies } from './draft-samples.ts'
import { drawn, type EachKind, messages, type NamedView } from './named-view.ts'
import { AT, PIECE, type SampleReviews, UNREAD } from './sample-reviews.ts'
import { workReplies } from './work-samples.ts'

const TALKS: Readonly<Record<SmallTalk, string>> = {
  greeting: 'an answer to a greeting',
  thanks: 'an answer to thanks',
  short: 'an answer to one word',
  help: 'help in a DM',
}

const ASKED = { evidenceId: PIECE.id, part: 0 } as const
const FACT = 'I led the incident alone'

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

/** Answers to messages that are not evidence, or might not be. */
const talkSamples = (): Pick<
  EachKind<Reply>,
  'heard' | 'offer-fact' | 'declined' | 'ask-to-keep' | 'kept-or-dropped' | 'ask-plan' | 'plan-noted'
> => {
  const [heard, ...heards] = (['correction', 'smalltalk', 'thanks', 'weakness', 'complaint'] as const).map(
    (intent) =>
      [
        `an answer to a ${intent}`,
        { kind: 'heard', intent, evidenceId: PIECE.id, fact: intent === 'correction' ? FACT : null },
      ] as const,
  )
  return {
    heard: [heard!, ...heards],
    'offer-fact': [
      ['a deed in a question', { kind: 'offer-fact', fact: FACT, evidenceId: PIECE.id, part: 3 }],
    ],
    declined: [
      ['no more questions about a piece', { kind: 'declined', declined: 'piece', part: 3 }],
      ['no questions for a month', { kind: 'declined', declined: 'all' }],
    ],
    'ask-to-keep': [
      ['save this plan?', { kind: 'ask-to-keep', ...ASKED, why: 'plan', expired: false }],
      [
        'save this, which sounds personal?',
        { kind: 'ask-to-keep', ...ASKED, why: 'sensitive', expired: false },
      ],
      ['save this link?', { kind: 'ask-to-keep', ...ASKED, why: 'link', expired: false }],
      ['save this as evidence?', { kind: 'ask-to-keep', ...ASKED, why: 'unclear', expired: false }],
      ['nobody said that it is evidence', { kind: 'ask-to-keep', ...ASKED, why: 'unclear', expired: true }],
    ],
    ...planReplies(),
    'kept-or-dropped': [
      ['saved, as a reply said', { kind: 'kept-or-dropped', done: 'saved', part: 3 }],
      ['not saved, as a reply said', { kind: 'kept-or-dropped', done: 'deleted', part: 3 }],
    ],
  }
}

/** Questions about plans, and what became of them. */
const planReplies = (): Pick<EachKind<Reply>, 'ask-plan' | 'plan-noted'> => {
  const owner = { team: 'T1', user: 'U1' }
  const plan = {
    id: 'plan',
    owner,
    evidenceId: PIECE.id,
    kind: 'plan',
    words: FACT,
    asked: 0,
    dueAt: null,
  } as const
  const question = { ...plan, kind: 'question', words: 'What changed because of this?' } as const
  const noted = (outcome: PlanOutcome) => ({ kind: 'plan-noted', outcome, part: 3 }) as const
  return {
    'ask-plan': [
      ['the question whether a plan happened', { kind: 'ask-plan', plan, part: 'plan:0' }],
      ['a question that was put off', { kind: 'ask-plan', plan: question, part: 'plan:0' }],
    ],
    'plan-noted': [
      ['a plan that is asked about', noted({ kind: 'planned', dueAt: AT })],
      ['a plan that was asked about often enough', noted({ kind: 'over' })],
      ['a plan that happened', noted({ kind: 'done' })],
      ['a plan that was dropped', noted({ kind: 'dropped' })],
      ['a plan that is gone', noted({ kind: 'gone' })],
    ],
  }
}

/** Corrections that the person may mean: a move, and a match that is wrong. */
const proposals = (ladder: Ladder): EachKind<Reply>['propose-correction'] => {
  const [one = null, other = null] = competenciesOf(ladder).map(({ id }) => id)
  const said = { kind: 'propose-correction', evidenceId: PIECE.id, part: 3, ladder } as const
  const moved = { kind: 'other-competency', competency: one, meant: other } as const
  const wrong = { kind: 'other', competency: one, meant: null } as const
  return [
    [
      'a correction that may be meant',
      { ...said, proposed: { correction: moved, quote: FACT, more: 1, judged: true }, fact: null },
    ],
    [
      'a match that may be wrong',
      { ...said, proposed: { correction: wrong, quote: FACT, more: 0, judged: false }, fact: FACT },
    ],
  ]
}

/** Corrections that are stored. */
const corrections = (ladder: Ladder): EachKind<Reply>['correction-kept'] => [
  [
    'a correction that changed something',
    { kind: 'correction-kept', changed: true, putUnder: null, fact: null, evidenceId: PIECE.id, part: 3 },
  ],
  [
    'a correction that moved something',
    {
      kind: 'correction-kept',
      changed: true,
      putUnder: ladder.areas[0]?.competencies[0]?.name ?? null,
      fact: null,
      evidenceId: PIECE.id,
      part: 3,
    },
  ],
  [
    'a correction that changed nothing',
    {
      kind: 'correction-kept',
      changed: false,
      putUnder: null,
      fact: FACT,
      evidenceId: PIECE.id,
      part: 3,
    },
  ],
]

const replies = (shelf: Shelf, reviews: SampleReviews): EachKind<Reply> => {
  const { offline, full } = reviews
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
  const { worked, ...work } = workReplies(reviews)
  const read = { kind: 'reading', target, done: 1, batches: 5 } as const
  return {
    ...conversationSamples(shelf, reviews),
    welcome: [
      ['the welcome', { kind: 'welcome', hasModel: true }],
      ['the welcome, without a model', { kind: 'welcome', hasModel: false }],
    ],
    logged: opening(offline),
    reading: [['a sign of life', read]],
    undone: [
      ['a correction taken back', { kind: 'undone', under: 'Mastery', part: 3 }],
      ['a correction taken back, from the DM', { kind: 'undone', under: 'Mastery', of: PIECE }],
    ],
    'ask-goal': [
      ['the question for a goal', { kind: 'ask-goal', shelf }],
      ['the question for a goal, after a review', { kind: 'ask-goal', shelf, reviewed: true }],
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
      [
        'a goal was set in a thread',
        { kind: 'goal-set', shelf, ladder, goal, queued: 2, otherwise: 2, part: 3 },
      ],
    ],
    'small-talk': [talk!, ...talks],
    ...talkSamples(),
    'point-to-command': [['a look-up typed as a message', { kind: 'point-to-command', text: target.id }]],
    'no-words': [['a message of unread files', { kind: 'no-words', evidence: UNREAD }]],
    'too-long': [['a text that takes too long', { kind: 'too-long', revision: 1 }]],
    review: [...reviewed(reviews), ...worked],
    ...work,
    ...draftReplies(target.id),
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
    answered: [
      first!,
      ...more,
      [
        'an answer in the DM about the latest review',
        { kind: 'answered', topic: { kind: 'whole' }, names: true, ...full },
      ],
    ],
    said: [
      [
        'how to say it',
        {
          kind: 'said',
          competency: review.findings[0]?.competency ?? '',
          draft: draftOf(spansOf(PIECE)),
        },
      ],
      [
        'how to say it, in the DM',
        {
          kind: 'said',
          competency: review.findings[0]?.competency ?? '',
          draft: draftOf(spansOf(PIECE)),
          of: PIECE,
        },
      ],
    ],
    'correction-kept': corrections(ladder),
    'propose-correction': proposals(offline.ladder),
    'ask-what-is-wrong': [
      ['the question what is wrong', { kind: 'ask-what-is-wrong', part: 3, evidenceId: PIECE.id }],
    ],
    agreed: [['a review that was agreed with', { kind: 'agreed', part: 3 }]],
    delayed: [['it takes longer', { kind: 'delayed', part: 3 }]],
    stopped: [['a reading that was stopped', { kind: 'stopped', evidenceId: PIECE.id, revision: 1 }]],
    'given-up': [
      ['a reply that was given up', { kind: 'given-up', evidenceId: PIECE.id, part: 3 }],
      ['a piece that was given up', { kind: 'given-up', evidenceId: PIECE.id, revision: 1 }],
    ],
  }
}

/** Everything that is posted in a thread of a DM, in full and as shown in a Slack without folds. */
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
