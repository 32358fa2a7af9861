import type { ListItem, Nodes } from 'mdast'
import {
  asExample,
  isExample,
  isExampleHead,
  isLabelled,
  leadsToExamples,
  markExamples,
} from '../../domain/ladder/examples.ts'
import type { Expectation } from '../../domain/ladder/ladder.ts'
import { sentencesIn } from '../../domain/text/sentences.ts'

/** The text that a reader sees: emphasis, links and code without their marks, and wrapped lines joined. */
const plainText = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plainText).join(node.type === 'listItem' ? ' ' : '') : ''
}
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** The text that a reader sees, on one line. */
export function tidy(node: Nodes): string {
  return onOneLine(plainText(node))
}

/** One list item as bullets: its own text, and each example in it. */
export type BulletItem = {
  readonly bullets: readonly string[]
  /** How many numbers the item takes up in its row: one per sentence of its whole text. */
  readonly numbers: number
}

/** All texts of an item, including nested lists. */
const allOf = (item: ListItem): string =>
  onOneLine(
    item.children
      .map((child) => (child.type === 'list' ? child.children.map(allOf).join(' ') : tidy(child)))
      .join(' '),
  )

/** Splits a paragraph where a line begins with "Example:". */
const linesOf = (node: Nodes): string[] => {
  const lines: string[] = []
  for (const line of plainText(node).split('\n')) {
    const begins = /^\s*\p{Lu}/u.test(line) && isLabelled(line.trim())
    if (lines.length === 0 || begins) lines.push(line)
    else lines[lines.length - 1] += ` ${line}`
  }
  return lines.map(onOneLine).filter(Boolean)
}

type BulletParts = { readonly plain: readonly string[]; readonly examples: readonly string[] }

/**
 * What an item says itself, and its examples: paragraphs and bullets that begin like one or follow a heading for them.
 */
const partsOf = (item: ListItem): BulletParts => {
  const plain: string[] = []
  const examples: string[] = []
  let below = false
  for (const child of item.children) {
    if (child.type === 'list') {
      for (const inner of child.children) {
        const parts = partsOf(inner)
        if (below) examples.push(asExample(allOf(inner)))
        else {
          plain.push(...parts.plain)
          examples.push(...parts.examples)
        }
      }
    } else
      for (const text of linesOf(child)) {
        if (!isExampleHead(text)) (isExample(text) ? examples : plain).push(text)
        below = isExample(text) || leadsToExamples(text)
      }
  }
  return { plain, examples }
}

/** Reads one list item. With `below` it follows a heading such as "Examples", so it is one. */
export function itemOf(item: ListItem, below: boolean): BulletItem {
  const whole = tidy(item)
  const numbers = sentencesIn(whole).length
  if (isExampleHead(whole)) return { bullets: [], numbers }
  if (below) return { bullets: [asExample(allOf(item))], numbers }
  const { plain, examples } = partsOf(item)
  if (examples.length === 0) return { bullets: [whole], numbers }
  return { bullets: [plain.join(' '), ...examples].filter(Boolean), numbers }
}

/** A paragraph that is an example, as an item. */
export function exampleItem(text: string): BulletItem {
  const bullet = asExample(text)
  return { bullets: [bullet], numbers: sentencesIn(bullet).length }
}

/**
 * The sentences of a row. `row` is the start of their ids: `sre/L3/mastery`. An earlier version of the reader took some
 * examples for the end of another sentence. They share its number and add one of their own ("2.2"), so that later
 * sentences keep the ids that stored reviews use.
 */
export function expectationsOf(row: string, items: readonly BulletItem[]): Expectation[] {
  let [before, bullet] = [0, 0]
  return items.flatMap(({ bullets, numbers }) => {
    let nth = 0
    const expectations = bullets.flatMap((whole) => {
      bullet += 1
      return markExamples(sentencesIn(whole)).map(({ text, example }): Expectation => {
        nth += 1
        const further = nth > numbers ? `.${nth - numbers + 1}` : ''
        const id = `${row}/${before + Math.min(nth, numbers)}${further}`
        return { id, text, bullet, ...(example ? { example } : {}) }
      })
    })
    before += numbers
    return expectations
  })
}
