import { UNSPACED } from '../text/patterns.ts'
import { askedKindOf } from './asked-kind.ts'
import type { Message } from './message.ts'
import { type Said, saidIn, signsOf } from './signs.ts'

const LENGTHS = [1, 2, 3, 5, 8, 14, 25, 50]

const sizeOf = (count: number): string => String(LENGTHS.find((most) => count <= most) ?? 'more')

/** Scripts without spaces are read by their letters. */
const RUNS = new RegExp(`${UNSPACED}{2,}`, 'gu')

const pairsIn = (run: string): string[] =>
  Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))

const wordFeatures = ({ words, lower }: Said): string[] => {
  if (words.length === 0) return []
  const first = words.slice(0, 120)
  const shown = first.map((word) => word.replace(/\d+/g, '0'))
  return [
    ...shown.map((word) => `w ${word}`),
    ...shown.slice(1).map((word, at) => `w ${shown[at]} ${word}`),
    ...first.flatMap((word) => (word.length > 5 ? [`s ${word.slice(0, 5)}`] : [])),
    ...first.flatMap((word) => (word.length > 4 ? [`e ${word.slice(-3)}`] : [])),
    ...(lower.match(RUNS) ?? []).flatMap(pairsIn).map((pair) => `j ${pair}`),
    `1 ${shown[0]}`,
    `2 ${shown.slice(0, 2).join(' ')}`,
    `l ${shown.at(-1)}`,
  ]
}

/** What the model sees of a message, as names. Each counts once. */
export function featuresOf({ place, asked, text }: Message): string[] {
  const said = saidIn(text)
  const kind = askedKindOf(asked)
  const at = place === 'dm' ? 'dm' : kind === 'nothing' ? 'open thread' : 'asked'
  const size = sizeOf(said.words.length)
  const signs = signsOf(said)
  return [
    ...new Set([
      '1',
      `place ${at}`,
      `asked ${kind}`,
      `size ${size}`,
      `size ${size}, ${at}`,
      `size ${size}, asked ${kind}`,
      `sentences ${Math.min(said.sentences.length, 4)}`,
      ...signs.map((sign) => `sign ${sign}`),
      ...signs.map((sign) => `sign ${sign}, ${at}`),
      ...signs.map((sign) => `sign ${sign}, asked ${kind}`),
      ...wordFeatures(said),
    ]),
  ]
}
