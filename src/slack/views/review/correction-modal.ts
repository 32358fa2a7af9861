import type { types } from '@slack/bolt'
import type { ShownReview } from '../../../coaching/replies.ts'
import type { Span } from '../../../domain/evidence/evidence.ts'
import { askedOf, competenciesOf, type Ladder } from '../../../domain/ladder/ladder.ts'
import { clipped, inert } from '../rich-text.ts'
import { nameOf, oneOfEach, standing } from './review-finding.ts'

const plain = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: clipped(inert(text), 75),
  emoji: false,
})
const option = (text: string, value: string): types.PlainTextOption => ({ text: plain(text), value })

/** What can be wrong, in a person's words. */
const WHAT: readonly (readonly [value: string, label: string])[] = [
  ['other-competency', 'It’s about another competency'],
  ['more', 'It shows more than you say'],
  ['less', 'It shows less than you say'],
  ['not-mine', 'I didn’t do or write this'],
  ['other', 'Something else'],
]

type Select = { block: string; label: string; placeholder: string; options: types.PlainTextOption[] }

const select = (
  { block, label, placeholder, options }: Select,
  more: { initial?: types.PlainTextOption; optional?: boolean } = {},
): types.InputBlock => ({
  type: 'input',
  block_id: block,
  optional: more.optional ?? true,
  label: plain(label),
  element: {
    type: 'static_select',
    action_id: 'choice',
    placeholder: plain(placeholder),
    options,
    ...(more.initial ? { initial_option: more.initial } : {}),
  },
})

const ownWords: types.InputBlock = {
  type: 'input',
  block_id: 'words',
  optional: true,
  label: plain('In your own words'),
  hint: { type: 'plain_text', text: 'Stored with this review until you delete it.' },
  element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3000 },
}

const offer: types.InputBlock = {
  type: 'input',
  block_id: 'offer',
  optional: true,
  label: plain('Help test the coach'),
  hint: {
    type: 'plain_text',
    text:
      'The people who run the coach see which competency was right or wrong, without names. ' +
      'If you tick this, they also see these sentences.',
  },
  element: {
    type: 'checkboxes',
    action_id: 'choice',
    options: [option('Share my sentences for testing', 'yes')],
  },
}

/** Which of a finding's sentences are meant, if it has several. A value is a part and a place in it. */
const sentences = (spans: readonly Span[]): types.InputBlock[] =>
  spans.length < 2
    ? []
    : [
        {
          type: 'input',
          block_id: 'sentences',
          label: plain('Which sentences?'),
          element: {
            type: 'checkboxes',
            action_id: 'choice',
            options: spans.slice(0, 10).map(({ text, part, start }) => option(text, `${part} ${start}`)),
          },
        },
      ]

/** Asks under which competency some or all sentences of one finding belong. */
export function moveModal(
  { review, ladder, evidence, quotes }: ShownReview,
  competency: string,
): types.ModalView {
  const ids = review.findings.filter((one) => one.competency === competency).flatMap(({ spans }) => spans)
  return {
    type: 'modal',
    callback_id: 'review-wrong',
    private_metadata: `${evidence.id} ${competency}`,
    title: { type: 'plain_text', text: 'Move to…' },
    submit: { type: 'plain_text', text: 'Save correction' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      ...sentences(quotes.spans.filter(({ id }) => ids.includes(id))),
      select(
        {
          block: 'meant',
          label: 'Which competency is it about?',
          placeholder: 'Choose one',
          options: competencyOptions(ladder, review.goal.target).filter(({ value }) => value !== competency),
        },
        { optional: false },
      ),
    ],
  }
}

const competencyOptions = (ladder: Ladder, level: string): types.PlainTextOption[] =>
  competenciesOf(ladder)
    .filter(({ id }) => askedOf(ladder, level, id).length > 0)
    .slice(0, 100)
    .map(({ id, name }) => option(name, id))

/**
 * Asks what is wrong with a review: which finding, in what way, and in their own words. With `move`, asks only which
 * competency it is about. `private_metadata` is the evidence's id.
 */
export function correctionModal(shown: Omit<ShownReview, 'quotes'>, as: 'wrong' | 'move'): types.ModalView {
  const { review, ladder, evidence } = shown
  const findings = oneOfEach(shown)
    .slice(0, 99)
    .map((finding) =>
      option(`${nameOf(ladder, finding.competency)}: ${standing(finding)}`, finding.competency),
    )
  const competencies = competencyOptions(ladder, review.goal.target)
  const [only] = findings
  const which = {
    block: 'finding',
    label: 'Which part is wrong?',
    placeholder: 'Choose one',
    options: findings,
  }
  const meant = { block: 'meant', placeholder: 'Choose one', options: competencies }
  const finding =
    findings.length > 0 ? [select(which, findings.length === 1 && only ? { initial: only } : {})] : []
  return {
    type: 'modal',
    callback_id: 'review-wrong',
    private_metadata: evidence.id,
    title: { type: 'plain_text', text: as === 'move' ? 'Move to…' : 'What is wrong?' },
    submit: { type: 'plain_text', text: 'Save correction' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks:
      as === 'move'
        ? [...finding, select({ ...meant, label: 'Which competency is it about?' }, { optional: false })]
        : [
            ...finding,
            ...(findings.length > 0
              ? [
                  select({
                    block: 'what',
                    label: 'What is wrong with it?',
                    placeholder: 'Choose one',
                    options: WHAT.map(([value, label]) => option(label, value)),
                  }),
                ]
              : []),
            select({
              ...meant,
              label:
                findings.length > 0
                  ? 'If it’s about another competency, which one?'
                  : 'Which competency is it about?',
            }),
            ownWords,
            ...(findings.length > 0 ? [offer] : []),
          ],
  }
}
