import type { NudgeAsk } from '../../coaching/nudge/nudge-ask.ts'
import type { SetNudge } from '../../coaching/nudge/set-nudge.ts'
import type { Log } from '../../coaching/ports.ts'
import { answerClick, chosen, ownerOf, roomOf } from '../answer.ts'
import { openForm } from '../answer-in-view.ts'
import type { Click } from '../clicks.ts'
import type { Seals } from '../seals.ts'
import { nudgeAnswerView } from '../views/nudge/nudge-answer.ts'
import { nudgeFormFor } from './nudge-form.ts'

/** An ISO week as a button carries it. */
const WEEK = /^\d{4}-W\d{2}$/

/** The command of a button, by its action id, or null for a cleared date field. */
const askOf = (action: string, week: string | undefined, date: string | null): NudgeAsk | null => {
  const whose = 'channel'
  switch (action) {
    case 'nudge-form':
      return { whose, kind: 'form' }
    case 'nudge-preview':
      return { whose, kind: 'preview' }
    case 'nudge-resume':
      return { whose, kind: 'resume' }
    case 'nudge-stop':
      return { whose, kind: 'stop' }
    case 'nudge-pause':
      return date ? { whose, kind: 'pause', until: Temporal.PlainDate.from(date) } : null
    case 'nudge-skip':
      return week && WEEK.test(week) ? { kind: 'skip-week', week } : { whose, kind: 'skip' }
    default:
      return { whose, kind: 'show' }
  }
}

/**
 * A button or date field about a channel's nudge. Its value is the channel, and the week to skip. It works in its own
 * channel, and in the DM of the person who set up the nudge.
 */
export function nudgeClick(setNudge: SetNudge, seals: Seals, log: Log) {
  return (args: Click): Promise<void> =>
    answerClick(args, log, async () => {
      const { body, context } = args
      const [action] = body.actions
      const [name = '', pausing = ''] = action?.action_id.split(':') ?? []
      const [about = '', week] = chosen(body).split(' ')
      const date = action?.type === 'datepicker' ? action.selected_date : null
      const ask = askOf(name, week, date ?? null)
      if (ask === null) return null
      const channel = name === 'nudge-pause' ? pausing : about
      const room = roomOf(body.channel)
      const owner = ownerOf(context, body.user.id)
      const answer = await setNudge.press({ owner, channel: room }, channel, ask)
      if (answer.kind === 'form') {
        const view = await nudgeFormFor(seals, owner, answer.start)
        await openForm(args, view)
        return null
      }
      return {
        said: nudgeAnswerView(answer, room === null ? channel : null),
        replace: false,
        beside: answer.kind === 'preview' || answer.kind === 'elsewhere',
      }
    })
}
