import type { webApi } from '@slack/bolt'
import type { Files } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import { calling, refusedWith } from './calling.ts'

/** Longest download, in milliseconds. */
const DOWNLOAD_LIMIT = 60_000

/** Slack's hosts for files. The bot's token goes nowhere else. */
const SLACK_HOST = /(?:^|\.)slack(?:-edge|-files)?\.com$/

/** Reads at most `most` bytes; null: there is more. */
const bytesOf = async (response: Response, most: number): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length
    if (size > most) return null
    chunks.push(chunk as Uint8Array)
  }
  return Buffer.concat(chunks)
}

/**
 * Files of Slack. `apiUrl` is another Slack, for tests, whose host may have the token too. `mostBytes` is the
 * largest file that is fetched.
 */
export const makeFiles = (
  client: webApi.WebClient,
  settings: { botToken: string; apiUrl: string | undefined; mostBytes: number },
): Files => {
  const own = settings.apiUrl ? new URL(settings.apiUrl).host : null
  const mayHaveToken = (url: URL): boolean =>
    (url.protocol === 'https:' && SLACK_HOST.test(url.hostname)) || url.host === own
  const infoOf = async (id: string) => {
    try {
      return (await calling('files.info', () => client.files.info({ file: id }))).file ?? null
    } catch (error) {
      if (refusedWith(error, 'file_not_found', 'file_deleted', 'missing_scope', 'access_denied')) return null
      throw error
    }
  }
  const download = async (url: URL): Promise<Response> => {
    try {
      return await fetch(url, {
        headers: { authorization: `Bearer ${settings.botToken}` },
        // A sign-in page instead of the file, or a way to another host: neither gets the token.
        redirect: 'error',
        signal: AbortSignal.timeout(DOWNLOAD_LIMIT),
      })
    } catch (cause) {
      throw new CoachError('slack-unavailable', 'A file could not be fetched from Slack', { cause })
    }
  }
  return {
    fetch: async (id) => {
      const file = await infoOf(id)
      const link = file?.url_private_download ?? file?.url_private
      if (!file || !link || !URL.canParse(link)) return { ok: false, why: 'gone' }
      if ((file.size ?? 0) > settings.mostBytes) return { ok: false, why: 'too-large' }
      const url = new URL(link)
      if (!mayHaveToken(url)) return { ok: false, why: 'other-kind' }
      const response = await download(url)
      if (response.status >= 500 || response.status === 429)
        throw new CoachError('slack-unavailable', `Slack answered a download with ${response.status}`)
      if (!response.ok) return { ok: false, why: 'gone' }
      const bytes = await bytesOf(response, settings.mostBytes)
      return bytes ? { ok: true, bytes } : { ok: false, why: 'too-large' }
    },
  }
}
