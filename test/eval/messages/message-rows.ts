import { readFileSync } from 'node:fs'
import type { Intent, Keep, Message, Place } from '../../../src/domain/message/message.ts'
import { keepOf } from '../../../src/domain/message/message.ts'

/** A message with its labels, as far as it has any. */
export type MessageRow = Message & {
  readonly id: string
  readonly lang: string
  readonly intent?: Intent
  readonly keep?: Keep
  readonly fact?: string | null
}
export type LabelledMessage = MessageRow & { readonly intent: Intent; readonly keep: Keep }

const FOLDER = 'test/fixtures/messages'

/**
 * Messages of a file with a heading for each group, "## intent place language", and one message a line: the question
 * that was asked before ` => `, and the fact after ` | `.
 */
export function writtenMessages(file: string): LabelledMessage[] {
  const rows: LabelledMessage[] = []
  let [intent, place, lang] = ['', '', '']
  for (const line of readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n')) {
    if (line.startsWith('## ')) [intent, place, lang] = line.slice(3).split(' ') as [string, string, string]
    else if (line.trim() !== '') {
      const [before, after] = line.includes(' => ') ? line.split(' => ') : ['-', line]
      const [text, fact] = intent === 'correction' ? after!.split(' | ') : [after!]
      rows.push({
        id: `${file}-${rows.length}`,
        place: place as Place,
        lang,
        asked: before === '-' ? null : before!,
        text: text!.replaceAll('\\n', '\n'),
        intent: intent as Intent,
        keep: keepOf(intent as Intent),
        ...(intent === 'correction' ? { fact: fact ?? null } : {}),
      })
    }
  }
  return rows
}

/** The rows of a file of JSON lines. */
export function messageRows(file: string): MessageRow[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as MessageRow)
}

/** The given messages. Every other one is only for measuring. */
export function givenMessages(part: 'tune' | 'dev'): LabelledMessage[] {
  const rows = messageRows(`${FOLDER}/given.jsonl`) as LabelledMessage[]
  return rows.filter((_, at) => (at % 2 === 1) === (part === 'tune'))
}
