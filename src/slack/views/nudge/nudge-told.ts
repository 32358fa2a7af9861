import type { types } from '@slack/bolt'
import type { ChannelNotice } from '../../../coaching/nudge/nudge-port.ts'
import { upcoming } from '../../../domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeNotice, NudgeTrouble, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import { readAloud } from '../ladder/pages.ts'
import { actions, button, code, escaped, line, richText, type Said, words } from '../rich-text.ts'
import {
  channelOf,
  comesWords,
  dateWords,
  exceptWords,
  momentWords,
  scheduleWords,
  silenceWords,
  sourceWords,
} from './nudge-when.ts'

type NamingNotice = ChannelNotice & { readonly kind: 'set' | 'changed' }

const namesPerson = (notice: ChannelNotice): notice is NamingNotice =>
  notice.kind === 'set' || notice.kind === 'changed'

/** Names nobody: the person who wanted a pause or a stop shall not have to explain it. The audit knows who it was. */
const noticeWords = (notice: Exclude<ChannelNotice, NamingNotice>): string => {
  switch (notice.kind) {
    case 'paused':
      return (
        `This nudge is paused ${notice.until ? `until ${dateWords(notice.until)}` : 'until someone resumes it'}.` +
        comesWords(notice.comes)
      )
    case 'skipped':
      return `The nudge of ${dateWords(notice.date)} is skipped.`
    case 'left-out':
      return `This nudge skips ${exceptWords(notice)}.${comesWords(notice.comes)}`
    case 'included':
      return `This nudge also comes in ${exceptWords(notice)}.`
    case 'stopped':
      return `The nudge for this channel has stopped.${comesWords(notice.comes)}`
    case 'resumed':
      return 'This nudge continues.'
  }
}

const person = (user: string): types.RichTextUserMention => ({ type: 'user', user_id: user })

/** What everybody in the channel can do about it. */
const ANYONE = [words(' Anyone here can see or change it with '), code('/ladder nudge'), words('.')]

/**
 * One line to the channel: what was done with its nudge. Only who set it up or changed it is named, because colleagues
 * ask them about it. `user` is their id in Slack.
 */
export function nudgeNoticeView(user: string, notice: ChannelNotice): Said {
  if (!namesPerson(notice)) {
    const said = noticeWords(notice)
    return { text: escaped(said), blocks: [richText(line(words(said), ...ANYONE))] }
  }
  const said =
    ` ${notice.kind === 'set' ? 'set up a' : 'changed the'} nudge for this channel: ` +
    `${scheduleWords(notice.schedule)}, ${sourceWords(notice.ladder, notice.levels)}.${silenceWords(notice.paused)}`
  return {
    text: `<@${user}>${escaped(said)}`,
    blocks: [richText(line(person(user), words(said), ...ANYONE))],
  }
}

/** Why a nudge paused itself, to follow "because". */
export const HALTS: Readonly<Record<NudgeTrouble, string>> = {
  'not-in-channel': 'I’m no longer in that channel',
  archived: 'the channel was archived',
  'channel-gone': 'the channel is gone, or I can’t see it',
  'not-allowed': 'I’m no longer allowed to post there',
  'ladder-gone': 'its ladder or one of its levels was removed',
  refused: 'Slack rejected the post',
}

/** A DM, sent once to the person who set up the nudge: it paused itself, why, and a button that resumes it. */
export function nudgeHaltedView(channel: string, why: NudgeTrouble): Said {
  return {
    text: `I paused the nudge you set up: ${HALTS[why]}.`,
    blocks: [
      richText(
        line(
          words('I paused the nudge you set up for '),
          channelOf(channel),
          words(`: ${HALTS[why]}. Press Resume once that’s fixed.`),
        ),
      ),
      actions([button('Resume', 'nudge-resume', channel)]),
    ],
  }
}

/**
 * A DM to the person who set up the nudge: one was not posted because its day had passed (`missed`), or nobody knows
 * whether it was posted (`unknown`).
 */
export function nudgeMissedView(
  channel: string,
  why: 'missed' | 'unknown',
  due: Temporal.ZonedDateTime,
  next: Temporal.ZonedDateTime | null,
): Said {
  const coming = next ? ` The next one is on ${momentWords(next)}.` : ''
  const [begins, ends] =
    why === 'missed'
      ? [`I couldn’t post the nudge of ${momentWords(due)} in `, ` that day, so I skipped it.${coming}`]
      : [
          `I don’t know if the nudge of ${momentWords(due)} reached `,
          `, because Slack didn’t answer. I won’t risk posting it twice.${coming}`,
        ]
  const blocks = [richText(line(words(begins), channelOf(channel), words(ends)))]
  return { text: readAloud(blocks), blocks }
}

/**
 * What the person who set up a nudge is told in their DM. The nudge is as it is at `now`, with its last recorded weeks.
 */
export function nudgeToldView(
  nudge: Nudge,
  notice: NudgeNotice,
  weeks: readonly NudgeWeek[],
  now: Temporal.Instant,
): Said {
  const { channel, schedule } = nudge
  if (notice.kind === 'trouble') return nudgeHaltedView(channel, notice.trouble)
  const next = upcoming(nudge, weeks, now, 1)[0]?.at
  return nudgeMissedView(
    channel,
    notice.kind,
    notice.dueAt.toZonedDateTimeISO(schedule.zone),
    next?.toZonedDateTimeISO(schedule.zone) ?? null,
  )
}
