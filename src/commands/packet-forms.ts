import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { formProblems } from '../adapters/packet-files/form.ts'
import { FORM_FOLDER, formNames } from '../adapters/packet-files/form-folder.ts'
import { sampleForm } from '../adapters/packet-files/sample-form.ts'
import { say, setting } from './command-line.ts'

/** What is wrong with the forms in a folder of ladders, each with its file, and how many there are. */
export async function checkForms(folder: string): Promise<{ problems: string[]; files: number }> {
  const names = await formNames(folder)
  const problems: string[] = []
  for (const name of names) {
    const path = join(folder, FORM_FOLDER, name)
    problems.push(...formProblems(await readFile(path)).map((problem) => `${path}: ${problem}`))
  }
  if (names.length > 1)
    problems.push(
      `${join(folder, FORM_FOLDER)}: there are ${names.length} forms; keep one, I use ${names[0]}`,
    )
  return { problems, files: names.length }
}

/** `npm run ladder -- form [FILE]`: writes a sample form, and never over another file. */
export async function writeSampleForm([
  path = join(setting('RUBRIC_DIR'), FORM_FOLDER, 'packet-form.docx'),
]: string[]): Promise<number> {
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, await sampleForm(), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    say(`${path}: this file exists. Name another file.`)
    return 1
  }
  say(`${path}: written. Change it in Word, and check it with: npm run ladder -- check`)
  return 0
}
