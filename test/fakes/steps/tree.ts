import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { type CharSet, charSet, oneChar } from './char-set.ts'

/** The flags of a part of a pattern. A group such as `(?-i:…)` changes them for its content. */
export type Mode = {
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
  /** `u`, `v` or neither. */
  readonly unicode: string
}

/** The flags that change which characters a leaf matches. */
export function leafFlags({ ignoreCase, dotAll, unicode }: Mode): string {
  return `${ignoreCase ? 'i' : ''}${dotAll ? 's' : ''}${unicode}`
}

/** Parses a pattern into its tree and its flags. */
export function parse(pattern: RegExp): { readonly tree: AST.Pattern; readonly mode: Mode } {
  const { source, unicode, unicodeSets, ignoreCase, multiline, dotAll } = pattern
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets })
  return { tree, mode: { ignoreCase, multiline, dotAll, unicode: unicodeSets ? 'v' : unicode ? 'u' : '' } }
}

/** The error for syntax that the step counter does not support. */
export function unknown(node: AST.Node): Error {
  return new Error(`The step counter does not know ${node.type} ${node.raw}`)
}

/** The flags inside a group. */
export function modeIn({ modifiers }: AST.Group, mode: Mode): Mode {
  const { add, remove } = modifiers ?? {}
  const of = (flag: 'ignoreCase' | 'multiline' | 'dotAll'): boolean =>
    (mode[flag] || Boolean(add?.[flag])) && !remove?.[flag]
  return { ...mode, ignoreCase: of('ignoreCase'), multiline: of('multiline'), dotAll: of('dotAll') }
}

/** The character set of a node that matches exactly one character, or null for any other node. */
export function leafOf(node: AST.Element, mode: Mode): CharSet | null {
  switch (node.type) {
    case 'Character':
      return oneChar(node.value, leafFlags(mode))
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      // A class with strings, such as [\q{ab}], may take several characters.
      if (/\\q|\\p\{RGI/.test(node.raw)) throw unknown(node)
      return charSet(node.raw, leafFlags(mode))
    default:
      return null
  }
}

/** True if a node can match the empty text. */
export function canBeEmpty(node: AST.Element): boolean {
  switch (node.type) {
    case 'Assertion':
    case 'Backreference':
      return true
    case 'Quantifier':
      return node.min === 0 || canBeEmpty(node.element)
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.some(({ elements }) => elements.every(canBeEmpty))
    default:
      return false
  }
}

/** The largest number of characters that a node can read. */
const mostRead = (node: AST.Element | AST.Alternative): number => {
  switch (node.type) {
    case 'Alternative':
      return node.elements.reduce((sum, one) => sum + mostRead(one), 0)
    case 'Quantifier':
      return node.max === 0 ? 0 : node.max * mostRead(node.element)
    case 'Backreference':
      return Number.POSITIVE_INFINITY
    case 'Assertion':
      if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') return 0
      return Math.max(...node.alternatives.map(mostRead))
    case 'Group':
    case 'CapturingGroup':
      return Math.max(...node.alternatives.map(mostRead))
    default:
      return 1
  }
}

/** Look-arounds that read so few characters are skipped if the next character fails, because their cost is bounded. */
const SHORT = 64

/** Whether nodes begin with a character of the sets, can be empty, or begin with something of unbounded cost. */
type First = 'taken' | 'empty' | 'unbounded'

/** Collects the sets for the first character of some nodes, or for the last one when reading backwards. */
const firstOf = (elements: readonly AST.Element[], mode: Mode, back: boolean, found: CharSet[]): First => {
  for (const node of back ? elements.toReversed() : elements) {
    const one = node.type === 'Quantifier' ? node.element : node
    if (one.type === 'Backreference' || (one.type === 'Assertion' && mostRead(one) > SHORT))
      return 'unbounded'
    if (one.type === 'Assertion') continue
    const set = leafOf(one, mode)
    let first: First = 'taken'
    if (set) found.push(set)
    else if ('alternatives' in one) {
      const inner = one.type === 'Group' ? modeIn(one, mode) : mode
      const each = one.alternatives.map((alternative) => firstOf(alternative.elements, inner, back, found))
      first = each.find((it) => it === 'unbounded') ?? each.find((it) => it === 'empty') ?? 'taken'
    }
    if (first === 'unbounded') return 'unbounded'
    const mayLack = node.type === 'Quantifier' && node.min === 0
    if (first === 'taken' && !mayLack) return 'taken'
  }
  return 'empty'
}

/** The sets that the first character of an alternative has to be in, or null if any text may match. */
export function firstSets({ elements }: AST.Alternative, mode: Mode, back: boolean): CharSet[] | null {
  const found: CharSet[] = []
  return firstOf(elements, mode, back, found) === 'taken' ? [...new Set(found)] : null
}

/** The longest literal text to use (UTF-16 units), and how many per pattern. */
const SIGN = { length: 12, count: 8 } as const

/** The literal texts of a pattern that contain a sign, such as `<!--`, to try openings that never close. */
export function signsOf(pattern: RegExp): string[] {
  const found = new Set<string>()
  const { tree } = parse(pattern)
  visitRegExpAST(tree, {
    onAlternativeEnter: ({ elements }) => {
      let run = ''
      for (const node of elements) {
        if (node.type === 'Character') run += String.fromCodePoint(node.value)
        else {
          found.add(run)
          run = ''
        }
      }
      found.add(run)
    },
  })
  return [...found]
    .filter((text) => text.length <= SIGN.length && /[^\p{L}\d ]/u.test(text))
    .slice(0, SIGN.count)
}
