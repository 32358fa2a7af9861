import type { LookupAnswer } from '../../../coaching/ladder/look-up-ladder.ts'
import { isShown } from '../../../domain/ladder/ladder-view.ts'
import { actions, button, code, footnote, line, richText, type Said, words } from '../rich-text.ts'
import { pathOf, show } from './ladder.ts'
import { shownView } from './lookup.ts'

/**
 * An answer as everyone may see it: ladder text only, without buttons. Null if it is about a person, or has no ladder
 * text.
 */
export function publicView(answer: LookupAnswer): Said | null {
  if (answer.kind !== 'ladder' || !isShown(answer.lookup)) return null
  const { text, blocks } = shownView(answer, answer.lookup)
  const kept = blocks.filter((block) => block.type !== 'actions').slice(0, -1)
  return {
    text,
    blocks: [
      ...kept,
      footnote(
        `From the ${answer.ladder.name} ladder. To look it up, type /ladder ${pathOf(answer, answer.lookup)}`,
      ),
    ],
  }
}

/** A preview of what everyone in the channel would see. */
export function sharePreview(answer: LookupAnswer): Said | null {
  const said = publicView(answer)
  if (said === null || answer.kind !== 'ladder' || !isShown(answer.lookup)) return null
  const path = pathOf(answer, answer.lookup)
  return {
    text: `Preview: ${said.text}`,
    blocks: [
      richText(line(words('Everyone in this conversation will see this, and nothing else:'))),
      ...said.blocks,
      actions([button('Post here', 'ladder-share-post', path, { style: 'primary' }), show('Back', path)]),
    ],
  }
}

/** Tells only the person that it was posted. */
export function sharedView(path: string): Said {
  return {
    text: 'Posted without your name.',
    blocks: [
      richText(line(words('Posted without your name. To see it again, type '), code(`/ladder ${path}`))),
      actions([show('Back', path)]),
    ],
  }
}
