import type { Competency, Ladder } from '../../ladder/ladder.ts'
import { competencyNames } from '../../ladder/nearest.ts'
import { plain } from '../../text/plain.ts'
import type { NudgeQuestion, NudgeQuestions } from '../nudge.ts'

/** How much of a competency's name a question shows, in UTF-16 units. */
const NAMED = 80

/** A template with the name of a competency in it. */
const filledWith = ({ name }: Competency, template: NudgeQuestion): NudgeQuestion => {
  const short = name.length > NAMED ? `${name.slice(0, NAMED - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : name
  return { ...template, text: template.text.replaceAll('{competency}', () => short) }
}

/** The owner's own questions about a competency. Empty if there are none. */
export function ownQuestionsOf(
  ladder: Ladder,
  competency: Competency,
  { own }: NudgeQuestions,
): readonly NudgeQuestion[] {
  const names = competencyNames(competency)
  const sections = Object.hasOwn(own, ladder.id) ? own[ladder.id]! : []
  return sections
    .filter((one) => names.includes(plain(one.competency)))
    .flatMap(({ questions }) => questions.map((one) => filledWith(competency, one)))
}

/** The templates with the name of a competency in them. Never empty. */
export function templatesOf(competency: Competency, { templates }: NudgeQuestions): readonly NudgeQuestion[] {
  return templates.map((one) => filledWith(competency, one))
}
