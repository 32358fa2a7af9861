import type { types } from '@slack/bolt'
import type { EvidenceList } from '../../../coaching/evidence/list-evidence.ts'
import { PAGE } from '../../../domain/evidence/list/listed.ts'
import { wordsOfFilter } from '../../../domain/ladder/evidence-filter.ts'
import { competenciesOf } from '../../../domain/ladder/ladder.ts'
import { numberInWords } from '../../../domain/text/in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import { nameOf } from '../review/review-finding.ts'
import { actions, button, footnote, header, line, richText, type Said, select, words } from '../rich-text.ts'
import { lineBlock } from './evidence-line.ts'
import { entries } from './found.ts'

/** The words of a filter as the value of an option. Slack refuses an empty one. */
const optionValue = (filter: EvidenceList['filter'], ladder: EvidenceList['ladder']): string =>
  wordsOfFilter(filter, ladder) || 'all'

/** Menus that lead to the same list by another competency or quarter. Only quarters with something in them. */
const filters = ({ ladder, filter, quarters }: EvidenceList): types.ActionsBlock => {
  const of = (more: Partial<EvidenceList['filter']>): string => optionValue({ ...filter, ...more }, ladder)
  const chosen = of({})
  const isHeld = quarters.some(({ label }) => label === filter.period?.label)
  return actions([
    ...(ladder
      ? [
          select(
            'evidence-list:competency',
            'Any competency',
            [
              { label: 'Any competency', value: of({ competency: null }) },
              ...competenciesOf(ladder).map(({ id, name }) => ({
                label: name,
                value: of({ competency: id }),
              })),
            ],
            chosen,
          ),
        ]
      : []),
    select(
      'evidence-list:quarter',
      'Any time',
      [
        { label: 'Any time', value: of({ period: null }) },
        ...(filter.period && !isHeld ? [{ label: filter.period.label, value: chosen }] : []),
        ...quarters.map(({ label, days, count }) => ({
          label: `${label}: ${entries(count)}`,
          value: of({ period: { label, days } }),
        })),
      ],
      chosen,
    ),
  ])
}

/** "8 to 14 of 23 entries", "2 of 23 entries" for a filter that leaves 2. */
const countWords = ({ kept, rows, total, page }: EvidenceList): string => {
  const first = (page - 1) * PAGE + 1
  const last = first + rows.length - 1
  const [from, to] = [numberInWords(first), numberInWords(last)]
  if (total > PAGE) return `${first === last ? 'Entry' : `${from} to`} ${to} of ${entries(total)}`
  return total < kept.evidence ? `${total} of ${entries(kept.evidence)}` : entries(total)
}

/** `/ladder evidence`: what is stored, the latest days first, one line each with a menu. */
export function evidenceListView(list: EvidenceList): Said {
  const { kept, rows, page, pages, filter, ladder } = list
  const text = wordsOfFilter(filter, ladder)
  const limits = [
    ...(filter.competency && ladder ? [nameOf(ladder, filter.competency)] : []),
    ...(filter.period ? [filter.period.label] : []),
    ...(filter.words ? [`“${filter.words}”`] : []),
  ].join(', ')
  const none =
    kept.evidence === 0
      ? 'No evidence yet. Send me a direct message about something you did, or type /ladder log.'
      : limits
        ? `I found no evidence for ${limits}.`
        : 'No more evidence.'
  const blocks: types.KnownBlock[] = [
    header(`Your evidence${limits ? ` · ${limits}` : ''}`),
    ...(rows.length === 0
      ? [richText(line(words(none)))]
      : rows.map((row) => lineBlock(row, ladder, { list: 'evidence', page, text }))),
    ...(kept.evidence > 0 ? [filters(list)] : []),
    actions([
      ...(page > 1 ? [button('Newer', 'evidence-newer', `${page - 1} ${text}`.trim())] : []),
      ...(page < pages ? [button('Older', 'evidence-older', `${page + 1} ${text}`.trim())] : []),
      ...(limits && kept.evidence > 0 ? [button('All evidence', 'evidence-list', 'all')] : []),
      button('Log evidence', 'evidence-log', 'new'),
    ]),
    footnote(
      kept.evidence === 0
        ? 'Only you see this list.'
        : `${countWords(list)}. Only you see this list. ` +
            'To search, type /ladder evidence and a word. To delete everything, type /ladder data.',
    ),
  ]
  return { text: readAloud(blocks), blocks }
}
