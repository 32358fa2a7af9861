import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CoachError } from '../../domain/coach-error.ts'
import { type Theme, themeSchema } from '../../domain/offline/theme.ts'

const BANK = join(import.meta.dirname, 'themes.jsonl')

const themesIn = (text: string): Theme[] =>
  text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = z.preprocess((one) => JSON.parse(String(one)), themeSchema).safeParse(line)
    if (!parsed.success)
      throw new CoachError('ladder-broken', `themes.jsonl:${index + 1}: this line is not a theme`)
    return [parsed.data]
  })

/** Reads the bank of themes, one JSON object a line. Throws CoachError `ladder-broken`, which names the wrong line. */
export async function loadThemes(file = BANK): Promise<Theme[]> {
  return themesIn(await readFile(file, 'utf8'))
}

let known: Theme[] | undefined

/** The bank that comes with the project, read when it is first needed. */
export function knownThemes(): readonly Theme[] {
  known ??= themesIn(readFileSync(BANK, 'utf8'))
  return known
}
