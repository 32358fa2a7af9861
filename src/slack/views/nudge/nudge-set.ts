import type { NudgeDone, ShownNudge } from '../../../coaching/nudge/nudge-answers.ts'
import { actions, bold, button, line, richText, type Said, words } from '../rich-text.ts'
import { controls, datesBlocks, exceptions, previewBlocks, withText } from './nudge-show.ts'
import { channelWords, comesWords, dateWords, exceptWords, scheduleWords } from './nudge-when.ts'

/** After setting or changing a nudge: when it is posted, and a preview. */
export function nudgeSetView(nudge: ShownNudge, changed: boolean, away: string | null = null): Said {
  return withText([
    richText(
      line(
        words(changed ? 'Changed: the nudge now comes to ' : 'Set: a nudge comes to '),
        channelWords(away),
        words(' '),
        bold(scheduleWords(nudge.schedule)),
        words(`, from the ${nudge.ladder.name} ladder. ${exceptions(nudge)}`),
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
      return `Skipped: nothing is posted on ${dateWords(done.date)}.`
    case 'too-late':
      return `Nothing was changed.${comesWords(done.comes)}`
    case 'paused': {
      const before = done.comes ? '.' : '; nothing is posted before that day.'
      const paused = done.until
        ? `Paused until ${dateWords(done.until)}${before}`
        : 'Paused until somebody resumes it.'
      return `${paused}${comesWords(done.comes)}`
    }
    case 'resumed':
      return 'Resumed.'
    case 'left-out':
      return `Left out: ${exceptWords(done)}.${comesWords(done.comes)}`
    case 'included':
      return `Not left out any more: ${exceptWords(done)}.`
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
        words(had ? 'Stopped: no more nudges come to ' : 'No nudge comes to '),
        channelWords(away),
        words(had ? `.${comesWords(comes)}` : '; nothing was changed.'),
      ),
    ),
    actions([button('Set one up', 'nudge-form', channel)]),
  ])
}
