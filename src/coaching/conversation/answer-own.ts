import type { Ask, WhichPiece } from '../../domain/conversation/ask.ts'
import { progressOf } from '../../domain/conversation/progress.ts'
import { standingLadder } from '../../domain/ladder/goal.ts'
import { ladderOf, levelOf, rankOf, type Shelf } from '../../domain/ladder/ladder.ts'
import { coverageOf, emptiestFirst } from '../../domain/packet/coverage.ts'
import { topicOf } from '../../domain/review/reply/reply-topic.ts'
import type { Finding } from '../../domain/review/review.ts'
import { draftOf, saidIn } from '../../domain/review/say-evidence.ts'
import { undisputed } from '../../domain/review/undisputed.ts'
import type { Reply } from '../replies.ts'
import { type OpenedReview, openReview } from '../review/open-review.ts'
import type { AskDeps, AskedBy } from './ask-deps.ts'
import { findEntries, whichPieces } from './find-pieces.ts'

type Asks<K extends Ask['kind']> = Extract<Ask, { kind: K }>

/** How many entries a list in a conversation shows. */
const SHOWN = 5

/** How many of the newest entries are tried for one that has a review. */
const TRIED = 10

/** No piece has this id. */
const NO_PIECE = '-'

/** The question for a goal, with the levels to choose from. */
export function goalAsked(shelf: Shelf): Reply {
  const ladder = shelf.standard ?? shelf.all[0]!
  const source = { ladder, shelf, home: true, exact: true, sure: true, page: 1 }
  return { kind: 'looked-up', source, found: { kind: 'goal', goal: null } }
}

/** The person's progress towards their goal, or a question that asks for a goal. */
export async function answerProgress(
  { store, ladders, now }: AskDeps,
  { owner, evidenceId, part }: AskedBy,
  { chances, competency, level }: Asks<'progress'>,
): Promise<Reply> {
  const shelf = ladders.shelf()
  const goal = await store.goal(owner)
  const ladder = standingLadder(shelf, goal)
  if (goal === null || ladder === null) return goalAsked(shelf)
  // What a level above the goal adds to it. Of the level that they have, nothing is missing.
  const asked = level === undefined || level === goal.target ? undefined : levelOf(ladder, level)
  const above = asked && rankOf(ladder, asked.id) > rankOf(ladder, goal.current) ? asked : null
  const aim = above ? { ...goal, target: above.id } : goal
  const asking = part === undefined ? (evidenceId ?? NO_PIECE) : NO_PIECE
  const [earlier, { competencies: pieces }, { reviews: entries }, rows] = await Promise.all([
    store.earlier(owner, asking, aim),
    store.packet(owner, ladder.id),
    store.kept(owner),
    store.shownRows(owner, aim),
  ])
  const { lines } = coverageOf(ladder, aim, rows, now().toZonedDateTimeISO('UTC').toPlainDate())
  const order = emptiestFirst(ladder, aim, lines)
  const progress = progressOf({
    ...{ ladder, goal: aim, earlier, pieces, about: competency },
    emptiestFirst: order,
  })
  const instead = above ? { instead: { level: above, reviewed: earlier.length > 0 } } : {}
  return { kind: 'progress', ladder, shelf, goal, entries, progress, chances, about: competency, ...instead }
}

/** The person's entries, or one of them with its review. */
export async function answerList(
  deps: AskDeps,
  asked: AskedBy,
  { filter, open }: Asks<'list'>,
): Promise<Reply> {
  const { store, ladders } = deps
  const rows = await findEntries(deps, asked, filter, SHOWN + 1)
  const [first] = rows
  if (open && first?.review) {
    const opened = await openReview(deps, asked.owner, first.evidence.id)
    if (typeof opened !== 'string') return { kind: 'opened', opened }
  }
  const shelf = ladders.shelf()
  const goal = await store.goal(asked.owner)
  const ladder = (goal ? ladderOf(shelf, goal.ladder) : undefined) ?? shelf.standard
  const limited = filter.period !== null || filter.competency !== null || filter.words !== null
  if (first === undefined && !limited) return { kind: 'no-answer', why: 'no-entries' }
  return { kind: 'entries', rows: rows.slice(0, SHOWN), more: rows.length > SHOWN, filter, ladder }
}

/** The review of the piece that is meant. Of the latest entries, that of the first that has one. */
const reviewOf = async (deps: AskDeps, asked: AskedBy, which: WhichPiece): Promise<OpenedReview> => {
  const wider = which.kind === 'latest' ? { ...which, count: TRIED } : which
  for (const { id } of await whichPieces(deps, asked, wider)) {
    const opened = await openReview(deps, asked.owner, id)
    if (typeof opened !== 'string') return opened
  }
  return 'gone'
}

/** Why a review says what it says: in its thread about it, elsewhere about the latest, saying which. */
export async function answerReview(
  deps: AskDeps,
  asked: AskedBy,
  { text, which }: Asks<'review'>,
): Promise<Reply> {
  const opened = await reviewOf(deps, asked, which)
  if (typeof opened === 'string') return { kind: 'no-answer', why: 'no-review' }
  const topic = topicOf(text, opened.ladder, opened.review.goal)
  return { kind: 'answered', topic, ...opened, names: asked.part === undefined }
}

/** The finding that carries most. */
const bestOf = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ status }) => status === 'evidenced') ??
  findings.find(({ status }) => status === 'partly') ??
  findings[0]

/** The words of a piece as claim, evidence and impact. */
export async function answerSay(deps: AskDeps, asked: AskedBy, { which }: Asks<'say'>): Promise<Reply> {
  const opened = await reviewOf(deps, asked, which)
  if (typeof opened === 'string') return { kind: 'no-answer', why: 'no-review' }
  const finding = bestOf(undisputed(opened.review.findings))
  // Without a finding, all of it can still be put better.
  const spans = finding ? saidIn(finding.spans, opened.quotes.spans) : opened.quotes.spans
  const said = { kind: 'said', competency: finding?.competency ?? null, draft: draftOf(spans) } as const
  return asked.part === undefined ? { ...said, of: opened.evidence } : said
}
