import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { parseAst } from 'vitest/node'

/** A regular expression of the sources, and where it stands: `src/domain/evidence/spans.ts:21`. */
export type SourcePattern = { readonly where: string; readonly pattern: RegExp }

type Node = { readonly type: string; readonly start: number; readonly regex?: RegExp & { pattern: string } }

const literals = (node: unknown, found: Node[]): Node[] => {
  if (Array.isArray(node)) for (const one of node) literals(one, found)
  else if (node !== null && typeof node === 'object' && !(node instanceof RegExp)) {
    const { type, regex } = node as Node
    if (type === 'Literal' && regex) found.push(node as Node)
    else for (const value of Object.values(node)) literals(value, found)
  }
  return found
}

/** Every regular expression that a source file writes as a literal. Stripping types moves nothing. */
export function patternsIn(file: string): SourcePattern[] {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  return literals(parseAst(code), []).map(({ start, regex }) => ({
    where: `${file}:${code.slice(0, start).split('\n').length}`,
    pattern: new RegExp(regex!.pattern, regex!.flags),
  }))
}

/** The line of the sources that put an expression together; undefined: it was not ours. */
const ourLine = (stack: string | undefined): string | undefined =>
  stack
    ?.split('\n')
    .find((line) => !line.includes('source-patterns'))
    ?.match(/src\/(?!.*node_modules)[\w./-]+:\d+/)?.[0]

/** Every regular expression that the sources put together while `load` runs, as modules do when they are imported. */
export async function patternsMade(load: () => Promise<unknown>): Promise<SourcePattern[]> {
  const made: SourcePattern[] = []
  const Plain = RegExp
  globalThis.RegExp = new Proxy(Plain, {
    construct: (target, args: [string, string?]) => {
      const pattern = new target(...args)
      const where = ourLine(new Error('made here').stack?.replace(/^.*\n/, ''))
      if (where) made.push({ where, pattern })
      return pattern
    },
  })
  try {
    await load()
  } finally {
    globalThis.RegExp = Plain
  }
  return made
}

/** The letters that an expression itself writes, as texts to be repeated: what it looks for is what it stumbles over. */
export function wordsOfPattern({ source }: RegExp): string[] {
  const found = source
    .replace(/\\[pP]\{[^}]*\}|\\[a-zA-Z]|\(\?(?:<\w+>)?|\[(?:\\.|[^\]\\])*\]|\{[\d,]*\}/g, '|')
    .match(/[\p{L}\d@#/:.-]{2,}(?: [\p{L}\d]+)*/gu)
  const words = [...new Set(found)].slice(0, 40)
  return words.length === 0 ? [] : [`${words.join(' ')} `, ...words.slice(0, 2).map((word) => `${word} `)]
}
