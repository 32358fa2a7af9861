import type { types } from '@slack/bolt'
import { line, richText, type Said, words } from './rich-text.ts'

/** Something said at the door, where a message can hold it or in place of a form. */
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

/** To people of another workspace, once: for whom the coach is, and that nothing was kept. */
export function foreignView(): SaidAtDoor {
  return atDoor(
    'I am for members of this workspace, and you are from another one. I stored nothing.',
    'Your own workspace can have me too: ask the person who installs apps there.',
  )
}

/** Slack says neither with the request nor when it is asked where somebody is from. */
export function unknownVisitorView(): SaidAtDoor {
  return atDoor(
    'Slack does not tell me which workspace you are in, so I did nothing. Please try again in a minute.',
  )
}
