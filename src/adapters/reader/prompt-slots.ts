import type { ReadRequest } from '../../coaching/ports.ts'
import {
  asksNothingNew,
  competenciesOf,
  type Ladder,
  levelOf,
  rowAsksNothingNew,
  rowOf,
} from '../../domain/ladder/ladder.ts'
import type { Goal } from '../../domain/person.ts'
import { fillPrompt, type ReviewPrompt } from './prompt-files.ts'

/** How many earlier findings the model gets, the newest ones. Each has about 20 tokens. */
const MOST_EARLIER = 40

const rows = (ladder: Ladder, goal: Goal, levelId: string) =>
  competenciesOf(ladder)
    .map(({ id }) => ({
      competency: id,
      sentences: rowOf(ladder, levelId, id).map((expectation) => ({
        id: expectation.id,
        text: expectation.text,
        ...(expectation.example ? { example: true } : {}),
        ...(levelId === goal.target && asksNothingNew(ladder, goal, expectation.id) ? { shared: true } : {}),
      })),
    }))
    .filter((row) => row.sentences.length > 0)

/** The slots of the input. The constant ones come first, because providers cache a prompt's prefix. */
export function slots(
  prompt: ReviewPrompt,
  { ladder, goal, spans, earlier, asked, part, again }: ReadRequest,
): Record<string, string> {
  return {
    ladder: JSON.stringify({
      name: ladder.name,
      competencies: competenciesOf(ladder).map(({ id, name, subtitle, about }) => ({
        id,
        name,
        subtitle,
        ...(about === null ? {} : { about }),
      })),
      target: { level: levelOf(ladder, goal.target), rows: rows(ladder, goal, goal.target) },
      current: { level: levelOf(ladder, goal.current), rows: rows(ladder, goal, goal.current) },
      asks_nothing_new: competenciesOf(ladder)
        .filter(({ id }) => rowAsksNothingNew(ladder, goal, id))
        .map(({ id }) => id),
    }),
    goal: JSON.stringify({ current: goal.current, target: goal.target }),
    earlier:
      earlier.length === 0
        ? ''
        : fillPrompt(prompt.earlier, {
            findings: JSON.stringify(
              earlier
                .slice(0, MOST_EARLIER)
                .map(({ competency, status, month }) => ({ competency, status, month: month.toString() })),
            ),
          }),
    asked: asked
      ? fillPrompt(prompt.asked, {
          asked: JSON.stringify({ competency: asked.competency, question: asked.question }),
        })
      : '',
    part: part ? fillPrompt(prompt.part, { nth: String(part.nth), of: String(part.of) }) : '',
    evidence: JSON.stringify(
      spans.map(({ id, text, saidBy, answers }) => ({
        id,
        text,
        ...(saidBy === null ? {} : { said_by: saidBy }),
        ...(answers === null ? {} : { answers }),
      })),
    ),
    again: again
      ? fillPrompt(prompt.again, {
          refused: JSON.stringify({ refused: again.answer, reasons: again.objections }),
        })
      : '',
  }
}
