import { anyOf } from '../../domain/text/patterns.ts'
import { SENIORITY_WORDS } from './level-words.ts'

/** A level as a source names it. `id` is null if there is only a title, and `title` if there is only an id. */
export type LevelName = { readonly id: string | null; readonly title: string | null }

/** These patterns expect labels with single spaces. */
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

const SENIORITY = SENIORITY_WORDS.map((words) => new RegExp(`\\b${anyOf(words)}\\b`, 'i'))

/** A title without accents. */
const folded = (title: string): string => title.normalize('NFD').replace(/\p{M}/gu, '')

/** The rank that the words of a title show, 0 being the lowest. Null if none does. */
function rankOf(title: string): number | null {
  const found = SENIORITY.findLastIndex((words) => words.test(folded(title)))
  return found === -1 ? null : found
}

/** The rank of a title. The middle if no word shows it. */
export function seniority(title: string): number {
  return rankOf(title) ?? 2
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
 * Reads a label as a level, and how sure that is: 1 for an id, 0.8 for a word of seniority, 0.5 for a bare number, or
 * 0.
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
  const named = short && rankOf(text) !== null
  const suffixed = short && /\s(?:[IVX]{1,4}|\d)$/.test(text)
  return { name: { id: null, title: text }, surety: named || suffixed ? 0.8 : 0 }
}

const wordsOf = (label: string): string[] => label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Which of these labels are levels: the sure ones, and plain titles ("Designer") whose words are all in one of those
 * ("Senior Designer"). Bare numbers count only if `numbers` is true.
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

/** The share of these labels that are levels. 0 if fewer than two different ones are. */
export function levelShare(labels: readonly string[], numbers = true): number {
  const are = levelsAmong(labels, numbers)
  const distinct = new Set(labels.filter((_, index) => are[index]).map((label) => label.toLowerCase()))
  return distinct.size < 2 ? 0 : are.filter(Boolean).length / labels.length
}

/** The order of levels from the lowest: by numbers if each has its own, or reversed if the titles go downwards. */
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
