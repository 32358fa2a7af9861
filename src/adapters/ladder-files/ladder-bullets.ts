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

/** The text that a reader sees: emphasis, links and code without their marks, wrapped lines joined. */
const plainText = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plainText).join(node.type === 'listItem' ? ' ' : '') : ''
}
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** The same on one line. */
export function tidy(node: Nodes): string {
  return onOneLine(plainText(node))
}

/** One item of a list as its bullets: its own text, and each example in it. */
export type BulletItem = {
  readonly bullets: readonly string[]
  /** How many numbers its sentences take in their row, with its examples or without them. */
  readonly numbers: number
}

/** All texts of an item, those of the lists in it included. */
const allOf = (item: ListItem): string =>
  onOneLine(
    item.children
      .map((child) => (child.type === 'list' ? child.children.map(allOf).join(' ') : tidy(child)))
      .join(' '),
  )

/** A paragraph, cut where a line of it begins with "Example:". */
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

/** What an item says itself, and its examples: paragraphs and bullets in it that begin as one or stand under a head. */
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

/** One item of a list; `below`: it is under a head such as "Examples", and is one. */
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
 * The sentences of a row, `row` being the beginning of their ids: `sre/L3/mastery`. An example that the reader of
 * before took for the end of another sentence has that one's number and one of its own behind it ("2.2"), so that
 * what follows keeps the id by which stored reviews know it.
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
