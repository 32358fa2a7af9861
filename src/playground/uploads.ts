import type { Json, Person, Workspace } from './workspace.ts'

/** The most that one file may hold here, in bytes. */
export const FILE_LIMIT = 12 * 1024 * 1024

/** What Slack calls a kind of file, by the end of its name: `filetype`, `mimetype`, `pretty_type`. */
const KINDS: Readonly<Record<string, readonly [string, string, string]>> = {
  csv: ['csv', 'text/csv', 'CSV'],
  doc: ['doc', 'application/msword', 'Word Document'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word Document'],
  eml: ['email', 'message/rfc822', 'Email'],
  gif: ['gif', 'image/gif', 'GIF'],
  htm: ['html', 'text/html', 'HTML'],
  html: ['html', 'text/html', 'HTML'],
  jpeg: ['jpg', 'image/jpeg', 'JPEG'],
  jpg: ['jpg', 'image/jpeg', 'JPEG'],
  json: ['json', 'application/json', 'JSON'],
  log: ['text', 'text/plain', 'Plain Text'],
  md: ['markdown', 'text/markdown', 'Markdown (raw)'],
  odt: ['odt', 'application/vnd.oasis.opendocument.text', 'OpenDocument Text'],
  pdf: ['pdf', 'application/pdf', 'PDF'],
  png: ['png', 'image/png', 'PNG'],
  pptx: [
    'pptx',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'PowerPoint Presentation',
  ],
  rtf: ['rtf', 'text/rtf', 'Rich Text File'],
  tsv: ['tsv', 'text/tab-separated-values', 'TSV'],
  txt: ['text', 'text/plain', 'Plain Text'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel Spreadsheet'],
  yaml: ['yaml', 'text/plain', 'YAML'],
  yml: ['yaml', 'text/plain', 'YAML'],
  zip: ['zip', 'application/zip', 'Zip'],
}

const kindOf = (name: string): readonly [string, string, string] =>
  KINDS[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? [
    'binary',
    'application/octet-stream',
    'Binary',
  ]

/** The store knows few kinds of files; Slack knows these. */
export function asSlackFile(file: Json): Json {
  const [filetype, mimetype, pretty_type] = kindOf(file.name ?? '')
  return { ...file, filetype, mimetype, pretty_type }
}

export type Uploads = ReturnType<typeof makeUploads>

/** Files on their way into the workspace, and out of it. */
export function makeUploads(workspace: Workspace) {
  return {
    /** Takes a file in; it is seen by nobody until it is shared. Null when it is too large or empty. */
    stage: async (person: Person, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> => {
      if (bytes.length === 0 || bytes.length > FILE_LIMIT) return null
      const place = await workspace.call(
        'files.getUploadURLExternal',
        { filename: name, length: bytes.length },
        person.token,
      )
      if (!place.ok) return null
      await workspace.bytes(new URL(place.upload_url).pathname, { method: 'POST', body: bytes })
      return place.file_id
    },
    /** Shares staged files as one message, and says its ts. */
    share: async (
      person: Person,
      channel: string,
      thread: string | null,
      text: string,
      files: readonly string[],
    ): Promise<string | null> => {
      const shared = await workspace.call(
        'files.completeUploadExternal',
        {
          files: files.map((id) => ({ id })),
          channel_id: channel,
          initial_comment: text,
          ...(thread ? { thread_ts: thread } : {}),
        },
        person.token,
      )
      const shares = { ...shared.files?.[0]?.shares?.private, ...shared.files?.[0]?.shares?.public }
      return shares[channel]?.at(-1)?.ts ?? null
    },
    /** The bytes of a file, for the bot alone. */
    read: async (
      path: string,
      authorization: string,
    ): Promise<{ status: number; type: string; body: Buffer }> => {
      if (authorization !== `Bearer ${workspace.bot.token}`)
        return { status: 401, type: 'text/plain', body: Buffer.from('not_authed') }
      const { pathname, search } = new URL(path, 'http://files')
      const response = await workspace.bytes(`${pathname}${search}`, { headers: { authorization } })
      const [, type] = kindOf(decodeURIComponent(pathname))
      return {
        status: response.status,
        type: response.ok ? type : 'text/plain',
        body: Buffer.from(await response.arrayBuffer()),
      }
    },
    /** Takes bytes that the bot uploads. */
    write: async (path: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> =>
      (await workspace.bytes(path, { method: 'POST', body: bytes, headers: { 'content-type': type } }))
        .status,
  }
}
