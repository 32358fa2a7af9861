import type { Reply } from '../../coaching/ports.ts'
import type { SmallTalk } from '../../domain/small-talk.ts'
import { askGoalView, goalSetView } from './goal.ts'
import { levelName } from './ladder.ts'
import { ladderChangedView } from './ladder-changed.ts'
import { reviewView } from './review.ts'
import { bullets, code, line, richText, type Said, words } from './rich-text.ts'
import { givenUpView } from './trouble.ts'

const plainSaid = (text: string): Said => ({ text, blocks: [richText(line(words(text)))] })

/** First contact, in three lines: what is kept and how long, who may read it, how to see and delete it. */
const welcomeView = (): Said => ({
  text: 'Before we start: what I keep, who may read it, and how to delete it.',
  blocks: [
    richText(
      bullets([
        [words('I keep what you send me and my reviews of it until you delete them.')],
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
  'Tell me about something you did: what happened, your own part in it, and what changed because of it. A few sentences are plenty.'

const SMALL_TALK: Readonly<Record<SmallTalk, (hasGoal: boolean) => Said>> = {
  greeting: (hasGoal) =>
    plainSaid(`Hello! ${HOW}${hasGoal ? '' : ' I will ask which level you are working towards.'}`),
  thanks: () =>
    plainSaid(
      'You are welcome. Whenever something worth remembering happens, write it to me the same day: evidence forgets itself.',
    ),
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
          [code('/ladder data'), words(' shows and deletes what is kept about you')],
        ]),
      ),
    ],
  }),
}

const noWordsView = (files: number): Said =>
  plainSaid(
    files > 0
      ? `I cannot read ${files === 1 ? 'files' : 'these files'} yet. Copy the part that matters into a message, and I will read it.`
      : `There were no words in that message that I could read. ${HOW}`,
  )

/** What a reply says, as blocks and text. */
export const replyView = (reply: Reply): Said => {
  switch (reply.kind) {
    case 'welcome':
      return welcomeView()
    case 'reading':
      return plainSaid(
        `Got it, and kept. I am reading it against ${levelName(reply.target)}; this can take up to a minute.`,
      )
    case 'ask-goal':
      return askGoalView(reply.shelf)
    case 'ladder-changed':
      return ladderChangedView(reply.ladder, reply.goal, reply.changes)
    case 'goal-set':
      return goalSetView(reply.ladder, null, reply.goal, reply.queued)
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
      return noWordsView(reply.files)
    case 'review':
      return reviewView(reply)
    case 'correction-kept':
      return plainSaid(
        'Thank you: what you said is kept with this review, and nobody else sees it. Your own judgment stands.',
      )
    case 'given-up':
      return givenUpView()
  }
}
