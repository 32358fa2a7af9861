import type { types } from '@slack/bolt'
import type { ShownNudge } from '../../../coaching/nudge/nudge-answers.ts'
import { countInWords } from '../../../domain/nudge/nudge-counts.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  bold,
  bullets,
  button,
  code,
  confirm,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'
import { nudgePreviewBlocks } from './nudge-post.ts'
import { HALTS } from './nudge-told.ts'
import {
  channelWords,
  dateWords,
  momentWords,
  scheduleWords,
  sourceWords,
  timeWords,
  weekWords,
  zoneWords,
} from './nudge-when.ts'

/** The buttons for changing a nudge. */
export function controls(nudge: ShownNudge): types.ActionsBlock {
  return actions([
    button('Change…', 'nudge-form', nudge.channel),
    button('Preview', 'nudge-preview', nudge.channel),
    ...(nudge.paused || nudge.trouble
      ? [button('Resume', 'nudge-resume', nudge.channel)]
      : [
          ...(nudge.nextWeek
            ? [button('Skip next', 'nudge-skip', `${nudge.channel} ${nudge.nextWeek}`)]
            : []),
          {
            type: 'datepicker' as const,
            // A date picker has no value, so its id names the channel.
            action_id: `nudge-pause:${nudge.channel}`,
            placeholder: { type: 'plain_text' as const, text: 'Pause until…' },
          },
        ]),
    button('Stop', 'nudge-stop', nudge.channel, {
      confirm: confirm(
        'Stop the nudge?',
        'I won’t post in the channel until someone sets up a new one.',
        'Stop',
        { style: null },
      ),
    }),
  ])
}

const lateWords = (late: Temporal.ZonedDateTime | 'missed'): string =>
  late === 'missed'
    ? 'I need about 3 minutes before I can post, so I skip the first one.'
    : `I need about 3 minutes before I can post, so the first one comes by ${timeWords(late.toPlainTime())}.`

/** The next dates, written out. */
export function datesBlocks({ next, late, schedule, paused }: ShownNudge): types.KnownBlock[] {
  return next.length === 0
    ? []
    : [
        richText(
          line(
            bold(
              paused?.until ? 'After that' : next.length === 1 ? 'Next nudge' : `Next ${next.length} nudges`,
            ),
            words(`, ${zoneWords(schedule.zone)}:`),
          ),
          bullets(next.map((moment) => [words(momentWords(moment))])),
          ...(late === null ? [] : [line(words(lateWords(late)))]),
        ),
      ]
}

/** The dates without a nudge. */
export function exceptions({ leftOut, yearEnd }: ShownNudge): string {
  return [
    yearEnd ? 'I also post from 24 December to 1 January.' : 'I don’t post from 24 December to 1 January.',
    leftOut.length > 0 ? `I skip ${listed(leftOut.map(weekWords))}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** A preview of the next post. */
export function previewBlocks(nudge: ShownNudge): types.KnownBlock[] {
  const blocks = nudgePreviewBlocks(nudge.ladder, nudge.preview)
  return blocks.length > 0
    ? [
        richText(line(bold('Preview'), words(', without its two buttons:'))),
        { type: 'divider' },
        ...blocks,
        { type: 'divider' },
      ]
    : [
        richText(
          line(words('This ladder has nothing to compare between levels yet, so I have nothing to post.')),
        ),
      ]
}

const countBlocks = ({ counts }: ShownNudge): types.KnownBlock[] =>
  counts
    ? [
        richText(
          line(
            bold(`The last ${counts.due} nudges`),
            words(
              `: ${counts.posted} were posted. Someone pressed Save evidence under ${countInWords(counts.opened)}. ` +
                `Evidence came from ${countInWords(counts.logged)}. I don’t store who it was.`,
            ),
          ),
        ),
      ]
    : []

/** Blocks with their text, as a message. */
export function withText(blocks: types.KnownBlock[]): Said {
  return { text: readAloud(blocks), blocks }
}

/** `/ladder nudge` in a channel that has one. */
export function nudgeShowView(nudge: ShownNudge, away: string | null = null): Said {
  return withText([
    richText(
      line(
        words('I post a nudge in '),
        channelWords(away),
        words(' '),
        bold(scheduleWords(nudge.schedule)),
        words(`, ${sourceWords(nudge.ladder.name, nudge.levels)}. `),
        ...(nudge.paused
          ? [
              bold(
                nudge.paused.until
                  ? `Paused until ${dateWords(nudge.paused.until)}`
                  : 'Paused until someone resumes it',
              ),
              words('. '),
            ]
          : []),
        ...(nudge.trouble ? [bold('I paused it'), words(` because ${HALTS[nudge.trouble]}. `)] : []),
        words(exceptions(nudge)),
      ),
    ),
    ...datesBlocks(nudge),
    ...countBlocks(nudge),
    controls(nudge),
    richText(
      line(
        words(away === null ? 'To change it, type ' : 'To change it there, type '),
        code('/ladder nudge'),
        words(' and one of these: '),
        code('tuesdays 16:00 Toronto'),
        words(' · '),
        code('skip'),
        words(' · '),
        code('pause until monday'),
        words(' · '),
        code('leave out 2026-W52'),
        words(' · '),
        code('stop'),
      ),
    ),
  ])
}

/** "Preview": the next post, shown only to the person who asked. */
export function nudgePreviewView(nudge: ShownNudge): Said {
  return withText([
    ...previewBlocks(nudge),
    richText(
      line(
        words(
          nudge.next[0]
            ? 'Only you see this preview. ' +
                `I’ll post the next one on ${momentWords(nudge.next[0])}, ${zoneWords(nudge.schedule.zone)}.`
            : 'Only you see this preview.',
        ),
      ),
    ),
  ])
}
