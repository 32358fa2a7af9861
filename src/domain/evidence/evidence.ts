import type { Owner } from '../person.ts'
import { type ReadLimit, shareOut } from './read-limit.ts'
import { type Cut, cutSpans } from './spans.ts'

/**
 * Where a piece of evidence stands. `waiting` needs a goal first; `answered` was small talk, a file alone
 * or anything else that gets a reply but no review.
 */
export type EvidenceState = 'queued' | 'waiting' | 'reviewed' | 'answered'

/** How words became part of a piece. A `reply` in its thread is not yet known to be evidence at all. */
type PartKind = 'message' | 'joined' | 'answer' | 'file' | 'form' | 'saved' | 'reply'

/** What a secret was that was left out before anything was stored. */
export type SecretKind = 'key' | 'token' | 'password' | 'private key' | 'connection string'

/** Why a file gave no text. */
export type Unreadable =
  | 'too-large'
  | 'too-long'
  | 'empty'
  | 'scan'
  | 'password'
  | 'image'
  | 'archive'
  | 'old-word'
  | 'damaged'
  | 'too-slow'
  | 'other-kind'
  | 'gone'
  /** The connection failed some times, or took too long. */
  | 'not-fetched'
  /** Slack pointed to a place that is not followed. */
  | 'moved'
  /** A page to sign in on came in its place. */
  | 'sign-in'
  /** More or fewer bytes came than it has. */
  | 'cut'
  /** It lies with another service, such as a document of Google's. */
  | 'elsewhere'
  /** A voice memo or a video. */
  | 'recording'
  /** A canvas, post or list, which Slack keeps in no file. */
  | 'canvas'
  /** Slack hides it, because the workspace has more than its plan shows. */
  | 'hidden'

/** A file of a message. `state` says whether its text has been taken, or why it could not be. */
export type EvidenceFile = {
  /** Slack's id of it. */
  readonly id: string
  readonly name: string
  readonly state: 'pending' | 'read' | Unreadable
}

/** What a file is called that has no name where it came from. */
export const UNNAMED_FILE = 'a file'

/** Who said it, where Slack does not say their name. */
export const A_COLLEAGUE = 'a colleague'

/** A sentence's place: the position of its part, and the UTF-16 offset at which it begins there. */
export type Spot = { readonly part: number; readonly start: number }

/** One stretch of words of a piece: a message, an answer to a question, a file, a saved message, a form. */
export type Part = {
  /** From 0, in the order in which they came. */
  readonly position: number
  readonly kind: PartKind
  /** The colleague whose words these are, by the name that Slack shows; null: the person's own. */
  readonly saidBy: string | null
  /** Slack's ts of the message that it stands in; null: a form. */
  readonly messageTs: string | null
  /** Slack's text, untouched but for secrets. */
  readonly raw: string
  /** `raw` with Slack's entities undone; spans and quotes are cut from it. */
  readonly reading: string
  /** What was left out of it before it was stored. */
  readonly leftOut: readonly SecretKind[]
  readonly file: EvidenceFile | null
  /** For an answer: the sentence that was asked about; null: none in particular. */
  readonly about: Spot | null
  readonly writtenAt: Temporal.Instant
}

/** Days, both included. */
export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** A thread of a person's DM. */
export type Thread = { readonly channel: string; readonly ts: string }

/** What a person says that a piece is about, when they log it: a competency of a ladder, by their ids. */
export type About = { readonly ladder: string; readonly competency: string }

/** What a person wrote or sent about one thing, kept as they wrote it. */
export type Evidence = {
  readonly id: string
  readonly owner: Owner
  /** Where its answers go; null until a piece that came without a message has its own. */
  readonly thread: Thread | null
  readonly parts: readonly Part[]
  /** Counts up with each change of its words, from 1: a review is of one revision. */
  readonly revision: number
  readonly state: EvidenceState
  /** null: they did not say. */
  readonly about: About | null
  /** When it happened, where the person said so in a form. */
  readonly happened: Days | null
  /** When it happened by its own words, as the last reading found; null: they name no day. */
  readonly told: Days | null
  readonly receivedAt: Temporal.Instant
}

/** One sentence of a piece: UTF-16 offsets into its part's reading text, end exclusive, and the text between. */
export type Span = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** The position of the part that it stands in, and the line of that part, from 0. */
  readonly part: number
  readonly line: number
  /** The same for all that is said at one place: a paragraph with the answers to questions about it, a form. */
  readonly place: string
  /** The id of the span that it answers a question about; null: it answers none. */
  readonly answers: string | null
  /** The colleague whose words these are; null: the person's own. */
  readonly saidBy: string | null
}

/** The parts that are evidence: a reply counts once it is known to be an answer. */
export function evidenceParts(evidence: Pick<Evidence, 'parts'>): Part[] {
  return evidence.parts.filter(({ kind }) => kind !== 'reply')
}

/** All that a piece says, its parts set apart by an empty line. */
export function readingOf(evidence: Pick<Evidence, 'parts'>): string {
  return evidenceParts(evidence)
    .map(({ reading }) => reading)
    .filter(Boolean)
    .join('\n\n')
}

/** The beginning of what a piece says, at least `most` UTF-16 units of it where there are so many. */
export function beginningOf(evidence: Pick<Evidence, 'parts'>, most: number): string {
  const parts: Pick<Part, 'kind' | 'reading'>[] = []
  let length = 0
  for (const { kind, reading } of evidenceParts(evidence)) {
    if (length > most) break
    parts.push({ kind, reading: reading.slice(0, most + 1) })
    length += reading.length
  }
  return readingOf({ parts: parts as Part[] })
}

/** The sentences of the first so many UTF-16 units of a text; the one that is cut there counts only where it is all. */
const cutUpTo = (reading: string, most: number): Cut[] => {
  const cuts = cutSpans(reading.slice(0, most))
  return most < reading.length && cuts.length > 1 ? cuts.slice(0, -1) : cuts
}

/** Sentences of each part within the limits; `whole`: nothing was left out. */
const cutParts = (parts: readonly Part[], limit: ReadLimit | null): { cuts: Cut[][]; whole: boolean } => {
  if (limit === null) return { cuts: parts.map(({ reading }) => cutSpans(reading)), whole: true }
  const lengths = shareOut(
    parts.map(({ reading }) => reading.length),
    limit.characters,
  )
  const cuts = parts.map(({ reading }, nth) => cutUpTo(reading, lengths[nth]!))
  const counts = shareOut(
    cuts.map(({ length }) => length),
    limit.sentences,
  )
  return {
    cuts: cuts.map((all, nth) => all.slice(0, counts[nth])),
    whole: parts.every(
      ({ reading }, nth) => lengths[nth] === reading.length && counts[nth] === cuts[nth]!.length,
    ),
  }
}

/**
 * The spans of a piece, `s1`, `s2` ... through its parts, and whether they are all of it. Later parts come later, so
 * that an answer changes no id of what stood before, as long as all of it is read.
 */
export function readSpans(evidence: Pick<Evidence, 'parts'>, limit: ReadLimit | null): ReadSpans {
  const known = read.get(evidence.parts) ?? new Map<string, ReadSpans>()
  const key = limit === null ? '' : `${limit.characters} ${limit.sentences}`
  const spans = known.get(key) ?? cutPiece(evidence, limit)
  read.set(evidence.parts, known.set(key, spans))
  return spans
}

type ReadSpans = { readonly spans: Span[]; readonly whole: boolean }

/** A piece is asked for its spans at every step of its way, and a month's file has thousands. */
const read = new WeakMap<readonly Part[], Map<string, ReadSpans>>()

const cutPiece = (evidence: Pick<Evidence, 'parts'>, limit: ReadLimit | null): ReadSpans => {
  const parts = evidenceParts(evidence)
  const { cuts, whole } = cutParts(parts, limit)
  const spans: Span[] = []
  for (const [nth, { position, kind, saidBy, about }] of parts.entries()) {
    const asked = about && spans.find(({ part, start }) => part === about.part && start === about.start)
    for (const span of cuts[nth]!) {
      const place = asked?.place ?? (kind === 'form' ? `${position}` : `${position} ${span.line}`)
      const answers = asked?.id ?? null
      spans.push({ ...span, id: `s${spans.length + 1}`, part: position, place, answers, saidBy })
    }
  }
  return { spans, whole }
}

/** The spans of a piece, within the limit that it was read with; null: all of them. */
export function spansOf(evidence: Pick<Evidence, 'parts'>, limit: ReadLimit | null = null): Span[] {
  return readSpans(evidence, limit).spans
}

/** Shorter texts are looked at sentence by sentence; a longer one without a sentence is none that people write. */
const FEW = 2_000

/** Whether a piece holds a sentence at all, told without cutting long texts. */
export function hasWords(evidence: Pick<Evidence, 'parts'>): boolean {
  const said = evidenceParts(evidence).filter(({ reading }) => /[\p{L}\p{N}]/u.test(reading))
  return said.some(({ reading }) => reading.length > FEW || cutSpans(reading).length > 0)
}

/** Where a span stands. */
export function spotOf({ part, start }: Span): Spot {
  return { part, start }
}

/** Slack cuts a message's text behind so many characters (docs.slack.dev, chat.postMessage). */
const MESSAGE_LIMIT = 40_000

/** True where a message is as long as Slack lets one be: its end may be missing. */
export function mayBeCut(evidence: Pick<Evidence, 'parts'>): boolean {
  return evidenceParts(evidence).some(({ file, raw }) => file === null && raw.length >= MESSAGE_LIMIT)
}

/** The files of a piece that gave no text, with the reason. */
export function unreadIn(evidence: Pick<Evidence, 'parts'>): EvidenceFile[] {
  return evidence.parts.flatMap(({ file }) =>
    file && file.state !== 'read' && file.state !== 'pending' ? [file] : [],
  )
}
