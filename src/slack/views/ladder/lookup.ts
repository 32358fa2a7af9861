import type { types } from '@slack/bolt'
import type { AnswerSource, LookupAnswer } from '../../../coaching/ladder/look-up-ladder.ts'
import { isShown, type LadderView } from '../../../domain/ladder/ladder-view.ts'
import { onceFor } from '../../../domain/text/once-for.ts'
import { meView } from '../evidence/me.ts'
import { myDataView } from '../evidence/my-data.ts'
import { footnote, type Said } from '../rich-text.ts'
import { cellView, competencyView } from './cell.ts'
import { compareView } from './compare.ts'
import { chooseGoalView, goalClearedView, goalSetView, goalView } from './goal.ts'
import { goalRefusedView } from './goal-refused.ts'
import { titleOf } from './ladder.ts'
import { levelView } from './level.ts'
import { chooseView, helpView, laddersView, overviewView, unknownView } from './overview.ts'
import { searchView } from './search.ts'

const viewOf = (place: AnswerSource, shown: LadderView): Said => {
  switch (shown.kind) {
    case 'ladder':
      return overviewView(place)
    case 'level':
      return levelView(place, shown)
    case 'competency':
      return competencyView(place, shown)
    case 'cell':
      return cellView(place, shown)
    case 'compare':
      return compareView(place, shown)
    case 'search':
      return searchView(place, shown)
  }
}

/**
 * Something on a ladder. Begins with what it is if the question was worded differently, or if it is from another
 * ladder.
 */
export function shownView(place: AnswerSource, shown: LadderView): Said {
  const { text, blocks } = viewOf(place, shown)
  const notes = [
    ...(place.exact || shown.kind === 'search' ? [] : [`Showing ${titleOf(shown, place)}.`]),
    ...(place.home || shown.kind === 'ladder' ? [] : [`From the ${place.ladder.name} ladder.`]),
  ]
  const note: types.ContextBlock[] = notes.length > 0 ? [footnote(notes.join(' '))] : []
  return { text: notes.length > 0 ? `${notes.join(' ')} ${text}` : text, blocks: [...note, ...blocks] }
}

/** What `/ladder TEXT` shows. Drawn once, because the use case returns the same object for a repeated question. */
export const lookupView = onceFor((answer: LookupAnswer): Said => draw(answer))

const draw = (answer: LookupAnswer): Said => {
  switch (answer.kind) {
    case 'goal':
      return goalView(answer, answer.goal)
    case 'goal-needed':
      return goalView(answer, null)
    case 'goal-set':
      return goalSetView(answer, answer.before, answer.goal, answer)
    case 'goal-cleared':
      return goalClearedView(answer.had)
    case 'me':
      return meView(answer)
    case 'data':
      return myDataView(answer)
    case 'ladder':
      break
  }
  const { lookup } = answer
  if (isShown(lookup)) return shownView(answer, lookup)
  switch (lookup.kind) {
    case 'help':
      return helpView(answer)
    case 'ladders':
      return laddersView(answer)
    case 'choose':
      return chooseView(answer, lookup.between)
    case 'choose-goal':
      return chooseGoalView(lookup.between)
    case 'goal-refused':
      return goalRefusedView(answer, lookup.why)
    case 'unknown':
      return unknownView(answer, lookup.nearest)
  }
}
