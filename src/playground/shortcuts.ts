import { readFile } from 'node:fs/promises'

/** A shortcut that an app adds to a Slack menu: on a message, or next to the message field. */
export type Shortcut = {
  readonly name: string
  readonly type: 'message' | 'global'
  readonly callbackId: string
  readonly description: string
}

/** The shortcuts in the app's manifest. None if the manifest cannot be read, because Slack would know none either. */
export async function readShortcuts(manifest: string): Promise<Shortcut[]> {
  try {
    const { features } = JSON.parse(await readFile(manifest, 'utf8'))
    return (features?.shortcuts ?? []).map((one: Record<string, string>) => ({
      name: String(one.name),
      type: one.type === 'global' ? 'global' : 'message',
      callbackId: String(one.callback_id),
      description: String(one.description ?? ''),
    }))
  } catch {
    return []
  }
}
