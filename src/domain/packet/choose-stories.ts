import { strengthOf } from '../evidence/evidence-quality.ts'
import { isSameStory, type PacketChoices } from './choices.ts'
import type { StoryRef } from './packet.ts'
import type { Story, StoryShowing } from './stories.ts'

/** The most quotes of one competency. A reader has minutes, and the sixth adds little. */
export const MOST_QUOTES = 5

/** The most stories that are offered for a competency besides its quotes. */
export const MOST_OFFERED = 20

/** How many stories of a competency get their words loaded: those that are quoted, and those that are offered. */
const LOOKED_AT = MOST_QUOTES + MOST_OFFERED

/** How many of the stories against the case get their words loaded, the newest first. */
const LOOKED_AT_AGAINST = 8

/** How many of the stories that were taken out are offered again, the newest first. */
const MOST_OUT = 20

/** A story for one competency, and how much it adds. */
export type Candidate<T extends Story = Story> = {
  readonly story: T
  readonly competency: string
  readonly showing: StoryShowing
  readonly score: number
}

/** What decides which quotes are chosen. */
export type Choosing = {
  /** The competencies that the target level asks for, in the ladder's order, without hidden ones. */
  readonly competencies: readonly string[]
  readonly target: string
  /** Sentences that the current level does not ask. */
  readonly added: ReadonlySet<string>
  readonly choices: PacketChoices
}

/** The quarter of an ISO day: "2026 3". */
export function quarterName(day: string): string {
  return `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The best of what a story shows of a competency: judged before unjudged. */
const rank = ({ status, confirmed }: StoryShowing): number =>
  (status === 'evidenced' ? 6 : status === 'partly' ? 3 : 2) + (confirmed ? 2 : 0)

/** Whether a choice is about a story. It may have been a part of it, before more of the same note was found. */
const isAbout = (ref: StoryRef, { ref: own, spans }: Story): boolean =>
  isSameStory(ref, own) || (ref.evidenceId === own.evidenceId && spans.some(({ id }) => id === ref.span))

/** Whether the person took a story out. */
export function isOut(story: Story, { out }: PacketChoices): boolean {
  return out.some((ref) => isAbout(ref, story))
}

/** The competency that the person brought a story in for, or null if they did not. */
export function broughtIn(story: Story, choices: PacketChoices): string | null {
  return choices.in.find((ref) => isAbout(ref, story))?.competency ?? null
}

/** Every story with every competency that it shows, and also with the one where the person put it. */
export function candidatesOf<T extends Story>(stories: readonly T[], choosing: Choosing): Candidate<T>[] {
  const { competencies, target, added, choices } = choosing
  const asked = new Set(competencies)
  return stories.flatMap((story): Candidate<T>[] => {
    if (isOut(story, choices)) return []
    const put = broughtIn(story, choices)
    const best = new Map<string, StoryShowing>()
    for (const showing of story.showings) {
      // A verdict about another level says nothing about this one.
      const own = showing.target === target ? showing : { ...showing, status: null }
      const before = best.get(own.competency)
      if (asked.has(own.competency) && (!before || rank(own) > rank(before))) best.set(own.competency, own)
    }
    const [any] = story.showings
    if (put !== null && asked.has(put) && !best.has(put) && any)
      best.set(put, { ...any, competency: put, expectation: '', status: null, confirmed: true })
    return [...best].flatMap(([competency, showing]) =>
      put !== null && put !== competency
        ? []
        : [
            {
              story,
              competency,
              showing,
              score:
                rank(showing) +
                (showing.quality ? strengthOf(showing.quality) : 0) +
                (added.has(showing.expectation) ? 1 : 0) +
                (put === competency ? 100 : 0),
            },
          ],
    )
  })
}

/** What a further quote adds: another quarter, another sentence of the ladder, the first of its competency. */
const worth = (one: Candidate, taken: readonly Candidate[]): number => {
  const own = taken.filter(({ competency }) => competency === one.competency)
  const quarter = quarterName(one.story.to)
  return (
    one.score +
    (own.length === 0 ? 3 : 0) +
    (own.every(({ story }) => quarterName(story.to) !== quarter) ? 1.5 : 0) +
    (own.every(({ showing }) => showing.expectation !== one.showing.expectation) ? 1 : 0)
  )
}

/** Higher worth first, then the newer one, then by id, so that the same input gives the same packet. */
const isBetter = (one: Candidate, worthOfOne: number, other: Candidate, worthOfOther: number): boolean => {
  if (worthOfOne !== worthOfOther) return worthOfOne > worthOfOther
  if (one.story.to !== other.story.to) return one.story.to > other.story.to
  const [a, b] = [one.story.ref, other.story.ref]
  if (a.evidenceId !== b.evidenceId) return a.evidenceId < b.evidenceId
  return a.span.length === b.span.length ? a.span < b.span : a.span.length < b.span.length
}

const bestOf = <T extends Story>(
  left: readonly Candidate<T>[],
  taken: readonly Candidate<T>[],
): Candidate<T> | null => {
  let best: Candidate<T> | null = null
  let most = -1
  for (const one of left) {
    const value = worth(one, taken)
    if (best === null || isBetter(one, value, best, most)) {
      best = one
      most = value
    }
  }
  return best
}

/**
 * The stories whose words are needed: the strongest of each competency, spread over quarters, and what the person
 * chose.
 */
export function storiesToRead(stories: readonly Story[], choosing: Choosing): Story[] {
  const wanted = new Set<Story>()
  const byCompetency = Map.groupBy(candidatesOf(stories, choosing), ({ competency }) => competency)
  for (const all of byCompetency.values()) {
    const taken: Candidate[] = []
    let left = all
    while (taken.length < LOOKED_AT && left.length > 0) {
      const best = bestOf(left, taken)!
      taken.push(best)
      left = left.filter((one) => one !== best)
    }
    for (const { story, score } of all) if (score >= 100) wanted.add(story)
    for (const { story } of taken) wanted.add(story)
  }
  const some = [
    ...stories.filter((story) => story.against && !isOut(story, choosing.choices)).slice(-LOOKED_AT_AGAINST),
    ...stories.filter((story) => isOut(story, choosing.choices)).slice(-MOST_OUT),
  ]
  for (const story of some) wanted.add(story)
  return stories.filter((story) => wanted.has(story))
}

/** The chosen quotes of each competency, and other competencies that they also show. */
export type Chosen<T extends Story> = {
  readonly own: ReadonlyMap<string, readonly Candidate<T>[]>
  readonly also: ReadonlyMap<string, readonly T[]>
}

/**
 * Chooses at most five quotes of each competency. Each story appears once, where it adds most. What the person put
 * first comes first.
 */
export function chooseStories<T extends Story>(
  candidates: readonly Candidate<T>[],
  choosing: Choosing,
): Chosen<T> {
  const { competencies, choices } = choosing
  const taken: Candidate<T>[] = []
  let left = [...candidates]
  const counts = new Map<string, number>()
  while (left.length > 0) {
    const best = bestOf(left, taken)!
    taken.push(best)
    const count = (counts.get(best.competency) ?? 0) + 1
    counts.set(best.competency, count)
    left = left.filter(
      ({ story, competency, score }) =>
        story !== best.story && (competency !== best.competency || count < MOST_QUOTES || score >= 100),
    )
  }
  const place = ({ story }: Candidate<T>): number => {
    const at = choices.first.findIndex((ref) => isSameStory(ref, story.ref))
    return at === -1 ? choices.first.length : at
  }
  const chosen = new Set(taken.map(({ story }) => story))
  return {
    own: new Map(
      competencies.map((id) => [
        id,
        taken.filter(({ competency }) => competency === id).toSorted((a, b) => place(a) - place(b)),
      ]),
    ),
    also: new Map(
      competencies.map((id) => [
        id,
        candidates
          .filter(({ story, competency }) => competency === id && chosen.has(story))
          .map(({ story }) => story)
          .filter((story) => !taken.some((one) => one.story === story && one.competency === id)),
      ]),
    ),
  }
}
