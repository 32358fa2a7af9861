import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

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

describe('the suite of generated inputs', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'coach-mutated-'))
    for (const name of ['src', 'test', 'prompts', 'rubric', 'package.json'])
      cpSync(name, join(folder, name), { recursive: true })
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What the suite says of a broken promise; null: it passes. */
  const failure = (): Promise<string | null> =>
    new Promise((done) => {
      const suite = spawn(process.execPath, ['test/eval/generated.ts', INPUTS], { cwd: folder })
      let said = ''
      suite.stderr.on('data', (data) => {
        said += data
      })
      suite.once('close', (code) => done(code === 0 ? null : said))
    })

  it('passes as it is', async () => {
    expect(await failure()).toBeNull()
  }, 60_000)

  it.each(MUTATIONS)(
    'fails when %s is broken',
    async (_, file, from, to) => {
      const path = join(folder, file)
      const before = readFileSync(path, 'utf8')
      expect(before).toContain(from)
      writeFileSync(path, before.replace(from, to))
      try {
        expect(await failure()).toContain('Property failed after')
      } finally {
        writeFileSync(path, before)
      }
    },
    60_000,
  )
})
