import { anyPhrase } from '../message/phrases.ts'
import type { CoachTopic } from './ask.ts'
import type { AskExample, AskRule } from './ask-rule.ts'
import { COACH_QUESTIONS, HELP_WORDS, ITS_QUESTION_WORDS } from './words/coach-words.ts'
import { PRIVACY_QUESTIONS } from './words/privacy-words.ts'

const QUESTIONS = { ...PRIVACY_QUESTIONS, ...COACH_QUESTIONS }

type PlainTopic = keyof typeof QUESTIONS

/** The questions that each topic is for. */
const EXAMPLES: Readonly<Record<PlainTopic, readonly AskExample[]>> = {
  'delete-how': ['how do I delete it?', 'how can I get rid of my data', 'Wie kann ich das löschen?'],
  leaving: ['what happens to my stuff if i leave the company'],
  training: ['do you train on it?', 'are my messages used to train AI?'],
  share: ['share my evidence with Anna'],
  edit: ['can i edit my message', { text: 'remove the second sentence', place: 'thread' }],
  ai: ['is this going to openai', 'who reads this, you or some model in the US?'],
  channel: [{ text: 'do others in the channel see my reply?', place: 'nudge-thread' }],
  'who-reads': [
    'Who can read this?',
    'does my manager see it?',
    'does HR have access to this',
    'is this confidential',
    'Kann mein Chef das lesen?',
    '¿Puede ver mi jefe lo que te escribo?',
    'Qui peut lire ça ?',
    'Quem pode ver isso?',
  ],
  stored: ['where is it stored?', 'how long do you keep my stuff', 'Wo wird das gespeichert?'],
  'who-runs': ['hey is this thing run by HR', 'who made you'],
  contacts: [{ text: 'will you contact them if i give a name??', place: 'thread' }],
  'how-much': [
    'how many pieces of evidence do people normally have when they go up?',
    'How long do I have to show something before the committee believes it?',
  ],
  process: ['When’s the next promo round, do you know?', 'how much does an L4 earn?'],
  'what-to-send': [
    'so what kind of thing should i be writing to you',
    'Do you want raw notes or should I polish first?',
    'can I send you screenshots or word docs',
  ],
  counts: ['do side projects count??', 'does it count that I mentored Lee?'],
  undo: ['undo', { text: 'undo the last change pls', place: 'thread' }],
  statuses: ['what does "partly shown" mean?'],
  'can-be-wrong': ['how accurate are you?', 'can I trust this'],
}

const ruleOf = (topic: PlainTopic): AskRule => {
  const pattern = anyPhrase(QUESTIONS[topic])
  return {
    name: `about the coach: ${topic}`,
    examples: EXAMPLES[topic],
    // In the thread of a review, "does it count?" is about that review.
    read: ({ place, said, core }) =>
      !(topic === 'counts' && place === 'thread') && (pattern.test(said) || pattern.test(core))
        ? { kind: 'coach', topic: topic satisfies CoachTopic }
        : null,
  }
}

const HELP = anyPhrase(HELP_WORDS)
const ITS_QUESTION = anyPhrase(ITS_QUESTION_WORDS)

const [deleteHow, undo, leaving, edit, share, training, ai, channel, ...others] = (
  [
    'delete-how',
    'undo',
    'leaving',
    'edit',
    'share',
    'training',
    'ai',
    'channel',
    'how-much',
    'who-reads',
    'contacts',
    'stored',
    'who-runs',
    'what-to-send',
    'process',
    'statuses',
    'can-be-wrong',
    'counts',
  ] as const
).map(ruleOf)

/** Questions about deleting that only look like orders to delete. They come before the commands. */
export const BEFORE_COMMANDS: readonly AskRule[] = [deleteHow!, undo!, leaving!, edit!]

/** Questions about the coach. */
export const COACH_RULES: readonly AskRule[] = [
  {
    name: 'about a question of the coach',
    examples: [
      { text: 'what do you mean by "own part"', place: 'thread', asked: 'What was your own part in this?' },
      { text: 'does that matter', place: 'thread', asked: 'Does it go on, or was it a one-off?' },
      { text: 'why do you need to know that', place: 'thread' },
      { text: 'What sort of number would be good enough?', place: 'thread' },
      { text: 'would a private slack channel do, or has it to be public?', place: 'thread' },
      { text: 'Tu veux un chiffre, ou une phrase suffit ?', place: 'thread' },
    ],
    read: ({ place, said }) =>
      place !== 'dm' && ITS_QUESTION.test(said) ? { kind: 'coach', topic: 'its-question' } : null,
  },
  training!,
  ai!,
  share!,
  channel!,
  ...others.slice(0, 5).map((one) => one!),
  {
    name: 'what the coach can do',
    examples: [
      '?',
      'what can you do?',
      'how does this work?',
      'what are you for?',
      'how do you work exactly',
      'Was kannst du?',
      '¿Qué puedes hacer?',
      'Comment ça marche ?',
      'Como funciona?',
    ],
    read: ({ text, said, core }) =>
      /^\s*[?？]+\s*$/u.test(text) || HELP.test(core) || HELP.test(said) ? { kind: 'help' } : null,
  },
  ...others.slice(5).map((one) => one!),
]

/** After a question of the coach, any other question is about that one. */
export const THREAD_RULES: readonly AskRule[] = [
  {
    name: 'a question behind a question of the coach',
    examples: [{ text: 'vouch in what way?', place: 'thread', asked: 'Who could vouch for this?' }],
    read: ({ place, asked, text }) =>
      place !== 'dm' && asked && /[?？]\s*$/u.test(text) ? { kind: 'coach', topic: 'its-question' } : null,
  },
]
