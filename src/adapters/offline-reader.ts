import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Reader, ReadRequest, ReadResult } from '../coaching/ports.ts'
import { CoachError } from '../domain/coach-error.ts'
import { estimateFindings } from '../domain/estimate-findings.ts'
import { type Matcher, makeMatcher, type Theme, themeSchema } from '../domain/match-spans.ts'

const THEMES = join(import.meta.dirname, 'offline', 'themes.jsonl')

/** The bank of themes, one JSON object a line. Throws CoachError `ladder-broken` naming the line that is wrong. */
export const loadThemes = async (file = THEMES): Promise<Theme[]> => {
  const lines = (await readFile(file, 'utf8')).split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = z.preprocess((text) => JSON.parse(String(text)), themeSchema).safeParse(line)
    if (!parsed.success)
      throw new CoachError('ladder-broken', `themes.jsonl:${index + 1}: this line is no theme`)
    return [parsed.data]
  })
}

/** Reads evidence on this machine, by its words alone: no key, no network, no level, always the same answer. */
export const makeOfflineReader = ({ themes }: { themes: readonly Theme[] }): Reader => {
  const matchers = new Map<string, Matcher>()
  return {
    read: async ({ ladder, goal, spans, signal }: ReadRequest): Promise<ReadResult> => {
      signal.throwIfAborted()
      const key = `${ladder.id}@${ladder.version}`
      const match = matchers.get(key) ?? makeMatcher(ladder, themes)
      matchers.set(key, match)
      return {
        answer: estimateFindings({ ladder, goal, spans, match }),
        asReceived: '',
        model: 'offline',
        prompt: '',
      }
    },
  }
}
