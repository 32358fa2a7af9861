import type { LookupAnswer } from '../../../coaching/ladder/look-up-ladder.ts'
import type { Spread } from '../../../coaching/review/packet-store.ts'
import { askedOf, bulletsOf, competenciesOf, levelOf } from '../../../domain/ladder/ladder.ts'
import { periodInWords } from '../../../domain/text/in-words.ts'
import { coverageBlocks } from '../home-tab/coverage.ts'
import { goalChoices, goalDate, goalName } from '../ladder/goal.ts'
import { pathOf, show } from '../ladder/ladder.ts'
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
import { dayOf, monthOf } from './evidence-line.ts'
import { entries } from './found.ts'

/** "3 entries, March to June 2026". */
const spreadWords = ({ pieces: count, days: { from, to } }: Spread): string =>
  `${entries(count)}, ${periodInWords(monthOf(from), monthOf(to))}`

/**
 * `/ladder me`: the goal, what is shown of each competency as on the Home tab, and the next step. Counts, never scores.
 */
export function meView(answer: LookupAnswer & { kind: 'me' }): Said {
  const { ladder, goal, competencies, coverage, lastReviewed, waiting } = answer
  const target = goal ? levelOf(ladder, goal.target) : undefined
  const asked = competenciesOf(ladder).filter(
    ({ id }) => !target || askedOf(ladder, target.id, id).length > 0 || competencies.has(id),
  )
  const without = asked.filter(({ id }) => !competencies.has(id))
  // With a goal, the one that the coverage marks, if nothing shows it.
  const bare = coverage?.lines.filter(({ best }) => best === 'nothing') ?? []
  const next = coverage ? (bare.find(({ emptiest }) => emptiest) ?? bare[0])?.competency : without[0]
  const [expectation] = next && target ? bulletsOf(askedOf(ladder, target.id, next.id)) : []
  const reviewed = lastReviewed ? `Last review: ${dayOf(lastReviewed)}.` : 'No reviews yet.'
  const blocks = [
    header('Your progress'),
    richText(
      line(
        ...(goal
          ? [words('Your goal: '), bold(goalName(ladder, goal)), words(`${goalDate(goal)}.`)]
          : [words('You have no goal yet.')]),
        words(` ${reviewed}`),
        words(
          waiting > 0
            ? ` ${waiting} ${waiting === 1 ? 'message is' : 'messages are'} waiting for a review.`
            : '',
        ),
      ),
    ),
    ...(coverage
      ? [richText(line(bold('Where you stand'))), ...coverageBlocks(coverage)]
      : [
          richText(
            line(bold('Your evidence by competency')),
            bullets(
              asked.map(({ id, name }) => [
                words(`${name}: `),
                competencies.has(id) ? words(spreadWords(competencies.get(id)!)) : italic('no evidence yet'),
              ]),
            ),
          ),
        ]),
    richText(
      line(bold('What to do next')),
      line(
        ...(goal === null
          ? [words('Choose the level you’re aiming for. Then I can show what it asks.')]
          : next && expectation && target
            ? [
                words(`${next.name} is not shown yet. ${target.id} asks: `),
                italic(expectation),
                words(' Did you do something like this recently? Send it to me.'),
              ]
            : [
                words('You have evidence for every competency. '),
                words('Keep going: what changed this week because of you?'),
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
              show(`What ${goal.target} adds`, 'next'),
              ...(next && target
                ? [
                    show(
                      `${next.name} at ${target.id}`,
                      pathOf(answer, { kind: 'cell', level: target, competency: next }),
                    ),
                  ]
                : []),
              show('My data', 'data'),
            ]),
          ]),
      footnote('Only you see this. The numbers count entries. They are not scores.'),
      richText(line(words('To see this again, type '), code('/ladder me'))),
    ],
  }
}
