import type { Reply } from '../../../coaching/replies.ts'
import { line, richText, type Said, words } from '../rich-text.ts'
import { namedBlock } from './answered.ts'

/** A correction was taken back. */
export function undoneView({ under, of }: Reply & { kind: 'undone' }): Said {
  return {
    text: 'Done. I took your last correction back.',
    blocks: [
      ...(of ? [namedBlock(of)] : []),
      richText(line(words(`Done. I took your last correction back: it is under ${under} again.`))),
    ],
  }
}
