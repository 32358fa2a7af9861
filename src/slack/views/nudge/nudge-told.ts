import type { types } from '@slack/bolt'
import type { ChannelNotice } from '../../../coaching/nudge/nudge-port.ts'
import { upcoming } from '../../../domain/nudge/decide-nudge.ts'
import type { Nudge, NudgeNotice, NudgeTrouble, NudgeWeek } from '../../../domain/nudge/nudge.ts'
import { readAloud } from '../ladder/pages.ts'
import { actions, button, code, escaped, line, richText, type Said, words } from '../rich-text.ts'
import { channelOf, comesWords, dateWords, exceptWords, momentWords, scheduleWords } from './nudge-when.ts'

const noticeWords = (notice: ChannelNotice): string => {
  switch (notice.kind) {
    case 'set':
      return (
        ' set up a weekly nudge for this channel: ' +
        `${scheduleWords(notice.schedule)}, from the ${notice.ladder} ladder.`
      )
    case 'changed':
      return (
        ' changed the weekly nudge for this channel: ' +
        `${scheduleWords(notice.schedule)}, from the ${notice.ladder} ladder.`
      )
    case 'paused':
      return (
        ` paused the weekly nudge for this channel${notice.until ? ` until ${dateWords(notice.until)}` : ''}.` +
        comesWords(notice.comes)
      )
    case 'skipped':
      return ` skipped the nudge of ${dateWords(notice.date)}.`
    case 'left-out':
      return ` skipped ${exceptWords(notice)}.${comesWords(notice.comes)}`
    case 'included':
      return ` brought back the nudge for ${exceptWords(notice)}.`
    case 'stopped':
      return ` stopped the weekly nudge for this channel.${comesWords(notice.comes)}`
    case 'resumed':
      return ' resumed the weekly nudge for this channel.'
  }
}

const person = (user: string): types.RichTextUserMention => ({ type: 'user', user_id: user })

/** One line to the channel: who did what with its nudge. The only post that names anybody. `user` is Slack's id. */
export function nudgeNoticeView(user: string, notice: ChannelNotice): Said {
  const said = noticeWords(notice)
  return {
    text: `<@${user}>${escaped(said)}`,
    blocks: [
      richText(
        line(
          person(user),
          words(said),
          words(' Anyone here can see or change it with '),
          code('/ladder nudge'),
          words('.'),
        ),
      ),
    ],
  }
}

/** Why a nudge paused itself, to follow "because". */
export const HALTS: Readonly<Record<NudgeTrouble, string>> = {
  'not-in-channel': 'I’m no longer in that channel',
  archived: 'the channel was archived',
  'channel-gone': 'the channel is gone, or I can’t see it',
  'not-allowed': 'I’m no longer allowed to post there',
  'ladder-gone': 'its ladder was removed',
  refused: 'Slack rejected the post',
}

/** A DM, sent once to the person who set up the nudge: it paused itself, why, and a button that resumes it. */
export function nudgeHaltedView(channel: string, why: NudgeTrouble): Said {
  return {
    text: `I paused the weekly nudge you set up: ${HALTS[why]}.`,
    blocks: [
      richText(
        line(
          words('I paused the weekly nudge you set up for '),
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
