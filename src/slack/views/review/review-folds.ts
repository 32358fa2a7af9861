import type { types } from '@slack/bolt'
import { askedOf, asksNothingNew, competenciesOf } from '../../../domain/ladder/ladder.ts'
import { saysAgain } from '../../../domain/review/considerations.ts'
import type { Choice, Finding } from '../../../domain/review/review.ts'
import { either, listed } from '../in-words.ts'
import { actions, bold, bullets, button, italic, line, quote, richText, words } from '../rich-text.ts'
import {
  asked,
  type DrawnReview,
  inOrder,
  matchElements,
  nameOf,
  standing,
  stepsBlock,
} from './review-finding.ts'
import { lackingIn, saidAtTop, topOf } from './review-top.ts'
import { CONSIDERED, ROOM } from './review-words.ts'

/** A fold: a title and at most 10 blocks. */
export type Folded = { readonly title: string; readonly blocks: types.KnownBlock[]; readonly open?: boolean }

const findingFold = (finding: Finding, shown: DrawnReview, quotes: number): Folded => ({
  title: `${nameOf(shown.ladder, finding.competency)} · ${standing(finding)}`,
  blocks: [
    richText(...matchElements(finding, shown, quotes)),
    actions([
      button(
        'Show me how to say it',
        `evidence-say:${finding.competency}`,
        `${shown.evidence.id} ${finding.spans[0] ?? ''}`,
      ),
    ]),
  ],
})

/** A sentence that may belong to several competencies. The person chooses. */
const choiceFold = ({ span, between }: Choice, shown: DrawnReview, alone: boolean): Folded[] => {
  const about = shown.spans.get(span)
  if (!about) return []
  const value = (competency: string): string => `${shown.evidence.id} ${span} ${competency}`
  return [
    {
      title: `Which is it: ${either(between.map((id) => nameOf(shown.ladder, id)))}?`,
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

/** Sentences about finished work that match no competency and are not offered as a choice. */
const unplacedWords = ({ quotes: { unplaced: left } }: DrawnReview): string => {
  if (left === 0) return ''
  return left === 1
    ? ' One more sentence tells of something done.'
    : ` ${left} more sentences tell of something done.`
}

/** How many competencies without evidence are shown with what the ladder asks of them. */
const MOST_UNTOUCHED = 8

/**
 * Competencies without evidence, with what is new there at the target level. Marks those that an open choice may
 * settle.
 */
const untouchedFold = (shown: DrawnReview): Folded[] => {
  const { review, ladder } = shown
  const touched = new Set(review.findings.map(({ competency }) => competency))
  const choosable = new Set(review.choices.flatMap(({ between }) => between))
  const all = competenciesOf(ladder)
  const untouched = all.filter(({ id }) => !touched.has(id))
  if (untouched.length === 0) return []
  const more = untouched.slice(MOST_UNTOUCHED)
  const count = `${untouched.length} of ${all.length} competencies`
  const { target, current } = review.goal
  return [
    {
      title: `Nothing found for ${count}`,
      blocks: [
        richText(
          line(
            words(
              'Matching words finds only what is said in words like the ladder’s: ' +
                `this says nothing about your work.${unplacedWords(shown)} What is new at ${target}:`,
            ),
          ),
          bullets(
            untouched.slice(0, MOST_UNTOUCHED).map(({ id, name }) => {
              const asked = askedOf(ladder, review.goal.target, id)
              const fresh = asked.find((one) => !asksNothingNew(ladder, review.goal, one.id))
              const none = asked.length > 0 ? `nothing beyond ${current}` : 'nothing is asked there'
              return [
                bold(name),
                words(choosable.has(id) ? ' (perhaps: see the choice above): ' : ': '),
                fresh ? italic(fresh.text) : words(none),
              ]
            }),
          ),
          ...(more.length > 0 ? [line(words(`And ${listed(more.map(({ name }) => name))}.`))] : []),
        ),
      ],
    },
  ]
}

/** The questions that are not at the top, with everything they are about, once each. */
const questionsFold = (shown: DrawnReview): Folded[] => {
  const { quotes } = topOf(shown)
  const all = shown.review.questions.map((question) => asked(question, shown))
  const said = new Set<string>()
  const left = all.filter((one, nth) => {
    const key = `${one.text} ${one.about?.id ?? ''}`
    const again = said.has(key)
    said.add(key)
    return !again && (nth > 0 || (one.about !== null && !quotes))
  })
  if (left.length === 0) return []
  return [
    {
      title:
        left.length === all.length ? (left.length === 1 ? 'The question' : 'Questions') : 'Another question',
      blocks: [
        richText(
          ...left.flatMap(({ text, about }) => [
            bullets([[words(text)]]),
            ...(about ? [quote(about.text)] : []),
          ]),
        ),
      ],
    },
  ]
}

const consideredFold = (shown: DrawnReview): Folded[] => {
  const { considered } = shown.review
  if (considered.length === 0) return []
  const unmet = considered.filter(({ met }) => met === false)
  const lacking = Map.groupBy(
    unmet.filter((one) => saysAgain(one) === one.kind || !unmet.some(({ kind }) => kind === saysAgain(one))),
    ({ kind }) => kind,
  )
  // What one finding lacks is not shown as present for another, nor is a complete link if any step is missing.
  const open = new Set(unmet.map(({ kind }) => kind))
  const there = new Set(
    considered.flatMap(({ kind, met }) => (met === true && !open.has(kind) ? [CONSIDERED[kind]] : [])),
  )
  return [
    {
      title: 'What else people look for',
      blocks: [
        richText(
          ...(there.size > 0 ? [line(bold('There: '), words(`${[...there].join('; ')}.`))] : []),
          ...(lacking.size > 0
            ? [
                line(bold('Not there yet, what matters most first:')),
                bullets([...lacking.values()].map((all) => [words(lackingIn(shown, all))])),
              ]
            : []),
          ...(considered.some(({ kind }) => kind === 'room') ? [line(words(ROOM))] : []),
        ),
      ],
    },
  ]
}

/** Steps that neither the top nor its question already says. */
const stepsFold = (shown: DrawnReview): Folded[] => {
  const said: ReadonlySet<string> = saidAtTop(shown)
  const { considered, nextSteps } = shown.review
  const has = (kind: string): boolean => considered.some((one) => one.kind === kind && one.met === true)
  const steps = nextSteps.filter(({ kind }) => !(said.has(kind) || has(kind)))
  return steps.length > 0
    ? [{ title: 'Next steps', blocks: [stepsBlock(steps, shown.ladder, shown.review.findings)] }]
    : []
}

/** Everything below the top, in order, with at most `quotes` quotes per competency. */
export function foldsOf(shown: DrawnReview, quotes: number): Folded[] {
  const { review } = shown
  return [
    ...inOrder(shown).map((finding) => findingFold(finding, shown, quotes)),
    ...review.choices.flatMap((choice) => choiceFold(choice, shown, review.findings.length === 0)),
    ...stepsFold(shown),
    ...questionsFold(shown),
    ...untouchedFold(shown),
    ...consideredFold(shown),
  ]
}
