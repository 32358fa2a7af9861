import type { types } from '@slack/bolt'
import type { Reply } from '../../coaching/replies.ts'
import type { Blank, Piece } from '../../domain/say-evidence.ts'
import { bold, code, line, quote, richText, type Said, words } from './rich-text.ts'

const BLANKS: Readonly<Record<Blank, string>> = {
  'what-you-did': '[what you did, in one sentence]',
  'your-part': '[your own part: what you decided, changed or led]',
  'what-changed': '[what changed because of it]',
  'before-after': '[from what to what, measured how, or an estimate]',
  link: '[a link to something that shows it]',
  'who-saw': '[who saw it and could vouch]',
}

const row = (title: string, pieces: readonly Piece[]): types.RichTextBlock['elements'] => [
  line(bold(title)),
  ...pieces.map((piece) => (piece.kind === 'words' ? quote(piece.text) : line(code(BLANKS[piece.blank])))),
]

/** A finding's words as claim, evidence and impact: theirs quoted, the blanks in brackets. */
export const saidView = ({ draft }: Reply & { kind: 'said' }): Said => ({
  text: 'How you could say it: your own words as claim, evidence and impact, with blanks for what only you know.',
  blocks: [
    richText(
      line(words('How you could say it. The quoted words are yours; only you can fill the blanks.')),
      ...row('Claim', draft.claim),
      ...row('Evidence', draft.evidence),
      ...row('Impact', draft.impact),
      line(words('Send me the filled version as a reply here, and I read it again.')),
    ),
  ],
})
