import { dayToAsk } from '../../domain/nudge/plan-day.ts'
import type { Log } from '../ports.ts'
import type { EvidenceStore } from './evidence-store.ts'
import type { PlanStore } from './plan-store.ts'
import type { Plans } from './plans-port.ts'

/** How often a plan is asked about. */
const MOST_ASKED = 3

/** The hour of the day at which a plan is asked about, in UTC: daytime from Lisbon to Singapore. */
const ASKING = '09:00'

type Deps = {
  readonly store: Pick<EvidenceStore, 'evidence'> & PlanStore
  readonly newId: () => string
  readonly now: () => Temporal.Instant
  readonly log: Log
}

/** When a plan is asked about again, by its words or those that put it off. */
function timeToAsk(text: string, now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  return dayToAsk(text, today).toZonedDateTime({ timeZone: 'UTC', plainTime: ASKING }).toInstant()
}

/** Keeps plans apart from evidence. What is due is asked by the sweep. */
export function makePlans({ store, newId, now, log }: Deps): Plans {
  return {
    remind: async (owner, { evidenceId, part }) => {
      const evidence = await store.evidence(owner, evidenceId)
      const asked = evidence?.parts.find(({ position }) => position === part)
      if (!asked) return { kind: 'gone' }
      const dueAt = timeToAsk(asked.reading, now())
      const isPlanned = await store.planAsked(owner, { id: newId(), evidenceId, part, at: now(), dueAt })
      if (!isPlanned) return { kind: 'gone' }
      log.info({ evidenceId, part }, 'plan stored')
      return { kind: 'planned', dueAt }
    },

    putOff: async (owner, { evidenceId, part }, question, text) => {
      const dueAt = timeToAsk(text, now())
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
      const dueAt = timeToAsk(text, now())
      return (await store.postponePlan(owner, id, dueAt, asked))
        ? { kind: 'planned', dueAt }
        : { kind: 'gone' }
    },

    end: async (owner, id, as) => ((await store.dropPlan(owner, id)) ? { kind: as } : { kind: 'gone' }),
  }
}
