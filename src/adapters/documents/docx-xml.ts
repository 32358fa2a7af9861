import { withNumbers } from './docx-lists.ts'

/** What mammoth takes for nothing, and what it does take. Both say the same in Word. */
const SAME: readonly (readonly [string, string])[] = [['<w:dstrike', '<w:strike']]

const CHOICE = '<mc:AlternateContent'
const END = '</mc:AlternateContent>'
const BOX = '<w:txbxContent'
const BOX_END = '</w:txbxContent>'

/** The text boxes of a drawing, as the older form that mammoth reads. */
const boxesIn = (drawing: string): string =>
  drawing
    .split(BOX)
    .slice(1)
    .flatMap((box) => {
      const end = box.indexOf(BOX_END)
      return end === -1
        ? []
        : [`<w:pict><v:textbox>${BOX}${box.slice(0, end)}${BOX_END}</v:textbox></w:pict>`]
    })
    .join('')

/** Gives text boxes without an older form that form. Word writes both, other programs do not. */
const withOlderBoxes = (xml: string): string => {
  const [first = '', ...rest] = xml.split(CHOICE)
  return rest.reduce((read, one) => {
    const end = one.indexOf(END)
    const inside = one.slice(0, Math.max(0, end))
    if (end === -1 || inside.includes('<mc:Fallback') || !inside.includes(BOX)) return read + CHOICE + one
    return read + boxesIn(inside) + one.slice(end + END.length)
  }, first)
}

/** A part of a Word document, so that mammoth reads all that it says. The main part comes with its lists. */
export function readable(bytes: Buffer, numbering?: string): Buffer {
  const xml = bytes.toString('utf8')
  const same = SAME.reduce((read, [from, to]) => read.replaceAll(from, to), xml)
  const boxed = same.includes(CHOICE) && same.includes('xmlns:v=') ? withOlderBoxes(same) : same
  const read = numbering === undefined ? boxed : withNumbers(boxed, numbering)
  return read === xml ? bytes : Buffer.from(read)
}
