import type { Days, ToldDays } from '../dates/days.ts'
import type { Owner } from '../person.ts'
import type { Box } from '../text/list-marks.ts'
import { onceFor } from '../text/once-for.ts'
import { type ReadLimit, shareOut } from './read-limit.ts'
import { speakersIn } from './said/speakers.ts'
import { type Cut, cutSpans } from './spans.ts'
import type { About } from './support/about.ts'
import { answerIn } from './support/answers.ts'

/**
 * The state of a piece of evidence. `waiting` needs a goal first. `answered` was small talk, a file without words, or
 * something else that gets a reply but no review. `unsure` may be evidence: its owner is asked, and it is deleted if
 * they say no, or nothing for a day.
 */
export type EvidenceState = 'queued' | 'waiting' | 'reviewed' | 'answered' | 'unsure'

/**
 * How words became part of a piece. A `reply` in its thread may not be evidence at all. `confirmed` is a message that
 * is evidence because its owner said so, or a model did.
 */
type PartKind = 'message' | 'confirmed' | 'joined' | 'answer' | 'file' | 'form' | 'saved' | 'reply'

/** The kind of a secret that was removed before anything was stored. */
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
  /** The download failed several times, or took too long. */
  | 'not-fetched'
  /** Slack redirected to a place that we don't follow. */
  | 'moved'
  /** A sign-in page came instead. */
  | 'sign-in'
  /** The number of bytes differs from the file's size. */
  | 'cut'
  /** It is stored with another service, such as a Google document. */
  | 'elsewhere'
  /** A voice memo or a video. */
  | 'recording'
  /** A canvas, post or list, which Slack does not store as a file. */
  | 'canvas'
  /** Slack hides it because the workspace exceeds the limits of its plan. */
  | 'hidden'

/** A file of a message. `state` says whether its text was read, or why not. */
export type EvidenceFile = {
  /** Slack's id for it. */
  readonly id: string
  readonly name: string
  readonly state: 'pending' | 'read' | Unreadable
}

/** The name for a file that came without one. */
export const UNNAMED_FILE = 'a file'

/** The speaker, if Slack does not give their name. */
export const A_COLLEAGUE = 'a colleague'

/** A sentence's position: its part, and the UTF-16 offset at which it begins there. */
export type Spot = { readonly part: number; readonly start: number }

/** What a question of ours asks of a sentence: whose part it was, what changed, what shows it, or what was done. */
export type Asked = 'own-part' | 'result' | 'artefact' | 'what-happened'

/** The sentence that an answer is about, and what was asked of it, unless it says something that nobody asked for. */
export type AnswerTo = Spot & { readonly asked?: Asked }

/** A competency that a sentence was found to show before an edit. `start` is where the sentence begins now. */
export type Held = { readonly start: number; readonly competency: string; readonly ladder: string }

/** A stretch of words in a piece: a message, an answer to a question, a file, a saved message, a form. */
export type Part = {
  /** From 0, in order of arrival. */
  readonly position: number
  readonly kind: PartKind
  /** The colleague who said it, by the name that Slack shows, or null if the words are the person's own. */
  readonly saidBy: string | null
  /** Slack's ts of the message that has the words, or null for a form. */
  readonly messageTs: string | null
  /** Slack's text, unchanged except for removed secrets. */
  readonly raw: string
  /** `raw` with Slack's entities resolved. Spans and quotes are cut from it. */
  readonly reading: string
  /** What was removed before storing. */
  readonly leftOut: readonly SecretKind[]
  readonly file: EvidenceFile | null
  /** For an answer: what it is about, or null if it is about no sentence in particular. */
  readonly about: AnswerTo | null
  readonly writtenAt: Temporal.Instant
  /** What an edit of these words left as it was. */
  readonly held?: readonly Held[]
  /** True while its owner is asked whether to save it. */
  readonly asked?: boolean
}

/** Days that words name. `loose` ones only contain what happened: "in 2025" does not say that it took all of it. */
export type SaidDays = Omit<ToldDays, 'whole'> & { readonly loose?: true }

/** A thread of a person's DM. */
export type Thread = { readonly channel: string; readonly ts: string }

/** What a person wrote or sent about one thing, in their own words. */
export type Evidence = {
  readonly id: string
  readonly owner: Owner
  /** Where its replies go. Null for a piece that came without a message, until it has its own thread. */
  readonly thread: Thread | null
  readonly parts: readonly Part[]
  /** Counts changes of its words, from 1. A review belongs to one revision. */
  readonly revision: number
  readonly state: EvidenceState
  /** Null if they did not choose one and were not asked about one. */
  readonly about: About | null
  /** When it happened, if the person said so in a form. */
  readonly happened: Days | null
  /** When it happened according to its words, as the last review found, or null if they name no day. */
  readonly told: Days | null
  readonly receivedAt: Temporal.Instant
}

/** One sentence of a piece: UTF-16 offsets into its part's reading text, end exclusive, and the text between. */
export type Span = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** The position of its part, and its line in that part, from 0. */
  readonly part: number
  readonly line: number
  /** The same for everything said in one place: a line with the answers to questions about it, or a form. */
  readonly place: string
  /** The id of the span whose question it answers, or null. */
  readonly answers: string | null
  /** What its part was asked. `settled`: this sentence is the answer, whatever its words. */
  readonly asked?: { readonly kind: Asked; readonly settled: boolean }
  /** The colleague who said it, or null if the words are the person's own. */
  readonly saidBy: string | null
  /** How far the mark of its list item is indented, if it is in one. */
  readonly item?: number
  /** The box of its list item, if it is a task. */
  readonly box?: Box
  /** It is in a short note that came with a file. */
  readonly withFile?: true
}

/** The parts that are evidence. A reply counts once we know that it is an answer. */
export function evidenceParts(evidence: Pick<Evidence, 'parts'>): Part[] {
  return evidence.parts.filter(({ kind }) => kind !== 'reply')
}

/** The whole text of a piece, with an empty line between parts. */
export function readingOf(evidence: Pick<Evidence, 'parts'>): string {
  return evidenceParts(evidence)
    .map(({ reading }) => reading)
    .filter(Boolean)
    .join('\n\n')
}

/** The beginning of a piece's text: at least `most` UTF-16 units, if it has so many. */
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

/**
 * The sentences in the first so many UTF-16 units of a text. A sentence cut off there counts only if it is the only
 * one.
 */
const cutUpTo = (reading: string, most: number): Cut[] => {
  const cuts = cutSpans(reading.slice(0, most))
  return most < reading.length && cuts.length > 1 ? cuts.slice(0, -1) : cuts
}

/** The sentences of each part within the limits. `whole` is true if nothing was left out. */
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
 * The spans of a piece, numbered `s1`, `s2` and so on through its parts, and whether they are all of it. New parts come
 * last, so an answer changes no earlier id, as long as the whole piece is read.
 */
export function readSpans(evidence: Pick<Evidence, 'parts'>, limit: ReadLimit | null): ReadSpans {
  const known = readBefore(evidence.parts)
  const key = limit === null ? '' : `${limit.characters} ${limit.sentences}`
  const spans = known.get(key) ?? cutPiece(evidence, limit)
  known.set(key, spans)
  return spans
}

type ReadSpans = { readonly spans: Span[]; readonly whole: boolean }

/** Cached, because every step asks for the spans of a piece, and a month's file has thousands. */
const readBefore = onceFor((_: readonly Part[]) => new Map<string, ReadSpans>())

/** The most sentences of a note about a file. A longer one is evidence itself. */
const NOTE = 3

const cutPiece = (evidence: Pick<Evidence, 'parts'>, limit: ReadLimit | null): ReadSpans => {
  const parts = evidenceParts(evidence)
  const { cuts, whole } = cutParts(parts, limit)
  const spans: Span[] = []
  const brought = new Set(parts.flatMap(({ file, messageTs }) => (file && messageTs ? [messageTs] : [])))
  for (const [nth, { position, kind, saidBy, about, file, messageTs, reading }] of parts.entries()) {
    const speaker = speakersIn(reading)
    const isNote = file === null && brought.has(messageTs ?? '') && cuts[nth]!.length <= NOTE
    const note = isNote ? { withFile: true as const } : {}
    const asked = about && spans.find(({ part, start }) => part === about.part && start === about.start)
    const question = asked && about.asked
    const answer = question ? answerIn(cuts[nth]!.map(({ text }) => text)) : null
    for (const [at, span] of cuts[nth]!.entries())
      spans.push({
        ...span,
        id: `s${spans.length + 1}`,
        part: position,
        place: asked?.place ?? (kind === 'form' ? `${position}` : `${position} ${span.line}`),
        answers: asked?.id ?? null,
        ...(question ? { asked: { kind: question, settled: at === answer } } : {}),
        saidBy: saidBy ?? speaker(span.start),
        ...note,
      })
  }
  return { spans, whole }
}

/** The spans of a piece within the limit of its review, or all of them for null. */
export function spansOf(evidence: Pick<Evidence, 'parts'>, limit: ReadLimit | null = null): Span[] {
  return readSpans(evidence, limit).spans
}

/** Shorter texts are read sentence by sentence. A longer text without a sentence was not written by people. */
const FEW = 2_000

/** Whether a piece contains a sentence. Avoids cutting long texts. */
export function hasWords(evidence: Pick<Evidence, 'parts'>): boolean {
  const said = evidenceParts(evidence).filter(({ reading }) => /[\p{L}\p{N}]/u.test(reading))
  return said.some(({ reading }) => reading.length > FEW || cutSpans(reading).length > 0)
}

/** The position of a span. */
export function spotOf({ part, start }: Span): Spot {
  return { part, start }
}

/** Slack cuts a message's text after so many characters (docs.slack.dev, chat.postMessage). */
const MESSAGE_LIMIT = 40_000

/** Whether a message has the maximum length, so that its end may be missing. */
export function mayBeCut(evidence: Pick<Evidence, 'parts'>): boolean {
  return evidenceParts(evidence).some(({ file, raw }) => file === null && raw.length >= MESSAGE_LIMIT)
}

/** The files of a piece that gave no text, with the reason. */
export function unreadIn(evidence: Pick<Evidence, 'parts'>): EvidenceFile[] {
  return evidence.parts.flatMap(({ file }) =>
    file && file.state !== 'read' && file.state !== 'pending' ? [file] : [],
  )
}
