import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { CoachError } from './domain/coach-error.ts'

/** Why a file can't be read, by the code of the file system. */
const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this user is not allowed to read it',
  EPERM: 'this user is not allowed to read it',
  EISDIR: 'it is a folder',
  ELOOP: 'it links to itself',
}

/**
 * Adds the settings of a file to the environment, and returns their names. What is set there already stays. Without the
 * file it does nothing: settings may all come from the environment. Throws CoachError `config-invalid` if the file is
 * there and can't be read, because its settings would be ignored in silence.
 */
export function loadEnvFile(env: NodeJS.ProcessEnv, file = '.env'): string[] {
  try {
    const given = parse(readFileSync(file))
    for (const [name, value] of Object.entries(given)) env[name] ??= value
    return Object.keys(given)
  } catch (cause) {
    const { code = '' } = cause as { code?: string }
    if (code === 'ENOENT') return []
    throw new CoachError('config-invalid', `${file} can't be read: ${WHY[code] ?? code}.`, { cause })
  }
}
