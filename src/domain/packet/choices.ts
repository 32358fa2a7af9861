import type { StoryRef } from './packet.ts'

/** What a person decided about their packet for one level. It stays when new evidence comes. */
export type PacketChoices = {
  /** Stories that are in no packet. */
  readonly out: readonly StoryRef[]
  /** Stories that are in it whatever else there is, and for which competency. Only these may be a colleague's words. */
  readonly in: readonly (StoryRef & { readonly competency: string })[]
  /** Stories that come first in their competency, the latest choice first. */
  readonly first: readonly StoryRef[]
  /** Ids of competencies that are left out. */
  readonly hidden: readonly string[]
  /** The person's own paragraphs, by competency. */
  readonly claims: Readonly<Record<string, string>>
  /** What a stranger has to know, by competency. */
  readonly contexts: Readonly<Record<string, string>>
}

export const NO_CHOICES: PacketChoices = {
  out: [],
  in: [],
  first: [],
  hidden: [],
  claims: {},
  contexts: {},
}

/** A change of a packet by its owner. */
export type PacketEdit =
  | { readonly kind: 'take-out'; readonly ref: StoryRef }
  | { readonly kind: 'bring-in'; readonly ref: StoryRef; readonly competency: string }
  | { readonly kind: 'first'; readonly ref: StoryRef }
  | { readonly kind: 'hide' | 'show'; readonly competency: string }
  /** Empty words remove it. */
  | { readonly kind: 'claim' | 'context'; readonly competency: string; readonly words: string }

/** The most stories that a person can take out, bring in or put first. The oldest choice gives way. */
const MOST = 500

/** True if both name the same story. In another revision, sentences have other ids, so it is any of the same piece. */
export function isSameStory(one: StoryRef, other: StoryRef): boolean {
  return one.evidenceId === other.evidenceId && (one.revision !== other.revision || one.span === other.span)
}

const without = <Ref extends StoryRef>(refs: readonly Ref[], ref: StoryRef): Ref[] =>
  refs.filter((one) => !isSameStory(one, ref))

const withWords = (
  all: Readonly<Record<string, string>>,
  competency: string,
  words: string,
): Readonly<Record<string, string>> => {
  const { [competency]: _, ...rest } = all
  return words.trim() ? { ...rest, [competency]: words.trim() } : rest
}

/** The choices after one more. */
export function withEdit(choices: PacketChoices, edit: PacketEdit): PacketChoices {
  switch (edit.kind) {
    case 'take-out':
      return {
        ...choices,
        out: [edit.ref, ...without(choices.out, edit.ref)].slice(0, MOST),
        in: without(choices.in, edit.ref),
        first: without(choices.first, edit.ref),
      }
    case 'bring-in':
      return {
        ...choices,
        in: [{ ...edit.ref, competency: edit.competency }, ...without(choices.in, edit.ref)].slice(0, MOST),
        out: without(choices.out, edit.ref),
      }
    case 'first':
      return { ...choices, first: [edit.ref, ...without(choices.first, edit.ref)].slice(0, MOST) }
    case 'hide':
      return { ...choices, hidden: [...new Set([...choices.hidden, edit.competency])] }
    case 'show':
      return { ...choices, hidden: choices.hidden.filter((one) => one !== edit.competency) }
    case 'claim':
      return { ...choices, claims: withWords(choices.claims, edit.competency, edit.words) }
    case 'context':
      return { ...choices, contexts: withWords(choices.contexts, edit.competency, edit.words) }
  }
}
