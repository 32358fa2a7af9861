import type { Goal } from '../person.ts'
import type { GoalChange } from './goal.ts'
import type { Area, Competency, Ladder, Level } from './ladder.ts'
import type { SearchResult } from './search-ladder.ts'

/** Something in a ladder that can be shown. */
export type LadderView =
  | { readonly kind: 'ladder' }
  /** With `area`, only the competencies of that area. */
  | { readonly kind: 'level'; readonly level: Level; readonly area: Area | null }
  | { readonly kind: 'competency'; readonly competency: Competency }
  | { readonly kind: 'cell'; readonly level: Level; readonly competency: Competency }
  | {
      readonly kind: 'compare'
      readonly from: Level
      readonly to: Level
      readonly competency: Competency | null
    }
  | {
      readonly kind: 'search'
      readonly words: string
      readonly at: Level | null
      readonly found: SearchResult
    }

/** One of several possible meanings. */
export type LadderChoice = { readonly ladder: Ladder; readonly shown: LadderView }

/** What somebody asked `/ladder` for. */
export type Lookup =
  | LadderView
  | { readonly kind: 'help' }
  | { readonly kind: 'ladders' }
  /** There are several possible meanings, at least two. */
  | { readonly kind: 'choose'; readonly between: readonly LadderChoice[] }
  /** What the person's target level asks beyond the current one. */
  | { readonly kind: 'next'; readonly competency: Competency | null }
  | { readonly kind: 'show-goal' }
  | { readonly kind: 'clear-goal' }
  | GoalChange
  /** Several ladders have this goal, and the person has none of them as their own. */
  | {
      readonly kind: 'choose-goal'
      readonly between: readonly { readonly ladder: Ladder; readonly goal: Goal }[]
    }
  | { readonly kind: 'me' }
  | { readonly kind: 'data' }
  /** It was not understood. `nearest` has at least one similar `/ladder` text that works. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] }

/** True for a lookup that only shows text of a ladder, and nothing about a person. */
export function isShown(lookup: Lookup): lookup is LadderView {
  return ['ladder', 'level', 'competency', 'cell', 'compare', 'search'].includes(lookup.kind)
}

/** The text that leads here again after `/ladder`, without the name of the ladder. */
export function textOf(shown: LadderView): string {
  switch (shown.kind) {
    case 'ladder':
      return 'overview'
    case 'level':
      return shown.area ? `${shown.level.id} ${shown.area.name?.toLowerCase()}` : shown.level.id
    case 'competency':
      return shown.competency.name.toLowerCase()
    case 'cell':
      return `${shown.level.id} ${shown.competency.name.toLowerCase()}`
    case 'compare':
      return `${shown.from.id} vs ${shown.to.id}${shown.competency ? ` ${shown.competency.name.toLowerCase()}` : ''}`
    case 'search':
      return `${shown.at ? `${shown.at.id} ` : ''}${shown.words}`
  }
}
