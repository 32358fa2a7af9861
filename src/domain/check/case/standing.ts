import { levelOf } from '../../ladder/ladder.ts'
import { anyOf } from '../../text/patterns.ts'
import type { Told } from './told.ts'

const LEVEL = '(?:next |target |higher |senior |staff |principal )?(?:level|role|title|position|l\\d|grade)'

/** What a case may not say about its author, because people decide that. */
const STANDS = new RegExp(
  anyOf({
    ready: [
      '\\bready (?:for|to)\\b[^.]{0,30}\\b(?:level|role|promotion|title|l\\d|senior|staff)\\b',
      "|\\bI(?:'m| am)(?: \\p{L}+)? ready\\b",
    ].join(''),
    'at the level': `\\b(?:at|above|beyond|of) (?:an? |the |my )?${LEVEL}\\b`,
    'what is asked': [
      '\\b(?:meets?|met|exceed(?:s|ed|ing)?|fulfill?(?:s|ed)?|satisf(?:y|ies|ied)|surpass\\w*) ',
      '(?:all |every |the |what )?(?:expectations?|requirements?|criteria|bar|standard|what is asked)',
    ].join(''),
    shows: [
      '\\b(?:shows?|showing|demonstrat\\w+|prov(?:es?|ed|ing)|reflects?|underlin\\w+|confirms?) ',
      '(?:clearly |again )?(?:that I|my|how I|I)\\b',
    ].join(''),
    deserve: /\b(?:deserv\w+|promotions?|promoted|qualif(?:y|ies|ied) (?:me|for))\b/,
    'as I am': [
      "\\bI(?:'m| am)(?: seen as| known as| considered| regarded as)? (?:an? |the )?(?:\\p{L}+ )?",
      '(?:expert|leader|mentor|best|strongest|go-to|senior|authority|role model)\\b',
    ].join(''),
    'known for': /\b(?:known for|recogni[sz]ed as|seen as|reputation|go-to person|role model)\b/,
    peers: [
      '\\b(?:ahead of|better than|unlike|more than|compared with) ',
      '(?:my |most |all |the |other )*(?:peers|colleagues|engineers|others)\\b',
    ].join(''),
  }),
  'iu',
)

/** Whether a sentence rates its author, unless a receipt says the same. */
export function saysStanding({ text, words, sources: { ladder, goal } }: Told): boolean {
  const [said] = STANDS.exec(text) ?? []
  if (said !== undefined && !words.toLowerCase().includes(said.toLowerCase())) return true
  return [goal.current, goal.target]
    .flatMap((id) => [id, levelOf(ladder, id)?.title ?? id])
    .some((name) => {
      const level = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'iu')
      return level.test(text) && !level.test(words)
    })
}

const GENDERED = [/\b(?:he|him|his|himself)\b/i, /\b(?:she|hers?|herself)\b/i] as const

/** Whether a sentence calls someone "he" or "she" although no receipt does. */
export function guessesGender({ text, words }: Told): boolean {
  return GENDERED.some((pattern) => pattern.test(text) && !pattern.test(words))
}

/** Whether a sentence treats its author as another person, or addresses its reader. */
export function changesPerson({ text }: Told): boolean {
  return /\b(?:the (?:author|writer|candidate|engineer)|you|your|yours)\b/i.test(text)
}
