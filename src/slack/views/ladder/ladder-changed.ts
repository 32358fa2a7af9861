import type { types } from '@slack/bolt'
import type { CompetencyComparison } from '../../../domain/ladder/compare.ts'
import { type Ladder, levelOf } from '../../../domain/ladder/ladder.ts'
import type { Goal } from '../../../domain/person.ts'
import { listed } from '../../../domain/text/in-words.ts'
import {
  actions,
  bold,
  bullets,
  escaped,
  line,
  MOST_SHOWN,
  richText,
  type Said,
  shownLength,
  words,
} from '../rich-text.ts'
import { differenceItems } from './compare.ts'
import { competencyTitle, levelName, show } from './ladder.ts'

/** Shown once in the person's own thread after the ladder was edited: what their target level asks now. */
export function ladderChangedView(
  ladder: Ladder,
  goal: Goal,
  changes: readonly CompetencyComparison[],
): Said {
  const level = levelOf(ladder, goal.target)
  const name = level ? levelName(level) : goal.target
  const blocks: types.KnownBlock[] = [
    richText(line(bold(`The ${ladder.name} ladder has changed. What is different for your goal, ${name}:`))),
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
    blocks.push(richText(line(words(`There are more changes in ${listed(left.slice(0, 20))}.`))))
  return {
    text: escaped(`The ${ladder.name} ladder has changed for your goal, ${name}.`),
    blocks: [...blocks, actions([show(`All of ${goal.target}`, `${ladder.id} ${goal.target}`)])],
  }
}
