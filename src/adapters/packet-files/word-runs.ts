import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'
import type { Run } from '../../domain/packet/document.ts'
import { legible, openable } from '../../domain/packet/legible.ts'
import { COLOUR } from './look.ts'

/** Stretches of right-to-left text, including the spaces and signs between the words. Word needs a mark on each. */
const RIGHT = ['Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko']
  .map((script) => `\\p{Script=${script}}`)
  .join('')
const FROM_RIGHT = new RegExp(`[${RIGHT}](?:[^\\p{L}\\p{N}\\n]{0,20}[${RIGHT}\\p{M}])*`, 'gu')

const FIRST_LETTER = /\p{L}/u

/** True if the first letter of a text is read from right to left, and so the whole paragraph is. */
export function isFromRight(text: string): boolean {
  const first = FIRST_LETTER.exec(text)
  return first !== null && text.slice(first.index).search(FROM_RIGHT) === 0
}

/** A text as Word writes it: breaks and tabs are elements, and the rest is text and never a field or markup. */
const textRuns = (text: string, look: IRunOptions): TextRun[] =>
  text.split('\n').flatMap((line, nth) => {
    const children = line
      .split('\t')
      .flatMap((words, column) => [...(column > 0 ? [new Tab()] : []), ...(words === '' ? [] : [words])])
    return children.length === 0 && nth === 0
      ? []
      : [new TextRun({ ...look, children, ...(nth > 0 ? { break: 1 } : {}) })]
  })

const wordsRuns = (text: string, look: IRunOptions): TextRun[] => {
  const runs: TextRun[] = []
  let at = 0
  for (const found of text.matchAll(FROM_RIGHT)) {
    runs.push(
      ...textRuns(text.slice(at, found.index), look),
      ...textRuns(found[0], { ...look, rightToLeft: true }),
    )
    at = found.index + found[0].length
  }
  return [...runs, ...textRuns(text.slice(at), look)]
}

/** The bookmark of a receipt. Word takes letters, digits and underscores. */
export function bookmarkOf(receipt: number): string {
  return `receipt_${receipt}`
}

/** Text as children of a paragraph. */
export function wordText(text: string, look: IRunOptions = {}): TextRun[] {
  return wordsRuns(legible(text), look)
}

/** Runs as children of a paragraph. Links are live, and numbers lead to their receipts. */
export function wordRuns(runs: readonly Run[], look: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap(({ text, bold, italic, link, receipt }): ParagraphChild[] => {
    const own: IRunOptions = { ...look, ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) }
    const url = link === undefined ? null : openable(link)
    if (url !== null)
      return [new ExternalHyperlink({ link: url, children: wordText(text, { ...own, style: 'Hyperlink' }) })]
    if (receipt === undefined) return wordText(text, own)
    const children = wordText(text, { ...own, color: COLOUR.accent })
    return [new InternalHyperlink({ anchor: bookmarkOf(receipt), children })]
  })
}
