import { dayToAsk } from '../../domain/nudge/plan-day.ts'
import type { Owner } from '../../domain/person.ts'
import type { Zones } from '../nudge/nudge-port.ts'
import type { Log } from '../ports.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { PlanStore } from './plan-store.ts'
import type { Plans } from './plans-port.ts'

/** How often a plan is asked about. */
const MOST_ASKED = 3

/**
 * When a plan is asked about, in its owner's time zone. From Honolulu to Auckland it is the same day in UTC, which is
 * the day that they are told.
 */
const ASKING = '13:30'

type Deps = {
  readonly zones: Zones
  readonly store: Pick<EvidenceStore, 'evidence'> & PlanStore
  readonly newId: () => string
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** Keeps plans apart from evidence. What is due is asked by the sweep. */
export function makePlans({ store, zones, newId, now, log }: Deps): Plans {
  /** When a plan is asked about again, by its words or those that put it off. */
  const timeToAsk = async (owner: Owner, text: string): Promise<Temporal.Instant> => {
    // Without Slack, it is better to ask at some hour of the right day than to lose the plan.
    const timeZone = (await zones.of(owner).catch(() => null)) ?? 'UTC'
    const today = now().toZonedDateTimeISO(timeZone).toPlainDate()
    return dayToAsk(text, today).toZonedDateTime({ timeZone, plainTime: ASKING }).toInstant()
  }
  return {
    remind: async (owner, { evidenceId, part }) => {
      const evidence = await store.evidence(owner, evidenceId)
      const asked = evidence?.parts.find(({ position }) => position === part)
      if (!asked) return { kind: 'gone' }
      const dueAt = await timeToAsk(owner, asked.reading)
      const isPlanned = await store.planAsked(owner, { id: newId(), evidenceId, part, at: now(), dueAt })
      if (!isPlanned) return { kind: 'gone' }
      log.info({ evidenceId, part }, 'plan stored')
      return { kind: 'planned', dueAt }
    },

    putOff: async (owner, { evidenceId, part }, question, text) => {
      const dueAt = await timeToAsk(owner, text)
      // A second try of the same reply stores nothing more.
      const id = `${evidenceId}:${part}`
      await store.putOff(owner, { id, evidenceId, words: question, at: now(), dueAt })
      log.info({ evidenceId, part }, 'question put off')
      return { kind: 'planned', dueAt }
    },

    later: async (owner, id, text, asked) => {
      const plan = await store.plan(owner, id)
      if (plan === null) return { kind: 'gone' }
      if (asked >= MOST_ASKED) {
        await store.dropPlan(owner, id)
        return { kind: 'over' }
      }
      const dueAt = await timeToAsk(owner, text)
      return (await store.postponePlan(owner, id, dueAt, asked))
        ? { kind: 'planned', dueAt }
        : { kind: 'gone' }
    },

    end: async (owner, id, as) => ((await store.dropPlan(owner, id)) ? { kind: as } : { kind: 'gone' }),
  }
}
