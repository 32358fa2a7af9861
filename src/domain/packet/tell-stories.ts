import type { When } from '../dates/days.ts'
import { type Evidence, readingOf, type Span, spansOf } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { withoutAddresses } from '../evidence/evidence-quality.ts'
import { isWeakness } from '../evidence/no-deeds.ts'
import { notesOf } from '../evidence/notes.ts'
import type { Quality } from '../evidence/quality.ts'
import type { ReadLimit } from '../evidence/read-limit.ts'
import { bestQuality, strengthOfSpan } from '../evidence/span-quality.ts'
import { questionOf } from '../evidence/support/about.ts'
import { besideOf } from '../evidence/support/owners.ts'
import type { Choice, SpanDays } from '../review/review.ts'
import { saidIn } from '../review/say-evidence.ts'
import type { PacketChoices } from './choices.ts'
import { broughtIn } from './choose-stories.ts'
import { confidentialIn } from './confidential.ts'
import { type ReplacedValue, replacedIn, saysReplaced } from './replaced.ts'
import { type Story, whenOfAll } from './stories.ts'
import { type Gist, gistOf, tellTheSame } from './told-twice.ts'

/** A piece whose words a packet may quote, and how much of it was read. */
export type PacketPiece = {
  readonly evidence: Pick<Evidence, 'id' | 'parts' | 'revision' | 'about'>
  readonly cut: ReadLimit | null
  /** When it happened, as far as is known of all of it. */
  readonly days: When
  /** When its sentences about work happened, by their ids, as far as is known of each. */
  readonly spanDays: SpanDays
  /** Its owner wants in it what looks confidential. */
  readonly included: boolean
  /** Its owner called something that was found in it wrong, or hid the competency that some of it is about. */
  readonly inPart: boolean
  /** No competency has any of it. */
  readonly unplaced: boolean
  /** Sentences for which its review offers competencies to choose from. */
  readonly choices: readonly Choice[]
}

/** The sentences of a piece that may be in a packet, and those that look confidential. */
export function openSpansOf({ evidence, cut, included }: PacketPiece): {
  readonly open: readonly Span[]
  readonly withheld: readonly Span[]
} {
  const spans = spansOf(evidence, cut)
  const withheld = included ? new Set() : new Set(confidentialIn(evidence, spans))
  return {
    open: withheld.size === 0 ? spans : spans.filter(({ id }) => !withheld.has(id)),
    withheld: spans.filter(({ id }) => withheld.has(id)),
  }
}

/** A story with its words. */
export type ToldStory = Story & {
  /** The sentences that may be quoted, in the order of the piece. At least one, all by one speaker. */
  readonly quoted: readonly Span[]
  readonly saidBy: string | null
  /** The question that it answers, or null. */
  readonly asked: string | null
  /** It is not in the packet unless its owner puts it there. */
  readonly offered: boolean
  readonly quality: Quality
  /** The sentence that says most, with its neighbours as far as they are short. Verbatim. */
  readonly lead: string
  readonly links: readonly string[]
  /** The story that tells the same, if that one is told instead. */
  readonly repeats: ToldStory | null
}

const LINK = /https?:\/\/[^\s<>|)\]]+[^\s<>|)\].,;:!?'"]/g

const linksIn = (spans: readonly Span[]): string[] => [
  ...new Set(spans.flatMap(({ text }) => text.match(LINK) ?? [])),
]

/** What a sentence must be to be quoted: what is planned, asked or only a title shows nothing that was done. */
export function isQuotable(span: Span): boolean {
  const kind = kindOfSpan(span)
  return !['plan', 'request', 'heading'].includes(kind) && !(kind === 'loss' && isWeakness(span.text))
}

const numberOf = (id: string): number => Number(id.slice(1))

const strongest = (spans: readonly Span[]): Span =>
  spans.reduce((best, span) => (strengthOfSpan(span) > strengthOfSpan(best) ? span : best), spans[0]!)

/** About how many words of a story its case quotes. The receipt has all of them. */
const EXCERPT = 45

const wordsIn = (text: string): number => text.split(/\s+/).length

/** A sentence with those that follow and come before it among `spans`, until it is about 45 words long. */
export function excerptAround(span: Span, spans: readonly Span[]): string {
  const at = spans.indexOf(span)
  let [from, to] = [at, at]
  let count = wordsIn(spans[at]!.text)
  const add = (nth: number, isNext: boolean): boolean => {
    const span = spans[nth]
    const near = spans[isNext ? nth - 1 : nth + 1]!
    if (!span || span.part !== near.part || Math.abs(numberOf(span.id) - numberOf(near.id)) !== 1)
      return false
    if (count + wordsIn(span.text) > EXCERPT) return false
    count += wordsIn(span.text)
    return true
  }
  while (add(to + 1, true)) to += 1
  while (add(from - 1, false)) from -= 1
  return spans
    .slice(from, to + 1)
    .map(({ text }) => text.trim())
    .join(' ')
}

type Telling = {
  readonly choices: PacketChoices
  readonly replaced: readonly ReplacedValue[]
}

/** The most sentences of a note that is quoted as a whole, so that a stranger can follow it. */
const WHOLE = 8

/** The notes of a piece that are quoted as a whole. A short piece without headings is one note. */
export function wholeNotes({ evidence, cut, inPart }: PacketPiece): readonly (readonly Span[])[] {
  if (inPart) return []
  const spans = spansOf(evidence, cut)
  const isOne = spans.length <= WHOLE && spans.every((span) => kindOfSpan(span) !== 'heading')
  return (isOne ? [spans] : notesOf(spans)).filter(({ length }) => length <= WHOLE)
}

/** The stories of one note are one. */
const asOne = (stories: readonly Story[]): Story => {
  const [first] = stories
  return {
    ref: first!.ref,
    spans: stories.flatMap(({ spans }) => spans),
    ...whenOfAll(stories),
    showings: stories.flatMap(({ showings }) => showings),
    against: stories.some(({ against }) => against),
  }
}

/** Whether a sentence is known to have happened at another time than a story. */
const isOfOtherDays = ({ id }: Span, { from, to }: Story, { spanDays }: PacketPiece): boolean => {
  const days = spanDays[id]
  return days !== undefined && (`${days.from}` > to || `${days.to}` < from)
}

/** Whether its owner placed it, or said that it is right where it is. */
const isConfirmed = ({ showings }: Story): boolean => showings.some(({ confirmed }) => confirmed)

/** A story with the words of its note, one for each speaker of a sentence that a finding has. */
const told = (
  story: Story,
  note: readonly Span[],
  piece: PacketPiece,
  { choices, replaced }: Telling,
): ToldStory[] => {
  const spans = openSpansOf(piece).open
  const found = new Set(story.spans.map(({ id }) => id))
  const ids = new Set([
    ...found,
    ...note.filter((one) => !isOfOtherDays(one, story, piece)).map(({ id }) => id),
  ])
  const whole = readingOf(piece.evidence)
  const usable = spans.filter(
    (span) =>
      ids.has(span.id) &&
      // What a person placed is evidence to them, whatever its form.
      (isQuotable(span) || (found.has(span.id) && isConfirmed(story))) &&
      !saysReplaced(span.text, whole, replaced),
  )
  const speakers = Map.groupBy(usable, ({ saidBy }) => saidBy)
  return [...speakers]
    .filter(([, quoted]) => speakers.size === 1 || quoted.some(({ id }) => found.has(id)))
    .map(([saidBy, quoted]) => {
      if (speakers.size === 1) return toldBy(saidBy, story, quoted, [...ids], piece, choices)
      const own = story.spans.filter(({ id }) => quoted.some((span) => span.id === id))
      const part = { ...story, ref: { ...story.ref, span: own[0]!.id }, spans: own }
      return toldBy(
        saidBy,
        part,
        quoted,
        own.map(({ id }) => id),
        piece,
        choices,
      )
    })
}

/** What one speaker says of a story. */
const toldBy = (
  saidBy: string | null,
  story: Story,
  quoted: readonly Span[],
  ids: readonly string[],
  piece: PacketPiece,
  choices: PacketChoices,
): ToldStory => {
  const spans = openSpansOf(piece).open
  const quality = bestQuality(quoted, spans)
  return {
    ...story,
    showings: story.showings.map((showing) => ({ ...showing, quality })),
    quoted,
    saidBy,
    // The first part is the answer. What came to it later answers something else.
    asked: quoted.some(({ part }) => part === 0) ? questionOf(piece.evidence) : null,
    // A colleague's words are theirs, so they are quoted only where the person chose them.
    offered: saidBy !== null && broughtIn(story, choices) === null,
    quality,
    lead: excerptAround(strongest(quoted), quoted),
    links: linksIn([...saidIn(ids, spans), ...besideOf(quoted, spans)]),
    repeats: null,
  }
}

const isStronger = (one: ToldStory, other: ToldStory): boolean => {
  const [a, b] = [one, other].map(({ quoted }) => Math.max(...quoted.map(strengthOfSpan))) as [number, number]
  return a === b ? one.quoted.length > other.quoted.length : a > b
}

/**
 * Of stories in which one person tells the same thing, the strongest one. The others are only offered, unless their
 * owner brought them in. What a colleague says too is no repetition.
 */
const toldOnce = (stories: readonly ToldStory[], choices: PacketChoices): ToldStory[] => {
  const isChosen = (story: ToldStory): boolean => broughtIn(story, choices) !== null
  const kept: { story: ToldStory; gist: Gist; again: ToldStory[] }[] = []
  for (const story of stories.toSorted((a, b) => Number(isChosen(b)) - Number(isChosen(a)))) {
    const text = story.quoted.map((span) => withoutAddresses(span.text)).join(' ')
    const gist = gistOf(text, Temporal.PlainDate.from(story.to))
    const twin = isChosen(story)
      ? undefined
      : kept.find(
          (one) =>
            one.story.ref.evidenceId !== story.ref.evidenceId &&
            one.story.saidBy === story.saidBy &&
            tellTheSame(one.gist, gist),
        )
    if (!twin) kept.push({ story, gist, again: [] })
    else if (isChosen(twin.story) || !isStronger(story, twin.story)) twin.again.push(story)
    else {
      twin.again.push(twin.story)
      Object.assign(twin, { story, gist })
    }
  }
  const repeated = new Map(kept.flatMap(({ story, again }) => again.map((one) => [one, story] as const)))
  return stories.map((story) => {
    const repeats = repeated.get(story)
    return repeats ? { ...story, offered: true, repeats } : story
  })
}

/**
 * The stories with their words. What is told twice is offered the second time. Left out: what looks confidential, what
 * its author corrected, and stories whose piece is gone, has changed since its review, or has no sentence that may be
 * quoted.
 */
export function tellStories(
  stories: readonly Story[],
  pieces: readonly PacketPiece[],
  choices: PacketChoices,
): ToldStory[] {
  const known = new Map(pieces.map((piece) => [piece.evidence.id, piece]))
  const replaced = pieces.flatMap(({ evidence }) => replacedIn(readingOf(evidence)))
  const telling = { choices, replaced }
  return toldOnce(
    [...Map.groupBy(stories, ({ ref }) => ref.evidenceId)].flatMap(([id, own]) => {
      const piece = known.get(id)
      if (!piece) return []
      const read = own.filter(({ ref }) => ref.revision === piece.evidence.revision)
      const noteOf = new Map(wholeNotes(piece).flatMap((note) => note.map(({ id: span }) => [span, note])))
      // A story outside of these notes is quoted by itself.
      return [...Map.groupBy(read, (story) => noteOf.get(story.spans[0]!.id) ?? story)].flatMap(
        ([note, stories]) => told(asOne(stories), Array.isArray(note) ? note : [], piece, telling),
      )
    }),
    choices,
  )
}
