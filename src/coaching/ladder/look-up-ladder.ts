import { CoachError } from '../../domain/coach-error.ts'
import type { Days } from '../../domain/dates/days.ts'
import { pageOf } from '../../domain/evidence/list/listed.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import { type Competency, type Ladder, ladderOf, levelOf, type Shelf } from '../../domain/ladder/ladder.ts'
import type { LadderView, Lookup } from '../../domain/ladder/ladder-view.ts'
import { lookupOf } from '../../domain/ladder/lookup.ts'
import { type Coverage, coverageOf } from '../../domain/packet/coverage.ts'
import type { Goal, Owner } from '../../domain/person.ts'
import { onceFor } from '../../domain/text/once-for.ts'
import type { EvidenceStore, KeptEvidence } from '../evidence/evidence-store.ts'
import type { KeptAboutPerson, PersonStore } from '../evidence/person-store.ts'
import type { Plan, PlanStore } from '../evidence/plan-store.ts'
import type { CoverageStore } from '../packet/coverage-store.ts'
import type { Ladders } from '../ports.ts'
import type { PacketStore, Spread } from '../review/packet-store.ts'
import type { AnswerSource } from './answer-source.ts'
import type { GoalStore } from './goal-store.ts'

export type { AnswerSource } from './answer-source.ts'

type FromLadder = Exclude<
  Lookup,
  { kind: 'show-goal' | 'set-goal' | 'set-goal-date' | 'clear-goal' | 'next' | 'me' | 'data' }
>

/**
 * A person's goal, and how much evidence they have for each competency. `waiting` is how many pieces have no review.
 */
type Me = {
  readonly kind: 'me'
  readonly goal: Goal | null
  readonly competencies: ReadonlyMap<string, Spread>
  /** What the reviews show of the goal, by quarter. Null without a goal. */
  readonly coverage: Coverage | null
  readonly lastReviewed: Temporal.Instant | null
  readonly waiting: number
}

/** The answer to a lookup, the ladder that it came from, and what was fetched for it. */
export type LookupAnswer = AnswerSource &
  (
    | { readonly kind: 'ladder'; readonly lookup: FromLadder }
    | { readonly kind: 'goal'; readonly goal: Goal | null }
    | {
        readonly kind: 'goal-set'
        readonly before: Goal | null
        readonly goal: Goal
        readonly queued: number
        /** How many pieces were read against another goal. */
        readonly otherwise: number
      }
    | { readonly kind: 'goal-cleared'; readonly had: boolean }
    /** "next" or a date was asked for, but there is no goal that it could be about. */
    | { readonly kind: 'goal-needed' }
    | Me
    | {
        readonly kind: 'data'
        readonly goal: Goal | null
        readonly kept: KeptAboutPerson
        readonly plans: readonly Plan[]
        /** A page of their evidence, the latest days first. `page` is its number, which may be less than was asked. */
        readonly rows: readonly (KeptEvidence & { readonly shown: Days })[]
        readonly page: number
        readonly pages: number
      }
  )

type Deps = {
  readonly store: Pick<GoalStore, 'goal' | 'setGoal' | 'clearGoal'> &
    Pick<PersonStore, 'kept'> &
    Pick<PlanStore, 'plans'> &
    Pick<EvidenceStore, 'listedPieces' | 'listEvidence' | 'readOtherwise'> &
    Pick<PacketStore, 'packet'> &
    Pick<CoverageStore, 'shownRows'>
  readonly ladders: Ladders
  readonly now: () => Temporal.Instant
}

export type LookUpLadder = ReturnType<typeof makeLookUpLadder>

/** How long a person's goal may be cached, in milliseconds. Another process may have changed it. */
const GOAL_KEPT = 3_000

/** Answers of one shelf that depend on no person, by ladder and text, and how many of them are cached. */
type KnownAnswers = Map<string, LookupAnswer>
const MOST_KNOWN = 1_000
/** Longer text is not a lookup and may be somebody's words sent here by mistake, so it is not cached. */
const LONGEST_KNOWN = 100

/**
 * False for "next", whose answer depends on the person's own goal, and for a refused goal, which depends on the day.
 */
const isAboutNobody = (text: string, given: LookupAnswer): boolean =>
  given.kind === 'ladder' &&
  given.lookup.kind !== 'goal-refused' &&
  given.lookup.kind !== 'choose-goal' &&
  !/\bnext\b/i.test(text)

/** A question that was understood: who asked it, and where its answer comes from. */
type Understood = {
  readonly owner: Owner
  readonly place: AnswerSource
  /** The ladder that answers this person when they name none. */
  readonly homeLadder: Ladder | null
}

const onLadder = ({ place, homeLadder }: Understood, ladder: Ladder): AnswerSource => ({
  ...place,
  ladder,
  home: ladder === homeLadder,
})

/** The person's goal at this moment, and its ladder if that still exists. */
async function goalNow(
  { store }: Deps,
  { owner, place }: Understood,
): Promise<{ goal: Goal | null; ladder: Ladder | null }> {
  const goal = await store.goal(owner)
  return { goal, ladder: goal ? (ladderOf(place.shelf, goal.ladder) ?? null) : null }
}

/** The person's goal and its ladder, if the ladder and both levels still exist. */
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
  // A new target without a date does not take over the date of the old one. The same target keeps its date.
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

/** Shows what the target level asks beyond the current one. */
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
  const today = deps.now().toZonedDateTimeISO('UTC').toPlainDate()
  const coverage = goal && coverageOf(from, goal, await store.shownRows(owner, goal), today)
  return { ...onLadder(asked, from), kind: 'me', goal, competencies, coverage, lastReviewed, waiting }
}

/** Shows what is stored about a person, with a page of their evidence. */
async function showData(deps: Deps, asked: Understood): Promise<LookupAnswer> {
  const { store } = deps
  const { owner, place } = asked
  const [{ goal, ladder }, kept, listed, plans] = await Promise.all([
    goalNow(deps, asked),
    store.kept(owner),
    store.listedPieces(owner, null),
    store.plans(owner),
  ])
  const { pieces, page, pages } = pageOf(listed, place.page)
  const shown = new Map(pieces.map((piece) => [piece.id, piece.shown]))
  const rows = await store.listEvidence(owner, { ids: [...shown.keys()] })
  return {
    ...onLadder(asked, ladder ?? place.ladder),
    kind: 'data',
    goal,
    kept,
    plans,
    rows: rows.map((row) => ({ ...row, shown: shown.get(row.evidence.id)! })),
    page,
    pages,
  }
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

/** Recent goals, which decide which ladder answers. While the database is away, a person counts as having none. */
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
 * Answers `/ladder TEXT`. With only one ladder, its text needs no store, so a lookup is instant. With several, the
 * standard one answers while the database is away.
 */
export function makeLookUpLadder(deps: Deps) {
  const { ladders, now } = deps
  const goals = rememberGoals(deps)
  const answersOn = onceFor((_: Shelf): KnownAnswers => new Map())

  return async (owner: Owner, text: string): Promise<LookupAnswer> => {
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
    const given = await answerLookup(deps, { owner, place, homeLadder }, lookup)
    if (given.kind === 'goal-set' || given.kind === 'goal-cleared') goals.forget(owner)
    // The same words lead to the same ladder text until a file is edited. A refused goal depends on the day.
    if (text.length <= LONGEST_KNOWN && isAboutNobody(text, given)) {
      if (answers.size >= MOST_KNOWN) answers.clear()
      answers.set(key, given)
    }
    return given
  }
}
