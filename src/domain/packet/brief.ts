import { isTheirs } from '../evidence/quality.ts'
import type { BriefPoint, Depth, PacketQuestion, Receipt, Section } from './packet.ts'
import type { ToldStory } from './tell-stories.ts'

/** How many points of the brief are for, and against. */
const MOST_FOR = 3
const MOST_AGAINST = 3
const MOST_THIN = 3
const MOST_QUESTIONS = 5

const DEEPEST: readonly Depth[] = ['nothing', 'possible', 'partly', 'once', 'months', 'sustained']

/**
 * The strongest points of a packet, what counts against it, and the competencies with the least evidence, in the order
 * that the Home tab and the work on a packet go by.
 */
export function briefOf(
  sections: readonly Section[],
  receipts: readonly Receipt[],
  emptiestFirst: readonly string[],
): BriefPoint[] {
  const depth = (one: Section): number => DEEPEST.indexOf(one.depth)
  const place = ({ competency: { id } }: Section): number => emptiestFirst.indexOf(id)
  const strong = sections
    .filter(({ receipts: own }) => own.length > 0)
    .toSorted(
      (a, b) =>
        depth(b) - depth(a) ||
        Number(b.added.length > 0) - Number(a.added.length > 0) ||
        b.receipts.length - a.receipts.length,
    )
    .slice(0, MOST_FOR)
  const against = receipts.filter((one) => one.against).slice(0, MOST_AGAINST)
  const thin = sections
    .filter((one) => !strong.includes(one))
    .toSorted((a, b) => place(a) - place(b))
    .filter((one) => depth(one) < DEEPEST.indexOf('months'))
    .slice(0, MOST_THIN)
  return [
    ...strong.map(
      ({ competency, receipts: own, depth: deep }): BriefPoint => ({
        kind: 'for',
        competency,
        receipts: own.slice(0, 2),
        depth: deep,
      }),
    ),
    ...(against.length > 0
      ? [{ kind: 'against' as const, receipts: against.map(({ number }) => number) }]
      : []),
    ...(thin.length > 0
      ? [{ kind: 'thinnest' as const, competencies: thin.map(({ competency }) => competency) }]
      : []),
  ]
}

/** The missing facts that would help most: first whose part it was, then the result. */
export function questionsOf(stories: readonly ToldStory[]): PacketQuestion[] {
  const asks = (ask: PacketQuestion['ask'], holds: (story: ToldStory) => boolean): PacketQuestion[] =>
    stories
      .filter((story) => story.saidBy === null && !story.against && holds(story))
      .map(({ ref, lead }) => ({ ref, ask, text: lead }))
  return [
    ...asks('own-part', ({ quality }) => !isTheirs(quality)),
    ...asks('result', ({ quality }) => isTheirs(quality) && !quality.result),
  ].slice(0, MOST_QUESTIONS)
}
