import { CoachError } from '../../domain/coach-error.ts'
import { factOf } from '../../domain/logged-failure.ts'
import { PUT_AWAY, type PutAway } from '../../domain/packet/next-thing.ts'
import type { Owner } from '../../domain/person.ts'
import { makeTurnsByKey } from '../limits.ts'
import type { Ladders, Log } from '../ports.ts'
import type { GatherHome } from './gather-home.ts'
import type { Home, HomeTabs } from './home-port.ts'
import type { HomeStore, HomeTurn } from './home-store.ts'

/** A Home tab is not published again before, in seconds, however much changes. */
const REST = 5

/** How long a process may take for one, in seconds. Then another may try. */
const LEASE = 60

/** How long to wait after Slack did not answer, in seconds. */
const AGAIN = 60

/** How many a process publishes in one sweep, and how often one is tried again because something else was shown. */
const AT_ONCE = 20
const TRIES = 3

type Deps = {
  readonly store: Omit<HomeStore, 'homeFacts'>
  readonly gather: GatherHome
  readonly tabs: HomeTabs
  readonly ladders: Ladders
  /** The team of this process's token. */
  readonly ownerTeam: () => string
  readonly now: () => Temporal.Instant
  readonly log: Log
}

export type Homes = ReturnType<typeof makeHomes>

/** The Home tab of a person about whom nothing is stored. */
const nobodys = (ladders: Ladders, today: Temporal.PlainDate): Home => {
  const shelf = ladders.shelf()
  const none = { latest: [], notPlaced: { pieces: [], count: 0 }, nudges: [] }
  return { shelf, today, goal: 'none', entries: 0, waiting: 0, ladder: shelf.standard, ...none }
}

/**
 * Keeps the Home tabs of those who opened one up to date. What changes is marked in the store, in the transaction that
 * changes it, and any process may publish it: a tab is taken by one of them at a time.
 */
export function makeHomes(deps: Deps) {
  const { store, gather, tabs, ladders, ownerTeam, now, log } = deps
  const inTurn = makeTurnsByKey()
  const keyOf = ({ team, user }: Owner): string => `${team} ${user}`
  const after = (seconds: number): Temporal.Instant => now().add({ seconds })
  const todayOf = (): Temporal.PlainDate => now().toZonedDateTimeISO('UTC').toPlainDate()

  const publish = async (turn: HomeTurn, tries = TRIES): Promise<void> => {
    const { owner } = turn
    const end = await tabs.publish(owner, await gather(owner), turn.hash)
    switch (end.kind) {
      case 'published':
        return store.homePublished(turn, end.hash, after(REST))
      case 'later':
        return store.homeLeft(turn, after(AGAIN))
      case 'refused':
        log.info({ vendor: end.code }, 'Slack shows no Home tab here; I go on without')
        return store.homeRefused(turn, end.code)
      case 'changed': {
        // Another process published it, so it may show newer data than ours. `gone`: it was closed.
        const again = await store.takeHome(owner, after(LEASE))
        if (again === null) return
        // Slack's answer was lost, so we don't know the hash.
        const isLost = tries === 1 || again.hash === turn.hash
        if (tries > 0) return publish({ ...again, hash: isLost ? null : again.hash }, tries - 1)
        return store.homeLeft(again, after(REST))
      }
    }
  }

  const publishNow = (owner: Owner): Promise<void> =>
    inTurn(keyOf(owner), async () => {
      const turn = await store.takeHome(owner, after(LEASE))
      if (turn) await publish(turn)
    })

  return {
    /**
     * A person opened their Home tab, or pressed something on it. `hash` is Slack's hash of what it shows. Resolves
     * once it is recorded; the tab follows.
     */
    opened: async (owner: Owner, hash: string | null): Promise<void> => {
      const troubled = async (error: unknown): Promise<void> => {
        log.warn(factOf(error), 'could not show a Home tab')
        await tabs.publish(owner, 'unknown', null)
      }
      try {
        await store.openHome(owner, hash)
      } catch (error) {
        return troubled(error)
      }
      void publishNow(owner).catch(troubled)
    },

    /** Publishes what has changed. Every process may do this at any time. */
    sweepHomes: async (): Promise<void> => {
      const turns = await store.takeChangedHomes(ownerTeam(), now(), after(LEASE), AT_ONCE)
      await Promise.all(
        turns.map((turn) =>
          inTurn(keyOf(turn.owner), () => publish(turn)).catch((error: unknown) =>
            log.warn(factOf(error), 'could not bring a Home tab up to date'),
          ),
        ),
      )
    },

    /** What the person says about the thing to do now. */
    putAway: (owner: Owner, key: string, how: PutAway): Promise<void> =>
      store.putAway(owner, key, todayOf().add({ days: PUT_AWAY[how] }), todayOf()),

    /**
     * Empties a person's Home tab and deletes the record that they opened it. Throws CoachError
     * `slack-unavailable` if Slack can't do it now.
     */
    clearHome: (owner: Owner): Promise<void> =>
      inTurn(keyOf(owner), async () => {
        if (!(await store.hasHome(owner))) return
        const { kind } = await tabs.publish(owner, nobodys(ladders, todayOf()), null)
        if (kind === 'later') throw new CoachError('slack-unavailable', 'Slack did not empty a Home tab')
        await store.closeHome(owner)
      }),
  }
}
