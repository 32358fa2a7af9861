import type { Week } from '../../domain/nudge.ts'
import { controls, datesBlocks, exceptions, previewBlocks, type ShownNudge, withText } from './nudge-show.ts'
import { dateWords, listed, scheduleWords, weekWords } from './nudge-when.ts'
import { actions, bold, button, line, richText, type Said, words } from './rich-text.ts'

/** Set or changed: when it comes, and what it looks like. */
export const nudgeSetView = (nudge: ShownNudge, changed: boolean): Said =>
  withText([
    richText(
      line(
        words(
          changed ? 'Changed: the nudge now comes to this channel ' : 'Set: a nudge comes to this channel ',
        ),
        bold(scheduleWords(nudge.schedule)),
        words(`, from the ${nudge.ladder.name} ladder. ${exceptions(nudge)}`),
      ),
    ),
    ...datesBlocks(nudge),
    ...previewBlocks(nudge),
    controls(nudge),
  ])

/** What a change of the nudge was, beside the dates that follow from it. */
export type NudgeDone =
  | { readonly kind: 'skipped'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'paused'; readonly until: Temporal.PlainDate | null }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'left-out' | 'included'; readonly weeks: readonly Week[]; readonly yearEnd: boolean }

const doneWords = (done: NudgeDone): string => {
  switch (done.kind) {
    case 'skipped':
      return `Skipped: nothing is posted on ${dateWords(done.date)}.`
    case 'paused':
      return done.until
        ? `Paused until ${dateWords(done.until)}; nothing is posted before that day.`
        : 'Paused until somebody resumes it.'
    case 'resumed':
      return 'Resumed.'
    case 'left-out':
    case 'included': {
      const weeks = [
        ...done.weeks.map(weekWords),
        ...(done.yearEnd ? ['the days from 24 December to 1 January'] : []),
      ]
      return done.kind === 'left-out'
        ? `Left out: ${listed(weeks)}.`
        : `Not left out any more: ${listed(weeks)}.`
    }
  }
}

/** After skip, pause, resume, leave out: what is different, and when the next ones come. */
export const nudgeDoneView = (nudge: ShownNudge, done: NudgeDone): Said =>
  withText([richText(line(words(doneWords(done)))), ...datesBlocks(nudge), controls(nudge)])

/** After "Stop". `had` false: there was none. */
export const nudgeStoppedView = (channel: string, had: boolean): Said =>
  withText([
    richText(
      line(
        words(
          had
            ? 'Stopped: no more nudges come to this channel. Its settings are kept no longer.'
            : 'No nudge comes to this channel; nothing was changed.',
        ),
      ),
    ),
    actions([button('Set one up', 'nudge-form', channel)]),
  ])
