import { withoutPlaceholders } from '../mask/placeholders.ts'

/** Objects to a letter without its placeholder, as in "Colleague A, then B", because it could not be restored. */
export function letterObjections(text: string, told: string): string[] {
  const given = new Set(
    [...told.matchAll(/\bColleagues? ([A-Z]{1,2})\b(?:(?:,| and|\/) ([A-Z])\b)?/g)].flatMap(
      ([, one, other]) => [one, other],
    ),
  )
  if (given.size === 0) return []
  const bare = /(?<![\p{L}\p{N}'’_&/+.-])(?!I(?![\p{L}\p{N}]))\p{Lu}(?![\p{L}\p{N}_&/+#-])/gu
  return [...withoutPlaceholders(text).matchAll(bare)]
    .filter(({ 0: letter, index, input }) => {
      const opens = /(?:^|[.!?:]["”’)]?\s+)$/.test(input.slice(0, index))
      return given.has(letter) && !(letter === 'A' && opens && /^A\s+\p{L}/u.test(input.slice(index)))
    })
    .map(({ 0: letter }) => `it names somebody by the letter "${letter}" alone`)
}
