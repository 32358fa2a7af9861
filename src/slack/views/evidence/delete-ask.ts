import type { KeptEvidence } from '../../../coaching/evidence/evidence-store.ts'
import type { Days } from '../../../domain/dates/days.ts'
import type { Ladder } from '../../../domain/ladder/ladder.ts'
import { actions, button, header, line, passage, richText, type Said, words } from '../rich-text.ts'
import { type ListPlace, lineOf, placeWords } from './evidence-line.ts'

/** "Delete…" in the menu of a piece: asks once, in the place of the list, to which both answers lead back. */
export function deleteAskView(
  row: Pick<KeptEvidence, 'evidence' | 'review'> & { readonly shown: Days },
  ladder: Ladder | null,
  place: ListPlace,
): Said {
  const back = placeWords(place)
  return {
    text: 'Delete this evidence?',
    blocks: [
      header('Delete this evidence?'),
      richText(
        passage(lineOf(row, ladder)),
        line(words('This deletes the entry, its review and my posts about it. You can’t undo it.')),
      ),
      actions([
        button('Delete', 'evidence-delete', `${row.evidence.id} ${back}`, { style: 'danger' }),
        button('Keep it', 'evidence-back', back),
      ]),
    ],
  }
}
