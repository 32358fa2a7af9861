import { goalDateOf } from '../ladder/goal-date.ts'
import type { Level } from '../ladder/ladder.ts'
import { lookupWords, questionOf } from '../ladder/question.ts'
import { levelsSaid } from '../message/levels-said.ts'
import { anyWord } from '../text/patterns.ts'
import type { Asked } from './asked.ts'
import { monthIn } from './periods.ts'

const END_OF_YEAR = new RegExp(
  anyWord([
    '(?:the )?(?:end of (?:the|this) year|year ?end|years end|this year|ende (?:des|dieses) jahres|jahresende)',
    'fin(?:ales)? de ano|final(?:es)? de(?:l)? ano|(?:la )?fin de l ?annee|(?:o )?fim do ano|final do ano',
  ]),
  'u',
)
const NEXT_YEAR = new RegExp(
  anyWord(['(?:the )?end of next year|next year|nachstes jahr|lannee prochaine|ano que vem']),
  'u',
)
const DATE_BEHIND = /\b(?:by|until|till|before|bis|hasta|para|avant|pour|dici|ate)\s+(.{3,40})$/u
const NEXT_MONTH =
  /\bnext (january|february|march|april|may|june|july|august|september|october|november|december)\b/

const isoMonth = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

/** The date that a wish for a goal names, as an ISO date or in its words if these are no date. Null if it has none. */
const dateOf = ({ text, said, today }: Asked): string | null => {
  if (NEXT_YEAR.test(said)) return isoMonth(today.year + 1, 12)
  if (END_OF_YEAR.test(said)) return isoMonth(today.year, 12)
  const low = text.toLowerCase().replace(/(?<![.!?])[.!?]+$/, '')
  const behind = DATE_BEHIND.exec(low)?.[1]
  const asWritten = behind ? goalDateOf(behind.replace(NEXT_MONTH, '$1'), today) : null
  if (asWritten) return asWritten
  const year = /\bin (20\d\d)\b/.exec(said)?.[1]
  if (year) return isoMonth(Number(year), 12)
  const month = monthIn(said)
  if (month) {
    const year = month.year ?? (month.month >= today.month ? today.year : today.year + 1)
    return isoMonth(year, month.month)
  }
  return behind && /\d/.test(behind) ? behind : null
}

/** A wish for a goal as it is typed after `/ladder goal`: "L4 by 2027-06". Empty if it names no level and no date. */
export function goalTextOf(asked: Asked): string {
  const { levels } = asked.named
  const date = dateOf(asked)
  const [first, second] = levels
  const from = second && first && first.rank < second.rank
  const level = from ? `${first.id} to ${second.id}` : first?.id
  return [...(level ? [level] : []), ...(date ? [`by ${date}`] : [])].join(' ')
}

/** The same for a message that says which level is aimed for, which one its writer has, or both in any order. */
export function goalSaidIn({ text, ladder }: Asked): string {
  const said = levelsSaid(text)
  const named = (words: string | null): Level | undefined =>
    words === null ? undefined : questionOf(ladder, lookupWords(words), true).levels[0]
  const current = named(said.current)
  const target = named(said.target) ?? ladder.levels.find(({ rank }) => current && rank > current.rank)
  if (!target) return ''
  return current && current.rank < target.rank ? `${current.id} to ${target.id}` : target.id
}
