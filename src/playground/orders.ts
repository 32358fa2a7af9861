import type { Held } from './choices.ts'
import type { Front } from './front.ts'
import type { Shortcut } from './shortcuts.ts'
import type { Json, Person } from './workspace.ts'

/** What the page asks for in somebody's name. */
type Order = {
  readonly kind: string
  readonly person: Person
  readonly channel: string
  readonly thread: string | null
  readonly text: string
  readonly ts: string
  readonly modal: string
  readonly files: readonly string[]
  readonly held: Held
  readonly block: string
  readonly action: string
  readonly chosen: string | string[] | null
  readonly shortcut: string
}

/** Does what the page asks for; null, or what people should read about why it was not done. */
export function makeOrders(
  front: Front,
  shortcuts: () => Promise<Shortcut[]>,
  showRecorded: (channel: string, thread: string | null) => Promise<boolean>,
) {
  const { messages, modals, interactions, schedule } = front
  const kinds: Readonly<Record<string, (order: Order) => Promise<string | null>>> = {
    send: async ({ person, channel, thread, text, files }) => {
      if (text.startsWith('/') && !thread && files.length === 0)
        await interactions.command(person, channel, text)
      else if (!(await messages.send(person, channel, thread, text, files))) return 'That could not be sent.'
      return null
    },
    edit: async ({ person, channel, ts, text }) =>
      (await messages.edit(person, channel, ts, text)) ? null : 'That could not be changed.',
    delete: async ({ person, channel, ts }) =>
      (await messages.remove(person, channel, ts)) ? null : 'That could not be deleted.',
    act: ({ person, channel, ts, modal, block, action, chosen, held }) =>
      modal
        ? interactions.actInModal(person, modal, { block, action, chosen, held })
        : interactions.actInMessage(person, channel, ts, { block, action, chosen, held }),
    submit: async ({ modal, held }) => {
      await modals.submit(modal, held)
      return null
    },
    dismiss: async ({ modal, held }) => {
      modals.dismiss(modal, held)
      return null
    },
    recorded: async ({ channel, thread }) =>
      (await showRecorded(channel, thread)) ? null : 'The recorded review fits no ladder of yours.',
    'post-now': async ({ channel }) =>
      (await schedule.postNow(channel)) ? null : 'Nothing waits to be posted here any more.',
    shortcut: async ({ person, channel, ts, shortcut }) => {
      const found = (await shortcuts()).find(({ callbackId }) => callbackId === shortcut)
      return found
        ? interactions.shortcut(person, found, channel, ts || null)
        : 'The app has no such shortcut.'
    },
  }
  return async (asked: Json): Promise<string | null> => {
    const person = front.personOf(asked.as)
    const { text = '', files = [], held = {}, chosen = null, thread = null } = asked
    return (await kinds[asked.kind]?.({ ...asked, person, text, files, held, chosen, thread })) ?? null
  }
}
