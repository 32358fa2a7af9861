import type { Competency, Ladder } from '../ladder/ladder.ts'
import { competencyNames } from '../ladder/nearest.ts'
import { plain } from '../text/plain.ts'
import type { NudgeQuestions } from './nudge.ts'

/** How much of a competency's name a question shows, in UTF-16 units. */
const NAMED = 80

/** A template with the name of a competency in it. */
const filled = (template: string, { name }: Competency): string => {
  const short = name.length > NAMED ? `${name.slice(0, NAMED - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : name
  return template.replaceAll('{competency}', () => short)
}

/**
 * What can be asked about a competency: its owner's questions, or else the general templates with its name in them.
 * Never empty.
 */
export function questionsOf(
  ladder: Ladder,
  competency: Competency,
  { own, templates }: NudgeQuestions,
): readonly string[] {
  const names = competencyNames(competency)
  const sections = Object.hasOwn(own, ladder.id) ? own[ladder.id]! : []
  const asked = sections.filter((one) => names.includes(plain(one.competency)))
  const questions = asked.flatMap((one) => one.questions)
  return (questions.length > 0 ? questions : templates).map((one) => filled(one, competency))
}
