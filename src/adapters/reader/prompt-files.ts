import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The git blob id of a file's bytes: what `git hash-object` prints, the version that reviews store. */
export function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** One action's prompt. `version` is the blob ids of its files, joined by dots. */
export type Prompt = {
  readonly instructions: string
  readonly input: string
  /** What is said beside spans that are a part of a longer text. */
  readonly part: string
  /** What is said of earlier findings, where there are any. */
  readonly earlier: string
  readonly again: string
  readonly version: string
}

/**
 * Reads `prompts/<action>/instructions.md`, `input.md`, `part.md`, `earlier.md` and `again.md`. Throws the file
 * system's error if one is missing.
 */
export async function loadPrompt(folder: string, action: string): Promise<Prompt> {
  const [instructions, input, part, earlier, again] = await Promise.all(
    ['instructions.md', 'input.md', 'part.md', 'earlier.md', 'again.md'].map((file) =>
      readFile(join(folder, action, file)),
    ),
  )
  return {
    instructions: instructions!.toString('utf8'),
    input: input!.toString('utf8'),
    part: part!.toString('utf8'),
    earlier: earlier!.toString('utf8'),
    again: again!.toString('utf8'),
    version: [instructions!, input!, part!, earlier!, again!].map(blobId).join('.'),
  }
}

/** Fills `{{slot}}`s. A slot without a value, or a value without a slot, throws and names it. */
export function fillPrompt(template: string, values: Readonly<Record<string, string>>): string {
  const unused = new Set(Object.keys(values))
  const filled = template.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => {
    const value = values[slot]
    if (value === undefined) throw new Error(`The prompt has a slot {{${slot}}} that nothing fills`)
    unused.delete(slot)
    return value
  })
  if (unused.size > 0) throw new Error(`The prompt has no slot for ${[...unused].join(', ')}`)
  return filled.trimEnd()
}
