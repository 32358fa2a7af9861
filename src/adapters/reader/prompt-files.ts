import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The git blob id of a file, as `git hash-object` prints it. Reviews store it as the version of a prompt. */
export function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** The prompt of one action. `version` is the blob ids of its files, joined by dots. */
export type Prompt = {
  readonly instructions: string
  readonly input: string
  readonly version: string
}

/** The prompt of a review, and what is added to it when there is reason. */
export type ReviewPrompt = Prompt & {
  /** What the model is told if the spans are a part of a longer text. */
  readonly part: string
  /** What the model is told about earlier findings, if there are any. */
  readonly earlier: string
  /** What the model is told if the text answers a question, or is about a competency that the person chose. */
  readonly asked: string
  readonly again: string
}

const BOTH = ['instructions', 'input'] as const

/**
 * Reads `instructions.md` and `input.md` in the folder `prompts/<action>`, and the other files that are named. Throws
 * the file system's error if one is missing.
 */
const readPrompt = async <Name extends string>(
  folder: string,
  action: string,
  more: readonly Name[],
): Promise<Prompt & Readonly<Record<Name, string>>> => {
  const files = await Promise.all(
    [...BOTH, ...more].map(async (name) => ({
      name,
      bytes: await readFile(join(folder, action, `${name}.md`)),
    })),
  )
  const texts = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes.toString('utf8')]))
  const version = files.map(({ bytes }) => blobId(bytes)).join('.')
  return { ...(texts as Record<Name | (typeof BOTH)[number], string>), version }
}

/** Reads the prompt of `review-evidence`. */
export function loadReviewPrompt(folder: string): Promise<ReviewPrompt> {
  return readPrompt(folder, 'review-evidence', ['part', 'earlier', 'asked', 'again'])
}

/** Reads the prompt of `decide-message`. */
export function loadMessagePrompt(folder: string): Promise<Prompt> {
  return readPrompt(folder, 'decide-message', [])
}

/** Reads the prompt of `draft-packet`. */
export function loadPacketPrompt(folder: string): Promise<Prompt> {
  return readPrompt(folder, 'draft-packet', [])
}

/** Fills the `{{slot}}`s. Throws and names a slot without a value, or a value without a slot. */
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
