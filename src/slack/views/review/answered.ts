import type { types } from '@slack/bolt'
import type { Reply } from '../../../coaching/replies.ts'
import type { Evidence } from '../../../domain/evidence/evidence.ts'
import {
  askedOf,
  bulletsOf,
  type Competency,
  competenciesOf,
  competencyOf,
  type Level,
  neighbourLevel,
  rankOf,
  rowOf,
} from '../../../domain/ladder/ladder.ts'
import { isDisputed, undisputed } from '../../../domain/review/undisputed.ts'
import { whoReadsWords } from '../conversation/about-coach.ts'
import { entryWords } from '../conversation/entries.ts'
import { whenOf } from '../evidence/evidence-line.ts'
import { levelName, show } from '../ladder/ladder.ts'
import {
  actions,
  bold,
  bullets,
  button,
  code,
  escaped,
  italic,
  line,
  quote,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { findingStatus } from './finding-status.ts'
import { acceptValue, proposalWords } from './proposed.ts'
import { competencyBlocks, competencyFoldTitle } from './review-competency.ts'
import {
  type DrawnReview,
  inOrder,
  matchElements,
  nameOf,
  oneOfEach,
  shownOf,
  stepsBlock,
} from './review-finding.ts'
import { lackingOf } from './review-top.ts'

/** The most competencies in one answer. Buttons lead to the rest. */
const MOST = 3

type Elements = types.RichTextBlock['elements']

const rowItems = (shown: DrawnReview, level: string, competency: string): Elements => {
  const row = bulletsOf(rowOf(shown.ladder, level, competency))
  return row.length === 0
    ? [line(words(`${level} asks nothing about this.`))]
    : [bullets(row.map((text) => [italic(text)]))]
}

/** A level, if no competency in this review can be compared with it: what to do about that. */
const withoutMatch = (shown: DrawnReview, level: Level): Elements => {
  const { ladder, review } = shown
  const { target } = review.goal
  const lacking = review.readBy.reader === 'offline' ? lackingOf(shown) : []
  const [first] = competenciesOf(ladder).filter(({ id }) => askedOf(ladder, level.id, id).length > 0)
  return [
    line(
      words(
        `${level.id === target ? '' : `Your goal is ${target}, so I did not review this for ${level.id}. `}` +
          `I found no match in your words yet, so I have nothing to compare with ${level.id}.`,
      ),
    ),
    ...(lacking.length > 0
      ? [line(words('This is missing so far:')), bullets(lacking.map((text) => [words(text)]))]
      : []),
    line(
      words(
        `${
          review.choices.length > 0
            ? 'Choose in the review what your sentences are about, and ask me again. You can also ask'
            : 'Tell me in this thread what you did and what changed, or ask'
        } about one competency${first ? `: “What does ${level.id} ask for ${first.name}?”` : '.'}`,
      ),
    ),
  ]
}

/** A level outside the goal: what it adds to the target, for the competencies in this review. */
const aboutLevel = (shown: DrawnReview, level: Level, competency: Competency | null): Elements => {
  const { ladder, review } = shown
  const { target } = review.goal
  const about = competency ? [competency.id] : oneOfEach(shown).map((finding) => finding.competency)
  if (about.length === 0) return withoutMatch(shown, level)
  const above = rankOf(ladder, level.id) > rankOf(ladder, target)
  if (level.id === target)
    return about
      .slice(0, MOST)
      .flatMap((id) => [
        line(bold(nameOf(ladder, id)), words(`: ${levelName(level)} asks`)),
        ...rowItems(shown, level.id, id),
      ])
  const opening = `Your goal is ${target}, so I did not review this for ${level.id}.`
  if (!above)
    return [
      line(words(`${opening} ${level.id} comes before it and asks:`)),
      ...about
        .slice(0, MOST)
        .flatMap((id) => [line(bold(nameOf(ladder, id))), ...rowItems(shown, level.id, id)]),
    ]
  return [
    line(
      words(
        `${opening} What ${level.id} adds to ${target}${competency ? '' : ' for the same competencies'}:`,
      ),
    ),
    ...about.slice(0, MOST).flatMap((id) => {
      const before = new Set(bulletsOf(askedOf(ladder, target, id)))
      const fresh = bulletsOf(askedOf(ladder, level.id, id)).filter((text) => !before.has(text))
      return [
        line(bold(nameOf(ladder, id))),
        ...(fresh.length > 0
          ? [bullets(fresh.map((text) => [italic(text)]))]
          : [line(words(`${level.id} asks the same as ${target}.`))]),
      ]
    }),
    line(
      words(`To review your evidence for ${level.id}, type `),
      code(`/ladder goal ${level.id}`),
      words('.'),
    ),
  ]
}

/** Their sentence that is closest to a competency without a finding, or null if none is close. */
const nearIn = ({ review, quotes }: DrawnReview, competency: string): string | null => {
  const ids = [
    ...review.others.flatMap((one) => (one.competency === competency && one.span ? [one.span] : [])),
    ...review.choices.flatMap(({ between, span }) => (between.includes(competency) ? [span] : [])),
    ...undisputed(review.findings).flatMap(({ rather, spans }) =>
      rather?.includes(competency) ? spans : [],
    ),
  ]
  return quotes.spans.find(({ id }) => id === ids[0])?.text ?? null
}

const aboutCompetency = (shown: DrawnReview, competency: Competency): Elements => {
  const { review } = shown
  const own = review.findings.filter((one) => one.competency === competency.id)
  const [finding] = own
  if (finding)
    return [
      line(
        bold(competencyFoldTitle(competency.id, own, shown)),
        words(own.every(isDisputed) ? '.' : ', based on your words:'),
      ),
      ...(review.readBy.reader === 'offline'
        ? matchElements(finding, shown, MOST)
        : competencyBlocks(own, shown, MOST).flatMap(({ elements }) => elements)),
    ]
  const none =
    review.readBy.reader === 'offline'
      ? 'I found no match, which says nothing about your work.'
      : 'no evidence yet. This message isn’t about it, and that is normal.'
  const near = nearIn(shown, competency.id)
  return [
    line(bold(competency.name), words(`: ${none} ${review.goal.target} asks:`)),
    ...rowItems(shown, review.goal.target, competency.id),
    ...(near === null ? [] : [line(words('Closest in your words:')), quote(near)]),
    line(words('Tell me about one time you did this, in this thread or as a new message.')),
  ]
}

const whole = (shown: DrawnReview): Elements => {
  const { ladder, review } = shown
  const above = neighbourLevel(ladder, review.goal.target, 1)
  const findings = undisputed(inOrder(shown))
  if (findings.length === 0)
    return [
      line(words('I found no match in your words yet, which says nothing about your work.')),
      line(words('Say which competency it is about, or tell me more of what you did.')),
    ]
  return [
    line(words('This is what I found in your words:')),
    bullets(
      findings.map((finding) => [
        bold(nameOf(ladder, finding.competency)),
        words(`: ${findingStatus(finding)}. ${finding.why ?? ''}`.trim()),
      ]),
    ),
    line(words(`Ask me about any of these, or about a level: “Why not ${above?.id ?? review.goal.target}?”`)),
  ]
}

const steps = (shown: DrawnReview): Elements => {
  const { review, ladder } = shown
  // A review with AI names its gaps itself.
  const lacking = review.readBy.reader === 'offline' ? lackingOf(shown) : []
  return [
    ...(review.nextSteps.length > 0 ? stepsBlock(review.nextSteps, ladder).elements : []),
    ...(lacking.length > 0
      ? [line(words('To make this stronger:')), bullets(lacking.map((text) => [words(text)]))]
      : []),
    ...(review.nextSteps.length + lacking.length === 0
      ? [line(words('I have nothing to add to this. Send me the next thing you did.'))]
      : []),
  ]
}

const privacy = (shown: DrawnReview): Elements => [line(words(whoReadsWords(shown)))]

const promotion = (shown: DrawnReview): Elements => [
  line(
    words(
      'I can’t say: people decide promotions, and a position has to be open. ' +
        'I can say what your evidence shows.',
    ),
  ),
  ...whole(shown).slice(1),
]

/** Says which entry is meant, where the thread does not. */
export function namedBlock(evidence: Evidence): types.RichTextBlock {
  return richText(
    line(words('About your entry from '), bold(whenOf(evidence)), words(`: ${entryWords({ evidence })}`)),
  )
}

/** The answer to a question about a review, from its findings and the ladder alone. */
export function answeredView(reply: Reply & { kind: 'answered' }): Said {
  const shown = shownOf(reply)
  const { topic, move } = reply
  const { goal } = reply.review
  const elements = ((): Elements => {
    switch (topic.kind) {
      case 'level':
        return aboutLevel(shown, topic.level, topic.competency)
      case 'competency':
        return aboutCompetency(shown, topic.competency)
      case 'next-steps':
        return steps(shown)
      case 'privacy':
        return privacy(shown)
      case 'promotion':
        return promotion(shown)
      case 'whole':
        return whole(shown)
    }
  })()
  const first = topic.kind === 'competency' ? competencyOf(reply.ladder, topic.competency.id) : undefined
  const leads =
    topic.kind === 'level' && topic.level.id !== goal.target
      ? [show(`${goal.target} vs ${topic.level.id}`, `${goal.target} vs ${topic.level.id}`)]
      : first
        ? [show(`${first.name} at ${goal.target}`, `${goal.target} ${first.name.toLowerCase()}`)]
        : []
  return {
    text: escaped(
      `I answered your question about ${topic.kind === 'level' ? levelName(topic.level) : 'this review'}.`,
    ),
    blocks: [
      ...(reply.names ? [namedBlock(reply.evidence)] : []),
      richText(...elements),
      ...(move
        ? [
            richText(line(words(proposalWords({ proposed: move, ladder: reply.ladder })))),
            actions([
              button(
                move.correction.competency === null ? 'Put it there' : 'Move it',
                'review-accept',
                acceptValue(reply.evidence.id, move),
              ),
            ]),
          ]
        : []),
      ...(leads.length > 0 ? [actions(leads)] : []),
    ],
  }
}
