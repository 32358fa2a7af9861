import type { types } from '@slack/bolt'

/** Longest text of one field, in characters: Slack's limit for an input. */
const MOST = 3_000

const text = (
  id: string,
  label: string,
  hint: string,
  more: { initial?: string; required?: boolean; multiline?: boolean } = {},
): types.InputBlock => ({
  type: 'input',
  block_id: id,
  optional: !more.required,
  label: { type: 'plain_text', text: label },
  hint: { type: 'plain_text', text: hint },
  element: {
    type: 'plain_text_input',
    action_id: 'text',
    multiline: more.multiline ?? true,
    max_length: MOST,
    ...(more.initial ? { initial_value: more.initial.slice(0, MOST) } : {}),
  },
})

/** "Log evidence": what happened, when, your part, the result, a link. */
export const logModal = (initial: string): types.ModalView => ({
  type: 'modal',
  callback_id: 'evidence-log',
  title: { type: 'plain_text', text: 'Log evidence' },
  submit: { type: 'plain_text', text: 'Keep it' },
  close: { type: 'plain_text', text: 'Cancel' },
  blocks: [
    text('what', 'What happened?', 'Name the project or the thing you made.', { initial, required: true }),
    {
      type: 'input',
      block_id: 'when',
      optional: true,
      label: { type: 'plain_text', text: 'When?' },
      element: { type: 'datepicker', action_id: 'date' },
    },
    text('part', 'Your part', 'The decision, the change, the conversation that was yours.'),
    text('result', 'The result', 'Before and after, or an estimate that says it is one.'),
    text('link', 'A link', 'A change, a document, a dashboard that shows it.', { multiline: false }),
  ],
})
