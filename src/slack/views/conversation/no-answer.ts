import type { ConversationReply, NoAnswer } from '../../../coaching/conversation/conversation-reply.ts'
import { competenciesOf, levelOf } from '../../../domain/ladder/ladder.ts'
import { actions, bullets, button, clipped, line, richText, type Said, words } from '../rich-text.ts'

const HINTS: Readonly<Record<NoAnswer, string>> = {
  'no-entries':
    'You have no entries yet. Tell me something you did: what happened, your part, and what changed.',
  'no-such-entry':
    'I found no entry like that, so I changed nothing. Use other words, or choose from your list.',
  'no-review':
    'I have no review of that yet. Send me something you did, and ask again when my review is in its thread.',
  'no-nudge':
    'You have no personal nudge, so I changed nothing. To get one, say “Remind me on Fridays at 16:00”. ' +
    'To change the nudge of a channel, type /ladder nudge there.',
  'nudge-when':
    'I can ask you one question a week, on the day and at the time that you choose. ' +
    'Say, for example, “Remind me on Fridays at 16:00”. I can’t remind you of a single task.',
}

const BUTTONS: Partial<Record<NoAnswer, () => Parameters<typeof actions>[0]>> = {
  'no-such-entry': () => [button('Show list', 'evidence-list', 'all')],
}

/** Why a question or command gets no more, and what to do instead. */
export function noAnswerView({ why }: ConversationReply & { kind: 'no-answer' }): Said {
  const row = BUTTONS[why]?.()
  return {
    text: 'I could not do that. My message says what works.',
    blocks: [richText(line(words(HINTS[why]))), ...(row ? [actions(row)] : [])],
  }
}

const OPENING: Readonly<Record<NotKnown['heard'], string>> = {
  question: 'I don’t know that. You can ask me, for example:',
  words: 'I didn’t understand that. Three things to try:',
  instead: 'I can’t tell which entry that is about. Three things to try:',
}

type NotKnown = ConversationReply & { kind: 'not-known' }

/** Help for a person whose words were not a question that the coach knows. */
const toTry = ({ heard, hasEntries }: NotKnown): readonly string[] =>
  heard === 'instead' && hasEntries
    ? [
        'Reply in the thread of the entry, and I’ll correct it there.',
        'Edit your message in Slack, and I’ll review it again.',
        'Ask me: “Show my evidence.”',
      ]
    : [
        'Tell me something you did: what happened, your part, and what changed.',
        hasEntries ? 'Ask me: “What am I missing?”' : 'Ask me: “What should I send you?”',
        'Ask me: “What can you do?”',
      ]

/** Nothing was understood: three things that are, in words that work. */
export function notKnownView(reply: NotKnown): Said {
  const { heard, ladder, goal, hasEntries } = reply
  if (heard !== 'question')
    return {
      text: 'I didn’t understand that. My message shows what to try.',
      blocks: [richText(line(words(OPENING[heard])), bullets(toTry(reply).map((text) => [words(text)])))],
    }
  const level = (goal && levelOf(ladder, goal.target)) ?? ladder.levels[1] ?? ladder.levels[0]!
  const competency = competenciesOf(ladder).at(-2) ?? competenciesOf(ladder)[0]!
  return {
    text: 'I don’t know that. My message shows what you can ask.',
    blocks: [
      richText(
        line(words(OPENING[heard])),
        bullets([
          [words(`“What does ${level.id} say about ${clipped(competency.name, 40)}?”`)],
          [words(hasEntries ? '“What am I missing?”' : '“What should I send you?”')],
          [words(hasEntries ? '“Show my evidence.”' : '“Who can read this?”')],
        ]),
      ),
    ],
  }
}
