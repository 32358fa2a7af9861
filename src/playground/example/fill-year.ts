import type { Front } from '../front.ts'
import type { Shortcut } from '../shortcuts.ts'
import type { Person, Workspace } from '../workspace.ts'
import { CONFIDENTIAL_NOTE, PRAISE, yearOfNotes } from './year.ts'

/** How long the bot's answer to a command is waited for, in milliseconds. */
const PATIENCE = 5_000

/** The beginning of the bot's answer to a person without a goal. */
const NO_GOAL = 'You have no goal yet'

/**
 * Sends a year of invented evidence on behalf of a person, as they could do it themselves: a goal if they have none, a
 * file of notes a quarter, a colleague's praise that they save with the shortcut, and a confidential note. Once a
 * person. Returns null, or a text that says why it failed.
 */
export function makeFillYear(
  workspace: Workspace,
  { messages, uploads, interactions, responses }: Front,
  shortcuts: () => Promise<Shortcut[]>,
) {
  const filled = new Set<string>()

  /** What the bot answers to a command, or '' if it says nothing in time. */
  const answerTo = async (person: Person, text: string): Promise<string> => {
    const seen = responses.ephemerals.length
    await interactions.command(person, person.dm, text)
    const answer = () => responses.ephemerals.slice(seen).find(({ user }) => user === person.id)
    for (const end = Date.now() + PATIENCE; !answer() && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 50))
    return answer()?.text ?? ''
  }
  const praise = async (person: Person): Promise<string | null> => {
    const save = (await shortcuts()).find(({ type }) => type === 'message')
    const colleague = workspace.people.find(({ id }) => id !== person.id)
    const { id: channel } = workspace.channel
    if (!save || !colleague) return null
    await messages.send(colleague, channel, null, PRAISE, [])
    const sent = (await messages.history(channel)).find(({ user }) => user === colleague.id)
    return interactions.shortcut(person, save, channel, sent?.ts ?? null)
  }

  return async (person: Person): Promise<string | null> => {
    if (filled.has(person.id)) return 'The year of examples is already there.'
    filled.add(person.id)
    const today = Temporal.Now.plainDateISO(person.timeZone)
    const by = today.add({ months: 3 }).toLocaleString('en', { month: 'long', year: 'numeric' })
    if ((await answerTo(person, '/ladder goal')).startsWith(NO_GOAL))
      await answerTo(person, `/ladder goal L3 by ${by}`)
    for (const { name, text } of yearOfNotes(today)) {
      const id = await uploads.stage(person, name, new TextEncoder().encode(text))
      if (!id || !(await messages.send(person, person.dm, null, '', [id])))
        return 'I couldn’t send all of the examples.'
    }
    const problem = await praise(person)
    await messages.send(person, person.dm, null, CONFIDENTIAL_NOTE, [])
    return problem
  }
}

export type FillYear = ReturnType<typeof makeFillYear>
