import type { PacketChoices } from '../choices.ts'
import { type Candidate, isOut, MOST_OFFERED } from '../choose-stories.ts'
import type { Section } from '../packet.ts'
import type { Story } from '../stories.ts'
import type { ToldStory } from '../tell-stories.ts'
import { daysOfStory } from './receipts.ts'

/** All that counts for competencies, whatever its owner took out or brought in. */
export type Offerable = {
  readonly told: readonly Candidate<ToldStory>[]
  /** Stories whose words are not loaded, because a packet looks at the strongest only. */
  readonly unread: readonly Candidate[]
  readonly choices: PacketChoices
}

const latestFirst = (one: Candidate, other: Candidate): number =>
  other.score - one.score || (one.story.to < other.story.to ? 1 : -1)

/**
 * What counts for a competency and is not quoted there, strongest first, and how many stories more there are. What the
 * packet quotes elsewhere is offered too, with the number of its quote.
 */
export function offersFor(
  competency: string,
  own: readonly number[],
  { told, unread, choices }: Offerable,
  numbers: ReadonlyMap<Story, number>,
): Pick<Section, 'more' | 'moreLeft'> {
  const all = told
    .filter(({ story, competency: id }) => id === competency && !own.includes(numbers.get(story) ?? 0))
    // What is quoted nowhere comes first.
    .toSorted((a, b) => Number(numbers.has(a.story)) - Number(numbers.has(b.story)) || latestFirst(a, b))
  return {
    more: all.slice(0, MOST_OFFERED).map(({ story }) => ({
      ref: story.ref,
      text: story.lead,
      saidBy: story.saidBy,
      days: daysOfStory(story),
      out: isOut(story, choices),
      quotedAt: numbers.get(story) ?? null,
      sameAs: (story.repeats && numbers.get(story.repeats)) ?? null,
    })),
    moreLeft:
      Math.max(0, all.length - MOST_OFFERED) +
      unread.filter(({ competency: id }) => id === competency).length,
  }
}
