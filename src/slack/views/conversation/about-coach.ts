import type { ConversationReply } from '../../../coaching/conversation/conversation-reply.ts'
import type { CoachTopic } from '../../../domain/conversation/ask.ts'
import { show } from '../ladder/ladder.ts'
import { actions, line, richText, type Said, words } from '../rich-text.ts'

type Known = Pick<ConversationReply & { kind: 'about-coach' }, 'hasModel' | 'sustainedMonths'>

const MIGHT_READ =
  'Workspace owners might be able to read direct messages, and the people who run me can read my database.'

/** Who may read what a person writes here. */
export function whoReadsWords({ hasModel }: Pick<Known, 'hasModel'>): string {
  const hidden = hasModel ? ' I hide names and contact details from AI.' : ''
  return `Only you see this here. I don’t show it to anyone else, including your manager. ${MIGHT_READ}${hidden}`
}

/**
 * True and short answers about the coach, at most 60 words each. What they say is in SECURITY.md, in privacy.md and in
 * the README's "Privacy in short": if you change one, change the others.
 */
const TEXTS: Readonly<Record<CoachTopic, (known: Known) => string>> = {
  'who-reads': whoReadsWords,
  channel: () =>
    'Everyone in a channel can read what you write there. What you send me in direct messages never goes to a ' +
    `channel. ${MIGHT_READ}`,
  training: ({ hasModel }) =>
    hasModel
      ? 'No, I don’t train on your words. AI reads them to write reviews, and I ask its provider not to store them. ' +
        'The people who run me chose the provider: ask them for its terms.'
      : 'No, I don’t train on your words. No AI is set up, so they go to no model.',
  ai: ({ hasModel }) =>
    hasModel
      ? 'AI reads your words to write reviews. If I can’t tell what a message is, AI reads it too. I hide names and ' +
        'contact details first, but a rare name can be missed. I ask the provider not to store anything. The ' +
        'people who run me chose it: ask them which one it is.'
      : 'No AI is set up, so your words go to no model. I compare them with the ladder’s on my own machine. Nothing ' +
        'leaves it except what I send to Slack.',
  share: () =>
    'I don’t send your evidence to anyone. You can: open it with /ladder evidence or /ladder data, copy what you ' +
    'want to share, and send it yourself.',
  edit: () =>
    'Edit your message in Slack, and I’ll review it again. You can also reply in its thread with what is missing. ' +
    'An entry from a form can’t be edited: delete it and write it again.',
  stored: () =>
    'I store your messages, my reviews, your corrections and your goal until you delete them. They are in a ' +
    'database of the people who run me. If you don’t save what I ask about, I delete it after a day. I remove ' +
    'passwords and keys that I find before I store anything. Slack has its own copy of your messages.',
  'delete-how': () =>
    'Say “delete the last one”, press Delete under a review, or delete your message in Slack. To delete ' +
    'everything, type /ladder data. I then delete my reviews and my posts too. Your own messages stay in Slack ' +
    'until you delete them there.',
  leaving: () =>
    'I store everything until you delete it, and that does not change when you leave. To delete it, type ' +
    '/ladder data before your last day. Afterwards you can’t reach me here.',
  'who-runs': () =>
    'I’m a bot. Someone installed me in this workspace, and I don’t know who. A workspace owner can tell you who ' +
    'runs me. I don’t show your messages to your manager or to HR.',
  contacts: () =>
    'No. I don’t write to anyone about you. A name in your entry tells the readers of your packet who they could ' +
    'ask. Leave it out if you prefer.',
  'what-to-send': ({ hasModel }) =>
    'Send me something you did: what happened, your part, and what changed. Raw notes are fine, and so is small, ' +
    'shared or failed work. I can read .txt, .md, .pdf and .docx files up to 10 MB, but no images. ' +
    (hasModel ? '' : 'Without AI I can only read English.'),
  counts: () =>
    'I can’t tell from a question alone. Send it to me as a message: what happened, your part, and what changed. ' +
    'Then I’ll show which competency it fits. People decide what counts in the end.',
  'how-much': ({ sustainedMonths }) =>
    'The ladder doesn’t ask for a number of entries, and people decide what is enough. I call something ' +
    `sustained when your evidence for it spans ${sustainedMonths} ${sustainedMonths === 1 ? 'month' : 'months'}. ` +
    'To see what you have, ask me “how am I doing?”',
  process: () =>
    'I don’t know how your company decides on rounds, pay or levels. Your manager can tell you. I know what the ' +
    'ladder asks and what your evidence shows. Ask me “what am I missing?”',
  undo: () =>
    'I found no correction that I can take back. To correct a review, press This is wrong under it. To change your ' +
    'goal, tell me the level. What you deleted is gone, but you can send it again.',
  statuses: () =>
    'Shown: your words show what the level asks. Partly shown: they show some of it. Not shown yet: they don’t ' +
    'show it so far. Can’t tell yet: one answer from you would settle it. Possible match: found without AI, so I ' +
    'can’t judge the level.',
  'can-be-wrong': ({ hasModel }) =>
    hasModel
      ? 'AI writes my reviews, and it can be wrong. Each quote is cut from your own words, and each ladder sentence ' +
        'is the ladder’s. If something is off, press This is wrong under the review. People decide promotions.'
      : 'I can be wrong. Without AI I only compare your words with the ladder’s. I don’t judge levels. If a match ' +
        'is off, press This is wrong under the review. People decide promotions.',
  'its-question': () =>
    'I ask what a reader of your packet would ask: which part was yours, what changed, and where they can see it. ' +
    'One sentence is enough. An estimate is fine if you call it one. You can also skip my question.',
}

/** Topics whose answer speaks of what is stored, so that the way there is next to it. */
const ABOUT_DATA: ReadonlySet<CoachTopic> = new Set(['stored', 'delete-how', 'leaving', 'who-reads'])

/** The answer to a question about the coach. */
export function aboutCoachView({ topic, ...known }: ConversationReply & { kind: 'about-coach' }): Said {
  return {
    text: 'I answered your question about how I work.',
    blocks: [
      richText(line(words(TEXTS[topic](known).trim()))),
      ...(ABOUT_DATA.has(topic) ? [actions([show('My data', 'data')])] : []),
    ],
  }
}
