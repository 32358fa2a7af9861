import type { types } from '@slack/bolt'
import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import { compareLevels, whereItLies } from '../../../domain/ladder/compare.ts'
import { competenciesOf, neighbourLevel, rowOf } from '../../../domain/ladder/ladder.ts'
import type { LadderView } from '../../../domain/ladder/ladder-view.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { actions, bold, italic, line, richText, type Said, words } from '../rich-text.ts'
import { differenceLine } from './compare.ts'
import {
  aboutSections,
  competencyTitle,
  levelName,
  menu,
  pathOf,
  rowBlocks,
  show,
  titleOf,
  to,
  typed,
} from './ladder.ts'
import { paged } from './pages.ts'

/**
 * A whole level, or one area of it: its competencies in the ladder's order, and how it differs from the level below.
 */
export function levelView(place: AnswerSource, shown: LadderView & { kind: 'level' }): Said {
  const { ladder } = place
  const { level, area: only } = shown
  const [below, above] = [neighbourLevel(ladder, level.id, -1), neighbourLevel(ladder, level.id, 1)]
  const comparisons = below ? compareLevels(ladder, below, level) : []
  const same = new Set(whereItLies(comparisons).same.map(({ id }) => id))
  const areas = only ? [only] : ladder.areas
  const filled = areas.map((area) => ({
    area,
    competencies: area.competencies.filter(({ id }) => rowOf(ladder, level.id, id).length > 0),
  }))
  const sections = filled.flatMap(({ area, competencies }) =>
    competencies.flatMap((competency, index): types.KnownBlock[][] => {
      const head = line(
        ...(index === 0 && area.name && !only ? [bold(area.name.toUpperCase()), words('\n')] : []),
        bold(competencyTitle(competency)),
        ...(same.has(competency.id) && below ? [italic(`, same as ${below.id}`)] : []),
      )
      return rowBlocks(rowOf(ladder, level.id, competency.id), head).map((block) => [block])
    }),
  )
  const silent = areas.flatMap(({ competencies }) =>
    competencies.filter(({ id }) => rowOf(ladder, level.id, id).length === 0),
  )
  const intro = [
    ...(below && !only ? [differenceLine(comparisons, `Compared with ${levelName(below)}: `)] : []),
    ...(silent.length > 0
      ? [richText(line(italic(`Not covered at this level: ${listed(silent.map(({ name }) => name))}.`)))]
      : []),
  ]
  const buttons = [
    ...(below ? [to(place, `↓ ${levelName(below)}`, { ...shown, level: below })] : []),
    ...(above ? [to(place, `↑ ${levelName(above)}`, { ...shown, level: above })] : []),
    ...(only ? [to(place, `All of ${level.id}`, { kind: 'level', level, area: null })] : []),
    ...(above
      ? [
          to(place, `${level.id} vs ${above.id}`, {
            kind: 'compare',
            from: level,
            to: above,
            competency: null,
          }),
        ]
      : []),
    ...(below
      ? [show(`Aim for ${level.id}`, `goal ${pathOf(place, { kind: 'level', level, area: null })}`)]
      : []),
  ]
  return paged({
    place,
    shown,
    title: titleOf(shown, place),
    intro,
    sections: [...(only ? [] : aboutSections(level.about)), ...sections],
    controls: [
      ...(buttons.length > 0 ? [actions(buttons)] : []),
      ...menu(
        place,
        'Choose competency…',
        'competency',
        competenciesOf(ladder).map((competency) => ({
          label: competency.name,
          shown: { kind: 'cell', level, competency },
        })),
      ),
      typed(place, shown),
    ],
  })
}
