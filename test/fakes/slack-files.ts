import type { IncomingMessage, ServerResponse } from 'node:http'

/** What this Slack sends in place of a file's bytes. */
type Sends =
  /** Sends on: to the same bytes without a token on this host, or to any address. */
  | { readonly kind: 'redirect'; readonly to: 'cdn' | 'cdn twice' | 'sign-in' | (string & {}) }
  /** A page to sign in on, with status 200. */
  | { readonly kind: 'sign-in'; readonly type?: string }
  /** Other bytes than it has, as they are. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type?: string }
  /** A beginning, and then nothing more. */
  | { readonly kind: 'stall' }
  /** The connection breaks on the way, so many times. */
  | { readonly kind: 'drop'; times: number }
  | { readonly kind: 'status'; readonly status: number }

export type LocalFile = {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
  /** What files.info says beside or in place of the usual; undefined leaves a field out. */
  readonly info?: Readonly<Record<string, unknown>>
  readonly sends?: Sends
}

/** What Slack calls a kind of file: filetype and mimetype, by the end of its name. */
const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  txt: ['text', 'text/plain'],
  md: ['markdown', 'text/markdown'],
  html: ['html', 'text/html'],
  pdf: ['pdf', 'application/pdf'],
  png: ['png', 'image/png'],
  zip: ['zip', 'application/zip'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
}

/** Slack's page to sign in on, as a browser without a session gets it. */
export const SIGN_IN =
  '<!DOCTYPE html><html><head><title>Slack</title></head><body>I led the sign-in page to sign you in.</body></html>'

/** A file as a message has it, and files.info. */
export function fileInfo({ id, name, bytes, info }: LocalFile, url: string): object {
  const [filetype, mimetype] = KINDS[name.split('.').at(-1) ?? ''] ?? ['binary', 'application/octet-stream']
  return {
    id,
    name,
    title: name,
    filetype,
    mimetype,
    size: bytes.length,
    mode: 'hosted',
    is_external: false,
    file_access: 'visible',
    url_private: `${url}/files/${id}/${encodeURIComponent(name)}`,
    url_private_download: `${url}/files/${id}/download/${encodeURIComponent(name)}`,
    ...info,
  }
}

type Share = (
  channel: string,
  thread: string | undefined,
  text: string,
  files: readonly LocalFile[],
) => boolean

/** The one file of a form. */
const fileIn = async (type: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const [file] = [...form.values()]
  return typeof file === 'string' ? Buffer.from(file) : new Uint8Array(await file!.arrayBuffer())
}

/** Uploads in Slack's three steps: an address for the bytes, the bytes, and where the file is shared. */
export function makeUploads(slack: {
  readonly scopes: readonly string[]
  readonly files: Map<string, LocalFile>
  readonly share: Share
}) {
  const begun = new Map<string, { name: string; length: number; bytes: Uint8Array | null }>()
  const needs = (): object | null =>
    slack.scopes.includes('files:write')
      ? null
      : { ok: false, error: 'missing_scope', needed: 'files:write', provided: slack.scopes.join(',') }
  return {
    /** files.getUploadURLExternal. */
    begin: ({ filename, length }: { filename?: string; length?: string | number }, url: string): object => {
      const size = Number(length)
      const refused = needs()
      if (refused) return refused
      if (!filename || !Number.isInteger(size) || size <= 0) return { ok: false, error: 'invalid_arguments' }
      const id = `FUP${begun.size + 1}`
      begun.set(id, { name: filename, length: size, bytes: null })
      return { upload_url: `${url}/upload/v1/${id}`, file_id: id }
    },
    /** The bytes, sent once, as they are or as a form. Returns the HTTP status. */
    take: async (path: string, type: string, sent: Uint8Array<ArrayBuffer>): Promise<number> => {
      const one = begun.get(path.split('/').at(-1) ?? '')
      if (!one || one.bytes !== null) return 404
      const bytes = type.startsWith('multipart/') ? await fileIn(type, sent) : sent
      if (one.length !== bytes.length) return 400
      one.bytes = bytes
      return 200
    },
    /** files.completeUploadExternal. A person's id is no channel here. */
    complete: (body: {
      files?: readonly { id: string; title?: string }[]
      channel_id?: string
      thread_ts?: string
      initial_comment?: string
    }): object => {
      const refused = needs()
      if (refused) return refused
      const shared: LocalFile[] = []
      for (const { id, title } of body.files ?? []) {
        const one = begun.get(id)
        if (!one?.bytes) return { ok: false, error: 'file_not_found' }
        shared.push({ id, name: one.name, bytes: one.bytes, ...(title ? { info: { title } } : {}) })
      }
      if (shared.length === 0) return { ok: false, error: 'invalid_arguments' }
      if (
        body.channel_id &&
        !slack.share(body.channel_id, body.thread_ts, body.initial_comment ?? '', shared)
      )
        return { ok: false, error: 'channel_not_found' }
      for (const file of shared) {
        slack.files.set(file.id, file)
        begun.delete(file.id)
      }
      return { files: shared.map(({ id, name }) => ({ id, title: name })) }
    },
  }
}

/** Answers a request for a file's bytes: below /files with the bot's token, below /cdn without. */
export function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  file: LocalFile | undefined,
  token: string,
): unknown {
  const [, place, id = ''] = (req.url ?? '').split('/')
  const say = (status: number, type: string, body: string | Uint8Array): void => {
    res.writeHead(status, { 'content-type': type })
    res.end(body)
  }
  const signIn = (type = 'text/html; charset=utf-8'): void => say(200, type, SIGN_IN)
  if (place === 'sign-in') return signIn()
  if (!file) return say(404, 'text/html', 'not here')
  const { sends } = file
  if (place === 'cdn') {
    if (sends?.kind !== 'redirect' || sends.to !== 'cdn twice')
      return say(200, 'application/octet-stream', file.bytes)
    res.writeHead(302, { location: `/cdn/${id}` })
    return void res.end()
  }
  // A token that may not have the file gets the page for people.
  if (req.headers.authorization !== `Bearer ${token}`) return signIn()
  switch (sends?.kind) {
    case undefined:
      return say(200, 'application/octet-stream', file.bytes)
    case 'redirect':
      res.writeHead(302, {
        location: sends.to.startsWith('cdn')
          ? `/cdn/${id}`
          : sends.to === 'sign-in'
            ? `/sign-in/${id}`
            : sends.to,
      })
      return void res.end()
    case 'sign-in':
      return signIn(sends.type)
    case 'bytes':
      return say(200, sends.type ?? 'application/octet-stream', sends.bytes)
    case 'stall':
      res.writeHead(200, { 'content-type': 'application/octet-stream' })
      return void res.write(file.bytes.subarray(0, 5))
    case 'drop':
      if (sends.times-- <= 0) return say(200, 'application/octet-stream', file.bytes)
      res.writeHead(200, { 'content-length': String(file.bytes.length) })
      res.write(file.bytes.subarray(0, 5))
      return void setImmediate(() => req.socket.destroy())
    case 'status':
      return say(sends.status, 'text/plain', 'no')
  }
}
