import type { Competency, Ladder } from '../../ladder/ladder.ts'
import type { Goal } from '../../person.ts'
import type { Coverage, Quarter } from '../coverage.ts'
import { asksOf, gapsOf } from '../next-thing.ts'

/** One question whose answer would fill a gap of a packet. */
export type WorkAsk = {
  readonly competency: Pick<Competency, 'id' | 'name'>
  /** Nothing shows it yet, words only match, it was shown once, or it was last shown long ago. */
  readonly gap: 'nothing' | 'possible' | 'once' | 'old'
  /** When it was shown, if that is known and few quarters ago. */
  readonly in: Quarter | null
  /** What the target level asks, as in the ladder. */
  readonly asks: string
  readonly question: string
  /** An invented answer to it, or null. Sessions that began before there were examples have none. */
  readonly example?: string | null
}

/** A question that could be asked, and an invented answer to it. */
export type AskedWith = { readonly text: string; readonly example: string | null }

/** The question about a competency that has none that fits. */
const CLOSEST = 'What is one thing you did that comes closest to this?'

/**
 * A nudge's question as one about any time: "What did you add to a project this week?" without its week. Null if it
 * can't be asked without one.
 */
export function anyTimeOf(question: string): string | null {
  const without = question.replace(/ (?:of )?this week\b(?!['’]s)/i, '')
  return /\bweeks?\b/i.test(without) ? null : without
}

/**
 * What to ask next: about the emptiest competency that was not `asked` about, with a sentence of the target level and
 * one of the `questions` for that sentence. Both change as the competency gets more entries. Null if nothing is left to
 * ask.
 */
export function nextWork(given: {
  readonly ladder: Ladder
  readonly goal: Goal
  readonly coverage: Coverage
  /** The ids of competencies. */
  readonly asked: readonly string[]
  readonly questions: (competency: Competency, sentence: string) => readonly AskedWith[]
}): WorkAsk | null {
  const { ladder, goal, coverage, questions } = given
  const gap = gapsOf(ladder, goal, coverage).find(({ competency }) => !given.asked.includes(competency.id))
  if (!gap) return null
  const { competency } = gap
  const line = coverage.lines.find((one) => one.competency.id === competency.id)
  const turn = line?.pieces ?? 0
  const all = asksOf(ladder, goal, competency.id)
  const sentence = all[turn % Math.max(1, all.length)] ?? ''
  const fitting = questions(competency, sentence).flatMap(({ text, example }) => {
    const question = anyTimeOf(text)
    return question === null ? [] : [{ question, example }]
  })
  const asked = fitting[turn % Math.max(1, fitting.length)]
  return {
    competency: { id: competency.id, name: competency.name },
    gap:
      gap.kind === 'again'
        ? 'once'
        : gap.kind === 'renew'
          ? 'old'
          : line?.best === 'possible'
            ? 'possible'
            : 'nothing',
    in: gap.kind === 'again' ? gap.in : gap.kind === 'renew' ? gap.last : null,
    asks: sentence,
    question: asked?.question ?? CLOSEST,
    example: asked?.example ?? null,
  }
}
