import type { types } from '@slack/bolt'
import type { ShownReview } from '../../coaching/replies.ts'
import { competenciesOf, rowOf } from '../../domain/ladder.ts'
import { inOrder, nameOf, standing } from './review-finding.ts'
import { clipped, inert } from './rich-text.ts'

const plain = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: clipped(inert(text), 75),
  emoji: false,
})
const option = (text: string, value: string): types.PlainTextOption => ({ text: plain(text), value })

/** What can be wrong, as a person would say it. */
const WHAT: readonly (readonly [value: string, label: string])[] = [
  ['other-competency', 'It is about another competency'],
  ['more', 'My words show more than you say'],
  ['less', 'My words show less than you say'],
  ['not-mine', 'I did not do or say this'],
  ['other', 'Something else'],
]

/**
 * Asks what is wrong with a review: which finding, in what way, and in their own words. `private_metadata` is
 * the evidence's id.
 */
export const correctionModal = (shown: ShownReview): types.ModalView => {
  const { review, ladder, evidence } = shown
  const findings = inOrder(shown).slice(0, 99)
  const competencies = competenciesOf(ladder)
    .filter(({ id }) => rowOf(ladder, review.goal.target, id).length > 0)
    .slice(0, 100)
  return {
    type: 'modal',
    callback_id: 'review-wrong',
    private_metadata: evidence.id,
    title: { type: 'plain_text', text: 'What is wrong?' },
    submit: { type: 'plain_text', text: 'Put it right' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      ...(findings.length > 0
        ? ([
            {
              type: 'input',
              block_id: 'finding',
              optional: true,
              label: plain('Which finding?'),
              element: {
                type: 'static_select',
                action_id: 'choice',
                placeholder: plain('All of it'),
                options: findings.map((finding) =>
                  option(`${nameOf(ladder, finding.competency)} · ${standing(finding)}`, finding.competency),
                ),
              },
            },
            {
              type: 'input',
              block_id: 'what',
              optional: true,
              label: plain('What is wrong with it?'),
              element: {
                type: 'static_select',
                action_id: 'choice',
                placeholder: plain('Choose'),
                options: WHAT.map(([value, label]) => option(label, value)),
              },
            },
            {
              type: 'input',
              block_id: 'meant',
              optional: true,
              label: plain('If it is about another competency, which one?'),
              element: {
                type: 'static_select',
                action_id: 'choice',
                placeholder: plain('Choose'),
                options: competencies.map(({ id, name }) => option(name, id)),
              },
            },
          ] satisfies types.InputBlock[])
        : []),
      {
        type: 'input',
        block_id: 'words',
        optional: true,
        label: plain('In your own words'),
        hint: { type: 'plain_text', text: 'Kept with the review, seen by nobody else, never argued with.' },
        element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3000 },
      },
      ...(findings.length > 0
        ? ([
            {
              type: 'input',
              block_id: 'offer',
              optional: true,
              label: plain('Help the coach learn'),
              hint: {
                type: 'plain_text',
                text: 'Without this, only the names of the competencies are used, never your words.',
              },
              element: {
                type: 'checkboxes',
                action_id: 'choice',
                options: [option('My sentences of this finding may be used to test the coach', 'yes')],
              },
            },
          ] satisfies types.InputBlock[])
        : []),
    ],
  }
}
