import { controlsIn, named } from './blocks.ts'
import { type Held, inputErrorsOf, valuesOf } from './choices.ts'
import type { Deliveries } from './deliveries.ts'
import { interactionBody, viewBody } from './envelopes.ts'
import type { Triggers } from './triggers.ts'
import type { Json, Person, Workspace } from './workspace.ts'

export type OpenModal = {
  readonly user: string
  view: Json
  /** The errors, by block. The key '' is about the whole modal. */
  errors: Record<string, string>
}

/** How many modals can be open on top of each other. */
const DEPTH = 3

const refused = (error: string): Json => ({ ok: false, error })

export type Modals = ReturnType<typeof makeModals>

/** Everybody's modals, the top one last, and what happens when they are submitted. */
export function makeModals(
  workspace: Workspace,
  deliveries: Deliveries,
  triggers: Triggers,
  personOf: (id: string) => Person,
  changed: () => void,
) {
  const modals: OpenModal[] = []
  const stackOf = (user: string): OpenModal[] => modals.filter((one) => one.user === user)
  const drop = (...gone: OpenModal[]): void => {
    for (const one of gone) modals.splice(modals.indexOf(one), 1)
  }
  const find = (id: string): OpenModal | undefined => modals.find(({ view }) => view.id === id)

  const put = (user: string, raw: Json, below: OpenModal | null): Json => {
    const view = viewBody(workspace, { ...raw, blocks: named(raw.blocks ?? []) })
    view.root_view_id = below?.view.root_view_id ?? view.id
    view.previous_view_id = below?.view.id ?? null
    modals.push({ user, view, errors: {} })
    changed()
    return { ok: true, view }
  }
  /** Replaces a view. The new one keeps its id and its place in the stack. */
  const replace = (modal: OpenModal, raw: Json): Json => {
    const { id, root_view_id, previous_view_id } = modal.view
    modal.view = {
      ...viewBody(workspace, { ...raw, blocks: named(raw.blocks ?? []) }),
      id,
      root_view_id,
      previous_view_id,
    }
    modal.errors = {}
    changed()
    return { ok: true, view: modal.view }
  }
  const push = (below: OpenModal, raw: Json): Json =>
    stackOf(below.user).length >= DEPTH ? refused('push_limit_reached') : put(below.user, raw, below)

  const withState = (modal: OpenModal, held: Held): Json => ({
    ...modal.view,
    state: { values: valuesOf(controlsIn(modal.view.blocks), held) },
  })

  return {
    /** The top modal of a person. */
    top: (user: string): OpenModal | undefined => modals.findLast((one) => one.user === user),
    find,
    withState,
    open: (body: Json): Json => {
      const trigger = triggers.take(body.trigger_id)
      return typeof trigger === 'string' ? refused(trigger) : put(trigger.user, body.view, null)
    },
    push: (body: Json): Json => {
      const trigger = triggers.take(body.trigger_id)
      if (typeof trigger === 'string') return refused(trigger)
      const below = trigger.view && find(trigger.view)
      return below ? push(below, body.view) : refused('not_found')
    },
    update: (body: Json): Json => {
      const modal = body.view_id
        ? find(body.view_id)
        : modals.find(({ view }) => view.external_id && view.external_id === body.external_id)
      if (!modal) return refused('not_found')
      if (body.hash && body.hash !== modal.view.hash) return refused('hash_conflict')
      return replace(modal, body.view)
    },
    submit: async (id: string, held: Held): Promise<void> => {
      const modal = find(id)
      if (!modal) return
      modal.errors = inputErrorsOf(controlsIn(modal.view.blocks), held)
      if (Object.keys(modal.errors).length > 0) return changed()
      const { ok, body } = await deliveries.form({
        payload: JSON.stringify({
          ...interactionBody(workspace, personOf(modal.user)),
          type: 'view_submission',
          trigger_id: triggers.for(modal.user, id),
          view: withState(modal, held),
          response_urls: [],
        }),
      })
      const answer = body?.response_action
      if (!ok)
        modal.errors = { '': 'The bot didn’t answer in time. Your text is still here. Please try again.' }
      else if (answer === 'errors') modal.errors = body.errors ?? {}
      else if (answer === 'update') replace(modal, body.view)
      else if (answer === 'push') push(modal, body.view)
      else if (answer === 'clear') drop(...stackOf(modal.user))
      else if (find(id)) drop(modal)
      changed()
    },
    /** Closes a modal without submitting it. */
    dismiss: (id: string, held: Held): void => {
      const modal = find(id)
      if (!modal) return
      const { view, user } = modal
      drop(...(view.clear_on_close ? stackOf(user) : [modal]))
      changed()
      if (!view.notify_on_close) return
      void deliveries.form({
        payload: JSON.stringify({
          ...interactionBody(workspace, personOf(user)),
          type: 'view_closed',
          view: withState(modal, held),
          is_cleared: Boolean(view.clear_on_close),
        }),
      })
    },
  }
}
