import { decode } from '../ladder-import/decode.ts'

/** Control characters other than tab, line ends, form feed and escape. Text has few of them. */
const CONTROLS = /[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F-\u009F]/g

/**
 * Decodes bytes as text: UTF-8, UTF-16 or else Windows-1252, without a byte order mark and with \n as line end. Null if
 * they are not text: a zero, or more than one control character in a hundred.
 */
export function plainTextOf(bytes: Buffer): string | null {
  const text = decode(bytes)
  if (text.includes('\0')) return null
  return (text.match(CONTROLS)?.length ?? 0) > text.length / 100 ? null : text
}
