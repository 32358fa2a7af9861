import type { Reply } from '../../../coaching/replies.ts'
import { beginningOf, type Evidence, unreadIn } from '../../../domain/evidence/evidence.ts'
import type { SmallTalk } from '../../../domain/evidence/small-talk.ts'
import { askGoalView, goalSetView } from '../ladder/goal.ts'
import { ladderChangedView } from '../ladder/ladder-changed.ts'
import {
  actions,
  bold,
  bullets,
  button,
  clipped,
  code,
  line,
  quote,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { answeredView } from './answered.ts'
import { saidView } from './draft.ts'
import { movedView } from './moved.ts'
import { readingReplyText } from './reading.ts'
import { reviewView, shortReviewView } from './review.ts'
import { secretWords, unreadWords } from './review-words.ts'

const plainSaid = (text: string): Said => ({ text, blocks: [richText(line(words(text)))] })

/** First contact, in three lines: what is stored and for how long, who may read it, how to see and delete it. */
const welcomeView = (): Said => ({
  text: 'Before we start: what I keep, who may read it, and how to delete it.',
  blocks: [
    richText(
      bullets([
        [words('I keep what you send me and my reviews of it until you delete them.')],
        [
          words(
            'Passwords and keys are taken out before anything is kept; ' +
              'names, e-mail addresses and phone numbers before a model reads it.',
          ),
        ],
        [
          words(
            'Only you see them here, but the owners of this Slack may be able to read direct messages, these too.',
          ),
        ],
        [
          code('/ladder data'),
          words(' shows everything I keep about you and deletes it, one by one or all at once.'),
        ],
      ]),
    ),
  ],
})

const HOW =
  'Tell me about something you did: ' +
  'what happened, your own part in it, and what changed because of it. A few sentences are plenty.'

const SMALL_TALK: Readonly<Record<SmallTalk, (hasGoal: boolean) => Said>> = {
  greeting: (hasGoal) =>
    plainSaid(`Hello! ${HOW}${hasGoal ? '' : ' I will ask which level you are working towards.'}`),
  thanks: () =>
    plainSaid(
      'You are welcome. Whenever something worth remembering happens, write it to me the same day, ' +
        'while you remember it.',
    ),
  short: () =>
    plainSaid('What about it? One sentence is enough: what you did, or what changed because of it.'),
  help: (hasGoal) => ({
    text: 'What I can do for you',
    blocks: [
      richText(
        line(words(`I read what you did against the next level of your career ladder. ${HOW}`)),
        bullets([
          [
            code('/ladder'),
            words(' shows what you can look up, in any conversation; only you see the answer'),
          ],
          [
            code('/ladder goal'),
            words(hasGoal ? ' shows or changes your goal' : ' sets the level you work towards'),
          ],
          [
            code('/ladder log'),
            words(' writes down something you did, '),
            code('/ladder evidence'),
            words(' shows all that you wrote'),
          ],
          [code('/ladder data'), words(' shows and deletes what is kept about you')],
        ]),
        line(
          words(
            'You can also send a file (.txt, .md, .pdf, .docx), ' +
              'or save anyone’s message from its menu: Save as evidence.',
          ),
        ),
      ),
    ],
  }),
}

/** Nothing could be read: why, for each file, and what to do. */
const noWordsView = (evidence: Evidence): Said => {
  const unread = unreadIn(evidence).map(({ name, state }) => unreadWords(name, state as never))
  const secrets = secretWords(evidence.parts.flatMap(({ leftOut }) => leftOut))
  if (unread.length === 0 && !secrets)
    return plainSaid(`There were no words in that message that I could read. ${HOW}`)
  return {
    text: 'I could read nothing in that.',
    blocks: [richText(...[...unread, ...(secrets ? [secrets] : [])].map((text) => line(words(text))))],
  }
}

/** It takes longer than it should. */
const delayedView = (): Said => ({
  text: 'This takes longer than usual. I have stored what you wrote.',
  blocks: [
    richText(
      line(
        words(
          'This takes longer than usual. Nothing is lost: ' +
            'I have stored what you wrote, and I’ll answer in this thread.',
        ),
      ),
    ),
  ],
})

/** All tries failed: nothing is lost, and what to do. */
const givenUpView = (reply: Reply & { kind: 'given-up' }): Said =>
  'part' in reply
    ? plainSaid(
        'I could not answer your last message here, though I tried for a while. It is kept; please send it once more.',
      )
    : {
        text: 'I could not read this yet. What you wrote is kept.',
        blocks: [
          richText(
            line(
              words(
                'I could not read this, though I tried for a while. What you wrote is kept; ' +
                  'have it read again whenever you like.',
              ),
            ),
          ),
          actions([button('Read it again', 'evidence-again', reply.evidenceId)]),
        ],
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
  const author = evidence.parts.find(({ saidBy }) => saidBy !== null)?.saidBy
  return {
    text: 'Kept as evidence. I am reading it; the answer comes in this thread.',
    blocks: [
      richText(
        line(bold(author ? `Kept as evidence, said by ${author}` : 'Kept as evidence')),
        quote(clipped(beginningOf(evidence, NOTED), NOTED)),
      ),
    ],
  }
}

/** A reply as blocks and text. */
export function replyView(reply: Reply): Said {
  switch (reply.kind) {
    case 'welcome':
      return welcomeView()
    case 'logged':
      return loggedView(reply.evidence)
    case 'reading':
      return plainSaid(readingReplyText(reply))
    case 'ask-goal':
      return askGoalView(reply.shelf)
    case 'ladder-changed':
      return ladderChangedView(reply.ladder, reply.goal, reply.changes)
    case 'goal-set':
      return goalSetView(reply.ladder, null, reply.goal, reply)
    case 'small-talk':
      return SMALL_TALK[reply.talk](reply.hasGoal)
    case 'point-to-command':
      return {
        text: 'That is a lookup: type it after /ladder.',
        blocks: [
          richText(
            line(
              words('To look that up, type '),
              code(`/ladder ${reply.text}`),
              words(
                ' in the message field of any conversation (Slack has no commands in threads). Nothing was kept.',
              ),
            ),
          ),
        ],
      }
    case 'no-words':
      return noWordsView(reply.evidence)
    case 'too-long':
      return tooLongView()
    case 'review':
      return reviewView(reply)
    case 'moved':
      return movedView(reply)
    case 'answered':
      return answeredView(reply)
    case 'said':
      return saidView(reply)
    case 'agreed':
      return plainSaid(
        'Good to know, thank you. It is kept with the review; none of your colleagues sees it.',
      )
    case 'ask-what-is-wrong':
      return {
        text: 'What is wrong? Tell me, and I put it right.',
        blocks: [
          richText(
            line(
              words('Sorry. What did I get wrong? Write it here, such as "That is about Scope", or choose:'),
            ),
          ),
          actions([button('Say what is wrong', 'review-wrong', reply.evidenceId)]),
        ],
      }
    case 'correction-kept':
      return plainSaid(
        reply.changed
          ? 'Thank you: I have put it into the review above as you see it, and so it stays. ' +
              'None of your colleagues sees it.'
          : 'Thanks. I saved your note with this review. Your colleagues can’t see it.',
      )
    case 'delayed':
      return delayedView()
    case 'given-up':
      return givenUpView(reply)
  }
}

/** A reply for a Slack that does not know the blocks of its full form, or null if there is no other form. */
export function foldless(reply: Reply): Said | null {
  return reply.kind === 'review' ? shortReviewView(reply) : null
}
