import type { ConversationReply, ListedEntry } from '../../../coaching/conversation/conversation-reply.ts'
import { beginningOf } from '../../../domain/evidence/evidence.ts'
import { periodInWords } from '../../../domain/text/in-words.ts'
import { lineBlock } from '../evidence/evidence-line.ts'
import { entries } from '../evidence/found.ts'
import { nameOf } from '../review/review-finding.ts'
import { actions, button, clipped, line, richText, type Said, words } from '../rich-text.ts'

/** How much of one entry is quoted, in UTF-16 units. */
const SHOWN = 160

/** How an entry begins. */
export function entryWords({ evidence }: Pick<ListedEntry, 'evidence'>): string {
  const said = beginningOf(evidence, 2 * SHOWN).replace(/\s+/g, ' ')
  return clipped(said, SHOWN)
}

type Listed = ConversationReply & { kind: 'entries' }

/** " for Trust, from 1 to 31 March 2026, about “dns outage”". */
const limits = ({ filter, ladder }: Listed): string => {
  const { period, competency, words: about } = filter
  return [
    ...(competency && ladder ? [` for ${nameOf(ladder, competency)}`] : []),
    ...(period ? [` from ${periodInWords(`${period.from}`, `${period.to}`)}`] : []),
    ...(about ? [` about “${about}”`] : []),
  ].join('')
}

/** A person's entries, all or some, newest first. */
export function entriesView(list: Listed): Said {
  const { rows, more, filter, ladder } = list
  const said =
    rows.length === 0
      ? `I found no entry${limits(list)}. Ask in other words, or see your whole list.`
      : more
        ? `Your newest ${entries(rows.length)}${limits(list)}:`
        : `${rows.length === 1 ? 'Your 1 entry' : `Your ${entries(rows.length)}`}${limits(list)}:`
  const path = filter.competency && ladder ? nameOf(ladder, filter.competency) : 'all'
  return {
    text: rows.length === 0 ? 'I found no entry like that.' : `I found ${entries(rows.length)} of yours.`,
    blocks: [
      richText(line(words(said))),
      ...rows.map((row) => lineBlock(row, ladder, { list: 'evidence', page: 1, text: path })),
      actions([button('Show list', 'evidence-list', path)]),
    ],
  }
}
