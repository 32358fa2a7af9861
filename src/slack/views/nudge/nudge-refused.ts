import type { types } from '@slack/bolt'
import { WEEKDAYS } from '../../../domain/nudge/coming-days.ts'
import type { NudgeTrouble } from '../../../domain/nudge/nudge.ts'
import type { Doubt, NudgeCommand } from '../../../domain/nudge/nudge-command.ts'
import { zoneCity } from '../../../domain/nudge/time-zones.ts'
import { either } from '../in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import { actions, bold, bullets, button, code, line, richText, type Said, words } from '../rich-text.ts'
import { channelWords, timeWords, zoneWords } from './nudge-when.ts'

const withText = (blocks: types.KnownBlock[]): Said => ({ text: readAloud(blocks), blocks })
const plainSaid = (...texts: Parameters<typeof line>): Said => withText([richText(line(...texts))])

const MISSING = {
  weekday: [words('Which day? Such as '), code('mondays'), words('.')],
  time: [words('What time? Such as '), code('10:00'), words('.')],
  until: [
    words('Until when? Such as '),
    code('until monday'),
    words(' or '),
    code('for 2 weeks'),
    words('.'),
  ],
  week: [
    words('Which week? Such as '),
    code('2026-W52'),
    words(' or '),
    code('week of 21 December'),
    words('.'),
  ],
} as const

const doubtWords = (doubt: Doubt): Parameters<typeof line> => {
  if (doubt.kind === 'missing') return [...MISSING[doubt.what]]
  const own = [words('“'), bold(doubt.words), words('”')]
  switch (doubt.kind) {
    case 'unknown':
      return [
        ...own,
        words(
          doubt.near.length > 0
            ? ` is nothing I understand here. Is it ${either(doubt.near)}?`
            : ' is nothing I understand here.',
        ),
      ]
    case 'several':
      return [...own, words(': a nudge comes once a week, at one time. Which one?')]
    case 'which-time':
      return [...own, words(`: is it ${either(doubt.between.map(timeWords))}?`)]
    case 'which-zone':
      return [
        ...own,
        words(` is the time of several places: ${either(doubt.between.map(zoneCity))}? Write the city.`),
      ]
    case 'past':
      return [...own, words(' is over. Name a day that is still to come.')]
  }
}

type UnclearCommand = NudgeCommand & { kind: 'unclear' }

const EXAMPLES: Readonly<Record<UnclearCommand['of'], readonly string[]>> = {
  set: ['mondays 10:00 Europe/London', 'fridays 4pm my time'],
  stop: ['stop'],
  skip: ['skip', 'skip next week'],
  pause: ['pause until monday', 'pause for 2 weeks'],
  resume: ['resume'],
  preview: ['preview'],
  show: [''],
  'leave-out': ['leave out 2026-W52', 'leave out week of 21 December'],
  include: ['include 2026-W52', 'include year end'],
}

const understoodWords = ({
  understood: { weekday, time, zone, ownZone, ladder },
}: UnclearCommand): string => {
  const parts = [
    ...(weekday ? [`${WEEKDAYS[weekday - 1]}s`] : []),
    ...(time ? [timeWords(time)] : []),
    ...(zone ? [zoneWords(zone)] : ownZone ? ['your own time zone'] : []),
    ...(ladder ? [`the ladder ${ladder}`] : []),
  ]
  return parts.length > 0 ? ` I did understand: ${parts.join(', ')}.` : ''
}

/** A command that was not understood: which of its words, what is missing, and what can be typed. Nothing changed. */
export function nudgeUnclearView(command: UnclearCommand, channel: string): Said {
  const me = command.whose === 'me' ? 'me ' : ''
  const form = command.of === 'set' && command.whose === 'channel'
  return withText([
    richText(
      line(bold('Nothing was changed.'), words(understoodWords(command))),
      bullets(command.doubts.map(doubtWords)),
      line(words('For example:')),
      bullets(EXAMPLES[command.of].map((example) => [code(`/ladder nudge ${me}${example}`.trim())])),
    ),
    ...(form ? [actions([button('Set it up in a form', 'nudge-form', channel)])] : []),
  ])
}

/** The bot is not in the channel: how to invite it. `bot` is its name in Slack. `again` is what to do after that. */
export function nudgeUninvitedView(bot: string, away: string | null = null, again = 'the same again'): Said {
  return plainSaid(
    words('I am not in '),
    channelWords(away),
    words(`, so I could not post ${away === null ? 'here' : 'there'}. Type `),
    code(`/invite @${bot}`),
    words(`${away === null ? '' : ' there'}, then ${again}. Nothing was changed.`),
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
    return plainSaid(
      words('Slack asks me to wait a little. Nothing was changed; please try again in a minute.'),
    )
  return trouble === 'archived'
    ? plainSaid(
        words('Nothing can be posted in '),
        channelWords(away),
        words(': it is archived. Nothing was changed.'),
      )
    : plainSaid(
        words('Slack does not let me post in '),
        channelWords(away),
        words(': somebody may have limited who posts there. Nothing was changed.'),
      )
}

/** There are several ladders, none of them is the default, and the command named none. */
export function nudgeWhichLadderView(ladders: readonly string[], channel: string): Said {
  return withText([
    richText(
      line(
        bold('Nothing was changed.'),
        words(' Which ladder? There are several; write one behind it, such as '),
        code(`/ladder nudge mondays 10:00 ${ladders[0] ?? ''}`),
        words('.'),
      ),
      bullets(ladders.slice(0, 20).map((id) => [words(id)])),
    ),
    actions([button('Set it up in a form', 'nudge-form', channel)]),
  ])
}

/** The ladder of a channel's nudge was removed. */
export function nudgeLadderGoneView(ladder: string, channel: string, away: string | null = null): Said {
  return withText([
    richText(
      line(
        words(`The ladder ${ladder} is not there any more, so nothing is posted in `),
        channelWords(away),
        words('. Choose another one, or stop it.'),
      ),
    ),
    actions([button('Change…', 'nudge-form', channel), button('Stop', 'nudge-stop', channel)]),
  ])
}

/** The button belongs to another channel's nudge, or to one that was replaced. */
export function nudgeElsewhereView(): Said {
  return plainSaid(
    words('That button does not count here. Type '),
    code('/ladder nudge'),
    words(' in the channel itself; any of its members may change its nudge there. Nothing was changed.'),
  )
}

/** To a guest of the workspace, or a bot. */
export function nudgeMembersOnlyView(): Said {
  return plainSaid(
    words('Guests can look at a nudge, and only members can change it. Ask a member to type '),
    code('/ladder nudge'),
    words('. I changed nothing.'),
  )
}

/** Slack does not say whether the person is a member. */
export function nudgeWhoView(): Said {
  return plainSaid(
    words(
      'I could not ask Slack whether you are a member here. Please try again in a minute. I changed nothing.',
    ),
  )
}

/** The command was typed outside a channel. A nudge in a DM is a personal one. */
export function nudgeNoChannelView(): Said {
  return plainSaid(
    words('This is no channel. Type it in the channel that wants a nudge; for one of your own type '),
    code('/ladder nudge me fridays 16:00'),
    words('.'),
  )
}

/** Skip, pause and the like, for a channel without a nudge. */
export function noNudgeView(channel: string, away: string | null = null): Said {
  return withText([
    richText(
      line(
        words('No nudge comes to '),
        channelWords(away),
        words(
          ' yet. Once a week it shows one competency of the ladder, ' +
            'and asks one question about this week’s work; it never says anything about anyone.',
        ),
      ),
      bullets([
        [code('/ladder nudge mondays 10:00 Europe/London')],
        [code('/ladder nudge me fridays 16:00')],
      ]),
    ),
    actions([button('Set one up', 'nudge-form', channel)]),
  ])
}

/** A ladder from which nothing can be posted. */
export function nudgeNothingView(ladder: string): Said {
  return plainSaid(
    words(
      `The ${ladder} ladder has no competency that two neighbouring levels speak of, ` +
        'so there would be nothing to post. Nothing was changed.',
    ),
  )
}
