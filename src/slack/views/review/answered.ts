import type { types } from '@slack/bolt'
import type { Reply } from '../../../coaching/replies.ts'
import {
  askedOf,
  bulletsOf,
  type Competency,
  competencyOf,
  type Level,
  rankOf,
  rowOf,
} from '../../../domain/ladder/ladder.ts'
import { levelName, show } from '../ladder/ladder.ts'
import { actions, bold, bullets, escaped, italic, line, richText, type Said, words } from '../rich-text.ts'
import { competencyBlocks, competencyFoldTitle } from './review-competency.ts'
import {
  type DrawnReview,
  inOrder,
  matchElements,
  nameOf,
  oneOfEach,
  shownOf,
  standing,
  stepsBlock,
} from './review-finding.ts'
import { lackingOf } from './review-top.ts'

/** The most competencies in one answer. Buttons lead to the rest. */
const MOST = 3

type Elements = types.RichTextBlock['elements']

const rowItems = (shown: DrawnReview, level: string, competency: string): Elements => {
  const row = bulletsOf(rowOf(shown.ladder, level, competency))
  return row.length === 0
    ? [line(words(`The ladder says nothing about it at ${level}.`))]
    : [bullets(row.map((text) => [italic(text)]))]
}

/** A level outside the goal: what it adds to the target, for the competencies in this review. */
const aboutLevel = (shown: DrawnReview, level: Level, competency: Competency | null): Elements => {
  const { ladder, review } = shown
  const { target } = review.goal
  const about = competency ? [competency.id] : oneOfEach(shown).map((finding) => finding.competency)
  const above = rankOf(ladder, level.id) > rankOf(ladder, target)
  if (level.id === target)
    return about
      .slice(0, MOST)
      .flatMap((id) => [
        line(bold(nameOf(ladder, id)), words(` · ${levelName(level)} asks:`)),
        ...rowItems(shown, level.id, id),
      ])
  const opening = `I read this against ${target}, because that is your goal, and say nothing about ${level.id} itself.`
  if (!above)
    return [
      line(words(`${opening} ${level.id} lies below it. It asks:`)),
      ...about
        .slice(0, MOST)
        .flatMap((id) => [line(bold(nameOf(ladder, id))), ...rowItems(shown, level.id, id)]),
    ]
  return [
    line(words(`${opening} What ${level.id} asks beyond ${target}, where your words speak to something:`)),
    ...about.slice(0, MOST).flatMap((id) => {
      const before = new Set(bulletsOf(askedOf(ladder, target, id)))
      const fresh = bulletsOf(askedOf(ladder, level.id, id)).filter((text) => !before.has(text))
      return [
        line(bold(nameOf(ladder, id))),
        ...(fresh.length > 0
          ? [bullets(fresh.map((text) => [italic(text)]))]
          : [line(words(`${level.id} asks the same as ${target}, word for word.`))]),
      ]
    }),
    line(words(`To have your evidence read against it, make it your goal: /ladder goal ${level.id}.`)),
  ]
}

const aboutCompetency = (shown: DrawnReview, competency: Competency): Elements => {
  const { review } = shown
  const own = review.findings.filter((one) => one.competency === competency.id)
  const [finding] = own
  if (finding && review.readBy.reader === 'offline')
    return [
      line(bold(competency.name), words(` · ${standing(finding)}. It is based on these words of yours:`)),
      ...matchElements(finding, shown, MOST),
    ]
  if (finding)
    return [
      line(
        bold(competencyFoldTitle(competency.id, own, shown)),
        words('. It is based on these words of yours:'),
      ),
      ...competencyBlocks(own, shown, MOST).flatMap(({ elements }) => elements),
    ]
  const none =
    review.readBy.reader === 'offline'
      ? 'not found by its words, which says nothing about your work.'
      : 'no evidence yet. Nothing in this message speaks to it, which is not a failing.'
  return [
    line(bold(competency.name), words(` · ${none} ${review.goal.target} asks:`)),
    ...rowItems(shown, review.goal.target, competency.id),
    line(words('Write me one moment that shows it, here or as a message of its own.')),
  ]
}

const whole = (shown: DrawnReview): Elements => {
  const { ladder } = shown
  const findings = inOrder(shown)
  return [
    line(words('What I found, and where it comes from: your own words, and the sentences of the ladder.')),
    ...(findings.length > 0
      ? [
          bullets(
            findings.map((finding) => [
              bold(nameOf(ladder, finding.competency)),
              words(` · ${standing(finding)}. ${finding.why ?? ''}`),
            ]),
          ),
        ]
      : []),
    line(words('Ask me about one of them by its name, or about a level, such as "Why not L4?".')),
  ]
}

const steps = (shown: DrawnReview): Elements => {
  const { review, ladder } = shown
  // A review with AI names its gaps itself.
  const lacking = review.readBy.reader === 'offline' ? lackingOf(shown) : []
  return [
    ...(review.nextSteps.length > 0 ? stepsBlock(review.nextSteps, ladder).elements : []),
    ...(lacking.length > 0
      ? [
          line(words('What would make this evidence stronger:')),
          bullets(lacking.map((text) => [words(text)])),
        ]
      : []),
    ...(review.nextSteps.length + lacking.length === 0
      ? [line(words('Nothing is open in this piece. Send me the next thing that you did.'))]
      : []),
  ]
}

const PRIVACY: Elements = [
  line(
    words(
      'You alone see this here. Your manager does not, and I tell nobody. ' +
        'The owners of this Slack may be able to read direct messages, ' +
        'and the people who run me can read my database.',
    ),
  ),
]

const promotion = (shown: DrawnReview): Elements => [
  line(
    words(
      'That I cannot say: people decide promotions, ' +
        'and there also has to be room for one at that level. What I can say is what your words show.',
    ),
  ),
  ...whole(shown).slice(1),
]

/** The answer to a question about a review, from its findings and the ladder alone. */
export function answeredView(reply: Reply & { kind: 'answered' }): Said {
  const shown = shownOf(reply)
  const { topic } = reply
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
        return PRIVACY
      case 'promotion':
        return promotion(shown)
      case 'whole':
        return whole(shown)
    }
  })()
  const first = topic.kind === 'competency' ? competencyOf(reply.ladder, topic.competency.id) : undefined
  const leads =
    topic.kind === 'level' && topic.level.id !== goal.target
      ? [show(`${goal.target} and ${topic.level.id} compared`, `${goal.target} vs ${topic.level.id}`)]
      : first
        ? [show(`${first.name} at ${goal.target}`, `${goal.target} ${first.name.toLowerCase()}`)]
        : []
  return {
    text: escaped(`About your question: ${topic.kind === 'level' ? levelName(topic.level) : 'what I found'}`),
    blocks: [richText(...elements), ...(leads.length > 0 ? [actions(leads)] : [])],
  }
}
