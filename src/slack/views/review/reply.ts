import type { Reply } from '../../../coaching/replies.ts'
import { beginningOf, type Evidence, unreadIn } from '../../../domain/evidence/evidence.ts'
import { conversationView } from '../conversation/conversation.ts'
import { askGoalView, goalSetView } from '../ladder/goal.ts'
import { ladderChangedView } from '../ladder/ladder-changed.ts'
import { draftEndedView } from '../packet/draft.ts'
import { workEndedView, workExampleView, workedView, workQuestionView } from '../packet/work.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  code,
  line,
  passage,
  plainSaid,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { agreedView } from '../trouble.ts'
import { answeredView } from './answered.ts'
import { saidView } from './draft.ts'
import { askToKeepView, declinedView, heardView, offerFactView, savedOrNotView, withFact } from './heard.ts'
import { movedView } from './moved.ts'
import { askPlanView, planView } from './plan.ts'
import { proposedView } from './proposed.ts'
import { readingReplyText } from './reading.ts'
import { reviewView, shortReviewView } from './review.ts'
import { secretWords, unreadWords } from './review-words.ts'
import { HOW, smallTalkView } from './small-talk.ts'
import { undoneView } from './undone.ts'

/** First contact: who the coach is, what is stored and for how long, what is hidden, and who may read it. */
const welcomeView = ({ hasModel }: Reply & { kind: 'welcome' }): Said => ({
  text: 'I store what you send me until you delete it. Your colleagues can’t see it.',
  blocks: [
    richText(
      line(
        words(
          'Hi, I’m Ladder Coach. Send me something you did, and I’ll show how it fits your career ladder.',
        ),
      ),
      bullets([
        [
          words('I store your messages and my reviews until you delete them: '),
          code('/ladder data'),
          words('.'),
        ],
        [
          words(
            hasModel
              ? 'I remove passwords and keys before storing anything, and hide names and contact details from AI.'
              : 'I remove passwords and keys before storing anything. No AI is set up to read it.',
          ),
        ],
        [words('Colleagues can’t see this. Workspace owners and the people who run me might.')],
      ]),
    ),
  ],
})

/** Nothing could be read: why, for each file, and what to do. */
const noWordsView = (evidence: Evidence): Said => {
  const unread = unreadIn(evidence).map(({ name, state }) => unreadWords(name, state as never))
  const secrets = secretWords(evidence.parts.flatMap(({ leftOut }) => leftOut))
  if (unread.length === 0 && !secrets) return plainSaid(`I found no text in that message. ${HOW}`)
  return {
    text: 'I found no text in that message.',
    blocks: [richText(...[...unread, ...(secrets ? [secrets] : [])].map((text) => line(words(text))))],
  }
}

/** It takes longer than it should. */
const delayedView = (): Said => ({
  text: 'This is taking longer than usual. I stored your message.',
  blocks: [
    richText(
      line(words('This is taking longer than usual. I stored your message, and I’ll answer in this thread.')),
    ),
  ],
})

/** All tries failed: nothing is lost, and what to do. */
const givenUpView = (reply: Reply & { kind: 'given-up' }): Said =>
  'part' in reply
    ? plainSaid('Sorry, I could not answer your last message. It is saved. Please send it again.')
    : {
        text: 'I could not review this. Your message is saved.',
        blocks: [
          richText(
            line(
              words('Sorry, I could not review this. Your message is saved, and you can try again any time.'),
            ),
          ),
          actions([button('Try again', 'evidence-again', reply.evidenceId)]),
        ],
      }

/** The person stopped the reading. */
const stoppedView = (evidenceId: string): Said => {
  const text = 'I stopped. Your message is saved.'
  return {
    text,
    blocks: [richText(line(words(text))), actions([button('Review again', 'evidence-again', evidenceId)])],
  }
}

/** Not even the beginning could be read in time. */
const tooLongView = (): Said => ({
  text: 'This takes me too long to read. I stored it.',
  blocks: [
    richText(
      line(
        words(
          'This takes me too long to read, even in part. I stored all of it. ' +
            'Send me the sentences that matter in a new message.',
        ),
      ),
    ),
  ],
})

/** How much of a piece its opening note repeats, in UTF-16 units. */
const NOTED = 600

/** Opens the thread of a piece that came by a form or from another conversation. */
const loggedView = (evidence: Evidence): Said => {
  if (evidence.about?.nudge) return plainSaid('Saved as evidence. My review will replace this message.')
  const author = evidence.parts.find(({ saidBy }) => saidBy !== null)?.saidBy
  return {
    text: 'Saved as evidence. My review will be in this thread.',
    blocks: [
      richText(
        line(bold(author ? `Saved as evidence. Written by ${author}:` : 'Saved as evidence:')),
        passage(clipped(beginningOf(evidence, NOTED), NOTED)),
      ),
    ],
  }
}

/** A reply as blocks and text. */
export function replyView(reply: Reply): Said {
  switch (reply.kind) {
    case 'welcome':
      return welcomeView(reply)
    case 'logged':
      return loggedView(reply.evidence)
    case 'reading':
      return plainSaid(readingReplyText(reply))
    case 'ask-goal':
      return askGoalView(reply.shelf, reply.reviewed)
    case 'ladder-changed':
      return ladderChangedView(reply.ladder, reply.goal, reply.changes)
    case 'goal-set':
      return goalSetView(reply, null, reply.goal, reply)
    case 'small-talk':
      return smallTalkView(reply.talk, reply.hasGoal)
    case 'point-to-command':
      return {
        text: 'To look that up, type it after /ladder.',
        blocks: [
          richText(
            line(
              words('To look that up, type '),
              code(`/ladder ${reply.text}`),
              words(' outside this thread. Slack has no commands in threads. I stored nothing.'),
            ),
          ),
        ],
      }
    case 'heard':
      return heardView(reply)
    case 'offer-fact':
      return offerFactView(reply)
    case 'declined':
      return declinedView(reply)
    case 'ask-to-keep':
      return askToKeepView(reply)
    case 'ask-plan':
      return askPlanView(reply)
    case 'plan-noted':
      return planView(reply.outcome)
    case 'kept-or-dropped':
      return savedOrNotView(reply.done)
    case 'no-words':
      return noWordsView(reply.evidence)
    case 'stopped':
      return stoppedView(reply.evidenceId)
    case 'too-long':
      return tooLongView()
    case 'review':
      return reply.worked ? workedView(reply, reply.worked) : reviewView(reply)
    case 'draft-ended':
      return draftEndedView(reply)
    case 'work-question':
      return workQuestionView(reply)
    case 'work-example':
      return workExampleView(reply)
    case 'work-ended':
      return workEndedView(reply)
    case 'moved':
      return movedView(reply)
    case 'answered':
      return answeredView(reply)
    case 'said':
      return saidView(reply)
    case 'agreed':
      return agreedView()
    case 'undone':
      return undoneView(reply)
    case 'propose-correction':
      return proposedView(reply)
    case 'ask-what-is-wrong':
      return {
        text: 'What did I get wrong?',
        blocks: [
          richText(
            line(
              words(
                'Sorry. What did I get wrong? Reply in your own words (“That is about Scope”), or use the form.',
              ),
            ),
          ),
          actions([button('Open form', 'review-wrong', reply.evidenceId)]),
        ],
      }
    case 'correction-kept':
      return withFact(
        `Thanks. ${
          reply.putUnder !== null
            ? `I put it under ${reply.putUnder} and won’t change it back.`
            : reply.changed
              ? 'I corrected the review and won’t change it back.'
              : 'I saved your note with this review.'
        } Your colleagues can’t see it.`,
        reply.fact,
        reply.evidenceId,
      )
    case 'progress':
    case 'looked-up':
    case 'entries':
    case 'opened':
    case 'about-coach':
    case 'own-nudge':
    case 'confirm':
    case 'no-answer':
    case 'packet-here':
    case 'work-here':
    case 'not-known':
      return conversationView(reply)
    case 'delayed':
      return delayedView()
    case 'given-up':
      return givenUpView(reply)
  }
}

/** A reply for a Slack that does not know the blocks of its full form, or null if there is no other form. */
export function foldless(reply: Reply): Said | null {
  return reply.kind === 'review' && !reply.worked ? shortReviewView(reply) : null
}
