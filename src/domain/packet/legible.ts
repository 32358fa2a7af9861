/** Line ends of all systems, and what other programs mean by "new line" or "new page". */
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g

/** Control characters that no file may contain as they are. Tabs and line breaks are allowed. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g

/** Half characters, code points without a character, and control characters without a picture. */
const NO_CHARACTER = /[\u0080-\u0084\u0086-\u009f\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** The pictures of control characters (Unicode block "Control Pictures"): ␀ is 0, ␡ is 127. */
const pictured = (control: string): string => {
  const code = control.charCodeAt(0)
  return String.fromCharCode(code === 127 ? 0x2421 : 0x2400 + code)
}

/**
 * Text that every kind of file can contain: line ends are "\n", a control character is its picture, and what is no
 * character is �. Nothing is left out, and other text stays as it is.
 */
export function legible(text: string): string {
  return text.replace(LINE_END, '\n').replace(CONTROL, pictured).replace(NO_CHARACTER, '\ufffd')
}

/** The address if it can be opened from a file, or null. Only http and https can. */
export function openable(link: string): string | null {
  const url = URL.parse(link)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
