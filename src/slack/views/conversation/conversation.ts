import type { ConversationReply, LookedUp } from '../../../coaching/conversation/conversation-reply.ts'
import type { AnswerSource } from '../../../coaching/ladder/answer-source.ts'
import { openedView } from '../evidence/opened.ts'
import { chooseGoalView, goalView } from '../ladder/goal.ts'
import { goalRefusedView } from '../ladder/goal-refused.ts'
import { shownView } from '../ladder/lookup.ts'
import { chooseView, unknownView } from '../ladder/overview.ts'
import { ownSetView } from '../nudge/nudge-me.ts'
import { packetHereView } from '../packet/packet-given.ts'
import { MOST_NOTICE, type Said } from '../rich-text.ts'
import { aboutCoachView } from './about-coach.ts'
import { confirmView } from './confirm.ts'
import { entriesView } from './entries.ts'
import { noAnswerView, notKnownView } from './no-answer.ts'
import { progressView } from './progress.ts'

const foundView = (source: AnswerSource, found: LookedUp): Said => {
  switch (found.kind) {
    case 'choose':
      return chooseView(source, found.between)
    case 'unknown':
      return unknownView(source, found.nearest)
    case 'goal':
      return goalView(source, found.goal)
    case 'goal-refused':
      return goalRefusedView(source, found.why)
    case 'choose-goal':
      return chooseGoalView(found.between)
    default:
      return shownView(source, found)
  }
}

/** The notification text of a post. A screen reader only needs to hear that the ladder's answer is there. */
const noticed = (said: Said, short: string): Said =>
  said.text.length <= MOST_NOTICE && !said.text.includes('\n') ? said : { ...said, text: short }

/** An answer to a question or a command. */
export function conversationView(reply: ConversationReply): Said {
  switch (reply.kind) {
    case 'progress':
      return progressView(reply)
    case 'looked-up':
      return noticed(foundView(reply.source, reply.found), 'I looked it up on the ladder.')
    case 'entries':
      return entriesView(reply)
    case 'opened':
      return noticed(
        openedView({ evidence: reply.opened.evidence, review: reply.opened, said: [] }, null),
        'Here is your entry and its review.',
      )
    case 'about-coach':
      return aboutCoachView(reply)
    case 'own-nudge':
      return noticed(ownSetView(reply.shown, 'shown'), 'Here is when I ask you.')
    case 'confirm':
      return confirmView(reply)
    case 'packet-here':
      return packetHereView()
    case 'no-answer':
      return noAnswerView(reply)
    case 'not-known':
      return notKnownView(reply)
  }
}
