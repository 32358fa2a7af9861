import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder of forms inside the folder of ladders. */
export const FORM_FOLDER = 'packet'

/** Names of the forms in a folder of ladders, in order. The first is used. Word's own lock files are no forms. */
export async function formNames(rubric: string): Promise<string[]> {
  const names = await readdir(join(rubric, FORM_FOLDER)).catch(() => [])
  return names.filter((name) => /^[^~.].*\.docx$/i.test(name)).toSorted()
}

/** The bytes of the company's form, or null if it has none. */
export async function readForm(rubric: string): Promise<Uint8Array | null> {
  const [name] = await formNames(rubric)
  return name === undefined ? null : readFile(join(rubric, FORM_FOLDER, name))
}
