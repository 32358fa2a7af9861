import type { Reply } from '../../../coaching/replies.ts'
import type { FindingCorrection } from '../../../domain/review/correct-findings.ts'
import type { ProposedCorrection } from '../../../domain/review/reply/said-wrong.ts'
import { listed } from '../../../domain/text/in-words.ts'
import { actions, button, clipped, line, richText, type Said, words } from '../rich-text.ts'
import { withFact } from './heard.ts'
import { nameOf } from './review-finding.ts'

/** How much of the sentence in question is repeated, in UTF-16 units. */
const QUOTED = 60

/** The words for "none" and "all of them" in the value of the button. */
const NONE = '-'

/** What is between the ids of two competencies in the value of the button. */
const BOTH = '+'

type Proposal = Reply & { kind: 'propose-correction' }

/** What a proposed correction would change, as a question. */
export function proposalWords({ proposed, ladder }: Pick<Proposal, 'proposed' | 'ladder'>): string {
  const { correction, quote, more, judged } = proposed
  const { competency, meant, and } = correction
  if (meant === null)
    return `Is ${judged ? 'what I said about' : 'the match with'} ${nameOf(ladder, competency ?? '')} wrong?`
  const rest = more === 0 ? '' : ` and ${more === 1 ? '1 more sentence' : `${more} more sentences`}`
  const what = quote === null ? 'this' : `“${clipped(quote, QUOTED)}”${rest}`
  const stays = competency === null || competency === and
  const both = competency === and ? [and, meant] : [meant, and]
  const names = both.flatMap((id) => (id ? [nameOf(ladder, id)] : []))
  return `${stays ? `Put ${what} under` : `Move ${what} to`} ${listed(names)}?`
}

/** What the button carries that makes a proposed correction. */
export function acceptValue(evidenceId: string, { correction }: ProposedCorrection): string {
  const { kind, competency, meant, and, spots } = correction
  const [spot] = spots ?? []
  const under = meant === null ? NONE : [meant, ...(and === undefined ? [] : [and])].join(BOTH)
  return [
    ...[evidenceId, kind, competency ?? NONE, under],
    ...(spot ? [String(spot.part), String(spot.start)] : []),
  ].join(' ')
}

/** One line that proposes a correction, and two answers. */
export function proposedView(reply: Proposal): Said {
  const { evidenceId, proposed, fact } = reply
  return {
    text: 'I have one question about what I got wrong.',
    blocks: [
      richText(line(words(proposalWords(reply)))),
      actions([
        button('Yes', 'review-accept', acceptValue(evidenceId, proposed)),
        button('Something else', 'review-wrong', evidenceId),
      ]),
      ...(fact === null ? [] : withFact('', fact, evidenceId).blocks),
    ],
  }
}

/** The correction in the value of "Yes", and its piece. Null if it is none. */
export function acceptedIn(value: string): { evidenceId: string; correction: FindingCorrection } | null {
  const [evidenceId = '', kind, competency = NONE, under = NONE, part, start] = value.split(' ')
  if (kind !== 'other-competency' && kind !== 'other') return null
  const spots = part === undefined ? {} : { spots: [{ part: Number(part), start: Number(start) }] }
  const id = (one: string): string | null => (one === NONE ? null : one)
  const [meant = NONE, and] = under.split(BOTH)
  const second = and === undefined ? {} : { and }
  return {
    evidenceId,
    correction: { kind, competency: id(competency), meant: id(meant), ...second, ...spots },
  }
}
