import { isTheirs } from '../evidence/quality.ts'
import type { BriefPoint, ChosenFor, Depth, PacketQuestion, Receipt, Section } from './packet.ts'
import type { ToldStory } from './tell-stories.ts'

/** How many points of the brief are for, and against. */
const MOST_FOR = 3
const MOST_AGAINST = 3
const MOST_THIN = 3
const MOST_QUESTIONS = 5

const WEIGHTS: Readonly<Partial<Record<ChosenFor, number>>> = {
  you: 3,
  colleague: 3,
  'own-part': 3,
  result: 2,
  number: 1,
  opens: 1,
}

const DEEPEST: readonly Depth[] = ['nothing', 'possible', 'partly', 'once', 'months', 'sustained']

/** How much a quote says for its author by itself. The strongest claim has a person in it, and what came of it. */
const weightOf = ({ chosenFor }: Receipt): number =>
  chosenFor.reduce((sum, reason) => sum + (WEIGHTS[reason] ?? 0), 0)

/**
 * The strongest points of a packet, what counts against it, and the competencies with the least evidence, in the order
 * that the Home tab and the work on a packet go by. What its owner put first is first here too.
 */
export function briefOf(
  sections: readonly Section[],
  receipts: readonly Receipt[],
  emptiestFirst: readonly string[],
  isFirst: (receipt: Receipt) => boolean = () => false,
): BriefPoint[] {
  const depth = (one: Section): number => DEEPEST.indexOf(one.depth)
  const place = ({ competency: { id } }: Section): number => emptiestFirst.indexOf(id)
  const known = new Map(receipts.map((receipt) => [receipt.number, receipt]))
  const weight = (number: number): number => {
    const receipt = known.get(number)!
    return weightOf(receipt) + (isFirst(receipt) ? 100 : 0)
  }
  const best = ({ receipts: own }: Section): number[] =>
    own.toSorted((a, b) => weight(b) - weight(a)).slice(0, 2)
  const strength = (one: Section): number => weight(best(one)[0]!)
  const strong = sections
    .filter(({ receipts: own }) => own.length > 0)
    .toSorted(
      (a, b) =>
        depth(b) - depth(a) ||
        strength(b) - strength(a) ||
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
      (section): BriefPoint => ({
        kind: 'for',
        competency: section.competency,
        receipts: best(section),
        depth: section.depth,
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

/** Whether a piece is about one thing, so that one of its stories answers what another leaves out. */
type IsOneThing = (evidenceId: string) => boolean

/** The missing facts that would help most: first whose part it was, then the result. */
export function questionsOf(stories: readonly ToldStory[], isOneThing: IsOneThing): PacketQuestion[] {
  const says = (story: ToldStory, holds: (shows: ToldStory['shows']) => boolean): boolean =>
    stories.some(
      (one) =>
        (one === story ||
          (one.ref.evidenceId === story.ref.evidenceId &&
            one.saidBy === story.saidBy &&
            isOneThing(story.ref.evidenceId))) &&
        holds(one.shows),
    )
  const saysPart = (story: ToldStory): boolean => says(story, isTheirs)
  const asks = (ask: PacketQuestion['ask'], holds: (story: ToldStory) => boolean): PacketQuestion[] =>
    stories
      .filter((story) => story.saidBy === null && !story.against && holds(story))
      .map(({ ref, lead }) => ({ ref, ask, text: lead }))
  return [
    ...asks('own-part', (story) => !saysPart(story)),
    ...asks('result', (story) => saysPart(story) && !says(story, ({ result }) => result)),
  ].slice(0, MOST_QUESTIONS)
}
