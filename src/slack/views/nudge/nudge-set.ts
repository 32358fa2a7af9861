import type { NudgeDone, ShownNudge } from '../../../coaching/nudge/nudge-answers.ts'
import { actions, bold, button, line, richText, type Said, words } from '../rich-text.ts'
import { controls, datesBlocks, exceptions, previewBlocks, withText } from './nudge-show.ts'
import {
  channelWords,
  comesWords,
  dateWords,
  exceptWords,
  scheduleWords,
  silenceWords,
  sourceWords,
} from './nudge-when.ts'

/** After setting or changing a nudge: when it is posted, and a preview. */
export function nudgeSetView(nudge: ShownNudge, changed: boolean, away: string | null = null): Said {
  return withText([
    richText(
      line(
        words(changed ? 'Updated. I’ll now post a nudge in ' : 'Done. I’ll post a nudge in '),
        channelWords(away),
        words(' '),
        bold(scheduleWords(nudge.schedule)),
        words(
          `, ${sourceWords(nudge.ladder.name, nudge.levels)}.${silenceWords(nudge.paused)} ${exceptions(nudge)}`,
        ),
      ),
    ),
    ...datesBlocks(nudge),
    ...previewBlocks(nudge),
    controls(nudge),
  ])
}

const doneWords = (done: NudgeDone): string => {
  switch (done.kind) {
    case 'skipped':
      return `Skipped. I won’t post on ${dateWords(done.date)}.`
    case 'too-late':
      return `${comesWords(done.comes).trim()} I changed nothing.`
    case 'paused': {
      const paused = done.until
        ? `Paused. I’ll post again from ${dateWords(done.until)}.`
        : 'Paused until someone resumes it.'
      return `${paused}${comesWords(done.comes)}`
    }
    case 'resumed':
      return 'Resumed.'
    case 'left-out':
      return `Done.${comesWords(done.comes)}`
    case 'included':
      return `Back on: ${exceptWords(done)}.`
  }
}

/** After skip, pause, resume or leave out: what changed, and when the next ones are posted. */
export function nudgeDoneView(nudge: ShownNudge, done: NudgeDone): Said {
  return withText([
    richText(
      line(
        words(doneWords(done)),
        words(done.kind === 'left-out' || done.kind === 'included' ? ` ${exceptions(nudge)}` : ''),
      ),
    ),
    ...datesBlocks(nudge),
    controls(nudge),
  ])
}

/** After "Stop". `had` is false if there was none. `comes` is today's post if it will still appear. */
export function nudgeStoppedView(
  channel: string,
  had: boolean,
  away: string | null = null,
  comes: Temporal.ZonedDateTime | null = null,
): Said {
  return withText([
    richText(
      line(
        words(had ? 'Stopped. I won’t post any more nudges in ' : 'No nudge is set up in '),
        channelWords(away),
        words(had ? `.${comesWords(comes)}` : ', so I changed nothing.'),
      ),
    ),
    actions([button('Set up nudge', 'nudge-form', channel)]),
  ])
}
