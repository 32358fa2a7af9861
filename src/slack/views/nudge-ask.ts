import type { Place } from '../../coaching/look-up-ladder.ts'
import type { Competency } from '../../domain/ladder.ts'
import { competencyTitle, show, to } from './ladder.ts'
import { readAloud } from './pages.ts'
import { actions, bold, clipped, line, richText, type Said, words } from './rich-text.ts'

/** "Ask the coach" under a nudge, to whoever pressed it alone: where to look, and where to write. */
export const nudgeAskView = (place: Place, competency: Competency): Said => {
  const blocks = [
    richText(
      line(
        words(
          'Only you see this. Write to me in a direct message what you did this week, as you would tell it a friend: ',
        ),
        words('I say which part of it speaks to '),
        bold(clipped(competencyTitle(competency), 100)),
        words(' or to anything else of your ladder. Nobody here sees that either.'),
      ),
    ),
  ]
  return {
    text: readAloud(blocks),
    blocks: [
      ...blocks,
      actions([
        to(place, `${competency.name} at every level`, { kind: 'competency', competency }),
        show('What my evidence covers', 'me'),
        show('My goal', 'goal'),
      ]),
    ],
  }
}
