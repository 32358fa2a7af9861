import type { types } from '@slack/bolt'
import { diffWordsWithSpace } from 'diff'
import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import {
  type CompetencyComparison,
  compareLevels,
  compareRows,
  firstNew,
  type RowComparison,
  whereItLies,
} from '../../../domain/ladder/compare.ts'
import { type Competency, competenciesOf, neighbourLevel, rowOf } from '../../../domain/ladder/ladder.ts'
import type { LadderView } from '../../../domain/ladder/ladder-view.ts'
import { listed } from '../../../domain/text/in-words.ts'
import {
  actions,
  bold,
  bullets,
  clipped,
  footnote,
  italic,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { competencyTitle, levelName, menu, titleOf, to, typed } from './ladder.ts'
import { paged } from './pages.ts'

type Inline = types.RichTextElement

const named = (competencies: readonly Competency[]): string => listed(competencies.map(({ name }) => name))

/** A one-line summary of the difference. */
export function differenceLine(
  comparisons: readonly CompetencyComparison[],
  before = '',
): types.RichTextBlock {
  const { most, same } = whereItLies(comparisons)
  const sentences = [
    most.length > 0 ? `most of what’s new is in ${named(most)}.` : 'nothing new is asked.',
    ...(same.length === comparisons.length && same.length > 0
      ? ['Every competency is the same.']
      : same.length > 0
        ? [`No change: ${named(same)}.`]
        : []),
  ]
  const said = sentences.join(' ')
  return richText(line(italic(before + (before ? said : said[0]!.toUpperCase() + said.slice(1)))))
}

/** Both sentences in full, with the differences marked: removed words struck through, new ones bold. */
const reworded = (before: string, after: string, from: string, to: string): Inline[][] => {
  const parts = diffWordsWithSpace(before, after)
  return [
    [
      italic(`${from}: `),
      ...parts
        .filter(({ added }) => !added)
        .map(({ value, removed }) => words(value, removed ? { strike: true } : undefined)),
    ],
    [
      italic(`${to}: `),
      ...parts
        .filter(({ removed }) => !removed)
        .map(({ value, added }) => (added ? bold(value) : words(value))),
    ],
  ]
}

type Ends = { readonly from: string; readonly to: string }

/**
 * The differences in one row, as groups of bullets that stay together, each labelled. If `whole`, includes what stays
 * the same.
 */
const differenceGroups = (rows: RowComparison, { from, to }: Ends, whole: boolean): Inline[][][] => [
  ...rows.added.map((text) => [[bold(to === 'now' ? 'New: ' : `New at ${to}: `), words(text)]]),
  ...rows.reworded.map(({ before, after }) => reworded(before, after, from, to)),
  ...rows.gone.map((text) => [
    [italic(from === 'before' ? 'No longer there: ' : `Only at ${from}: `), words(text)],
  ]),
  ...(whole ? rows.stays.map((text) => [[italic('Unchanged: '), words(text)]]) : []),
]

/** The same as a flat list of bullets. */
export function differenceItems(rows: RowComparison, ends: Ends): Inline[][] {
  return differenceGroups(rows, ends, false).flat()
}

const stayNote = ({ same, stays, reworded, added, gone }: RowComparison, { from, to }: Ends): string => {
  if (same) return ': no change'
  if (stays.length + reworded.length + gone.length === 0) return `: new at ${to}`
  if (stays.length + reworded.length + added.length === 0) return `: only at ${from}`
  if (stays.length === 0) return ''
  return `: ${stays.length} ${stays.length === 1 ? 'sentence' : 'sentences'} unchanged`
}

const sectionOf = (
  { competency, rows }: CompetencyComparison,
  ends: Ends,
  whole: boolean,
): types.KnownBlock[][] => {
  const head = line(bold(competencyTitle(competency)), italic(stayNote(rows, ends)))
  const all = differenceGroups(rows, ends, whole)
  if (all.length === 0) return [[richText(head)]]
  // A few sentences per block, so that a long row can be split between pages.
  const blocks: Inline[][][] = [[]]
  for (const group of all) {
    if (blocks.at(-1)!.length >= 6) blocks.push([])
    blocks.at(-1)!.push(...group)
  }
  return blocks.map((items, index) => [richText(...(index === 0 ? [head] : []), bullets(items))])
}

/** How many sentences the first screen shows, and how much of each, in UTF-16 units. */
const MOST_NEW = 7
const NEW_SHOWN = 240

/**
 * The first screen: what is new, and how much more differs. Null if all of it fits on one screen, or if nothing is new.
 */
const firstScreen = (
  comparisons: readonly CompetencyComparison[],
  { from, to }: Ends,
): types.KnownBlock[] | null => {
  const count = (of: (rows: RowComparison) => readonly unknown[]): number =>
    comparisons.reduce((sum, { rows }) => sum + of(rows).length, 0)
  const added = count((rows) => rows.added)
  const reworded = count((rows) => rows.reworded)
  const gone = count((rows) => rows.gone)
  const news = firstNew(comparisons, MOST_NEW)
  if (news.length === 0 || added + reworded + gone <= MOST_NEW) return null
  const more = added - news.length
  const rest = [
    ...(more > 0 ? [`${more} more new ${more === 1 ? 'sentence' : 'sentences'}`] : []),
    ...(reworded > 0 ? [`${reworded} worded differently`] : []),
    ...(gone > 0 ? [`${gone} only at ${from}`] : []),
  ]
  return [
    differenceLine(comparisons),
    richText(
      line(bold(`New at ${to}`)),
      bullets(
        news.map(({ competency, text }) => [bold(`${competency.name}: `), words(clipped(text, NEW_SHOWN))]),
      ),
    ),
    ...(rest.length > 0 ? [footnote(`The rest: ${listed(rest)}.`)] : []),
  ]
}

/** Compares two levels, or one competency at both: what stays, what is new, what is worded differently. */
export function compareView(place: AnswerSource, shown: LadderView & { kind: 'compare' }): Said {
  const { ladder } = place
  const { from, to: upper, competency } = shown
  const ends = { from: from.id, to: upper.id }
  const comparisons = competency
    ? [
        {
          competency,
          rows: compareRows(rowOf(ladder, from.id, competency.id), rowOf(ladder, upper.id, competency.id)),
        },
      ]
    : compareLevels(ladder, from, upper)
  const [below, above] = [neighbourLevel(ladder, from.id, -1), neighbourLevel(ladder, upper.id, 1)]
  const pair = (lower: typeof from, higher: typeof from) =>
    to(place, `${lower.id} vs ${higher.id}`, { ...shown, from: lower, to: higher })
  const first = competency ? null : firstScreen(comparisons, ends)
  return paged({
    place,
    shown,
    title: titleOf(shown, place),
    first: first && { blocks: first, more: 'Show the rest' },
    intro: competency || first ? [] : [differenceLine(comparisons)],
    sections: comparisons.flatMap((one) => sectionOf(one, ends, competency !== null)),
    controls: [
      actions([
        ...(below ? [pair(below, from)] : []),
        ...(above ? [pair(upper, above)] : []),
        ...(competency
          ? [
              to(place, 'Full comparison', { ...shown, competency: null }),
              to(place, 'All levels', { kind: 'competency', competency }),
            ]
          : [
              to(place, levelName(from), { kind: 'level', level: from, area: null }),
              to(place, levelName(upper), { kind: 'level', level: upper, area: null }),
            ]),
      ]),
      ...menu(
        place,
        'Choose competency…',
        'compare',
        competenciesOf(ladder).map((one) => ({ label: one.name, shown: { ...shown, competency: one } })),
      ),
      typed(place, shown),
    ],
  })
}
