import type { ConversationReply } from '../../../coaching/conversation/conversation-reply.ts'
import type { Competency } from '../../../domain/ladder/ladder.ts'
import { levelOf } from '../../../domain/ladder/ladder.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { entries } from '../evidence/found.ts'
import { goalDate, goalName } from '../ladder/goal.ts'
import { pathOf, show } from '../ladder/ladder.ts'
import { actions, bold, bullets, footnote, italic, line, richText, type Said, words } from '../rich-text.ts'

/** How many names one line shows. `/ladder me` has all of them. */
const MOST = 4

const names = (competencies: readonly Competency[]): string => {
  const more = competencies.length - MOST
  const shown = competencies.slice(0, MOST).map(({ name }) => name)
  return `${listed(more > 0 ? [...shown, `${more} more`] : shown)}.`
}

/** What the reviews show so far, and the one thing to do next. Names and counts, never a score or a chance. */
export function progressView(reply: ConversationReply & { kind: 'progress' }): Said {
  const { ladder, goal, progress, chances, about, instead } = reply
  const { shown, partly, touched, empty, next } = progress
  const target = instead?.level ?? levelOf(ladder, goal.target)
  const aim = target?.id ?? goal.target
  const lists = [
    ['Shown', shown],
    ['Partly shown', partly],
    // Without AI, no level is judged.
    [
      shown.length + partly.length > 0 || instead ? 'In your entries, but not shown yet' : 'Possible match',
      touched,
    ],
    ['No evidence yet', empty],
  ] as const
  const place = lists.find(([, competencies]) => competencies.some(({ id }) => id === about))?.[0]
  const asked = next && place ? [line(bold(next.competency.name), words(`: ${place.toLowerCase()}.`))] : []
  return {
    text: `I answered what your evidence shows for ${aim}.`,
    blocks: [
      richText(
        ...(chances
          ? [line(words('I can’t say: people decide that. I can say what your evidence shows.'))]
          : []),
        ...asked,
        line(
          words('Your goal: '),
          bold(goalName(ladder, goal)),
          words(
            `${goalDate(goal)}. I reviewed ${entries(reply.entries)} so far${
              instead && !instead.reviewed ? `, for ${goal.target} and not for ${aim}` : ''
            }.`,
          ),
        ),
        bullets(
          lists.flatMap(([label, competencies]) =>
            competencies.length === 0 ? [] : [[bold(`${label}: `), words(names(competencies))]],
          ),
        ),
        ...(next
          ? [
              line(
                bold(`This week: ${next.competency.name}. `),
                words(`${aim} asks: `),
                italic(next.asks),
                words(' Did you do something like this? Send it to me.'),
              ),
            ]
          : []),
      ),
      actions([
        ...(next && target
          ? [
              show(
                `${next.competency.name} at ${target.id}`,
                pathOf(reply, { kind: 'cell', level: target, competency: next.competency }),
              ),
            ]
          : []),
        show('My progress', 'me'),
      ]),
      footnote('People decide promotions.'),
    ],
  }
}
