import type { When } from '../dates/days.ts'
import { type Evidence, readingOf, type Span, spansOf } from '../evidence/evidence.ts'
import { kindOfSpan } from '../evidence/evidence-kind.ts'
import { withoutAddresses, withoutDates } from '../evidence/evidence-quality.ts'
import { isWeakness } from '../evidence/no-deeds.ts'
import { notesOf } from '../evidence/notes.ts'
import type { Quality } from '../evidence/quality.ts'
import type { ReadLimit } from '../evidence/read-limit.ts'
import { bestQuality, joined, qualityOfSpan, strengthOfSpan } from '../evidence/span-quality.ts'
import { questionOf } from '../evidence/support/about.ts'
import { besideOf } from '../evidence/support/owners.ts'
import type { Choice, SpanDays } from '../review/review.ts'
import { saidIn } from '../review/say-evidence.ts'
import type { PacketChoices } from './choices.ts'
import { broughtIn } from './choose-stories.ts'
import { confidentialIn } from './confidential.ts'
import { isShort, leadOf } from './quotes/excerpt.ts'
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
  /** What makes it strong, with what stands next to its sentences. */
  readonly quality: Quality
  /** What its own sentences show together, and the answers about them. */
  readonly shows: Quality
  /** What was done, the sentence that says most, and its result, as far as they are short. */
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

/** The first deed of the paragraph that a story is in, if it is short. */
const headsOf = ({ evidence, cut, inPart }: PacketPiece): ((story: Story) => readonly Span[]) => {
  const notes = inPart ? [] : notesOf(spansOf(evidence, cut))
  const noteOf = new Map(notes.flatMap((note) => note.map(({ id }) => [id, note])))
  return ({ spans }) =>
    (noteOf.get(spans[0]!.id) ?? [])
      .filter((span) => kindOfSpan(span) === 'deed' && isShort(span.text))
      .slice(0, 1)
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
  const isHead = note.length === 1 && !found.has(note[0]!.id)
  return [...speakers].flatMap(([saidBy, quoted]) => {
    const own = quoted.filter(({ id }) => found.has(id))
    const telling = isHead ? own : quoted
    if (speakers.size === 1) return toldBy({ saidBy, story, quoted, telling, near: [...ids] }, piece, choices)
    const [first] = own
    if (!first) return []
    const near = own.map(({ id }) => id)
    const part = {
      ...story,
      ref: { ...story.ref, span: first.id },
      spans: story.spans.filter(({ id }) => near.includes(id)),
    }
    return toldBy({ saidBy, story: part, quoted, telling, near }, piece, choices)
  })
}

/** What sentences show together, with the answers about them. */
const showsOf = (quoted: readonly Span[], spans: readonly Span[]): Quality => {
  const ids = new Set(quoted.map(({ id }) => id))
  const answers = spans.filter((span) => span.answers !== null && ids.has(span.answers))
  return joined([...quoted, ...answers].map(qualityOfSpan))
}

/**
 * What one speaker says of a story. `telling` are the sentences that may say most, `near` those whose links belong to
 * it.
 */
type Said = {
  readonly saidBy: string | null
  readonly story: Story
  readonly quoted: readonly Span[]
  readonly telling: readonly Span[]
  readonly near: readonly string[]
}

const toldBy = (
  { saidBy, story, quoted, telling, near }: Said,
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
    lead: leadOf(quoted, telling, story),
    shows: showsOf(quoted, spans),
    links: linksIn([...saidIn(near, spans), ...besideOf(quoted, spans)]),
    repeats: null,
  }
}

const isStronger = (one: ToldStory, other: ToldStory): boolean => {
  const [a, b] = [one, other].map(({ quoted }) => Math.max(...quoted.map(strengthOfSpan))) as [number, number]
  return a === b ? one.quoted.length > other.quoted.length : a > b
}

/** Whether no sentence is in both stories. */
const areApart = (one: ToldStory, other: ToldStory): boolean =>
  one.ref.evidenceId !== other.ref.evidenceId ||
  !one.quoted.some(({ id }) => other.quoted.some((span) => span.id === id))

/**
 * Of stories in which one person tells the same thing, the strongest one. The others are only offered, unless their
 * owner brought them in. What a colleague says too is no repetition.
 */
const toldOnce = (stories: readonly ToldStory[], choices: PacketChoices): ToldStory[] => {
  const isChosen = (story: ToldStory): boolean => broughtIn(story, choices) !== null
  const kept: { story: ToldStory; gist: Gist; again: ToldStory[] }[] = []
  for (const story of stories.toSorted((a, b) => Number(isChosen(b)) - Number(isChosen(a)))) {
    const text = story.quoted.map((span) => withoutDates(withoutAddresses(span.text))).join(' ')
    const gist = gistOf(text, Temporal.PlainDate.from(story.to))
    const twin = isChosen(story)
      ? undefined
      : kept.find(
          (one) =>
            areApart(one.story, story) && one.story.saidBy === story.saidBy && tellTheSame(one.gist, gist),
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
      // A story in a longer note is quoted with the sentence that says what that was about.
      const headOf = headsOf(piece)
      return [...Map.groupBy(read, (story) => noteOf.get(story.spans[0]!.id) ?? story)].flatMap(
        ([note, stories]) =>
          told(asOne(stories), Array.isArray(note) ? note : headOf(note as Story), piece, telling),
      )
    }),
    choices,
  )
}
