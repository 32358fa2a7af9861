import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { isTheirs } from '../evidence/quality.ts'
import {
  askedOf,
  asksNothingNew,
  type Competency,
  competenciesOf,
  type Expectation,
  type Ladder,
  levelOf,
} from '../ladder/ladder.ts'
import type { Goal } from '../person.ts'
import { daysAround } from '../review/days.ts'
import { briefOf, questionsOf } from './brief.ts'
import { isSameStory, NO_CHOICES, type PacketChoices } from './choices.ts'
import {
  broughtIn,
  type Candidate,
  type Choosing,
  candidatesOf,
  chooseStories,
  isOut,
  quarterName,
} from './choose-stories.ts'
import { type Coverage, emptiestFirst } from './coverage.ts'
import { depthOf } from './depth.ts'
import { notPlacedIn } from './not-placed.ts'
import type { ChosenFor, Packet, Receipt, Section } from './packet.ts'
import { citedIn, citedText } from './paragraph/cited.ts'
import { type Offerable, offersFor } from './quotes/offers.ts'
import { type Placed, receiptsOf } from './quotes/receipts.ts'
import type { Story } from './stories.ts'
import { openSpansOf, type PacketPiece, type ToldStory, tellStories } from './tell-stories.ts'

/** All that a packet is made of. The same input makes the same packet. */
export type PacketInput = {
  readonly author: string | null
  readonly ladder: Ladder
  readonly goal: Goal
  readonly today: Temporal.PlainDate
  readonly stories: readonly Story[]
  readonly choices: PacketChoices
  /** The pieces of the stories that may be quoted, and those that correct something. */
  readonly pieces: readonly PacketPiece[]
  readonly coverage: Coverage
}

/** The most stories against the case. */
const MOST_AGAINST = 3

/** The sentences of a target row that the current level does not ask too. */
const addedIn = (ladder: Ladder, goal: Goal, competency: string): readonly Expectation[] =>
  askedOf(ladder, goal.target, competency).filter(({ id }) => !asksNothingNew(ladder, goal, id))

/** What decides which quotes are chosen for a goal. */
export function choosingFor(ladder: Ladder, goal: Goal, choices: PacketChoices): Choosing {
  const asked = competenciesOf(ladder).filter(
    ({ id }) => askedOf(ladder, goal.target, id).length > 0 && !choices.hidden.includes(id),
  )
  return {
    competencies: asked.map(({ id }) => id),
    target: goal.target,
    added: new Set(asked.flatMap(({ id }) => addedIn(ladder, goal, id).map((one) => one.id))),
    choices,
  }
}

const reasonsFor = (
  { story, competency }: Candidate<ToldStory>,
  own: readonly Candidate<ToldStory>[],
  choices: PacketChoices,
): ChosenFor[] => {
  const { shows, links, saidBy, to } = story
  const reasons: [ChosenFor, boolean][] = [
    ['you', broughtIn(story, choices) === competency],
    ['colleague', saidBy !== null],
    ['own-part', isTheirs(shows)],
    ['result', shows.result],
    ['number', shows.number],
    ['opens', shows.opens || links.length > 0],
    ['only', own.length === 1],
    [
      'quarter',
      own.length > 1 &&
        own.every((one) => one.story === story || quarterName(one.story.to) !== quarterName(to)),
    ],
  ]
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason)
}

type Choice = {
  readonly chosen: ReturnType<typeof chooseStories<ToldStory>>
  readonly offerable: Offerable
}

const sectionOf = (
  competency: Competency,
  { ladder, goal, stories, choices }: PacketInput,
  { chosen, offerable }: Choice,
  numbers: ReadonlyMap<Story, number>,
  receipts: readonly Receipt[],
): Section => {
  const { id } = competency
  const { own, also } = chosen
  const asks = askedOf(ladder, goal.target, id)
  const numbersOf = (all: readonly Story[]): number[] => all.flatMap((story) => numbers.get(story) ?? [])
  const mine = numbersOf((own.get(id) ?? []).map(({ story }) => story))
  const seeAlso = numbersOf(also.get(id) ?? []).toSorted((a, b) => a - b)
  const answered = new Set(
    receipts
      .filter(({ number }) => mine.includes(number) || seeAlso.includes(number))
      .flatMap(({ answers }) => answers.map(({ expectation }) => expectation)),
  )
  const words = Object.hasOwn(choices.claims, id) ? choices.claims[id]! : null
  const cited = citedIn(words ?? '', receipts)
  return {
    competency,
    asks,
    added: addedIn(ladder, goal, id),
    claim:
      words === null ? null : { text: citedText(cited), by: 'owner', accepted: true, receipts: mine, cited },
    receipts: mine,
    seeAlso,
    ...depthOf(stories, id, goal.target, ladder.sustainedMonths),
    open: asks.filter((one) => !answered.has(one.id)),
    context: Object.hasOwn(choices.contexts, id) ? citedText(citedIn(choices.contexts[id]!, receipts)) : null,
    ...offersFor(id, mine, offerable, numbers),
  }
}

/** The stories that count against the case: failures that their author tells of. */
const againstIn = (
  told: readonly ToldStory[],
  chosen: ReadonlySet<ToldStory>,
  choices: PacketChoices,
): ToldStory[] =>
  told
    .filter((story) => story.against && !story.offered && !chosen.has(story) && !isOut(story, choices))
    .slice(-MOST_AGAINST)

/** What looks confidential, by its piece and its first sentence, the newest first. */
const withheldIn = (pieces: readonly PacketPiece[]): Packet['withheld'] =>
  pieces.toReversed().flatMap((piece) => {
    const { withheld } = openSpansOf(piece)
    const first = withheld.find((span) => kindOfSpan(span) !== 'heading') ?? withheld[0]
    return first ? [{ evidenceId: piece.evidence.id, text: first.text }] : []
  })

/** The stories without sentences that look confidential, as far as their words are known here. */
const openStories = ({ stories, pieces }: PacketInput): Story[] => {
  const withheld = new Map(
    pieces.map((piece) => [piece.evidence.id, new Set(openSpansOf(piece).withheld.map(({ id }) => id))]),
  )
  return stories.filter(({ ref, spans }) => !spans.every(({ id }) => withheld.get(ref.evidenceId)?.has(id)))
}

/** Makes a packet. */
export function buildPacket(input: PacketInput): Packet {
  const { ladder, goal, choices, pieces } = input
  const choosing = choosingFor(ladder, goal, choices)
  const shown = new Set(choosing.competencies)
  const stories = openStories(input)
  const told = tellStories(stories, pieces, choices)
  const candidates = candidatesOf(told, choosing)
  const known = new Set(pieces.map(({ evidence }) => evidence.id))
  // What was taken out can be brought in again, and what was brought in elsewhere, here.
  const free = { ...choosing, choices: NO_CHOICES }
  const offerable: Offerable = {
    told: candidatesOf(told, free),
    unread: candidatesOf(
      stories.filter(({ ref }) => !known.has(ref.evidenceId)),
      free,
    ),
    choices,
  }
  const chosen = chooseStories(
    candidates.filter(({ story }) => !story.offered),
    choosing,
  )
  const placed: Placed[] = [...chosen.own.values()].flatMap((own) =>
    own.map((one) => ({ story: one.story, chosenFor: reasonsFor(one, own, choices) })),
  )
  const taken = new Set(placed.map(({ story }) => story))
  const all = [...placed, ...againstIn(told, taken, choices).map((story) => ({ story, chosenFor: [] }))]
  const receipts = receiptsOf(all, input, shown)
  const numbers = new Map<Story, number>(all.map(({ story }, nth) => [story, nth + 1]))
  const counted = {
    ...input,
    stories: stories.filter((story) => !isOut(story, choices)),
  }
  const sections = competenciesOf(ladder)
    .filter(({ id }) => shown.has(id))
    .map((competency) => sectionOf(competency, counted, { chosen, offerable }, numbers, receipts))
  const quoted = new Set(
    all.flatMap(({ story }) => story.quoted.map(({ id }) => `${story.ref.evidenceId} ${id}`)),
  )
  const files = new Set(
    pieces.flatMap(({ evidence }) => (evidence.parts.some(({ file }) => file !== null) ? [evidence.id] : [])),
  )
  const titleOf = (level: string): string => levelOf(ladder, level)?.title ?? level
  return {
    author: input.author,
    ladder: { id: ladder.id, name: ladder.name, version: ladder.version },
    goal,
    titles: { current: titleOf(goal.current), target: titleOf(goal.target) },
    made: input.today,
    span: daysAround(receipts.map(({ days }) => days)),
    brief: briefOf(sections, receipts, emptiestFirst(ladder, goal, input.coverage.lines), ({ ref }) =>
      choices.first.some((one) => isSameStory(one, ref)),
    ),
    sections,
    receipts,
    coverage: {
      ...input.coverage,
      lines: input.coverage.lines.filter(({ competency }) => shown.has(competency.id)),
    },
    notPlaced: notPlacedIn(pieces, (id, span) => quoted.has(`${id} ${span}`)),
    vouchers: [...new Set(receipts.flatMap(({ saidBy }) => saidBy ?? []))],
    questions: questionsOf(
      placed.map(({ story }) => story),
      (id) => !files.has(id),
    ),
    hidden: competenciesOf(ladder).filter(({ id }) => choices.hidden.includes(id)),
    withheld: withheldIn(pieces),
  }
}
