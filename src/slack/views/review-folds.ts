import type { types } from '@slack/bolt'
import { competenciesOf, rowOf, saidAtCurrent } from '../../domain/ladder.ts'
import type { Choice, Finding } from '../../domain/review.ts'
import {
  asked,
  findingElements,
  inOrder,
  nameOf,
  type Shown,
  standing,
  stepsBlock,
} from './review-finding.ts'
import { CONSIDERED, lackingWords, listed } from './review-words.ts'
import { actions, bold, bullets, button, italic, line, quote, richText, words } from './rich-text.ts'

/** What stands under a title that folds. Most in one fold: 10 blocks. */
export type Folded = { readonly title: string; readonly blocks: types.KnownBlock[]; readonly open?: boolean }

const findingFold = (finding: Finding, shown: Shown, quotes: number): Folded => ({
  title: `${nameOf(shown.ladder, finding.competency)} · ${standing(finding)}`,
  blocks: [
    richText(...findingElements(finding, shown, quotes)),
    actions([
      button(
        'Show me how to say it',
        `evidence-say:${finding.competency}`,
        `${shown.evidence.id} ${finding.spans[0] ?? ''}`,
      ),
    ]),
  ],
})

/** A sentence that may speak to several competencies: the person says which. */
const choiceFold = ({ span, between }: Choice, shown: Shown, alone: boolean): Folded[] => {
  const about = shown.spans.get(span)
  if (!about) return []
  const value = (competency: string): string => `${shown.evidence.id} ${span} ${competency}`
  return [
    {
      title: 'Which of these is it about?',
      open: alone,
      blocks: [
        richText(quote(about.text)),
        actions([
          ...between.map((id) => button(nameOf(shown.ladder, id), `review-choose:${id}`, value(id))),
          button('None of them', 'review-choose:none', value('-')),
        ]),
      ],
    },
  ]
}

/** How many competencies without evidence are shown with what the ladder asks of them. */
const MOST_UNTOUCHED = 8

/** What nothing speaks to, with what is new there at the target level. */
const untouchedFold = ({ review, ladder }: Shown): Folded[] => {
  const touched = new Set(review.findings.map(({ competency }) => competency))
  const all = competenciesOf(ladder)
  const untouched = all.filter(({ id }) => !touched.has(id))
  if (untouched.length === 0) return []
  const more = untouched.slice(MOST_UNTOUCHED)
  return [
    {
      title: `No evidence yet: ${untouched.length} of ${all.length} competencies`,
      blocks: [
        richText(
          line(words(`Nothing in this message speaks to these, which is not a failing. What is new there:`)),
          bullets(
            untouched.slice(0, MOST_UNTOUCHED).map(({ id, name }) => {
              const asked = rowOf(ladder, review.goal.target, id)
              const fresh = asked.find((one) => !saidAtCurrent(ladder, review.goal, one.id))
              return fresh
                ? [bold(name), words(': '), italic(fresh.text)]
                : [
                    bold(name),
                    words(
                      asked.length > 0
                        ? `: the same as at ${review.goal.current}`
                        : ': nothing is asked there',
                    ),
                  ]
            }),
          ),
          ...(more.length > 0 ? [line(words(`And ${listed(more.map(({ name }) => name))}.`))] : []),
        ),
      ],
    },
  ]
}

const questionsFold = (shown: Shown): Folded[] => {
  const { questions } = shown.review
  // The first one stands at the top; a long sentence that it is about stands here.
  const all = questions.map((question) => asked(question, shown))
  const needed = all.length > 1 || (all[0]?.about && all[0].about.text.length > 140)
  if (!needed) return []
  return [
    {
      title: questions.length === 1 ? 'The question' : 'Questions',
      blocks: [
        richText(
          ...all.flatMap(({ text, about }) => [
            bullets([[words(text)]]),
            ...(about ? [quote(about.text)] : []),
          ]),
        ),
      ],
    },
  ]
}

const consideredFold = ({ review, ladder }: Shown): Folded[] => {
  if (review.considered.length === 0) return []
  const lacking = Map.groupBy(
    review.considered.filter(({ met }) => !met),
    ({ kind }) => kind,
  )
  const there = new Set(
    review.considered.flatMap(({ kind, met }) => (met && !lacking.has(kind) ? [CONSIDERED[kind]] : [])),
  )
  return [
    {
      title: 'Everything I looked at, beside the level',
      blocks: [
        richText(
          ...(there.size > 0 ? [line(bold('There: '), words(`${[...there].join('; ')}.`))] : []),
          ...(lacking.size > 0
            ? [
                line(bold('Not there yet, what matters most first:')),
                bullets(
                  [...lacking.values()].map((all) => [
                    words(
                      lackingWords(all[0]!, {
                        competency: listed(
                          all.flatMap(({ competency }) => (competency ? [nameOf(ladder, competency)] : [])),
                        ),
                        months: ladder.sustainedMonths,
                      }),
                    ),
                  ]),
                ),
              ]
            : []),
        ),
      ],
    },
  ]
}

/** Everything under the top, in its order; at most `quotes` quotes under one competency. */
export const foldsOf = (shown: Shown, quotes: number): Folded[] => {
  const { review, ladder } = shown
  return [
    ...inOrder(shown).map((finding) => findingFold(finding, shown, quotes)),
    ...review.choices.flatMap((choice) => choiceFold(choice, shown, review.findings.length === 0)),
    ...(review.nextSteps.length > 0
      ? [{ title: 'Next steps', blocks: [stepsBlock(review.nextSteps, ladder)] }]
      : []),
    ...questionsFold(shown),
    ...untouchedFold(shown),
    ...consideredFold(shown),
  ]
}
