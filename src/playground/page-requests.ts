import type { Held } from './choices.ts'
import type { FillYear } from './example/fill-year.ts'
import type { Front } from './front.ts'
import type { Shortcut } from './shortcuts.ts'
import type { Json, Person } from './workspace.ts'

/** What the page asks for on behalf of a person. */
type PageRequest = {
  readonly kind: string
  readonly person: Person
  readonly channel: string
  readonly thread: string | null
  readonly text: string
  readonly ts: string
  readonly modal: string
  readonly home: boolean
  readonly files: readonly string[]
  readonly held: Held
  readonly block: string
  readonly action: string
  readonly chosen: string | string[] | null
  readonly shortcut: string
}

/** Does what the page asks for. Returns null, or a text that says why it failed. */
export function makePageRequests(
  front: Front,
  shortcuts: () => Promise<Shortcut[]>,
  showRecorded: (channel: string, thread: string | null) => Promise<boolean>,
  fillYear: FillYear,
) {
  const { messages, modals, homes, interactions, schedule } = front
  const kinds: Readonly<Record<string, (request: PageRequest) => Promise<string | null>>> = {
    send: async ({ person, channel, thread, text, files }) => {
      if (text.startsWith('/') && !thread && files.length === 0)
        await interactions.command(person, channel, text)
      else if (!(await messages.send(person, channel, thread, text, files)))
        return 'I couldn’t send that. Please try again.'
      return null
    },
    edit: async ({ person, channel, ts, text }) =>
      (await messages.edit(person, channel, ts, text)) ? null : 'I couldn’t change that message.',
    delete: async ({ person, channel, ts }) =>
      (await messages.remove(person, channel, ts)) ? null : 'I couldn’t delete that message.',
    'open-home': async ({ person }) => {
      homes.open(person)
      return null
    },
    act: ({ person, channel, ts, modal, home, block, action, chosen, held }) =>
      home
        ? interactions.actInHome(person, { block, action, chosen, held })
        : modal
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
      (await showRecorded(channel, thread)) ? null : 'The recorded review doesn’t match any of your ladders.',
    fill: ({ person }) => fillYear(person),
    'post-now': async ({ channel }) =>
      (await schedule.postNow(channel)) ? null : 'No post is scheduled here.',
    shortcut: async ({ person, channel, ts, shortcut }) => {
      const found = (await shortcuts()).find(({ callbackId }) => callbackId === shortcut)
      return found
        ? interactions.shortcut(person, found, channel, ts || null)
        : 'This app doesn’t have that shortcut.'
    },
  }
  return async (asked: Json): Promise<string | null> => {
    const person = front.personOf(asked.as)
    const { text = '', files = [], held = {}, chosen = null, thread = null } = asked
    return (await kinds[asked.kind]?.({ ...asked, person, text, files, held, chosen, thread })) ?? null
  }
}
