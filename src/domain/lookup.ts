import { type GoalChange, goalChangeOf } from './goal.ts'
import type { Competency, Ladder, Level } from './ladder.ts'
import { competenciesOf } from './ladder.ts'
import { competencyNamed, competencyNames, levelNamed, levelNames, nearestNames, plain } from './names.ts'

/** What someone asked of `/ladder`. */
export type Lookup =
  | { readonly kind: 'help' }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'competency'; readonly competency: Competency }
  | { readonly kind: 'cell'; readonly level: Level; readonly competency: Competency }
  | { readonly kind: 'show-goal' }
  | GoalChange
  | { readonly kind: 'data' }
  /** Not understood: the nearest things that exist, as `/ladder` texts, at least one. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] }

/** Slack sends at most 3,000 characters here; no name is this long, and nothing longer is looked at. */
const TEXT_LIMIT = 300

const cellNamed = (ladder: Ladder, words: string): { level: Level; competency: Competency } | undefined => {
  for (const level of ladder.levels) {
    for (const competency of competenciesOf(ladder)) {
      for (const a of levelNames(level)) {
        for (const b of competencyNames(competency)) {
          if (words === `${a} ${b}` || words === `${b} ${a}`) return { level, competency }
        }
      }
    }
  }
  return undefined
}

const nearest = (ladder: Ladder, text: string): string[] => {
  const near = nearestNames(ladder, text)
  const found = [
    ...(near.level && near.competency ? [`${near.level.id} ${near.competency.name.toLowerCase()}`] : []),
    ...(near.level ? [near.level.id] : []),
    ...(near.competency ? [near.competency.name.toLowerCase()] : []),
  ]
  return found.length > 0 ? found : ladder.levels.map((level) => level.id).slice(0, 5)
}

/** What the text after `/ladder` asks for, by ids and names in any case. */
export const lookupOf = (ladder: Ladder, text: string): Lookup => {
  const asked = plain(text.slice(0, TEXT_LIMIT))
  if (text.trim() === '' || asked === 'help') return { kind: 'help' }
  if (text.length > TEXT_LIMIT)
    return { kind: 'unknown', nearest: nearest(ladder, text.slice(0, TEXT_LIMIT)) }
  if (asked === 'goal' || asked === 'my goal') return { kind: 'show-goal' }
  if (['data', 'my data', 'delete', 'delete everything', 'privacy', 'evidence'].includes(asked))
    return { kind: 'data' }
  if (asked.startsWith('goal ')) return goalChangeOf(ladder, text.trim().slice('goal '.length))
  const level = levelNamed(ladder, asked)
  if (level) return { kind: 'level', level }
  const competency = competencyNamed(ladder, asked)
  if (competency) return { kind: 'competency', competency }
  const cell = cellNamed(ladder, asked)
  if (cell) return { kind: 'cell', ...cell }
  return { kind: 'unknown', nearest: nearest(ladder, text) }
}
