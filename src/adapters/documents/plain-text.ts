import { decode } from '../ladder-import/decode.ts'

/** Control characters other than tab, line ends, form feed and escape; no text has many of them. */
const CONTROLS = /[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F-\u009F]/g

/**
 * The text of bytes that are text: UTF-8 or UTF-16, Windows-1252 where they are neither. Without byte order mark,
 * line ends as \n. null: they are not text, having a zero or more than one control character in a hundred.
 */
export function plainTextOf(bytes: Buffer): string | null {
  const text = decode(bytes)
  if (text.includes('\0')) return null
  return (text.match(CONTROLS)?.length ?? 0) > text.length / 100 ? null : text
}
