import { saysOnlyLevels } from '../message/levels-said.ts'
import { anyPhrase } from '../message/phrases.ts'
import type { AskedCommand } from './ask.ts'
import type { AskRule } from './ask-rule.ts'
import { type Asked, foldedWords } from './asked.ts'
import { goalSaidIn, goalTextOf } from './goal-wish.ts'
import { pauseIn, scheduleIn, usualScheduleIn } from './nudge-wish.ts'
import { whichOf } from './which-piece.ts'
import { COMMANDS, DELETE_WORDS, NUDGE_WORDS } from './words/command-words.ts'

const DELETE = anyPhrase(COMMANDS.delete)
const DELETE_VERB = anyPhrase(DELETE_WORDS)
const EVERYTHING = anyPhrase(`^(?:.{0,60} )?(?:${COMMANDS.everything.trim().split(/\n\s*/).join('|')})$`)
const READ_AGAIN = anyPhrase(COMMANDS['read again'])
const MOVE = anyPhrase(COMMANDS.move)
const GOAL = anyPhrase(COMMANDS.goal)
const CLEAR_GOAL = anyPhrase(COMMANDS['clear goal'])
const EXPORT = anyPhrase(COMMANDS.export)
const NUDGE = anyPhrase(NUDGE_WORDS.nudge)
const STOP = anyPhrase(NUDGE_WORDS.stop)
const PAUSE = anyPhrase(NUDGE_WORDS.pause)
const RESUME = anyPhrase(NUDGE_WORDS.resume)
const SKIP = anyPhrase(NUDGE_WORDS.skip)
const SHOW = anyPhrase(NUDGE_WORDS.show)

/** The part between commas that says what is to be done. */
const clauseWith = (pattern: RegExp, { text, core }: Asked): string =>
  text
    .split(/[,;:]/)
    .map(foldedWords)
    .find((one) => pattern.test(one)) ?? core

const command = (one: AskedCommand) => ({ kind: 'command' as const, command: one })

/** The wish about a person's own nudge, as it is typed after `/ladder nudge me`. */
const nudgeWishOf = ({ text, core, place }: Asked): Extract<AskedCommand, { kind: 'nudge' }> => {
  const wish = (typed: string) => ({ kind: 'nudge' as const, text: typed })
  const schedule = scheduleIn(text)
  if (SKIP.test(core)) return wish('skip')
  if (PAUSE.test(core)) return wish(`pause ${pauseIn(text)}`.trim())
  if (SHOW.test(core)) return wish('show')
  if (schedule !== null) return wish(schedule)
  // "off for August" comes back after it.
  if (STOP.test(core)) return wish(pauseIn(text) === '' ? 'stop' : `pause ${pauseIn(text)}`)
  if (RESUME.test(core) && place !== 'thread') return wish('resume')
  const usual = usualScheduleIn(text)
  return usual === null ? { kind: 'nudge', text: null } : { ...wish(usual), usual: true }
}

/** A message in the thread of a nudge that says nothing but what to do with it. */
const ABOUT_THIS_NUDGE = anyPhrase(`
  ^(?:stop|pause|snooze|mute|resume|skip|unsubscribe)(?: \\p{L}{1,12}| \\d{1,2}){0,8}$
`)

/** The same in the DM, where less of it can only be about the nudge. */
const NUDGE_ALONE = anyPhrase(`
  ^(?:stop|unsubscribe|pause|resume)(?: it| now)?$
  ^(?:skip|pause) (?:the |this |next |one |for |a |an |two |three |\\d )*(?:week|weeks|question|month|months|days)\\b
`)

/** Commands to the coach. */
export const COMMAND_RULES: readonly AskRule[] = [
  {
    name: 'yes to an offer to read it again',
    examples: [{ text: 'yes please', place: 'thread', asked: 'Shall I read it again with what you added?' }],
    read: ({ asked, said }) =>
      /\bagain\b/i.test(asked ?? '') &&
      /^(?:yes|yep|yeah|sure|ok|okay|please|go ahead|do it|ja|si|oui|sim)\b/.test(said)
        ? command({ kind: 'read-again', which: { kind: 'this' } })
        : null,
  },
  {
    name: 'a level for the question which level is the goal',
    examples: [{ text: 'L4, I suppose', place: 'thread', asked: 'Which level are you aiming for?' }],
    read: (asked) =>
      /\b(?:level|goal)\b/i.test(asked.asked ?? '') && asked.named.levels.length > 0
        ? command({ kind: 'goal', text: goalTextOf(asked) })
        : null,
  },
  {
    name: 'a goal to be cleared',
    examples: ['clear my goal', 'please delete my goal', 'lösch mein Ziel'],
    read: ({ core }) => (CLEAR_GOAL.test(core) ? command({ kind: 'clear-goal' }) : null),
  },
  {
    name: 'the weekly nudge',
    examples: [
      'Remind me every Friday at 4',
      'stop reminding me',
      'no more reminders thanks',
      'pause the Monday reminders till the 20th please',
      { text: 'Pause for December, please.', place: 'nudge-thread' },
      { text: 'send these every other week instead', place: 'nudge-thread' },
      'when is my next reminder?',
      'skip next week',
      'Erinnere mich jeden Freitag um 16 Uhr',
      'deja de recordarme',
      'rappelle-moi tous les vendredis à 16h',
      'me lembre toda sexta às 16h',
    ],
    read: (asked) =>
      NUDGE.test(asked.core) ||
      (asked.place === 'nudge-thread' && ABOUT_THIS_NUDGE.test(asked.core)) ||
      (asked.place === 'dm' && NUDGE_ALONE.test(asked.core))
        ? command(nudgeWishOf(asked))
        : null,
  },
  {
    name: 'a goal',
    examples: [
      'set my goal to L4 by June',
      'change goal -> L4',
      'my target is L3',
      'I want to aim for L4 by the end of next year',
      'mets mon objectif à L4 pour la fin de l’année',
      'mein Ziel ist L4',
      'mi objetivo es L3',
    ],
    read: (asked) => (GOAL.test(asked.core) ? command({ kind: 'goal', text: goalTextOf(asked) }) : null),
  },
  {
    name: 'which level it is, or is to be',
    examples: [
      { text: 'Sorry, I meant L3. I’m an L2 now.', place: 'thread' },
      { text: 'I picked the wrong level', place: 'thread' },
    ],
    read: (asked) => (saysOnlyLevels(asked.text) ? command({ kind: 'goal', text: goalSaidIn(asked) }) : null),
  },
  {
    name: 'everything to be deleted',
    examples: [
      'delete everything',
      'wipe everything you have on me',
      'forget me',
      'lösche alles',
      'borra todo',
    ],
    read: ({ core }) => (EVERYTHING.test(core) ? command({ kind: 'delete-all' }) : null),
  },
  {
    name: 'something to be deleted',
    examples: [
      'delete the last one',
      'Could you please delete the note about the coupon service?',
      'I think it’d be best if you removed the last two',
      { text: 'please delete this whole thread', place: 'thread' },
      'Borra esto, por favor.',
      'apaga a última mensagem por favor',
      'Bitte lösche den letzten Eintrag',
      'supprime le dernier',
    ],
    read: (asked) =>
      DELETE.test(asked.core)
        ? command({ kind: 'delete', which: whichOf(asked, clauseWith(DELETE_VERB, asked)) })
        : null,
  },
  {
    name: 'a finding to be moved',
    examples: [
      { text: 'Move it from Mastery to Scope.', place: 'thread' },
      'Would you mind moving the release captain one from Ownership over to Planning?',
    ],
    read: (asked) =>
      MOVE.test(asked.core) && asked.named.competencies.length > 0
        ? command({
            kind: 'move',
            which: whichOf(asked, asked.core.split(/ (?:from|to|over|into|under) /)[0]!),
          })
        : null,
  },
  {
    name: 'something to be read again',
    examples: [
      'read it again',
      'have another look at it',
      'please check it again, I edited it',
      { text: 'could you go over it again with what I just added', place: 'thread' },
      'lies es noch mal',
      'relis-le',
    ],
    read: (asked) =>
      READ_AGAIN.test(asked.core) && !/^(?:open|show|see|find)\b/.test(asked.core)
        ? command({
            kind: 'read-again',
            which: asked.place === 'thread' ? { kind: 'this' } : { kind: 'latest', count: 1 },
          })
        : null,
  },
  {
    name: 'the packet as a document',
    examples: [
      'export my packet',
      'export as pdf',
      'make me a summary i can paste into the packet',
      'send me all my evidence as a document',
      'can I download my packet',
    ],
    read: ({ core, said }) => (EXPORT.test(core) || EXPORT.test(said) ? command({ kind: 'export' }) : null),
  },
]
