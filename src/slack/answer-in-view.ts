import type { BlockAction, types, webApi } from '@slack/bolt'
import type { Said } from './views/rich-text.ts'
import { saidModal } from './views/said-modal.ts'

/** What is needed to answer a click in a view. */
type InView = { readonly client: webApi.WebClient; readonly body: BlockAction }

/** Opens a form after a click. In a modal, it opens on top, and closing it leads back. */
export async function openForm({ client, body }: InView, view: types.ModalView): Promise<void> {
  const { trigger_id } = body
  if (body.view?.type === 'modal') await client.views.push({ trigger_id, view })
  else await client.views.open({ trigger_id, view })
}

/**
 * Answers a click on the Home tab or in a modal, where nothing can be posted: in a modal. `beside` leaves the modal
 * with the button below it, to be returned to.
 */
export async function sayInView(args: InView, said: Said, beside: boolean): Promise<void> {
  const { client, body } = args
  const view = saidModal(said)
  if (body.view?.type === 'modal' && !beside) await client.views.update({ view_id: body.view.id, view })
  else await openForm(args, view)
}
