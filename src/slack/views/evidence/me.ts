import type { LookupAnswer } from '../../../coaching/ladder/look-up-ladder.ts'
import type { Spread } from '../../../coaching/review/packet-store.ts'
import { askedOf, bulletsOf, competenciesOf, levelOf } from '../../../domain/ladder/ladder.ts'
import { goalChoices, goalDate, goalName } from '../ladder/goal.ts'
import { levelName, pathOf, show } from '../ladder/ladder.ts'
import { readAloud } from '../ladder/pages.ts'
import {
  actions,
  bold,
  bullets,
  code,
  footnote,
  header,
  italic,
  line,
  richText,
  type Said,
  words,
} from '../rich-text.ts'

const pieces = (count: number): string =>
  count === 1 ? 'one piece of evidence' : `${count} pieces of evidence`

/** "3 pieces of evidence, 2026-03 to 2026-06". */
const spreadWords = ({ pieces: count, days: { from, to } }: Spread): string => {
  const month = (day: Temporal.PlainDate): string => day.toString().slice(0, 7)
  return `${pieces(count)}, ${month(from) === month(to) ? month(to) : `${month(from)} to ${month(to)}`}`
}

/** `/ladder me`: the goal, the amount of evidence for each competency, and the next step. Counts, never scores. */
export function meView(answer: LookupAnswer & { kind: 'me' }): Said {
  const { ladder, goal, competencies, lastReviewed, waiting } = answer
  const target = goal ? levelOf(ladder, goal.target) : undefined
  const asked = competenciesOf(ladder).filter(
    ({ id }) => !target || askedOf(ladder, target.id, id).length > 0 || competencies.has(id),
  )
  const without = asked.filter(({ id }) => !competencies.has(id))
  const next = without[0]
  const [expectation] = next && target ? bulletsOf(askedOf(ladder, target.id, next.id)) : []
  const reviewed = lastReviewed
    ? `Last reviewed on ${lastReviewed.toString().slice(0, 10)}.`
    : 'Nothing has been reviewed yet.'
  const blocks = [
    header('Your goal and your evidence'),
    richText(
      line(
        ...(goal
          ? [words('Your goal: '), bold(goalName(ladder, goal)), words(`${goalDate(goal)}.`)]
          : [words('You have not set a goal yet.')]),
        words(` ${reviewed}`),
        words(
          waiting > 0
            ? ` ${waiting === 1 ? 'One message is' : `${waiting} messages are`} not reviewed yet.`
            : '',
        ),
      ),
    ),
    richText(
      line(bold('What your evidence speaks to')),
      bullets(
        asked.map(({ id, name }) => [
          words(`${name}: `),
          competencies.has(id) ? words(spreadWords(competencies.get(id)!)) : italic('nothing yet'),
        ]),
      ),
    ),
    richText(
      line(bold('What to do next')),
      line(
        ...(goal === null
          ? [words('Choose the level you work towards; then I can say what it asks.')]
          : next && expectation && target
            ? [
                words(`Nothing speaks to ${next.name} yet. ${levelName(target)} asks: `),
                italic(expectation),
                words(' Think of one moment of the last weeks that shows it, and send it to me.'),
              ]
            : [
                words(
                  'Something speaks to every competency. Send me what happened this week while you remember it, ',
                ),
                words('above all what changed because of it.'),
              ]),
      ),
    ),
  ]
  return {
    text: readAloud(blocks),
    blocks: [
      ...blocks,
      ...(goal === null
        ? goalChoices(answer)
        : [
            actions([
              show(`What ${goal.target} asks beyond ${goal.current}`, 'next'),
              ...(next && target
                ? [
                    show(
                      `${next.name} at ${target.id}`,
                      pathOf(answer, { kind: 'cell', level: target, competency: next }),
                    ),
                  ]
                : []),
              show('What is kept about me', 'data'),
            ]),
          ]),
      footnote('Only you see this. A number counts pieces of evidence; it is no score. '),
      richText(line(words('To see this again: '), code('/ladder me'))),
    ],
  }
}
