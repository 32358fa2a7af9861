import { readFile } from 'node:fs/promises'

/** What an app adds to Slack's own menus: on a message, or beside the message field. */
export type Shortcut = {
  readonly name: string
  readonly type: 'message' | 'global'
  readonly callbackId: string
  readonly description: string
}

/** The shortcuts that the app's manifest lists. None without a manifest that can be read: Slack knows none then. */
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
