import type { types } from '@slack/bolt'
import type { Reply } from '../../../coaching/replies.ts'
import type { Blank, DraftPart } from '../../../domain/review/say-evidence.ts'
import { bold, code, line, quote, richText, type Said, words } from '../rich-text.ts'

const BLANKS: Readonly<Record<Blank, string>> = {
  'what-you-did': '[what you did, in one sentence]',
  'your-part': '[your own part: what you decided, changed or led]',
  'what-changed': '[what changed because of it]',
  'before-after': '[from what to what, measured how, or an estimate]',
  link: '[a link to something that shows it]',
  'who-saw': '[who saw it and could vouch]',
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
  own: 'The quoted words are yours; only you can fill the blanks.',
  both: 'The quoted words are yours where no name stands before them; only you can fill the blanks.',
  others: 'What a colleague said stands as evidence; the claim has to be in your own words.',
} as const

const whose = ({ claim, evidence, impact }: (Reply & { kind: 'said' })['draft']): string => {
  const kinds = new Set([...claim, ...evidence, ...impact].map(({ kind }) => kind))
  return kinds.has('said') ? WHOSE[kinds.has('words') ? 'both' : 'others'] : WHOSE.own
}

/** A finding's words as claim, evidence and impact: quotes with their speakers, and blanks in brackets. */
export function saidView({ draft }: Reply & { kind: 'said' }): Said {
  return {
    text: 'How you could say it: claim, evidence and impact, with blanks for what only you know.',
    blocks: [
      richText(
        line(words(`How you could say it. ${whose(draft)}`)),
        ...row('Claim', draft.claim),
        ...row('Evidence', draft.evidence),
        ...row('Impact', draft.impact),
        line(words('Send me the filled version as a reply here, and I read it again.')),
      ),
    ],
  }
}
