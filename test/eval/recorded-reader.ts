import { createHash } from 'node:crypto'
import { appendFileSync, existsSync } from 'node:fs'
import type { Reader, ReadRequest, ReadResult } from '../../src/coaching/ports.ts'
import { linesOf } from './mapping.ts'

type Recorded = { readonly key: string; readonly result: ReadResult }

/** What makes two questions the same: everything that the model would be told, but who asks. */
const keyOf = (name: string, { ladder, goal, spans, again }: ReadRequest): string =>
  createHash('sha256')
    .update(
      JSON.stringify([name, ladder.id, ladder.rows, goal, spans.map(({ id, text }) => [id, text]), again]),
    )
    .digest('hex')

/**
 * A reader whose answers are kept in a file of JSON lines, so that they can be had again without it. `name` is the
 * model and the prompt. With no reader, what is not in the file is an error.
 */
export function recordedReader(file: string, name: string, reader: Reader | null): Reader {
  const known = new Map(
    existsSync(file) ? linesOf<Recorded>(file).map(({ key, result }) => [key, result]) : [],
  )
  return {
    read: async (request) => {
      const key = keyOf(name, request)
      const before = known.get(key)
      if (before) return before
      if (!reader) throw new Error(`${file} holds no answer to a question; record it with a key first`)
      const result = await reader.read(request)
      known.set(key, result)
      appendFileSync(file, `${JSON.stringify({ key, result })}\n`)
      return result
    },
  }
}
