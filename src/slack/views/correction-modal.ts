import type { types } from '@slack/bolt'

/** Asks what is wrong with a review. `private_metadata` is the evidence's id. */
export const correctionModal = (evidenceId: string): types.ModalView => ({
  type: 'modal',
  callback_id: 'review-wrong',
  private_metadata: evidenceId,
  title: { type: 'plain_text', text: 'What is wrong?' },
  submit: { type: 'plain_text', text: 'Keep it' },
  close: { type: 'plain_text', text: 'Cancel' },
  blocks: [
    {
      type: 'input',
      block_id: 'what',
      label: { type: 'plain_text', text: 'What does this review get wrong?' },
      hint: { type: 'plain_text', text: 'Kept with the review, seen by nobody else, and never argued with.' },
      element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3000 },
    },
  ],
})
