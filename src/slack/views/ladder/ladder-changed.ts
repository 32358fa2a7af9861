import type { types } from '@slack/bolt'
import type { CompetencyComparison } from '../../../domain/ladder/compare.ts'
import { type Ladder, levelOf } from '../../../domain/ladder/ladder.ts'
import type { Goal } from '../../../domain/person.ts'
import {
  actions,
  bold,
  bullets,
  line,
  MOST_SHOWN,
  richText,
  type Said,
  shownLength,
  words,
} from '../rich-text.ts'
import { differenceItems } from './compare.ts'
import { competencyTitle, levelName, show } from './ladder.ts'
import { readAloud } from './pages.ts'

/** Shown once in the person's own thread after the ladder was edited: what their target level asks now. */
export function ladderChangedView(
  ladder: Ladder,
  goal: Goal,
  changes: readonly CompetencyComparison[],
): Said {
  const level = levelOf(ladder, goal.target)
  const blocks: types.KnownBlock[] = [
    richText(
      line(
        bold(
          `The ${ladder.name} ladder was edited since you last saw it. At ${level ? levelName(level) : goal.target}:`,
        ),
      ),
    ),
  ]
  const left: string[] = []
  for (const { competency, rows } of changes) {
    const block = richText(
      line(bold(competencyTitle(competency))),
      bullets(differenceItems(rows, { from: 'before', to: 'now' })),
    )
    if (blocks.length < 40 && shownLength([...blocks, block]) < MOST_SHOWN - 1_000) blocks.push(block)
    else left.push(competency.name)
  }
  if (left.length > 0)
    blocks.push(richText(line(words(`There is more than fits here, in ${left.slice(0, 20).join(', ')}.`))))
  return {
    text: readAloud(blocks),
    blocks: [...blocks, actions([show(`All of ${goal.target}`, `${ladder.id} ${goal.target}`)])],
  }
}
