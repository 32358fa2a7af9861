import type { Packet } from '../packet.ts'

/** How a packet was made: whose words it has, what AI drafted, and of which ladder it speaks. */
export function madeWords({ sections, receipts, ladder }: Packet): string {
  const drafted = sections.flatMap(({ claim }) => (claim?.by === 'model' ? claim : []))
  return [
    'Every quote is the author’s own words, unchanged',
    receipts.some(({ saidBy }) => saidBy !== null) ? ', or a colleague’s, marked with their name. ' : '. ',
    drafted.some(({ accepted }) => accepted)
      ? 'AI drafted paragraphs of the case from these quotes, and the author accepted them. '
      : '',
    drafted.some(({ accepted }) => !accepted)
      ? 'Paragraphs marked as drafts were written by AI and are not accepted yet. '
      : '',
    `The ladder’s sentences are from ${ladder.name}, version ${ladder.version.slice(0, 8)}. `,
    'Made with Ladder Coach. People decide promotions.',
  ].join('')
}
