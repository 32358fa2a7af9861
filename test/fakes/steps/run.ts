import { oneChar } from './char-set.ts'
import type { Instruction, Program } from './program.ts'

/** A match: its begin and end in UTF-16 units, and the text of each capture, or null if it took no part. */
export type Found = { readonly at: readonly [number, number]; readonly captures: readonly (string | null)[] }

/** The result of a global search. */
export type Searched = {
  readonly steps: number
  /** True if the search took more steps than allowed and was stopped. */
  readonly stopped: boolean
  /** Empty unless the matches were asked for. */
  readonly found: readonly Found[]
}

const read = (text: string, unicode: boolean): Int32Array => {
  const chars = new Int32Array(text.length + 1)
  for (let at = 0; at < text.length; at += 1)
    chars[at] = unicode ? text.codePointAt(at)! : text.charCodeAt(at)
  chars[text.length] = -1
  return chars
}

const known = { true: new Map<string, Int32Array>(), false: new Map<string, Int32Array>() }

/** The character at each index of a text, and -1 at its end. Cached, because every pattern searches the same texts. */
const charsOf = (text: string, unicode: boolean): Int32Array => {
  const texts = known[`${unicode}`]
  const chars = texts.get(text) ?? read(text, unicode)
  texts.set(text, chars)
  return chars
}

/** What backtracking restores: an instruction and a position, or `-1 - register` and its old value. */
let stack = new Int32Array(1 << 16)

/**
 * Searches a text for all matches of a program, as V8's backtracking matcher does but without its shortcuts. Counts the
 * steps: each instruction, and each character in a repetition. Stops after `most` steps, and collects the matches if
 * `keep` is true.
 */
export function search(program: Program, text: string, most: number, keep = false): Searched {
  const { code, unicode } = program
  const size = text.length
  const chars = charsOf(text, unicode)
  const registers = new Int32Array(program.registers).fill(-1)
  const found: Found[] = []
  let steps = 0
  let depth = 0
  let next = 0

  const push = (what: number, value: number): void => {
    if (depth + 2 > stack.length) {
      const larger = new Int32Array(stack.length * 2)
      larger.set(stack)
      stack = larger
    }
    stack[depth] = what
    stack[depth + 1] = value
    depth += 2
  }
  const set = (register: number, value: number): void => {
    push(-1 - register, registers[register]!)
    registers[register] = value
  }
  /** Drops all choices above a depth of the stack and restores the registers. */
  const takeBack = (to: number): void => {
    while (depth > to) {
      depth -= 2
      if (stack[depth]! < 0) registers[-1 - stack[depth]!] = stack[depth + 1]!
    }
  }
  /** Drops the choices above a depth, but keeps the old values of registers. */
  const forget = (to: number): void => {
    let kept = to
    for (let at = to; at < depth; at += 2) {
      if (stack[at]! >= 0) continue
      stack[kept] = stack[at]!
      stack[kept + 1] = stack[at + 1]!
      kept += 2
    }
    depth = kept
  }
  /** The character after a position, or before it when reading backwards. -1 at either end of the text. */
  const charAt = (at: number, back: boolean): number => {
    if (!back) return chars[at]!
    if (at === 0) return -1
    return at > 1 && chars[at - 2]! > 0xffff ? chars[at - 2]! : chars[at - 1]!
  }
  const wide = (char: number): number => (char > 0xffff ? 2 : 1)
  const isLine = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029
  /** The end of a repeated capture, or -1 if the text is different. */
  const same = (at: number, { from, back, ignoreCase }: Instruction): number => {
    const [begin, end] = [registers[from]!, registers[from + 1]!]
    if (begin < 0 || end < 0) return at
    const length = end - begin
    const first = back ? at - length : at
    if (first < 0 || first + length > size) return -1
    for (let nth = 0; nth < length; nth += 1) {
      steps += 1
      const [one, two] = [text.charCodeAt(begin + nth), text.charCodeAt(first + nth)]
      if (one !== two && !(ignoreCase && oneChar(one, unicode ? 'iu' : 'i').has(two))) return -1
    }
    return back ? first : first + length
  }

  /** The end of the match that begins at a position, or -1. */
  const matchAt = (start: number): number => {
    let at = start
    let pc = 0
    for (;;) {
      steps += 1
      const one = code[pc]!
      let ok = true
      pc += 1
      switch (one.op) {
        case 'char': {
          const char = charAt(at, one.back)
          ok = char >= 0 && one.set!.has(char)
          if (ok) at += one.back ? -wide(char) : wide(char)
          break
        }
        case 'run': {
          let count = 0
          for (; count < one.max; count += 1) {
            const char = charAt(at, one.back)
            steps += 1
            if (char < 0 || !one.set!.has(char)) break
            if (count >= one.min) push(pc, at)
            at += one.back ? -wide(char) : wide(char)
          }
          ok = count >= one.min
          break
        }
        case 'split':
          push(one.other, at)
          pc = one.goto
          break
        case 'choose': {
          const viable = one.viable!(charAt(at, one.back))
          ok = viable.length > 0
          for (let nth = viable.length - 1; nth > 0; nth -= 1) push(viable[nth]!, at)
          if (ok) pc = viable[0]!
          break
        }
        case 'jump':
          pc = one.goto
          break
        case 'save':
          set(one.from, at)
          break
        case 'zero':
          set(one.from, 0)
          break
        case 'loop': {
          const count = registers[one.from]!
          if (count < one.min) break
          if (count >= one.max) pc = one.goto
          else if (one.greedy) push(one.goto, at)
          else {
            push(pc, at)
            pc = one.goto
          }
          break
        }
        case 'enter':
          set(one.from, registers[one.from]! + 1)
          set(one.from + 1, at)
          for (let capture = one.min; capture < one.max; capture += 1) set(capture, -1)
          break
        case 'again':
          ok = at !== registers[one.from + 1] || registers[one.from]! <= one.min
          pc = one.goto
          break
        case 'start':
          ok = at === 0 || (one.multiline && isLine(text.charCodeAt(at - 1)))
          break
        case 'end':
          ok = at === size || (one.multiline && isLine(text.charCodeAt(at)))
          break
        case 'word': {
          const before = at > 0 && one.set!.has(text.charCodeAt(at - 1))
          const behind = at < size && one.set!.has(text.charCodeAt(at))
          ok = (before !== behind) !== one.negate
          break
        }
        case 'same': {
          const end = same(at, one)
          ok = end >= 0
          if (ok) at = end
          break
        }
        case 'look': {
          set(one.from, 0)
          set(one.from + 1, at)
          registers[one.from] = depth
          if (one.negate) push(one.goto, at)
          break
        }
        case 'lookEnd':
          ok = !one.negate
          if (one.negate) takeBack(registers[one.from]!)
          else {
            at = registers[one.from + 1]!
            forget(registers[one.from]!)
          }
          break
        default:
          return at
      }
      if (ok) continue
      if (steps > most) return -1
      while (depth > 0 && stack[depth - 2]! < 0) takeBack(depth - 2)
      if (depth === 0) return -1
      depth -= 2
      pc = stack[depth]!
      at = stack[depth + 1]!
    }
  }

  const begins = code[0]!.viable!
  while (next <= size && steps <= most) {
    const char = chars[next]!
    if (begins(char).length === 0) {
      steps += 1
      next += wide(char)
      continue
    }
    const end = matchAt(next)
    if (end >= 0) {
      if (keep) {
        const captures: (string | null)[] = []
        for (let at = 2; at < 2 * (program.captures + 1); at += 2)
          captures.push(registers[at + 1]! < 0 ? null : text.slice(registers[at]!, registers[at + 1]!))
        found.push({ at: [next, end], captures })
      }
      registers.fill(-1)
    }
    depth = 0
    next = end > next ? end : next + wide(char)
  }
  return { steps, stopped: steps > most, found }
}
