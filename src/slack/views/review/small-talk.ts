import type { SmallTalk } from '../../../domain/evidence/small-talk.ts'
import { bullets, code, line, plainSaid, richText, type Said, words } from '../rich-text.ts'

/** How to tell of something. */
export const HOW =
  'Tell me something you did: what happened, your part, and what changed. A few sentences are enough.'

const SMALL_TALK: Readonly<Record<SmallTalk, (hasGoal: boolean) => Said>> = {
  greeting: (hasGoal) => ({
    text: 'Hello! Here are three things to try.',
    blocks: [
      richText(
        line(words('Hello! Three things to try:')),
        bullets([
          [words('Tell me something you did: what happened, your part, and what changed.')],
          [words('Look up your ladder: '), code('/ladder')],
          hasGoal
            ? [words('Ask me: “What am I missing?”')]
            : [words('Choose the level you’re aiming for: '), code('/ladder goal')],
        ]),
      ),
    ],
  }),
  thanks: () => plainSaid('You’re welcome. Next time something goes well, tell me the same day.'),
  short: () => plainSaid('Tell me a little more: what did you do, or what changed?'),
  help: (hasGoal) => ({
    text: 'I compare what you did with the next level of your career ladder.',
    blocks: [
      richText(
        line(words(`I compare what you did with the next level of your career ladder. ${HOW}`)),
        bullets([
          [code('/ladder'), words(' - look up the ladder. Only you see the answer.')],
          [
            code('/ladder goal'),
            words(hasGoal ? ' - see or change your goal' : ' - choose the level you’re aiming for'),
          ],
          [code('/ladder log'), words(' - write down something you did')],
          [code('/ladder evidence'), words(' - see everything you saved')],
          [code('/ladder data'), words(' - see or delete what I store about you')],
        ]),
        line(
          words(
            'You can also send a file (.txt, .md, .pdf or .docx). ' +
              'To save a colleague’s message, open its menu and choose Save as evidence.',
          ),
        ),
      ),
    ],
  }),
}

/** The answer to small talk. */
export function smallTalkView(talk: SmallTalk, hasGoal: boolean): Said {
  return SMALL_TALK[talk](hasGoal)
}
