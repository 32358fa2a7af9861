import type { LadderProblem } from './ladder-front-matter.ts'

const SAVE = 'save the file as UTF-8, which editors offer under "Save as" or "Encoding"'

const utf8 = (bytes: Buffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The line of the first byte that is not UTF-8, from 1. A line ends with the same byte in the older encodings. */
const firstWrong = (bytes: Buffer): number => {
  let [line, from] = [1, 0]
  for (;;) {
    const end = bytes.indexOf(10, from)
    if (end === -1 || utf8(bytes.subarray(from, end)) === null) return line
    ;[line, from] = [line + 1, end + 1]
  }
}

/**
 * The text of a file that people edit, without a byte order mark and with plain line ends. What is not UTF-8 is a
 * problem, because people would see \uFFFD in place of its accents. The text is then what could be read of it.
 */
export function textOfFile(bytes: Buffer): { readonly text: string; readonly problem: LadderProblem | null } {
  const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const isUtf16 = ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex')) || bytes.includes(0)
  if (isUtf16)
    return {
      text: '',
      problem: { line: 1, wrong: 'this file is not UTF-8, but UTF-16 or no text at all', right: SAVE },
    }
  const text = utf8(bytes)
  if (text !== null) return { text: plain(text), problem: null }
  return {
    text: plain(bytes.toString('utf8')),
    problem: {
      line: firstWrong(bytes),
      wrong: 'this line is not UTF-8, so its accents would be lost',
      right: SAVE,
    },
  }
}
