import { likeness } from '../text/likeness.ts'
import { plain } from '../text/plain.ts'
import { type Competency, competenciesOf, type Ladder, type Level } from './ladder.ts'

/** Every spelling of a level: id, rank, title, and title with id. */
export function levelNames(level: Level): string[] {
  return [
    level.id,
    level.id.replace(/^(\p{L}+)(\d)/u, '$1 $2'),
    String(level.rank),
    `level ${level.rank}`,
    level.title,
    `${level.title} ${level.id}`,
    `${level.id} ${level.title}`,
  ].map(plain)
}

/** Every spelling of a competency: id, name, subtitle, and name with subtitle. */
export function competencyNames(competency: Competency): string[] {
  return [
    competency.id,
    competency.name,
    ...(competency.subtitle ? [competency.subtitle, `${competency.name} ${competency.subtitle}`] : []),
  ].map(plain)
}

/** The pairs of letters in a name, including its start and end. */
const pairsIn = (text: string): string[] => {
  const padded = ` ${text} `
  return [...new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)))]
}

/** How similar a name must be to be offered. Below this, offers look random. */
const NEAR = 0.35

const best = (names: readonly string[], words: readonly string[]): number =>
  Math.max(0, ...names.flatMap((name) => words.map((word) => likeness(pairsIn(name), pairsIn(word)))))

/**
 * The level and the competency most similar to what was typed. Each is null if nothing is similar enough. For a number
 * past either end of the ladder ("L9"), that end is the nearest level.
 */
export function nearestNames(
  ladder: Ladder,
  text: string,
): { level: Level | null; competency: Competency | null } {
  const words = plain(text).slice(0, 200).split(' ').slice(0, 12)
  const tries = [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]
  // "L9" or "9", with the letters of this ladder's ids. "U1" is a person, not a level.
  const letters = new Set([
    '',
    'level ',
    ...ladder.levels.map((level) => plain(level.id).replace(/(?<!\d)\d+$/, '')),
  ])
  const number = tries
    .map((word) => /^(.*?)(\d{1,3})$/u.exec(word))
    .find((found) => found !== null && letters.has(found[1] ?? ''))?.[2]
  const byNumber =
    number === undefined
      ? null
      : [...ladder.levels].sort(
          (a, b) => Math.abs(a.rank - Number(number)) - Math.abs(b.rank - Number(number)),
        )[0]
  const ranked = <T>(things: readonly T[], names: (thing: T) => string[]): T | null => {
    const scored = things.map((thing) => ({ thing, score: best(names(thing), tries) }))
    const top = scored.sort((a, b) => b.score - a.score)[0]
    return top && top.score >= NEAR ? top.thing : null
  }
  return {
    level: byNumber ?? ranked(ladder.levels, (level) => [plain(level.title), plain(level.id)]),
    competency: ranked(competenciesOf(ladder), competencyNames),
  }
}
