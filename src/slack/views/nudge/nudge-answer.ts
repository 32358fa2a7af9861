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

/** The coach's name in Slack, needed to invite it. From manifest.json. */
const BOT = 'Ladder Coach'

/**
 * The answer to a command about a channel's nudge, shown only to the person who asked. A form is opened and has no view
 * here. `away` is the channel if the answer goes to a DM instead. `again` is what to do after inviting the coach.
 */
export function nudgeAnswerView(
  answer: Exclude<NudgeAnswer, { kind: 'form' }>,
  away: string | null = null,
  again = away === null ? 'send your command again' : 'press Resume again',
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
