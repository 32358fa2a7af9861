import type { CommandHint } from './composer.ts'
import type { Line } from './draw.ts'
import type { PageModal } from './modal.ts'
import { notice } from './notice.ts'

export type Person = { id: string; name: string; dm: string }
type Shortcut = { name: string; type: 'message' | 'global'; callbackId: string; description: string }
export type Workspace = {
  people: Person[]
  channel: { id: string; name: string }
  commands: CommandHint[]
  example: string
  hasRecorded: boolean
  shortcuts: Shortcut[]
  fileLimit: number
}
export type Screen = {
  lines: Line[]
  thread: Line[] | null
  waits: number | null
  home: string | null
  modal: PageModal | null
}

const UNREACHABLE = 'The playground isn’t responding. Start it again with npm start.'

/** Reads what stays the same while the page is open. */
export async function readWorkspace(): Promise<Workspace> {
  return (await fetch('/workspace')).json()
}

/** Reads what a person sees now. `query` has the person as `as`, the channel and the open thread. */
export async function readScreen(query: Record<string, string>): Promise<Screen> {
  return (await fetch(`/screen?${new URLSearchParams(query)}`)).json()
}

/** Sends a request on behalf of a person, and shows a notice if it fails. False if it was not carried out. */
export async function send(body: object): Promise<boolean> {
  try {
    const response = await fetch('/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { problem } = await response.json()
    if (problem) notice(problem)
    return !problem
  } catch {
    notice(UNREACHABLE)
    return false
  }
}

/** Uploads a file. Returns its id, or null if it was refused. */
export async function upload(as: string, file: File): Promise<string | null> {
  const query = new URLSearchParams({ as, name: file.name })
  return (await (await fetch(`/upload?${query}`, { method: 'POST', body: file })).json()).id
}
