import type { When } from '../../domain/dates/days.ts'
import type { Evidence } from '../../domain/evidence/evidence.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import { type Ladder, type Level, levelOf, neighbourLevel, type Shelf } from '../../domain/ladder/ladder.ts'
import { choosingFor } from '../../domain/packet/build-packet.ts'
import { isSameStory, type PacketEdit } from '../../domain/packet/choices.ts'
import { storiesToRead } from '../../domain/packet/choose-stories.ts'
import { coverageOf } from '../../domain/packet/coverage.ts'
import {
  type Drafting,
  draftingAt,
  draftSign,
  draftTexts,
  sectionsToDraft,
  withDrafts,
} from '../../domain/packet/draft/drafts.ts'
import type { Packet, Receipt } from '../../domain/packet/packet.ts'
import { placeSaid } from '../../domain/packet/packet-command.ts'
import { storiesOf } from '../../domain/packet/stories.ts'
import type { PacketPiece } from '../../domain/packet/tell-stories.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import { daysOfPiece } from '../../domain/review/days.ts'
import type { Review } from '../../domain/review/review.ts'
import type { GoalStore } from '../ladder/goal-store.ts'
import type { Ladders, People } from '../ports.ts'
import type { Texts } from '../texts-port.ts'
import type { CoverageStore } from './coverage-store.ts'
import type { DraftStore } from './draft-store.ts'
import type { PacketFiles } from './packet-file-port.ts'
import type { PacketOf, ReviewedPiece, ShowingStore } from './showing-store.ts'

type Deps = {
  readonly store: Pick<GoalStore, 'goal'> & ShowingStore & Pick<CoverageStore, 'shownRows'>
  readonly draftStore: DraftStore
  /** Whether AI can draft: a model is configured. */
  readonly hasModel: boolean
  readonly ladders: Ladders
  readonly people: Pick<People, 'nameOf'>
  readonly packetFiles: Pick<PacketFiles, 'hasForm'>
  readonly texts: Pick<Texts, 'packet'>
  readonly now: () => Temporal.Instant
}

/** Whether AI can draft a packet, how many of its competencies it could draft now, and the state of the last draft. */
export type DraftOffer = {
  readonly possible: boolean
  readonly open: number
  readonly drafting: Drafting
}

/** A packet, or why there is none: no goal to make it for, or no such level above the current one. */
export type MadePacket =
  | {
      readonly kind: 'packet'
      readonly packet: Packet
      readonly ladder: Ladder
      readonly draft: DraftOffer
      /** It is for the level of the person's goal. */
      readonly own: boolean
      /** The competency that was named with it, by its id. */
      readonly competency?: string | null
      /** The company has its own form. */
      readonly hasForm: boolean
      /** Quotes that gave way to the one that was brought in. */
      readonly left?: readonly Receipt[]
    }
  | { readonly kind: 'no-goal'; readonly shelf: Shelf }
  | { readonly kind: 'no-level'; readonly ladder: Ladder; readonly goal: Goal; readonly said: string }

/** When those sentences of an entry happened that name no day. */
const daysOfUnplaced = (evidence: Evidence, undated: Review['undated']): When => {
  const days = undated ?? daysOfPiece(evidence, evidence.told ? [evidence.told] : [])
  const came = daysOfPiece({ ...evidence, happened: null }, [])
  const isArrival = days.from.equals(came.from) && days.to.equals(came.to)
  return { ...days, ...(evidence.happened === null && isArrival ? { written: true } : {}) }
}

const pieceOf = (
  { evidence, review, included, disputed }: ReviewedPiece,
  hidden: readonly string[],
): PacketPiece => ({
  evidence: {
    id: evidence.id,
    parts: evidence.parts,
    revision: evidence.revision,
    about: evidence.about,
  },
  cut: review.cut,
  included,
  inPart: disputed || review.findings.some(({ competency }) => hidden.includes(competency)),
  spanDays: review.days,
  days: daysOfUnplaced(evidence, review.undated),
  unplaced: review.findings.length === 0,
  choices: review.choices,
})

/** The goal for another level: from the level below it, or from where the person is if that is what it says. */
const goalFor = (ladder: Ladder, goal: Goal, level: Level): Goal => {
  if (level.id === goal.target) return goal
  const current = levelOf(ladder, goal.current)
  const below = neighbourLevel(ladder, level.id, -1)
  const from = current && current.rank < level.rank ? current : below
  return from ? { ...goal, current: from.id, target: level.id, by: null } : goal
}

/** The quotes of a packet that it no longer has. */
const leftOut = (before: Packet, { receipts }: Packet): Receipt[] =>
  before.receipts.filter(({ ref }) => !receipts.some((one) => isSameStory(one.ref, ref)))

const goalOf = ({ ladder, target }: Goal): PacketOf => ({ ladder, target })

/** Makes a person's packets, and changes them as their owner wishes. */
export function makePackets(deps: Deps) {
  const { store, draftStore, hasModel, ladders, people, packetFiles, texts, now } = deps

  const of = async (
    owner: Owner,
    level: string,
  ): Promise<
    | {
        readonly ladder: Ladder
        readonly goal: Goal
        readonly own: boolean
        readonly competency?: string | null
      }
    | Exclude<MadePacket, { kind: 'packet' }>
  > => {
    const shelf = ladders.shelf()
    const goal = await store.goal(owner)
    const ladder = standingLadder(shelf, goal)
    if (goal === null || ladder === null) return { kind: 'no-goal', shelf }
    if (level === '') return { ladder, goal, own: true }
    const named = placeSaid(ladder, level)
    const target = named?.level ? goalFor(ladder, goal, named.level) : goal
    const isMade = named !== null && (named.level === null || target.target === named.level.id)
    if (!isMade) return { kind: 'no-level', ladder, goal, said: level }
    return { ladder, goal: target, own: target === goal, competency: named.competency?.id ?? null }
  }

  /** The packet for the person's goal, or for another level of its ladder, as a person names it. */
  const packet = async (owner: Owner, level = ''): Promise<MadePacket> => {
    const found = await of(owner, level)
    if ('kind' in found) return found
    const { ladder, goal, own, competency = null } = found
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    const [showings, choices, rows, author, draft, hasForm] = await Promise.all([
      store.showings(owner, ladder.id),
      store.choices(owner, goal),
      store.shownRows(owner, goal),
      people.nameOf(owner.team, owner.user),
      draftStore.draft(owner, goalOf(goal)),
      packetFiles.hasForm(),
    ])
    const stories = storiesOf(showings, choices.hidden)
    const read = storiesToRead(stories, choosingFor(ladder, goal, choices))
    const pieces = await store.packetPieces(owner, [...new Set(read.map(({ ref }) => ref.evidenceId))])
    const coverage = coverageOf(ladder, goal, rows, today)
    const plain = await texts.packet(owner, {
      ...{ author, ladder, goal, today, choices, coverage },
      stories,
      pieces: pieces.map((piece) => pieceOf(piece, choices.hidden)),
    })
    const drafted = withDrafts(plain, draft.paragraphs)
    return {
      kind: 'packet',
      ladder,
      own,
      competency,
      hasForm,
      packet: drafted,
      draft: {
        possible: hasModel,
        open: sectionsToDraft(drafted, draft.paragraphs).length,
        drafting: draftingAt(draft.drafting, draft.askedAt, now()),
      },
    }
  }

  return {
    packet,
    /** Changes the packet for a level and returns it as it is then. */
    edit: async (owner: Owner, level: string, edit: PacketEdit): Promise<MadePacket> => {
      const found = await of(owner, level)
      if ('kind' in found) return found
      const before = edit.kind === 'bring-in' ? await packet(owner, level) : null
      await store.choose(owner, found.goal, edit)
      // What its owner writes takes the place of a draft.
      if (edit.kind === 'claim') await draftStore.removeDraft(owner, goalOf(found.goal), edit.competency)
      const after = await packet(owner, level)
      return before?.kind === 'packet' && after.kind === 'packet'
        ? { ...after, left: leftOut(before.packet, after.packet) }
        : after
    },
    /** Puts what looks confidential in an entry into the packet. */
    include: async (owner: Owner, level: string, evidenceId: string): Promise<MadePacket> => {
      await store.include(owner, evidenceId)
      return packet(owner, level)
    },
    /** Asks for a draft by AI, unless one is being written, and returns the packet as it is now. */
    askDraft: async (owner: Owner, level: string): Promise<MadePacket> => {
      const made = await packet(owner, level)
      if (made.kind !== 'packet' || !hasModel || made.draft.drafting === 'writing' || made.draft.open === 0)
        return made
      await draftStore.askDraft(owner, goalOf(made.packet.goal), now())
      return { ...made, draft: { ...made.draft, drafting: 'writing' } }
    },
    /**
     * Accepts what AI drafted for a competency, or all of it (null), if it is still what its owner saw. `sign` is the
     * sign of that.
     */
    acceptDraft: async (
      owner: Owner,
      level: string,
      competency: string | null,
      sign: string,
    ): Promise<MadePacket> => {
      const made = await packet(owner, level)
      if (made.kind !== 'packet' || draftSign(made.packet, competency) !== sign) return made
      await draftStore.acceptDraft(owner, goalOf(made.packet.goal), draftTexts(made.packet, competency))
      return packet(owner, level)
    },
    removeDraft: async (owner: Owner, level: string, competency: string): Promise<MadePacket> => {
      const found = await of(owner, level)
      if ('kind' in found) return found
      await draftStore.removeDraft(owner, goalOf(found.goal), competency)
      return packet(owner, level)
    },
  }
}

export type Packets = ReturnType<typeof makePackets>
