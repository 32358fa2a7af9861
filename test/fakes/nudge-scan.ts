import type { Json } from './local-slack.ts'

/** Everything that a channel post may say: the ladder's own words, the owner's questions, and words of ours. */
export type MaySay = {
  readonly ladder: Iterable<string>
  readonly questions: Iterable<string>
  readonly fixed: Iterable<string>
}

/** Every text that people see, or hear read aloud, in a message. */
const textsIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    ['text', 'alt_text', 'title', 'placeholder', 'label'].includes(key) && typeof inner === 'string'
      ? [inner]
      : textsIn(inner),
  )
}

/**
 * What a channel post says beyond what it may: whatever is left of its texts once sentences of the ladder, questions
 * and fixed words are taken out, longest first. Names, mentions, counts and streaks would all be left. Empty: it says
 * nothing about anyone.
 */
export const foreignWords = (
  post: { readonly text: string; readonly blocks: Json[] },
  { ladder, questions, fixed }: MaySay,
): string[] => {
  const may = [...ladder, ...questions, ...fixed].filter(Boolean).toSorted((a, b) => b.length - a.length)
  return [post.text, ...textsIn(post.blocks)].flatMap((text) => {
    let left = text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    for (const one of may) left = left.replaceAll(one, ' ')
    return left.match(/[\p{L}\p{N}<@#!][^\s]*/gu) ?? []
  })
}
