import { named } from './blocks.ts'
import type { Deliveries } from './deliveries.ts'
import { eventBody, tsNow, viewBody } from './envelopes.ts'
import type { Json, Person, Workspace } from './workspace.ts'

export type Homes = ReturnType<typeof makeHomes>

/** Everybody's Home tab, as the bot published it. */
export function makeHomes(workspace: Workspace, deliveries: Deliveries, changed: () => void) {
  const homes = new Map<string, Json>()
  const refused = (error: string): Json => ({ ok: false, error })

  return {
    /** What a person's Home tab shows. Undefined until the bot publishes something. */
    of: (user: string): Json | undefined => homes.get(user),
    /** `views.publish`. A hash of something older is refused, as Slack does. */
    publish: ({ user_id: user, view, hash }: Json): Json => {
      if (!workspace.people.some(({ id }) => id === user)) return refused('user_not_found')
      if (view?.type !== 'home' || (view.blocks ?? []).length > 100) return refused('invalid_arguments')
      const before = homes.get(user)
      if (hash && hash !== before?.hash) return refused('hash_conflict')
      const id = before?.id ? { id: before.id } : {}
      homes.set(user, { ...viewBody(workspace, { ...view, blocks: named(view.blocks) }), ...id })
      changed()
      return { ok: true, view: homes.get(user) }
    },
    /** Tells the bot that a person opened it. */
    open: (person: Person): void => {
      const ts = tsNow()
      const view = homes.get(person.id)
      deliveries.event(
        eventBody(workspace, {
          type: 'app_home_opened',
          user: person.id,
          channel: person.dm,
          tab: 'home',
          event_ts: ts,
          ...(view ? { view } : {}),
        }),
      )
    },
  }
}
