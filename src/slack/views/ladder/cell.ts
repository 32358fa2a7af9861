import type { types } from '@slack/bolt'
import type { AnswerSource } from '../../../coaching/ladder/look-up-ladder.ts'
import { compareRows } from '../../../domain/ladder/compare.ts'
import { bulletsOf, competenciesOf, neighbourLevel, rowOf } from '../../../domain/ladder/ladder.ts'
import type { LadderView } from '../../../domain/ladder/ladder-view.ts'
import { actions, bold, bullets, button, italic, line, richText, type Said, words } from '../rich-text.ts'
import { differenceItems } from './compare.ts'
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

/** What the level above says and this one does not, sentence by sentence, verbatim. */
const difference = (
  { ladder }: AnswerSource,
  { level, competency }: LadderView & { kind: 'cell' },
): types.KnownBlock[][] => {
  const above = neighbourLevel(ladder, level.id, 1)
  if (!above) return [[richText(line(italic(`${levelName(level)} is the highest level.`)))]]
  const there = rowOf(ladder, above.id, competency.id)
  const rows = compareRows(rowOf(ladder, level.id, competency.id), there)
  if (there.length === 0) return [[richText(line(italic(`${levelName(above)} doesn’t cover this.`)))]]
  if (rows.same) return [[richText(line(bold(levelName(above)), words(' asks the same.')))]]
  const items = differenceItems(rows, { from: level.id, to: above.id })
  if (items.length === 0) return [[richText(line(bold(levelName(above)), words(' asks nothing more.')))]]
  return [[richText(line(bold(`What ${levelName(above)} adds or changes`))), richText(bullets(items))]]
}

const controlsOf = (place: AnswerSource, shown: LadderView & { kind: 'cell' }): types.KnownBlock[] => {
  const { ladder } = place
  const { level, competency } = shown
  const [below, above] = [neighbourLevel(ladder, level.id, -1), neighbourLevel(ladder, level.id, 1)]
  return [
    actions([
      ...(below ? [to(place, `↓ ${below.id}`, { ...shown, level: below })] : []),
      ...(above ? [to(place, `↑ ${above.id}`, { ...shown, level: above })] : []),
      to(place, 'All levels', { kind: 'competency', competency }),
      to(place, `All of ${level.id}`, { kind: 'level', level, area: null }),
      ...(above
        ? [
            to(place, `${level.id} vs ${above.id}`, {
              kind: 'compare',
              from: level,
              to: above,
              competency,
            }),
          ]
        : []),
      ...(below
        ? [show(`Aim for ${level.id}`, `goal ${pathOf(place, { kind: 'level', level, area: null })}`)]
        : []),
      button('Share…', 'ladder-share', pathOf(place, shown)),
    ]),
    ...menu(
      place,
      'Another competency…',
      'competency',
      competenciesOf(ladder).map((one) => ({ label: one.name, shown: { ...shown, competency: one } })),
    ),
    typed(place, shown),
  ]
}

/** One competency at one level, and how the level above differs. */
export function cellView(place: AnswerSource, shown: LadderView & { kind: 'cell' }): Said {
  const { level, competency } = shown
  const row = rowOf(place.ladder, level.id, competency.id)
  return paged({
    place,
    shown,
    title: titleOf(shown, place),
    intro: [],
    sections: [
      ...aboutSections(competency.about),
      ...(row.length > 0
        ? rowBlocks(row, null).map((block) => [block])
        : [[richText(line(italic(`The ladder doesn’t cover ${competency.name} at this level.`)))]]),
      ...difference(place, shown),
    ],
    controls: controlsOf(place, shown),
  })
}

/** One competency from the lowest level to the highest. Says so if a row repeats the one below. */
export function competencyView(place: AnswerSource, shown: LadderView & { kind: 'competency' }): Said {
  const { ladder } = place
  const { competency } = shown
  const sections = ladder.levels.flatMap((level, index): types.KnownBlock[][] => {
    const row = rowOf(ladder, level.id, competency.id)
    const below = ladder.levels[index - 1]
    const same =
      below &&
      row.length > 0 &&
      bulletsOf(rowOf(ladder, below.id, competency.id)).join('\n') === bulletsOf(row).join('\n')
    const head = line(bold(levelName(level)), ...(same ? [italic(`, same as ${below.id}`)] : []))
    return row.length > 0
      ? rowBlocks(row, head).map((block) => [block])
      : [[richText(head, line(italic('Not covered at this level.')))]]
  })
  const pairs = ladder.levels.slice(1).map((level, index) => ({ from: ladder.levels[index]!, to: level }))
  return paged({
    place,
    shown,
    title: competencyTitle(competency),
    intro: [],
    sections: [...aboutSections(competency.about), ...sections],
    controls: [
      actions(
        ladder.levels.slice(0, 25).map((level) => to(place, level.id, { kind: 'cell', level, competency })),
      ),
      actions(
        pairs
          .slice(0, 25)
          .map((pair) =>
            to(place, `${pair.from.id} vs ${pair.to.id}`, { kind: 'compare', ...pair, competency }),
          ),
      ),
      typed(place, shown),
    ].filter((block) => block.type !== 'actions' || block.elements.length > 0),
  })
}
