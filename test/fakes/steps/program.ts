import { type AST, visitRegExpAST } from '@eslint-community/regexpp'
import { type CharSet, charSet } from './char-set.ts'
import { canBeEmpty, firstSets, leafFlags, leafOf, type Mode, modeIn, parse, unknown } from './tree.ts'

/** The instructions of the matching machine, which `run.ts` executes. */
type Op =
  | 'char'
  | 'run'
  | 'choose'
  | 'split'
  | 'jump'
  | 'save'
  | 'zero'
  | 'loop'
  | 'enter'
  | 'again'
  | 'start'
  | 'end'
  | 'word'
  | 'same'
  | 'look'
  | 'lookEnd'
  | 'done'

/** One instruction. `op` decides which fields are used. All have all fields, because V8 runs that faster. */
export type Instruction = {
  readonly op: Op
  /** The characters that match. */
  readonly set: CharSet | null
  /** Reads from right to left, as in a look-behind. */
  readonly back: boolean
  readonly negate: boolean
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly greedy: boolean
  readonly min: number
  readonly max: number
  /** The first register of a capture, a loop or a look-around. Each of them has two. */
  readonly from: number
  /** The instruction to continue with, instead of the next one. */
  goto: number
  /** The second choice of a `split`. */
  other: number
  /** For `choose`: the first instructions of the alternatives that can begin with a character. -1 is the end. */
  readonly viable: ((char: number) => readonly number[]) | null
}

/** A pattern as a program for a backtracking machine like V8's. */
export type Program = {
  readonly code: readonly Instruction[]
  readonly captures: number
  readonly registers: number
  readonly unicode: boolean
}

const BLANK: Omit<Instruction, 'op'> = {
  ...{ set: null, back: false, negate: false, ignoreCase: false, multiline: false, greedy: true },
  ...{ min: 0, max: 0, from: 0, goto: -1, other: -1, viable: null },
}

/** The numbers of all captures, in the order of their opening brackets. */
const numberGroups = (pattern: AST.Pattern): Map<AST.CapturingGroup, number> => {
  const numbers = new Map<AST.CapturingGroup, number>()
  visitRegExpAST(pattern, {
    onCapturingGroupEnter: (group) => void numbers.set(group, numbers.size + 1),
  })
  return numbers
}

type Branch = { readonly at: number; readonly first: readonly CharSet[] | null }

/** Characters below this code (the Latin letters) are cached in an array, which is faster than a map. */
const LISTED = 0x250

/** Finds the alternatives that can begin with a character. Cached per character. */
const viableOf = (branches: readonly Branch[]): ((char: number) => readonly number[]) => {
  const find = (char: number): readonly number[] =>
    branches
      .filter(({ first }) => !first || (char >= 0 && first.some((set) => set.has(char))))
      .map(({ at }) => at)
  const listed: (readonly number[] | null)[] = Array(LISTED + 1).fill(null)
  const others = new Map<number, readonly number[]>()
  return (char) => {
    const known = char < LISTED ? listed[char + 1] : others.get(char)
    if (known) return known
    const viable = find(char)
    if (char < LISTED) listed[char + 1] = viable
    else others.set(char, viable)
    return viable
  }
}

/** Compiles a pattern. Throws for syntax that no pattern of ours uses, such as strings in classes. */
export function compile(pattern: RegExp): Program {
  const { tree, mode: outermost } = parse(pattern)
  const numbers = numberGroups(tree)
  const code: Instruction[] = []
  let registers = 2 * (numbers.size + 1)
  const emit = (op: Op, fields: Partial<Instruction> = {}): Instruction => {
    const made = { ...BLANK, op, ...fields }
    code.push(made)
    return made
  }
  /** Reserves two registers for a loop or a look-around. */
  const reserve = (): number => {
    registers += 2
    return registers - 2
  }

  const anyOf = (alternatives: readonly AST.Alternative[], mode: Mode, back: boolean): void => {
    const branches: Branch[] = []
    const ends: Instruction[] = []
    const choose = code.length
    emit('choose')
    for (const one of alternatives) {
      branches.push({ at: code.length, first: firstSets(one, mode, back) })
      for (const part of back ? one.elements.toReversed() : one.elements) element(part, mode, back)
      if (one !== alternatives.at(-1)) ends.push(emit('jump'))
    }
    for (const end of ends) end.goto = code.length
    code[choose] = { ...BLANK, op: 'choose', back, viable: viableOf(branches) }
  }

  const look = (node: AST.LookaroundAssertion, mode: Mode): void => {
    const from = reserve()
    const begin = emit('look', { negate: node.negate, from })
    anyOf(node.alternatives, mode, node.kind === 'lookbehind')
    emit('lookEnd', { negate: node.negate, from })
    begin.goto = code.length
  }

  const times = (node: AST.Quantifier, mode: Mode, back: boolean): void => {
    const { min, max, greedy, element: inner } = node
    const set = leafOf(inner, mode)
    if (max === 0) return
    if (set && greedy) {
      emit('run', { set, back, min, max })
      return
    }
    if (min === 0 && max === 1 && !canBeEmpty(inner)) {
      const split = emit('split')
      const body = code.length
      element(inner, mode, back)
      Object.assign(split, greedy ? { goto: body, other: code.length } : { goto: code.length, other: body })
      return
    }
    const from = reserve()
    const captures = [...numbers].filter(([{ start, end }]) => start >= inner.start && end <= inner.end)
    const first = captures[0]?.[1] ?? 0
    emit('zero', { from })
    const begin = emit('loop', { min, max, greedy, from })
    const at = code.length - 1
    emit('enter', { from, min: 2 * first, max: 2 * (first + captures.length) })
    element(inner, mode, back)
    emit('again', { from, min, goto: at })
    begin.goto = code.length
  }

  const assertion = (node: AST.Assertion, mode: Mode): void => {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') look(node, mode)
    else if (node.kind === 'word') emit('word', { negate: node.negate, set: charSet('\\w', leafFlags(mode)) })
    else emit(node.kind === 'start' ? 'start' : 'end', { multiline: mode.multiline })
  }

  const element = (node: AST.Element, mode: Mode, back: boolean): void => {
    const set = leafOf(node, mode)
    if (set) emit('char', { set, back })
    else if (node.type === 'Group') anyOf(node.alternatives, modeIn(node, mode), back)
    else if (node.type === 'Quantifier') times(node, mode, back)
    else if (node.type === 'Assertion') assertion(node, mode)
    else if (node.type === 'CapturingGroup') {
      const first = 2 * numbers.get(node)!
      emit('save', { from: back ? first + 1 : first })
      anyOf(node.alternatives, mode, back)
      emit('save', { from: back ? first : first + 1 })
    } else if (node.type === 'Backreference' && !node.ambiguous) {
      emit('same', { from: 2 * numbers.get(node.resolved)!, back, ignoreCase: mode.ignoreCase })
    } else throw unknown(node)
  }

  anyOf(tree.alternatives, outermost, false)
  emit('done')
  return { code, captures: numbers.size, registers, unicode: outermost.unicode !== '' }
}
