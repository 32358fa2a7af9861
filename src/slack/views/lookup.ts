import type { LookupAnswer } from '../../coaching/look-up-ladder.ts'
import { dataView } from './data.ts'
import { goalRefusedView, goalSetView, goalView } from './goal.ts'
import { cellView, competencyView, helpView, levelView, unknownView } from './ladder.ts'
import type { Said } from './rich-text.ts'

/** What `/ladder TEXT` shows. */
export const lookupView = (answer: LookupAnswer): Said => {
  const { ladder } = answer
  switch (answer.kind) {
    case 'goal':
      return goalView(ladder, answer.goal)
    case 'goal-set':
      return goalSetView(ladder, answer.before, answer.goal, answer.queued)
    case 'data':
      return dataView(answer)
    case 'ladder':
      break
  }
  const { lookup } = answer
  switch (lookup.kind) {
    case 'help':
      return helpView(ladder)
    case 'level':
      return levelView(ladder, lookup.level)
    case 'competency':
      return competencyView(ladder, lookup.competency)
    case 'cell':
      return cellView(ladder, lookup.level, lookup.competency)
    case 'goal-refused':
      return goalRefusedView(ladder, lookup.why)
    case 'unknown':
      return unknownView(ladder, lookup.nearest)
  }
}
