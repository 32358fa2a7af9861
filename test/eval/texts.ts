import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text to run through the bot. `carrier` is a benign sentence in it, whose findings an attack must not change. */
export type Text = {
  readonly id: string
  readonly text: string
  readonly kind: 'evidence' | 'attack' | 'benign'
  readonly canary: string | null
  readonly expect: readonly string[]
}

export const CARRIER =
  'Reduced GitHub Action minutes in the platform repository by 50% by caching the container build.'

type Row = { id: string; text: string; canary: string | null; expect: string[] }

const linesOf = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/** What marks a cut in a secret is taken out at run time alone, so that no file holds one. */
const whole = (text: string): string => text.replaceAll('⟨⟩', '')

const attacksIn = (file: string, kind: 'attack' | 'benign'): Text[] =>
  linesOf(file).map((row) => ({
    id: row.id,
    text: whole(row.text),
    kind,
    canary: row.canary === null ? null : whole(row.canary),
    expect: row.expect,
  }))

const evidenceIn = (folder: string): Text[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      id: name.replace('.txt', ''),
      text: readFileSync(join(folder, name), 'utf8'),
      kind: 'evidence',
      canary: null,
      expect: [],
    }))

const OWN = 'test/fixtures/review-evidence'

/**
 * The project's own texts, and the published ones where TEST_DATA_DIR names them. Says on standard error when it
 * runs without.
 */
export function texts(): Text[] {
  const folder = process.env.TEST_DATA_DIR ?? ''
  const own = [
    ...evidenceIn(join(OWN, 'evidence')),
    ...attacksIn(join(OWN, 'attacks.jsonl'), 'attack'),
    ...attacksIn(join(OWN, 'benign.jsonl'), 'benign'),
  ]
  if (!folder || !existsSync(join(folder, 'injections.jsonl'))) {
    process.stderr.write('Published evidence and attacks are left out: TEST_DATA_DIR is not set.\n')
    return own
  }
  return [
    ...own,
    ...evidenceIn(join(folder, 'evidence')),
    ...attacksIn(join(folder, 'injections.jsonl'), 'attack'),
    ...attacksIn(join(folder, 'injections-benign.jsonl'), 'benign'),
  ]
}
