import type { types } from '@slack/bolt'
import type { KeptEvidence } from '../../../coaching/evidence/evidence-store.ts'
import type { EvidenceList } from '../../../coaching/evidence/list-evidence.ts'
import { beginningOf, type Evidence } from '../../../domain/evidence/evidence.ts'
import { competenciesOf } from '../../../domain/ladder/ladder.ts'
import { quarterAt } from '../../../domain/ladder/ladder-command.ts'
import { readAloud } from '../ladder/pages.ts'
import { nameOf } from '../review/review-finding.ts'
import {
  actions,
  bold,
  button,
  clipped,
  confirm,
  footnote,
  header,
  inert,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'

/** How much of one piece the list shows, in UTF-16 units. */
const SHOWN = 280

/** How much of a piece is read. Enough to fill SHOWN after empty lines are removed. */
const READ = 2 * SHOWN

/** How many past quarters can be chosen. */
const QUARTERS = 20

const WAITING = { queued: 'being read', waiting: 'waits for a goal', reviewed: '', answered: '' } as const

/** When it happened, or else when it was written, as ISO days. */
export function whenOf(evidence: Evidence): string {
  const { receivedAt } = evidence
  const happened = evidence.happened ?? evidence.told
  if (happened === null) return receivedAt.toString().slice(0, 10)
  return happened.from.equals(happened.to) ? `${happened.to}` : `${happened.from} to ${happened.to}`
}

const rowBlocks = (row: KeptEvidence, list: EvidenceList): types.KnownBlock[] => {
  const { evidence, review } = row
  const author = evidence.parts.find(({ saidBy }) => saidBy !== null)?.saidBy
  const files = evidence.parts.flatMap(({ file }) => (file ? [file.name] : []))
  const found = (review?.findings ?? []).map(
    ({ competency, status }) =>
      `${list.ladder ? nameOf(list.ladder, competency) : competency}${status ? ` ${status}` : ''}`,
  )
  return [
    richText(
      line(
        bold(whenOf(evidence)),
        words(author ? ` · said by ${author}` : ''),
        words(files.length > 0 ? ` · ${files.join(', ')}` : ''),
        words(WAITING[evidence.state] ? ` · ${WAITING[evidence.state]}` : ''),
      ),
      line(words(clipped(beginningOf(evidence, READ).replace(/\s+/g, ' '), SHOWN))),
      ...(found.length > 0 ? [line(words(`→ ${found.join(', ')}`))] : []),
    ),
    actions([
      ...(review
        ? [
            button('Open', 'evidence-open', evidence.id),
            button('Move to another competency', 'evidence-move', evidence.id),
          ]
        : []),
      button('Read it again', 'evidence-again', evidence.id),
      button('Delete', 'evidence-delete', `${evidence.id} ${list.text}`.slice(0, 2000), {
        style: 'danger',
        confirm: confirm(
          'Delete this evidence?',
          'The evidence, its review and my posts about it are deleted. This cannot be undone.',
          'Delete',
        ),
      }),
    ]),
  ]
}

const select = (
  id: string,
  placeholder: string,
  options: readonly { label: string; value: string }[],
  chosen: string | null,
): types.StaticSelect => {
  const all = options.map(({ label, value }) => ({
    text: { type: 'plain_text' as const, text: clipped(inert(label), 75), emoji: false },
    value: value.slice(0, 150),
  }))
  const initial = all.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id: id,
    placeholder: { type: 'plain_text', text: placeholder },
    options: all.slice(0, 100),
    ...(initial ? { initial_option: initial } : {}),
  }
}

/** Links to the same list by another competency or quarter, as words to type. */
const filters = ({ ladder, filter, today }: EvidenceList): types.ActionsBlock => {
  const quarter = filter.quarter?.label ?? ''
  const competency = ladder && filter.competency ? nameOf(ladder, filter.competency) : ''
  const path = (one: string, other: string): string => `${one} ${other}`.trim() || 'all'
  const quarters = Array.from(
    { length: QUARTERS },
    (_, back) => quarterAt(today.subtract({ months: back * 3 })).label,
  )
  return actions([
    ...(ladder
      ? [
          select(
            'evidence-list:competency',
            'Any competency',
            [
              { label: 'Any competency', value: path('', quarter) },
              ...competenciesOf(ladder).map(({ name }) => ({ label: name, value: path(name, quarter) })),
            ],
            path(competency, quarter),
          ),
        ]
      : []),
    select(
      'evidence-list:quarter',
      'Any quarter',
      [
        { label: 'Any quarter', value: path(competency, '') },
        ...[...new Set([...quarters, ...(quarter ? [quarter] : [])])].map((label) => ({
          label,
          value: path(competency, label),
        })),
      ],
      path(competency, quarter),
    ),
  ])
}

/** `/ladder evidence`: what is stored, newest first. Each entry can be opened, read again, moved and deleted. */
export function evidenceListView(list: EvidenceList): Said {
  const { kept, rows, more, later, filter, ladder, text } = list
  const last = rows.at(-1)
  const limits = [
    ...(filter.competency && ladder ? [nameOf(ladder, filter.competency)] : []),
    ...(filter.quarter ? [filter.quarter.label] : []),
  ].join(', ')
  const none =
    kept.evidence === 0
      ? 'Nothing is kept yet. Send me a direct message about something you did, or type /ladder log.'
      : `Nothing ${limits ? `for ${limits}` : 'more'}.`
  const blocks: types.KnownBlock[] = [
    header(`Your evidence${limits ? ` · ${limits}` : ''}`),
    ...(kept.evidence > 0 ? [filters(list)] : []),
    ...(rows.length === 0 ? [richText(line(words(none)))] : rows.flatMap((row) => rowBlocks(row, list))),
    actions([
      ...(later ? [button('Newest', 'evidence-list', text || 'all')] : []),
      ...(more && last
        ? [button('Older', 'evidence-older', `${last.evidence.receivedAt} ${text}`.slice(0, 2000))]
        : []),
      button('Log evidence', 'evidence-log', 'new'),
    ]),
    footnote(`${kept.evidence} kept. Only you see this; /ladder data deletes everything.`),
  ]
  return { text: readAloud(blocks), blocks }
}
