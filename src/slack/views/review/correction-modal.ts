import type { types } from '@slack/bolt'
import type { ShownReview } from '../../../coaching/replies.ts'
import { askedOf, competenciesOf } from '../../../domain/ladder/ladder.ts'
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
  ['other-competency', 'It is about another competency'],
  ['more', 'My words show more than you say'],
  ['less', 'My words show less than you say'],
  ['not-mine', 'I did not do or say this'],
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
  hint: { type: 'plain_text', text: 'Kept with the review until you delete it, and never argued with.' },
  element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3000 },
}

const offer: types.InputBlock = {
  type: 'input',
  block_id: 'offer',
  optional: true,
  label: plain('Help the coach learn'),
  hint: {
    type: 'plain_text',
    text:
      'The people who run the coach test it with what you say is right or wrong: ' +
      'only competencies, without names. With this they also get these sentences.',
  },
  element: {
    type: 'checkboxes',
    action_id: 'choice',
    options: [option('My sentences of this finding may be used to test the coach', 'yes')],
  },
}

/**
 * Asks what is wrong with a review: which finding, in what way, and in their own words. With `move`, asks only which
 * competency it is about. `private_metadata` is the evidence's id.
 */
export function correctionModal(shown: Omit<ShownReview, 'quotes'>, as: 'wrong' | 'move'): types.ModalView {
  const { review, ladder, evidence } = shown
  const findings = oneOfEach(shown)
    .slice(0, 99)
    .map((finding) =>
      option(`${nameOf(ladder, finding.competency)} · ${standing(finding)}`, finding.competency),
    )
  const competencies = competenciesOf(ladder)
    .filter(({ id }) => askedOf(ladder, review.goal.target, id).length > 0)
    .slice(0, 100)
    .map(({ id, name }) => option(name, id))
  const [only] = findings
  const which = {
    block: 'finding',
    label: 'Which finding?',
    placeholder: as === 'move' ? 'Choose' : 'All of it',
    options: findings,
  }
  const meant = { block: 'meant', placeholder: 'Choose', options: competencies }
  const finding =
    findings.length > 0 ? [select(which, findings.length === 1 && only ? { initial: only } : {})] : []
  return {
    type: 'modal',
    callback_id: 'review-wrong',
    private_metadata: evidence.id,
    title: { type: 'plain_text', text: as === 'move' ? 'Move it' : 'What is wrong?' },
    submit: { type: 'plain_text', text: 'Put it right' },
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
                    placeholder: 'Choose',
                    options: WHAT.map(([value, label]) => option(label, value)),
                  }),
                ]
              : []),
            select({
              ...meant,
              label:
                findings.length > 0
                  ? 'If it is about another competency, which one?'
                  : 'Which competency is it about?',
            }),
            ownWords,
            ...(findings.length > 0 ? [offer] : []),
          ],
  }
}
