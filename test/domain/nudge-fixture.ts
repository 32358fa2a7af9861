import type { Nudge, NudgeQuestion, NudgeText, NudgeWeek } from '../../src/domain/nudge/nudge.ts'

export function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}

/** A question as in a file. */
export function asking(
  text: string,
  sentences: readonly string[] = [],
  example: string | null = null,
): NudgeQuestion {
  return { text, sentences, example }
}

/** A nudge on Mondays at ten in London, set up on Friday, 20 November 2026. */
export function nudgeOf(more: Partial<Nudge> = {}): Nudge {
  return {
    team: 'T1',
    channel: 'C1',
    ladder: 'sre',
    levels: null,
    schedule: { weekday: 1, time: Temporal.PlainTime.from('10:00'), zone: 'Europe/London' },
    setUpBy: 'UADA',
    since: at('2026-11-20T12:00:00Z'),
    stopped: false,
    paused: null,
    leftOut: [],
    yearEnd: false,
    trouble: null,
    revision: 1,
    ...more,
  }
}

/** What the small ladder says about mastery at L2 and L3. */
export const nudgeText: NudgeText = {
  ladder: 'sre',
  competency: 'mastery',
  levels: ['L2', 'L3'],
  expectations: ['sre/L2/mastery/1', 'sre/L3/mastery/1'],
  question: 'Which alert did you make quieter this week?',
}
export const sentences = ['Participates in on call shifts.', 'Full participant in on-call shifts.']

/** Monday, 23 November 2026, at ten, waiting at Slack. */
export function weekOf(more: Partial<NudgeWeek> = {}): NudgeWeek {
  return {
    week: '2026-W48',
    state: 'handed',
    dueAt: at('2026-11-23T10:00:00Z'),
    postAt: at('2026-11-23T10:00:00Z'),
    messageId: 'Q1',
    attempt: 1,
    lease: null,
    text: nudgeText,
    sentences,
    ladderVersion: 'a'.repeat(40),
    ...more,
  }
}
