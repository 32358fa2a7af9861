import type { When } from '../../dates/days.ts'
import { askedOf, type Ladder } from '../../ladder/ladder.ts'
import type { Goal } from '../../person.ts'
import { nearestSentence } from '../../review/correct-findings.ts'
import type { Answers, ChosenFor, Receipt } from '../packet.ts'
import type { Story } from '../stories.ts'
import type { ToldStory } from '../tell-stories.ts'

/** A story that the packet quotes, and why. */
export type Placed = { readonly story: ToldStory; readonly chosenFor: readonly ChosenFor[] }

/** When a story happened. */
export function daysOfStory({ from, to, since, named, written }: Story): When {
  return {
    ...{ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) },
    ...(since ? { since } : {}),
    ...(named ? { named: Temporal.PlainDate.from(named) } : {}),
    ...(written ? { written } : {}),
  }
}

const sentencesOf = (quoted: ToldStory['quoted']): Receipt['sentences'] =>
  quoted.map(({ id, text, part, line }, nth) => {
    const before = quoted[nth - 1]
    const isNext = before && Number(id.slice(1)) - Number(before.id.slice(1)) === 1 && before.part === part
    return { text, joined: !isNext ? null : before.line === line ? ' ' : '\n' }
  })

/** The better of two verdicts on the same sentence of the ladder. */
const better = (one: Answers, other: Answers): Answers =>
  [one, other].find(({ status }) => status === 'evidenced') ?? (one.status === null ? other : one)

/** Each sentence of the ladder once, in the order in which it first comes. */
const answeredOnce = (answers: readonly Answers[]): Answers[] =>
  [...Map.groupBy(answers, ({ competency, expectation }) => `${competency} ${expectation}`).values()].map(
    (same) => same.reduce(better),
  )

/** What a story answers at the target level. A finding against another level is tied to its nearest sentence. */
const answersOf = (
  story: ToldStory,
  ladder: Ladder,
  target: string,
  shown: ReadonlySet<string>,
): Answers[] => {
  const answers = story.showings
    .filter(({ competency }) => shown.has(competency))
    .flatMap(({ competency, expectation, status, target: level }) => {
      if (level === target && askedOf(ladder, target, competency).some(({ id }) => id === expectation))
        return [{ competency, expectation, status }]
      const words = story.quoted.map(({ text }) => text).join(' ')
      const nearest = nearestSentence(ladder, target, competency, words)
      return nearest === null ? [] : [{ competency, expectation: nearest, status: null }]
    })
  return answeredOnce(answers)
}

/** The receipts of stories, in their order. `shown` are the ids of the competencies that the packet has. */
export function receiptsOf(
  placed: readonly Placed[],
  { ladder, goal }: { readonly ladder: Ladder; readonly goal: Goal },
  shown: ReadonlySet<string>,
): Receipt[] {
  return placed.map(({ story, chosenFor }, nth) => ({
    number: nth + 1,
    ref: story.ref,
    sentences: sentencesOf(story.quoted),
    lead: story.lead,
    saidBy: story.saidBy,
    asked: story.asked,
    days: daysOfStory(story),
    links: story.links,
    answers: answersOf(story, ladder, goal.target, shown),
    against: story.against,
    chosenFor,
  }))
}
