import { CoachError } from '../../domain/coach-error.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import { type Competency, type Ladder, ladderOf, levelOf, type Shelf } from '../../domain/ladder/ladder.ts'
import type { LadderView, Lookup } from '../../domain/ladder/ladder-view.ts'
import { lookupOf } from '../../domain/ladder/lookup.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import { onceFor } from '../../domain/text/once-for.ts'
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

/** A question that was understood: whose it is, where its answer comes from, and where their own does. */
type Understood = {
  readonly owner: Owner
  readonly place: AnswerSource
  /** The ladder that answers this person when they name none. */
  readonly homeLadder: Ladder | null
  /** A list goes on before this. */
  readonly before: Temporal.Instant | null
}

const onLadder = ({ place, homeLadder }: Understood, ladder: Ladder): AnswerSource => ({
  ...place,
  ladder,
  home: ladder === homeLadder,
})

/** The person's goal at this moment, and its ladder where there still is one. */
async function goalNow(
  { store }: Deps,
  { owner, place }: Understood,
): Promise<{ goal: Goal | null; ladder: Ladder | null }> {
  const goal = await store.goal(owner)
  return { goal, ladder: goal ? (ladderOf(place.shelf, goal.ladder) ?? null) : null }
}

/** The same where both its levels still exist. */
async function standingGoal(deps: Deps, asked: Understood): Promise<{ goal: Goal; ladder: Ladder } | null> {
  const goal = await deps.store.goal(asked.owner)
  const ladder = standingLadder(asked.place.shelf, goal)
  return goal && ladder ? { goal, ladder } : null
}

async function showGoal(deps: Deps, asked: Understood): Promise<LookupAnswer> {
  const { place } = asked
  const standing = await standingGoal(deps, asked)
  return standing && (place.home || standing.ladder === place.ladder)
    ? { ...onLadder(asked, standing.ladder), kind: 'goal', goal: standing.goal }
    : { ...place, kind: 'goal', goal: null }
}

async function setGoal(
  { store, now }: Deps,
  asked: Understood,
  goal: Goal,
  ladder: Ladder,
): Promise<LookupAnswer> {
  const { owner } = asked
  const before = await store.goal(owner)
  // A new target without a date keeps none of the old one's; the same target keeps its date.
  const same = before?.ladder === goal.ladder && before.target === goal.target
  const dated = same && goal.by === null ? { ...goal, by: before.by } : goal
  const { queued } = await store.setGoal(owner, dated, ladder, now())
  const otherwise = await store.readOtherwise(owner, dated)
  return { ...onLadder(asked, ladder), home: true, kind: 'goal-set', before, goal: dated, queued, otherwise }
}

async function setGoalDate(deps: Deps, asked: Understood, by: Goal['by']): Promise<LookupAnswer> {
  const standing = await standingGoal(deps, asked)
  if (standing === null) return { ...asked.place, kind: 'goal-needed' }
  return setGoal(deps, asked, { ...standing.goal, by }, standing.ladder)
}

/** What the target level asks beyond the current one. */
async function showNext(deps: Deps, asked: Understood, competency: Competency | null): Promise<LookupAnswer> {
  const standing = await standingGoal(deps, asked)
  if (standing === null) return { ...asked.place, kind: 'goal-needed' }
  const { goal, ladder } = standing
  const lookup: LadderView = {
    kind: 'compare',
    from: levelOf(ladder, goal.current)!,
    to: levelOf(ladder, goal.target)!,
    competency,
  }
  return { ...onLadder(asked, ladder), kind: 'ladder', lookup }
}

async function showMe(deps: Deps, asked: Understood): Promise<LookupAnswer> {
  const { store } = deps
  const { owner, place } = asked
  const now = await goalNow(deps, asked)
  const from = now.ladder ?? place.ladder
  const [{ competencies, lastReviewed }, kept] = await Promise.all([
    store.packet(owner, from.id),
    store.kept(owner),
  ])
  const goal = standingLadder(place.shelf, now.goal) ? now.goal : null
  const waiting = kept.evidence - kept.reviews
  return { ...onLadder(asked, from), kind: 'me', goal, competencies, lastReviewed, waiting }
}

/** What is kept of a person, and a page of their evidence. */
async function showData(deps: Deps, asked: Understood): Promise<LookupAnswer> {
  const { store } = deps
  const { owner, before, place } = asked
  const [{ goal, ladder }, kept, listed] = await Promise.all([
    goalNow(deps, asked),
    store.kept(owner),
    store.listEvidence(owner, { before, limit: PAGE + 1 }),
  ])
  const rows = listed.slice(0, PAGE)
  const from = onLadder(asked, ladder ?? place.ladder)
  return { ...from, kind: 'data', goal, kept, rows, more: listed.length > PAGE }
}

/** Fetches what a lookup asks for. */
async function answerLookup(deps: Deps, asked: Understood, lookup: Lookup): Promise<LookupAnswer> {
  const { owner, place } = asked
  switch (lookup.kind) {
    case 'show-goal':
      return showGoal(deps, asked)
    case 'set-goal':
      return setGoal(deps, asked, lookup.goal, place.ladder)
    case 'set-goal-date':
      return setGoalDate(deps, asked, lookup.by)
    case 'clear-goal':
      return { ...place, kind: 'goal-cleared', had: await deps.store.clearGoal(owner) }
    case 'next':
      return showNext(deps, asked, lookup.competency)
    case 'me':
      return showMe(deps, asked)
    case 'data':
      return showData(deps, asked)
    default:
      return { ...place, kind: 'ladder', lookup }
  }
}

const keyOf = ({ team, user }: Owner): string => `${team} ${user}`

/** Goals as they were a moment ago, where they decide which ladder answers; none while the database is away. */
function rememberGoals({ store, now }: Deps) {
  const goals = new Map<string, { goal: Goal | null; until: number }>()
  return {
    of: async (owner: Owner): Promise<Goal | null> => {
      const key = keyOf(owner)
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
    },
    forget: (owner: Owner): void => void goals.delete(keyOf(owner)),
  }
}

/**
 * Answers `/ladder TEXT`. The ladder's own text needs no store where there is only one ladder, so that a
 * lookup is instant; where there are several it comes from the default one while the database is away.
 */
export function makeLookUpLadder(deps: Deps) {
  const { ladders, now } = deps
  const goals = rememberGoals(deps)
  const answersOn = onceFor((_: Shelf): KnownAnswers => new Map())

  return async (
    owner: Owner,
    text: string,
    before: Temporal.Instant | null = null,
  ): Promise<LookupAnswer> => {
    const shelf = ladders.shelf()
    const goal = shelf.all.length > 1 ? await goals.of(owner) : null
    const answers = answersOn(shelf)
    const key = `${goal?.ladder ?? ''}\n${text}`
    const ready = answers.get(key)
    if (ready) return ready
    const today = now().toZonedDateTimeISO('UTC').toPlainDate()
    const own = goal ? (ladderOf(shelf, goal.ladder) ?? null) : null
    const homeLadder = own ?? shelf.standard
    const { ladder, lookup, exact, sure, page } = lookupOf({ shelf, own, text, today })
    const place: AnswerSource = { ladder, shelf, home: ladder === homeLadder, exact, sure, page }
    const given = await answerLookup(deps, { owner, place, homeLadder, before }, lookup)
    if (given.kind === 'goal-set' || given.kind === 'goal-cleared') goals.forget(owner)
    // The same words lead to the same ladder text until a file is edited; what is refused depends on the day.
    if (text.length <= LONGEST_KNOWN && isAboutNobody(text, given)) {
      if (answers.size >= MOST_KNOWN) answers.clear()
      answers.set(key, given)
    }
    return given
  }
}
