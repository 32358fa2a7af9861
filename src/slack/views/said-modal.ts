import type { types } from '@slack/bolt'
import { header, type Said } from './rich-text.ts'

/** Slack's limit for a view. */
const MOST_BLOCKS = 100

/** What only a conversation can do: posting for everybody in it. */
const NEEDS_CONVERSATION = /^ladder-share/

/** Modals have no folds, so a fold becomes its title and content. */
const unfolded = (block: types.KnownBlock): types.KnownBlock[] =>
  block.type === 'container'
    ? [header(block.title?.text ?? ' '), ...(block.child_blocks as types.KnownBlock[])]
    : [block]

const withoutSharing = (block: types.KnownBlock): types.KnownBlock[] => {
  if (block.type !== 'actions') return [block]
  const elements = block.elements.filter(({ action_id = '' }) => !NEEDS_CONVERSATION.test(action_id))
  return elements.length > 0 ? [{ ...block, elements }] : []
}

/** An answer as a modal, where nothing can be posted: after a click on the Home tab, or in such a modal. */
export function saidModal({ blocks }: Said): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Ladder Coach' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: blocks.flatMap(unfolded).flatMap(withoutSharing).slice(0, MOST_BLOCKS),
  }
}
