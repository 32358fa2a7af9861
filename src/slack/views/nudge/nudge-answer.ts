import type { NudgeAnswer } from '../../../coaching/nudge/nudge-answers.ts'
import type { Said } from '../rich-text.ts'
import {
  noNudgeView,
  nudgeElsewhereView,
  nudgeLadderGoneView,
  nudgeMembersOnlyView,
  nudgeNoChannelView,
  nudgeNothingView,
  nudgeRefusedView,
  nudgeUnclearView,
  nudgeWhichLadderView,
  nudgeWhoView,
} from './nudge-refused.ts'
import { nudgeDoneView, nudgeSetView, nudgeStoppedView } from './nudge-set.ts'
import { nudgePreviewView, nudgeShowView } from './nudge-show.ts'

/** The coach's name in Slack, by which it is invited: manifest.json has it. */
const BOT = 'Ladder Coach'

/**
 * What is answered about a channel's nudge, to whom asked alone. A form is opened instead of said. `away` is the
 * channel where it is not answered there but in a DM; `again` is what to do once the coach was invited.
 */
export function nudgeAnswerView(
  answer: Exclude<NudgeAnswer, { kind: 'form' }>,
  away: string | null = null,
  again = away === null ? 'the same again' : 'press Resume again',
): Said {
  switch (answer.kind) {
    case 'shown':
      return nudgeShowView(answer.nudge, away)
    case 'preview':
      return nudgePreviewView(answer.nudge)
    case 'set':
      return nudgeSetView(answer.nudge, answer.changed, away)
    case 'done':
      return nudgeDoneView(answer.nudge, answer.done)
    case 'stopped':
      return nudgeStoppedView(answer.channel, answer.had, away, answer.comes)
    case 'none':
      return noNudgeView(answer.channel, away)
    case 'unclear':
      return nudgeUnclearView(answer.command, answer.channel)
    case 'which-ladder':
      return nudgeWhichLadderView(answer.ladders, answer.channel)
    case 'refused':
      return nudgeRefusedView(answer.trouble, BOT, away, again)
    case 'nothing':
      return nudgeNothingView(answer.ladder)
    case 'ladder-gone':
      return nudgeLadderGoneView(answer.ladder, answer.channel, away)
    case 'no-channel':
      return nudgeNoChannelView()
    case 'members-only':
      return nudgeMembersOnlyView()
    case 'who':
      return nudgeWhoView()
    case 'elsewhere':
      return nudgeElsewhereView()
  }
}
