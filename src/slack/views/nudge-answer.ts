import type { NudgeAnswer } from '../../coaching/nudge-answers.ts'
import {
  noNudgeView,
  nudgeElsewhereView,
  nudgeLadderGoneView,
  nudgeNoChannelView,
  nudgeNothingView,
  nudgeRefusedView,
  nudgeUnclearView,
  nudgeWhichLadderView,
} from './nudge-refused.ts'
import { nudgeDoneView, nudgeSetView, nudgeStoppedView } from './nudge-set.ts'
import { nudgePreviewView, nudgeShowView } from './nudge-show.ts'
import type { Said } from './rich-text.ts'

/** The coach's name in Slack, by which it is invited: manifest.json has it. */
const BOT = 'Ladder Coach'

/** What is answered about a channel's nudge, to whom asked alone. A form is opened instead of said. */
export const nudgeAnswerView = (answer: Exclude<NudgeAnswer, { kind: 'form' }>): Said => {
  switch (answer.kind) {
    case 'shown':
      return nudgeShowView(answer.nudge)
    case 'preview':
      return nudgePreviewView(answer.nudge)
    case 'set':
      return nudgeSetView(answer.nudge, answer.changed)
    case 'done':
      return nudgeDoneView(answer.nudge, answer.done)
    case 'stopped':
      return nudgeStoppedView(answer.channel, answer.had)
    case 'none':
      return noNudgeView(answer.channel)
    case 'unclear':
      return nudgeUnclearView(answer.command, answer.channel)
    case 'which-ladder':
      return nudgeWhichLadderView(answer.ladders, answer.channel)
    case 'refused':
      return nudgeRefusedView(answer.trouble, BOT)
    case 'nothing':
      return nudgeNothingView(answer.ladder)
    case 'ladder-gone':
      return nudgeLadderGoneView(answer.ladder, answer.channel)
    case 'no-channel':
      return nudgeNoChannelView()
    case 'elsewhere':
      return nudgeElsewhereView()
  }
}
