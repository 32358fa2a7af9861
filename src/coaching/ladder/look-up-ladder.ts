import { CoachError } from '../../domain/coach-error.ts'
import { goalStands } from '../../domain/ladder/goal.ts'
import { type Ladder, ladderOf, levelOf, type Shelf } from '../../domain/ladder/ladder.ts'
import { lookupOf } from '../../domain/ladder/lookup.ts'
import type { LadderView, Lookup } from '../../domain/ladder/shown.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import type { EvidenceStore, KeptEvidence } from '../evidence/evidence-store.ts'
import type { KeptAboutPerson, PersonStore } from '../evidence/person-store.ts'
import type { Ladders } from '../ports.ts'
import type { PacketStore, Spread } from '../review/packet-store.ts'
import type { GoalStore } from './goal-store.ts'

/** How many pieces of evidence one page of a person's own list shows. */
const PAGE = 5

/** Where an answer comes from, for everything that it points to. */
export type AnswerSource = {
  readonly ladder: Ladder
  /** The ladders of this moment. */
  readonly shelf: Shelf
  /** True: the ladder is the only one, or the one that answers this person when they name none. */
  readonly home: boolean
  /** False: some of the question was put right, taken loosely or left out. */
  readonly exact: boolean
  /** True: every word of the question counts for something, so that the answer may stand before others. */
  readonly sure: boolean
  /** From 1; past the last page is the last one. */
  readonly page: number
}

type FromLadder = Exclude<
  Lookup,
  { kind: 'show-goal' | 'set-goal' | 'set-goal-date' | 'clear-goal' | 'next' | 'me' | 'data' }
>

/** A person's goal, and how much evidence speaks to each competency. `waiting`: pieces without a review. */
type Me = {
  readonly kind: 'me'
  readonly goal: Goal | null
  readonly competencies: ReadonlyMap<string, Spread>
  readonly lastReviewed: Temporal.Instant | null
  readonly waiting: number
}

/** A lookup answered: the ladder it was answered from, and what had to be fetched for it. */
export type LookupAnswer = AnswerSource &
  (
    | { readonly kind: 'ladder'; readonly lookup: FromLadder }
    | { readonly kind: 'goal'; readonly goal: Goal | null }
    | {
        readonly kind: 'goal-set'
        readonly before: Goal | null
        readonly goal: Goal
        readonly queued: number
        /** Pieces that were read against another goal. */
        readonly otherwise: number
      }
    | { readonly kind: 'goal-cleared'; readonly had: boolean }
    /** "next", or a date, without a goal that it could be about. */
    | { readonly kind: 'goal-needed' }
    | Me
    | {
        readonly kind: 'data'
        readonly goal: Goal | null
        readonly kept: KeptAboutPerson
        readonly rows: KeptEvidence[]
        readonly more: boolean
      }
  )

type Deps = {
  readonly store: Pick<GoalStore, 'goal' | 'setGoal' | 'clearGoal'> &
    Pick<PersonStore, 'kept'> &
    Pick<EvidenceStore, 'listEvidence' | 'readOtherwise'> &
    Pick<PacketStore, 'packet'>
  readonly ladders: Ladders
  readonly now: () => Temporal.Instant
}

export type LookUpLadder = ReturnType<typeof makeLookUpLadder>

/** How long the ladder of a person's goal may be remembered, in milliseconds: another process may have set it anew. */
const GOAL_KEPT = 3_000

/** Answers of one shelf that are about nobody, by whose ladder and which text; and how many are kept. */
type KnownAnswers = Map<string, LookupAnswer>
const MOST_KNOWN = 1_000
/** What is longer is no lookup, and may be somebody's words that went astray. */
const LONGEST_KNOWN = 100

/**
 * False for "next", whose answer comes from the person's own goal, and for what is refused, which depends on the
 * day.
 */
const isAboutNobody = (text: string, given: LookupAnswer): boolean =>
  given.kind === 'ladder' &&
  given.lookup.kind !== 'goal-refused' &&
  given.lookup.kind !== 'choose-goal' &&
  !/\bnext\b/i.test(text)

/**
 * Answers `/ladder TEXT`. The ladder's own text needs no store where there is only one ladder, so that a
 * lookup is instant; where there are several it comes from the default one while the database is away.
 */
export function makeLookUpLadder({ store, ladders, now }: Deps) {
  const goals = new Map<string, { goal: Goal | null; until: number }>()
  const known = new WeakMap<Shelf, KnownAnswers>()

  /** The person's goal where it decides which ladder answers; none while the database is away. */
  const goalOf = async (owner: Owner): Promise<Goal | null> => {
    const key = `${owner.team} ${owner.user}`
    const at = now().epochMilliseconds
    const kept = goals.get(key)
    if (kept && kept.until > at) return kept.goal
    const goal = await store.goal(owner).catch((error: unknown) => {
      if (error instanceof CoachError && error.code === 'store-unavailable') return null
      throw error
    })
    if (goals.size >= MOST_KNOWN) goals.clear()
    goals.set(key, { goal, until: at + GOAL_KEPT })
    return goal
  }

  const answer = async (
    owner: Owner,
    text: string,
    before: Temporal.Instant | null,
    shelf: Shelf,
    known: Goal | null,
  ): Promise<LookupAnswer> => {
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    const own = known ? (ladderOf(shelf, known.ladder) ?? null) : null
    const { ladder, lookup, exact, sure, page } = lookupOf({ shelf, own, text, today })
    const home = ladder === (own ?? shelf.standard)
    const place: AnswerSource = { ladder, shelf, home, exact, sure, page }
    const at = (one: Ladder): AnswerSource => ({
      ...place,
      ladder: one,
      home: one === (own ?? shelf.standard),
    })
    const goalNow = async (): Promise<{ goal: Goal | null; ladder: Ladder | null }> => {
      const goal = await store.goal(owner)
      return { goal, ladder: goal ? (ladderOf(shelf, goal.ladder) ?? null) : null }
    }
    const set = async (goal: Goal, on: Ladder): Promise<LookupAnswer> => {
      const earlier = await store.goal(owner)
      // A new target without a date keeps none of the old one's; the same target keeps its date.
      const same = earlier?.ladder === goal.ladder && earlier.target === goal.target
      const dated = same && goal.by === null ? { ...goal, by: earlier.by } : goal
      const { queued } = await store.setGoal(owner, dated, on, now())
      const otherwise = await store.readOtherwise(owner, dated)
      return { ...at(on), home: true, kind: 'goal-set', before: earlier, goal: dated, queued, otherwise }
    }
    switch (lookup.kind) {
      case 'show-goal': {
        const { goal, ladder: on } = await goalNow()
        const shown = on !== null && goal !== null && goalStands(on, goal) && (home || on === ladder)
        return shown ? { ...at(on), kind: 'goal', goal } : { ...place, kind: 'goal', goal: null }
      }
      case 'set-goal':
        return set(lookup.goal, ladder)
      case 'set-goal-date': {
        const { goal, ladder: on } = await goalNow()
        if (goal === null || on === null || !goalStands(on, goal)) return { ...place, kind: 'goal-needed' }
        return set({ ...goal, by: lookup.by }, on)
      }
      case 'clear-goal':
        return { ...place, kind: 'goal-cleared', had: await store.clearGoal(owner) }
      case 'next': {
        const { goal, ladder: on } = await goalNow()
        if (goal === null || on === null || !goalStands(on, goal)) return { ...place, kind: 'goal-needed' }
        const shown: LadderView = {
          kind: 'compare',
          from: levelOf(on, goal.current)!,
          to: levelOf(on, goal.target)!,
          competency: lookup.competency,
        }
        return { ...at(on), kind: 'ladder', lookup: shown }
      }
      case 'me': {
        const { goal, ladder: on } = await goalNow()
        const from = on ?? ladder
        const [{ competencies, lastReviewed }, kept] = await Promise.all([
          store.packet(owner, from.id),
          store.kept(owner),
        ])
        const standing = goal !== null && goalStands(on, goal) ? goal : null
        const waiting = kept.evidence - kept.reviews
        return { ...at(from), kind: 'me', goal: standing, competencies, lastReviewed, waiting }
      }
      case 'data': {
        const [{ goal, ladder: on }, kept, listed] = await Promise.all([
          goalNow(),
          store.kept(owner),
          store.listEvidence(owner, { before, limit: PAGE + 1 }),
        ])
        const rows = listed.slice(0, PAGE)
        return { ...at(on ?? ladder), kind: 'data', goal, kept, rows, more: listed.length > PAGE }
      }
      default:
        return { ...place, kind: 'ladder', lookup }
    }
  }

  return async (
    owner: Owner,
    text: string,
    before: Temporal.Instant | null = null,
  ): Promise<LookupAnswer> => {
    const shelf = ladders.shelf()
    const goal = shelf.all.length > 1 ? await goalOf(owner) : null
    const answers = known.get(shelf) ?? new Map<string, LookupAnswer>()
    known.set(shelf, answers)
    const key = `${goal?.ladder ?? ''}\n${text}`
    const ready = answers.get(key)
    if (ready) return ready
    const given = await answer(owner, text, before, shelf, goal)
    if (given.kind === 'goal-set' || given.kind === 'goal-cleared')
      goals.delete(`${owner.team} ${owner.user}`)
    // The same words lead to the same ladder text until a file is edited; what is refused depends on the day.
    if (text.length <= LONGEST_KNOWN && isAboutNobody(text, given)) {
      if (answers.size >= MOST_KNOWN) answers.clear()
      answers.set(key, given)
    }
    return given
  }
}
