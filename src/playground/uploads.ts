import type { Json, Person, Workspace } from './workspace.ts'

/** The size limit of one file here, in bytes. */
export const FILE_LIMIT = 12 * 1024 * 1024

/** Slack's names for a kind of file, by extension: `filetype`, `mimetype`, `pretty_type`. */
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

/** Adds Slack's file type to a file, because the store knows few types. */
export function asSlackFile(file: Json): Json {
  const [filetype, mimetype, pretty_type] = kindOf(file.name ?? '')
  return { ...file, filetype, mimetype, pretty_type }
}

export type Uploads = ReturnType<typeof makeUploads>

/** Files that are uploaded to the workspace and downloaded from it. */
export function makeUploads(workspace: Workspace) {
  return {
    /** Uploads a file. Nobody sees it until it is shared. Null if it is empty, too large or refused. */
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
    /** Shares staged files as one message. Returns its ts, or null if it was refused. */
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
    /** Reads the bytes of a file. Only the bot may do this. */
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
    /**
     * A file as the page opens it, or null if there is none. A PDF is shown, and everything else is saved, because a
     * page in it could do what this page can.
     */
    open: async (id: string): Promise<{ type: string; disposition: string; body: Buffer } | null> => {
      const { ok, file } = await workspace.call('files.info', { file: id })
      if (!ok) return null
      const { pathname } = new URL(file.url_private)
      const headers = { authorization: `Bearer ${workspace.bot.token}` }
      const response = await workspace.bytes(pathname, { headers })
      if (!response.ok) return null
      const [filetype, type] = kindOf(file.name)
      const shown = filetype === 'pdf' ? 'inline' : 'attachment'
      return {
        type,
        disposition: `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        body: Buffer.from(await response.arrayBuffer()),
      }
    },
    /** Stores bytes that the bot uploads. Returns the HTTP status. */
    write: async (path: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> =>
      (await workspace.bytes(path, { method: 'POST', body: bytes, headers: { 'content-type': type } }))
        .status,
  }
}
