import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../fakes/run-program.ts'

/** A part broken on purpose: in this file, these words become those. */
type Mutation = readonly [what: string, file: string, from: string, to: string]

const MUTATIONS: readonly Mutation[] = [
  [
    'the check of quotes',
    'src/domain/check/check-quotes.ts',
    'function quoteObjections(text: string, words: string, proposes: boolean): string[] {',
    'function quoteObjections(text: string, words: string, proposes: boolean): string[] {\n  if (text) return []',
  ],
  [
    'the check that a finding’s spans exist',
    'src/domain/check/check-finding.ts',
    'const spans = strongest(showing)',
    'const spans = finding.spans',
  ],
  [
    'the check of numbers',
    'src/domain/check/check-text.ts',
    '!isForeign(text, sources),\n  ).map(',
    '!isForeign(text, sources),\n  ).slice(99).map(',
  ],
  [
    'the check of bare hosts',
    'src/domain/check/check-hosts.ts',
    'function hostObjections(text: string, knows: (host: string) => boolean): string[] {',
    'function hostObjections(text: string, knows: (host: string) => boolean): string[] {\n  if (text) return []',
  ],
  [
    'the check of verdicts',
    'src/domain/check/verdicts.ts',
    'export function verdictIn(text: string): Verdict {',
    'export function verdictIn(text: string): Verdict {\n  if (text) return null',
  ],
  [
    'the escaper of what people wrote',
    'src/slack/views/rich-text.ts',
    "text.replace(/<(?=[@!#])/g, '<\\u2060')",
    'text',
  ],
  ['the taking out of names', 'src/domain/mask/mask.ts', 'texts: masked,', 'texts,'],
  [
    'the taking out of secrets',
    'src/adapters/secrets/secrets.ts',
    'found = await secretsOf(text)',
    'found = []',
  ],
]

const INPUTS = '400'

/**
 * Lets a process load a copy in place of a file. All other code is loaded from where it is, so that it is compiled
 * already.
 */
const replaced = (file: string, copy: string): string => {
  const [original, other] = [file, copy].map((path) => JSON.stringify(pathToFileURL(path).href))
  return `--import=data:text/javascript,${encodeURIComponent(
    `import { registerHooks } from 'node:module'
     registerHooks({ resolve: (name, context, next) => {
       const found = next(name, context.parentURL === ${other} ? { ...context, parentURL: ${original} } : context)
       return found.url === ${original} ? { ...found, url: ${other} } : found
     } })`,
  )}`
}

describe('the suite of generated inputs', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'coach-mutated-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What the suite says of a broken promise; null: it passes. */
  const failure = async (...more: string[]): Promise<string | null> => {
    const { code, err } = await runCommand([...more, 'test/eval/generated.ts', INPUTS], process.env)
    return code === 0 ? null : err
  }

  it('passes as it is', async () => {
    expect(await failure()).toBeNull()
  }, 60_000)

  it.each(MUTATIONS)(
    'fails when %s is broken',
    async (_, file, from, to) => {
      const text = readFileSync(file, 'utf8')
      expect(text).toContain(from)
      const copy = join(folder, 'broken.mts')
      writeFileSync(copy, text.replace(from, to))
      expect(await failure(replaced(file, copy))).toContain('Property failed after')
    },
    60_000,
  )
})
