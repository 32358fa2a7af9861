import { makeEstimate } from '../../src/adapters/reader/offline-reader.ts'
import { loadThemes } from '../../src/adapters/reader/theme-bank.ts'
import type { Reader } from '../../src/coaching/ports.ts'

/** What words alone say, in the place of a model's answer. */
export async function makeOfflineReader(): Promise<Reader> {
  const estimate = makeEstimate({ themes: await loadThemes() })
  return {
    read: async ({ ladder, goal, spans }) => ({
      answer: estimate({ ladder, goal, spans }),
      invalid: null,
      asReceived: '',
      model: 'offline',
      prompt: '',
      use: null,
    }),
  }
}
