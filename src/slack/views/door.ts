import type { types } from '@slack/bolt'
import { line, richText, type Said, words } from './rich-text.ts'

/** A refusal at the door, as a message or, if a form was expected, as a modal. */
export type SaidAtDoor = { readonly said: Said; readonly modal: types.ModalView }

const atDoor = (text: string, more = ''): SaidAtDoor => {
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
export function foreignView(): SaidAtDoor {
  return atDoor(
    'I am for members of this workspace, and you are from another one. I stored nothing.',
    'Your own workspace can have me too: ask the person who installs apps there.',
  )
}

/** Shown if Slack does not say which workspace somebody belongs to, even when asked. */
export function unknownVisitorView(): SaidAtDoor {
  return atDoor(
    'Slack does not tell me which workspace you are in, so I did nothing. Please try again in a minute.',
  )
}
