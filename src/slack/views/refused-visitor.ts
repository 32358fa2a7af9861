import type { types } from '@slack/bolt'
import { line, richText, type Said, words } from './rich-text.ts'

/** A refusal, as a message and as a modal, which is shown if a form was expected. */
export type Refusal = { readonly said: Said; readonly modal: types.ModalView }

const refusal = (text: string, more = ''): Refusal => {
  const whole = more ? `${text} ${more}` : text
  return {
    said: { text, blocks: [richText(line(words(whole)))] },
    modal: {
      type: 'modal',
      title: { type: 'plain_text', text: 'Ladder Coach' },
      close: { type: 'plain_text', text: 'Close' },
      blocks: [{ type: 'section', text: { type: 'plain_text', text: whole } }],
    },
  }
}

/** Shown once to people of another workspace: who the coach is for, and that it stored nothing. */
export function foreignView(): Refusal {
  return refusal(
    'I only work for members of this workspace, and you’re from another one. I stored nothing.',
    'Your own workspace can have me too. Ask the person who installs apps there.',
  )
}

/** Shown if Slack does not say which workspace somebody belongs to, even when asked. */
export function unknownVisitorView(): Refusal {
  return refusal(
    'Slack didn’t tell me which workspace you’re in, so I did nothing. Please try again in a minute.',
  )
}
