import type { NudgeMeOutcome } from '../../../coaching/nudge/set-nudge-me.ts'
import { readAloud } from '../ladder/pages.ts'
import { code, footnote, line, richText, type Said, words } from '../rich-text.ts'
import { ownNudgeView, ownPausedView, ownSetView, ownStoppedView } from './nudge-me.ts'
import { nudgeUnclearView } from './nudge-refused.ts'

/** The question needs a goal. */
const noGoalView = (): Said => {
  const blocks = [
    richText(
      line(
        words('You have no goal yet, so I don’t know what to ask about. Set one with '),
        code('/ladder goal'),
        words(', then send your command again.'),
      ),
    ),
  ]
  return { text: readAloud(blocks), blocks }
}

/** The result of a `/ladder nudge me` command, shown only to the person. */
export function nudgeMeView(outcome: NudgeMeOutcome): Said {
  switch (outcome.kind) {
    case 'set':
    case 'shown':
    case 'resumed':
      return ownSetView(outcome.shown, outcome.kind)
    case 'snoozed':
      return ownPausedView(outcome.until, false)
    case 'paused':
      return ownPausedView(outcome.until)
    case 'stopped':
      return ownStoppedView('you')
    case 'silent':
      return ownStoppedView('silence')
    case 'none':
      return ownStoppedView('none')
    case 'no-goal':
      return noGoalView()
    case 'unclear':
      return nudgeUnclearView(outcome.command, '')
    case 'preview': {
      const { ladder, goal, nudge, logged } = outcome.said
      const { text, blocks } = ownNudgeView(ladder, goal, nudge, logged)
      // A preview has no buttons, because they would change the settings.
      const shown = blocks.filter(({ type }) => type !== 'actions')
      return { text, blocks: [...shown, footnote('Preview. Only you see it.')] }
    }
  }
}
