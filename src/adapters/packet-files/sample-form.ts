import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { wordStyles } from './word-styles.ts'

/** The lines of the sample: `##` makes a heading. */
const LINES = [
  '# Promotion proposal',
  'Candidate: {author}',
  'From {current} to {target}, on the ladder {ladder}',
  'Date: {date}',
  '## In brief',
  '{#brief}',
  '{point}',
  '{/brief}',
  '## Competencies',
  '{#competencies}',
  '### {name}',
  'What the level asks:',
  '{asks}',
  'What I did:',
  '{claim}',
  '{#quotes}',
  '[{number}] “{quote}” ({who}, {date}) {links}',
  '{/quotes}',
  '{#open}',
  'Open: {gap}',
  '{/open}',
  '{/competencies}',
  '## Coverage by quarter',
  '{#coverage}',
  '{name}: {quarters}',
  '{/coverage}',
  '## Receipts',
  '{#receipts}',
  '[{number}] “{quote}” ({who}, {date}) {links}',
  '{/receipts}',
  'People decide promotions.',
] as const

const HEADINGS = {
  '#': HeadingLevel.TITLE,
  '##': HeadingLevel.HEADING_1,
  '###': HeadingLevel.HEADING_2,
} as const

/** A form with every placeholder, to change in Word. */
export async function sampleForm(): Promise<Uint8Array> {
  const children = LINES.map((line) => {
    const [, mark, text] = /^(#{1,3}) (.*)$/.exec(line) ?? []
    return mark === undefined
      ? new Paragraph(line)
      : new Paragraph({ heading: HEADINGS[mark as keyof typeof HEADINGS], text: text! })
  })
  const document = new Document({
    title: 'Promotion proposal',
    creator: 'Ladder Coach',
    styles: wordStyles('en'),
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
