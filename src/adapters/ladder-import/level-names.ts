/** A level as a source names it. `id` is null where only a title is given, `title` where only an id is. */
export type LevelName = { readonly id: string | null; readonly title: string | null }

/** All of these read labels in which white space is one space. */
const ID = '[A-Za-z]{1,4}[ -]?\\d{1,2}[a-z]?'
const ONLY_ID = new RegExp(`^(${ID})$`)
const ID_BEHIND = new RegExp(`^(.+?) ?[([] ?(${ID}) ?[)\\]]$`)
const ID_IN_FRONT = new RegExp(`^(${ID})\\s*(?:[:·|/–—-]+\\s*|\\s+|\\s*\\(\\s*)(.+?)\\)?$`)
const ID_LAST = new RegExp(`^(.+?) ?[-–—:|/,] ?(${ID})$`)
const NUMBERED = new RegExp(
  [
    '^(?:level|lvl|grade|band|stage|step|tier|milestone|rank|stufe)\\s*(\\d{1,2}|[ivx]{1,4})\\s*',
    // "Level 3: Senior", "Level 3 (Senior)", "Level 3"
    '(?:[:·|–—-]+\\s*(.+)|\\(\\s*(.+?)\\s*\\)|)$',
  ].join(''),
  'i',
)
const TITLE_NUMBERED = /^(.+?) ?\( ?(?:level|lvl|grade|band) ?(\d{1,2}) ?\)$/i

/** Words of titles from the lowest to the highest; titles between them count as the middle. */
const SENIORITY = [
  /\b(?:intern|trainee|apprentice|novice|beginner)\b/i,
  /\b(?:graduate|entry|junior|jr|associate|assistant)\b/i,
  /\b(?:mid|mid-level|intermediate|competent|regular|medior)\b/i,
  /\b(?:senior|sr|proficient|advanced|experienced)\b/i,
  /\b(?:lead|staff|manager|expert)\b/i,
  /\b(?:principal|architect|master|director|head)\b/i,
  /\b(?:distinguished|fellow|vp|vice president|chief|cto)\b/i,
]

/** Where a title stands among titles, 0 the lowest; the middle where no word tells. */
const seniority = (title: string): number => {
  const found = SENIORITY.findLastIndex((words) => words.test(title))
  return found === -1 ? 2 : found
}

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
}

const compact = (id: string): string => id.replace(/[ -]/g, '')

/**
 * Reads a label as a level, and how surely it is one: 1 by an id, 0.8 by a word of seniority, 0.5 a bare number, 0 not.
 */
export function levelNameOf(label: string): { name: LevelName; surety: number } {
  const text = label
    .replace(/\s+/g, ' ')
    .replace(/(?<![:*_])[:*_]+$/, '')
    .trim()
  const numbered = NUMBERED.exec(text)
  if (numbered) {
    const number = ROMAN[numbered[1]!.toLowerCase()] ?? Number(numbered[1])
    return { name: { id: `L${number}`, title: numbered[2] ?? numbered[3] ?? null }, surety: 1 }
  }
  const behindNumber = TITLE_NUMBERED.exec(text)
  if (behindNumber) return { name: { id: `L${behindNumber[2]}`, title: behindNumber[1]! }, surety: 1 }
  if (ONLY_ID.test(text)) return { name: { id: compact(text), title: null }, surety: 1 }
  for (const [pattern, id, title] of [
    [ID_BEHIND, 2, 1],
    [ID_IN_FRONT, 1, 2],
    [ID_LAST, 2, 1],
  ] as const) {
    const match = pattern.exec(text)
    if (match && text.length <= 80)
      return { name: { id: compact(match[id]!), title: match[title]! }, surety: 1 }
  }
  if (/^\d{1,2}$/.test(text)) return { name: { id: `L${Number(text)}`, title: null }, surety: 0.5 }
  const short = text.length <= 60 && text.split(' ').length <= 7 && !/[.!?]$/.test(text)
  const named = short && SENIORITY.some((words) => words.test(text))
  const suffixed = short && /\s(?:[IVX]{1,4}|\d)$/.test(text)
  return { name: { id: null, title: text }, surety: named || suffixed ? 0.8 : 0 }
}

const wordsOf = (label: string): string[] => label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Which of these labels are levels: surely named ones, and plain titles ("Designer") whose words all stand in
 * another of them ("Senior Designer"). Bare numbers count only where `numbers` is true.
 */
export function levelsAmong(labels: readonly string[], numbers = true): boolean[] {
  const sure = labels.map((label) => levelNameOf(label).surety >= (numbers ? 0.5 : 0.6))
  return labels.map((label, index) => {
    if (sure[index]) return true
    const words = wordsOf(label)
    return (
      words.length > 0 &&
      words.length <= 4 &&
      labels.some(
        (other, at) => sure[at] && at !== index && words.every((word) => wordsOf(other).includes(word)),
      )
    )
  })
}

/** Share of these labels that are levels; 0 where fewer than two different ones are. */
export function levelShare(labels: readonly string[], numbers = true): number {
  const are = levelsAmong(labels, numbers)
  const distinct = new Set(labels.filter((_, index) => are[index]).map((label) => label.toLowerCase()))
  return distinct.size < 2 ? 0 : are.filter(Boolean).length / labels.length
}

/** The order of levels from the lowest: by numbers where all have one, turned round where titles go downwards. */
export function lowestFirst(names: readonly LevelName[]): number[] {
  const order = names.map((_, index) => index)
  const numbers = names.map(({ id }) => Number(/\d+/.exec(id ?? '')?.[0] ?? Number.NaN))
  if (numbers.every((number) => !Number.isNaN(number)) && new Set(numbers).size === numbers.length)
    return order.sort((a, b) => numbers[a]! - numbers[b]!)
  const ranks = names.map(({ title }) => seniority(title ?? ''))
  const falls = ranks.filter((rank, index) => index > 0 && rank < ranks[index - 1]!).length
  const rises = ranks.filter((rank, index) => index > 0 && rank > ranks[index - 1]!).length
  return falls > rises ? order.reverse() : order
}
