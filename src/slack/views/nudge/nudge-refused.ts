import type { types } from '@slack/bolt'
import { WEEKDAYS } from '../../../domain/dates/weekdays.ts'
import type { NudgeTrouble } from '../../../domain/nudge/nudge.ts'
import type { Doubt, NudgeCommand } from '../../../domain/nudge/nudge-command.ts'
import type { WantedRhythm } from '../../../domain/nudge/rhythm.ts'
import { zoneCity } from '../../../domain/nudge/time-zones.ts'
import { either, listed } from '../../../domain/text/in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import { actions, bold, bullets, button, code, line, richText, type Said, words } from '../rich-text.ts'
import { channelFirst, channelWords, dateWords, NTH_WORDS, timeWords, zoneWords } from './nudge-when.ts'

const withText = (blocks: types.KnownBlock[]): Said => ({ text: readAloud(blocks), blocks })
const plainSaid = (...texts: Parameters<typeof line>): Said => withText([richText(line(...texts))])

const MISSING = {
  weekday: 'Which day?',
  time: 'What time?',
  until: 'Until when?',
  week: 'Which week?',
} as const

const doubtWords = (doubt: Doubt, isOwn: boolean): Parameters<typeof line> => {
  if (doubt.kind === 'missing') return [words(MISSING[doubt.what])]
  const own = [words('“'), bold(doubt.words), words('”')]
  switch (doubt.kind) {
    case 'unknown':
      return [
        words('I don’t understand '),
        ...own,
        words(doubt.near.length > 0 ? `. Did you mean ${either(doubt.near)}?` : '.'),
      ]
    case 'several':
      return [...own, words(': I can use only one of these. Which one do you want?')]
    case 'how-often':
      return [
        ...own,
        words(
          isOwn
            ? ': I can ask you once a week. To leave some out, use skip or pause.'
            : ': I can post every week, every two weeks or once a month. Which one do you want?',
        ),
      ]
    case 'one-level':
      return [...own, words(': a nudge compares two levels. Which other one do you want?')]
    case 'level-gap':
      return [...own, words(': I can use levels that follow each other. Name the lowest and the highest.')]
    case 'which-time':
      return [...own, words(` can mean ${either(doubt.between.map(timeWords))}. Which one do you want?`)]
    case 'which-zone':
      return [...own, words(` can mean ${either(doubt.between.map(zoneCity))}. Type the city.`)]
    case 'past':
      return [...own, words(' has passed. Choose a later day.')]
  }
}

type UnclearCommand = NudgeCommand & { kind: 'unclear' }

const EXAMPLES: Readonly<Record<UnclearCommand['of'], readonly string[]>> = {
  set: ['mondays 10:00 Berlin', 'fridays 4pm my time'],

  stop: ['stop'],
  skip: ['skip', 'skip next week'],
  pause: ['pause until monday', 'pause for 2 weeks'],
  resume: ['resume'],
  preview: ['preview'],
  show: [''],
  'leave-out': ['leave out 2026-W52', 'leave out week of 21 December'],
  include: ['include 2026-W52', 'include year end'],
}

const SET_FOR_CHANNEL = ['every two weeks on friday 15:00', 'first monday of the month 10:00, only L2 and L3']

const examplesOf = ({ of, whose }: UnclearCommand): readonly string[] =>
  of === 'set' && whose === 'channel' ? [...EXAMPLES.set, ...SET_FOR_CHANNEL] : EXAMPLES[of]

/** "every two weeks", "on the first one of every month". */
const oftenWords = (rhythm: WantedRhythm): string =>
  rhythm.kind === 'month'
    ? `on the ${NTH_WORDS[rhythm.nth]} one of every month`
    : `every ${rhythm.kind === 'week' ? 'week' : 'two weeks'}`

const understoodWords = ({
  understood: { weekday, time, zone, ownZone, ladder, rhythm, levels, first },
}: UnclearCommand): string => {
  const parts = [
    ...(rhythm ? [oftenWords(rhythm)] : []),
    ...(weekday ? [`${WEEKDAYS[weekday - 1]}s`] : []),
    ...(time ? [timeWords(time)] : []),
    ...(zone ? [zoneWords(zone)] : ownZone ? ['your own time zone'] : []),
    ...(ladder ? [`the ${ladder} ladder`] : []),
    ...(first ? [`from ${dateWords(first)}`] : []),
    ...(levels && levels.length !== 1 ? [levels.length === 0 ? 'all levels' : listed(levels)] : []),
  ]
  return parts.length > 0 ? `I understood: ${parts.join(', ')}. ` : ''
}

/** A command that was not understood: which of its words, what is missing, and what can be typed. Nothing changed. */
export function nudgeUnclearView(command: UnclearCommand, channel: string): Said {
  const me = command.whose === 'me' ? 'me ' : ''
  const form = command.of === 'set' && command.whose === 'channel'
  return withText([
    richText(
      bullets(command.doubts.map((doubt) => doubtWords(doubt, command.whose === 'me'))),
      line(words(`${understoodWords(command)}I changed nothing.`)),
      line(words('For example:')),
      bullets(examplesOf(command).map((example) => [code(`/ladder nudge ${me}${example}`.trim())])),
    ),
    ...(form ? [actions([button('Use a form', 'nudge-form', channel)])] : []),
  ])
}

/** The bot is not in the channel: how to invite it. `bot` is its name in Slack. `again` is what to do after that. */
export function nudgeUninvitedView(
  bot: string,
  away: string | null = null,
  again = 'send your command again',
): Said {
  return plainSaid(
    words('I’m not in '),
    channelWords(away),
    words('. Type '),
    code(`/invite @${bot}`),
    words(`${away === null ? '' : ' there'}, then ${again}.`),
  )
}

/** Slack does not let the coach post in the channel: why, and what to do. `busy` means that Slack asks us to wait. */
export function nudgeRefusedView(
  trouble: NudgeTrouble | 'busy',
  bot: string,
  away: string | null = null,
  again?: string,
): Said {
  if (trouble === 'not-in-channel' || trouble === 'channel-gone') return nudgeUninvitedView(bot, away, again)
  if (trouble === 'busy')
    return plainSaid(words('Slack is busy. I changed nothing. Please try again in a minute.'))
  return trouble === 'archived'
    ? plainSaid(channelFirst(away), words(' is archived, so I can’t post there.'))
    : plainSaid(
        words('Slack won’t let me post in '),
        channelWords(away),
        words('. Posting there might be limited. Ask a workspace admin.'),
      )
}

/** There are several ladders, none of them is the default, and the command named none. */
export function nudgeWhichLadderView(ladders: readonly string[], channel: string): Said {
  return withText([
    richText(
      line(
        words('Which ladder do you mean? Add its name at the end, for example '),
        code(`/ladder nudge mondays 10:00 ${ladders[0] ?? ''}`),
        words('. I changed nothing.'),
      ),
      bullets(ladders.slice(0, 20).map((id) => [words(id)])),
    ),
    actions([button('Use a form', 'nudge-form', channel)]),
  ])
}

/** The ladder of a channel's nudge was removed. */
export function nudgeLadderGoneView(ladder: string, channel: string, away: string | null = null): Said {
  return withText([
    richText(
      line(
        words(`The ${ladder} ladder was removed, so I can’t post in `),
        channelWords(away),
        words('. Choose another ladder, or stop the nudge.'),
      ),
    ),
    actions([button('Change…', 'nudge-form', channel), button('Stop', 'nudge-stop', channel)]),
  ])
}

/** The button belongs to another channel's nudge, or to one that was replaced. */
export function nudgeElsewhereView(): Said {
  return plainSaid(
    words('That button no longer works. Type '),
    code('/ladder nudge'),
    words(' in the channel itself. Any member can change its nudge. I changed nothing.'),
  )
}

/** To a guest of the workspace, or a bot. */
export function nudgeMembersOnlyView(): Said {
  return plainSaid(
    words('Guests can see a nudge, but only members can change it. Ask a member to type '),
    code('/ladder nudge'),
    words('. I changed nothing.'),
  )
}

/** Slack does not say whether the person is a member. */
export function nudgeWhoView(): Said {
  return plainSaid(
    words('I couldn’t ask Slack if you are a member. I changed nothing. Please try again in a minute.'),
  )
}

/** The command was typed outside a channel. A nudge in a DM is a personal one. */
export function nudgeNoChannelView(): Said {
  return plainSaid(
    words('This isn’t a channel. Type the command in the channel you want, or get your own nudge with '),
    code('/ladder nudge me fridays 16:00'),
    words('.'),
  )
}

/** Skip, pause and the like, for a channel without a nudge. */
export function noNudgeView(channel: string, away: string | null = null): Said {
  return withText([
    richText(
      line(
        channelFirst(away),
        words(
          ' has no nudge yet. Once a week I post one competency and one question about the week’s work, ' +
            'never about a person.',
        ),
      ),
      bullets([
        [code('/ladder nudge mondays 10:00 London'), words(' - for the channel')],
        [code('/ladder nudge me fridays 16:00'), words(' - only for you')],
      ]),
    ),
    actions([button('Set up nudge', 'nudge-form', channel)]),
  ])
}

/** A ladder from which nothing can be posted. */
export function nudgeNothingView(ladder: string): Said {
  return plainSaid(
    words(
      `The ${ladder} ladder has nothing to compare between levels, so there is nothing to post. ` +
        'I changed nothing.',
    ),
  )
}
