import type { webApi } from '@slack/bolt'
import type { FetchedFile, Files } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'
import type { Unreadable } from '../../domain/evidence/evidence.ts'
import { calling } from './call.ts'
import { type Download, download } from './download.ts'
import { notFetchable, type SlackFile, wrongBytes } from './file-facts.ts'

/** Slack's hosts for files. The bot's token goes nowhere else. */
const SLACK_HOST = /(?:^|\.)slack(?:-edge|-files)?\.com$/

const WHY = { moved: 'moved', refused: 'gone', failed: 'not-fetched' } as const satisfies Record<
  Exclude<Download['kind'], 'came'>,
  Unreadable
>

type Settings = {
  readonly botToken: string
  /** Another Slack for tests and proxies, as configured. Files may come from there too. */
  readonly apiUrl: string | undefined
  /** The largest file that is fetched, in bytes. */
  readonly mostBytes: number
}

/**
 * Slack's files. Throws if Slack does not say what it has. Any other problem with a file is returned, so that the rest
 * of the message need not wait.
 */
export function makeFiles(client: webApi.WebClient, settings: Settings): Files {
  const own = settings.apiUrl ? new URL(settings.apiUrl).origin : null
  const isSlack = (url: URL): boolean =>
    url.username === '' &&
    url.password === '' &&
    (url.origin === own || (url.protocol === 'https:' && url.port === '' && SLACK_HOST.test(url.hostname)))

  /** Null if there is no such file for us. */
  const infoOf = async (id: string): Promise<SlackFile | null> => {
    try {
      // Only one try, because Slack may ask for half a minute, and the message's other files would wait.
      return (await calling('files.info', () => client.files.info({ file: id }), 1)).file ?? null
    } catch (error) {
      // The error is about the file. If it were about the token, Slack would count as away.
      if (error instanceof CoachError && error.code === 'slack-refused') return null
      throw error
    }
  }

  const bytesOf = async (
    file: SlackFile,
    url: URL,
    signal: AbortSignal,
  ): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; why: Unreadable }> => {
    const got = await download(
      {
        url,
        token: settings.botToken,
        mayFollow: isSlack,
        most: file.size ?? settings.mostBytes,
        signal,
      },
      (came) => wrongBytes(file, came) === 'cut',
    )
    if (got.kind !== 'came') return { ok: false, why: WHY[got.kind] }
    const wrong = wrongBytes(file, got)
    if (wrong) return { ok: false, why: wrong }
    return got.more ? { ok: false, why: 'too-large' } : { ok: true, bytes: got.bytes }
  }

  return {
    fetch: async (id, signal): Promise<FetchedFile> => {
      const file = await infoOf(id)
      const name = file?.name || file?.title || null
      if (file === null) return { ok: false, name, why: 'gone' }
      const why = notFetchable(file, settings.mostBytes)
      if (why) return { ok: false, name, why }
      const url = URL.parse(file.url_private_download ?? file.url_private ?? '')
      if (url === null) return { ok: false, name, why: 'gone' }
      if (!isSlack(url)) return { ok: false, name, why: 'elsewhere' }
      return { name, ...(await bytesOf(file, url, signal)) }
    },
  }
}
