import type { webApi } from '@slack/bolt'
import type { Unreadable } from '../../domain/evidence/evidence.ts'

/** What files.info says about a file. */
export type SlackFile = NonNullable<webApi.FilesInfoResponse['file']>

/** Values of `file_access` with which nothing can be fetched (docs.slack.dev, "Files in Slack Connect"). */
const NO_ACCESS = new Set(['access_denied', 'file_not_found', 'not_visible'])

/** Values of `mode` for things that people write inside Slack. They have a page, but no file. */
const NO_FILE = new Set(['post', 'space', 'docs', 'quip', 'canvas', 'list'])

const isRecording = ({ subtype = '', mimetype = '', mode }: SlackFile): boolean =>
  /^slack_(?:audio|video)$/.test(subtype) || (mode !== 'snippet' && /^(?:audio|video)\//.test(mimetype))

/**
 * Why a file cannot be fetched, by Slack's description (docs.slack.dev, "File object"), or null if it can. `most` is
 * the largest size, in bytes.
 */
export function notFetchable(file: SlackFile, most: number): Unreadable | null {
  const { mode = '', file_access = '', mimetype = '' } = file
  if (mode === 'hidden_by_limit') return 'hidden'
  if (mode === 'tombstone' || NO_ACCESS.has(file_access)) return 'gone'
  if (mode === 'external' || file.is_external) return 'elsewhere'
  if (NO_FILE.has(mode) || mimetype.startsWith('application/vnd.slack-')) return 'canvas'
  if (isRecording(file)) return 'recording'
  return (file.size ?? 0) > most ? 'too-large' : null
}

/** True if bytes are the beginning of a web page. */
const isPage = (bytes: Uint8Array): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*(?:<!--[\s\S]{0,800}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(
    Buffer.from(bytes.subarray(0, 1024)).toString('latin1'),
  )

/** True if the file itself is a web page, by Slack's description or by its name. */
const shouldBePage = ({ mimetype = '', filetype = '', name }: SlackFile): boolean =>
  /^(?:text\/html|application\/xhtml)/.test(mimetype) ||
  /^x?html?$/.test(filetype) ||
  /\.x?html?$/i.test(name ?? '')

/**
 * What is wrong with downloaded bytes, or null if they are the file. If the token may not have the file, Slack sends
 * its sign-in page with status 200. A web page that somebody sent is different: it has the size that Slack gave. `type`
 * is the content-type of the answer, and `more` is true if there are further bytes.
 */
export function wrongBytes(
  file: SlackFile,
  { bytes, type, more }: { readonly bytes: Uint8Array; readonly type: string; readonly more: boolean },
): 'sign-in' | 'cut' | null {
  const page = isPage(bytes)
  const sized = typeof file.size === 'number'
  if (sized && (more || bytes.length !== file.size)) return page ? 'sign-in' : 'cut'
  return page && !shouldBePage(file) && (!sized || type.startsWith('text/html')) ? 'sign-in' : null
}
