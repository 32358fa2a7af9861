import type { types } from '@slack/bolt'
import type { Reply } from '../../../coaching/replies.ts'
import type { Blank, DraftPart } from '../../../domain/review/say-evidence.ts'
import { bold, code, line, quote, richText, type Said, words } from '../rich-text.ts'
import { namedBlock } from './answered.ts'

const BLANKS: Readonly<Record<Blank, string>> = {
  'what-you-did': '[what you did, in one sentence]',
  'your-part': '[your own part: what you decided, changed or led]',
  'what-changed': '[what changed because of it]',
  'before-after': '[before and after, or an estimate]',
  link: '[a link to something that shows it]',
  'who-saw': '[who saw it and can confirm it]',
}

const row = (title: string, pieces: readonly DraftPart[]): types.RichTextBlock['elements'] => [
  line(bold(title)),
  ...pieces.flatMap((piece) =>
    piece.kind === 'blank'
      ? [line(code(BLANKS[piece.blank]))]
      : [...(piece.kind === 'said' ? [line(words(`Said by ${piece.by}:`))] : []), quote(piece.text)],
  ),
]

/** Says whose words are quoted if some or all of them are a colleague's. */
const WHOSE = {
  own: 'The quotes are your words. Fill in the blanks.',
  both: 'Quotes without a name are your words. Fill in the blanks.',
  others: 'Your colleague’s words are your evidence. Write the claim in your own words.',
} as const

const whose = ({ claim, evidence, impact }: (Reply & { kind: 'said' })['draft']): string => {
  const kinds = new Set([...claim, ...evidence, ...impact].map(({ kind }) => kind))
  return kinds.has('said') ? WHOSE[kinds.has('words') ? 'both' : 'others'] : WHOSE.own
}

/** A finding's words as claim, evidence and impact: quotes with their speakers, and blanks in brackets. */
export function saidView({ draft, of }: Reply & { kind: 'said' }): Said {
  return {
    text: 'A draft for you: claim, evidence and impact.',
    blocks: [
      ...(of ? [namedBlock(of)] : []),
      richText(
        line(words(`A draft for you. ${whose(draft)}`)),
        ...row('Claim', draft.claim),
        ...row('Evidence', draft.evidence),
        ...row('Impact', draft.impact),
        line(
          words(
            of
              ? 'Reply in the thread of that entry with your version, and I’ll update the review.'
              : 'Reply with your version and I’ll update the review.',
          ),
        ),
      ),
    ],
  }
}
