import { stem } from '../../text/stems.ts'

/** Verbs whose past says nothing about their stem. */
const IRREGULAR: Readonly<Record<string, string>> = {
  led: 'lead',
  ran: 'run',
  did: 'do',
  done: 'do',
  made: 'make',
  built: 'build',
  rebuilt: 'rebuild',
  wrote: 'write',
  written: 'write',
  rewrote: 'rewrite',
  took: 'take',
  gave: 'give',
  found: 'find',
  got: 'get',
  chose: 'choose',
  told: 'tell',
  said: 'say',
  kept: 'keep',
  held: 'hold',
  brought: 'bring',
  saw: 'see',
  sent: 'send',
  taught: 'teach',
  caught: 'catch',
  went: 'go',
  drew: 'draw',
  spoke: 'speak',
  drove: 'drive',
  oversaw: 'oversee',
  began: 'begin',
  won: 'win',
  bought: 'buy',
  sold: 'sell',
  fell: 'fall',
  rose: 'rise',
  left: 'leave',
  put: 'put',
  set: 'set',
  cut: 'cut',
  shut: 'shut',
  split: 'split',
}

/** Words that look like a past tense but are not, or that only help another verb. */
const NO_DEED =
  /^(?:need|indeed|speed|feed|seed|hundred|used|red|shared|related|based|called|named|left|set)$/

/** The stems of the deeds that a text names, in the past tense or after one of `starts`. */
export function deedsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return new Set(
    words.flatMap((word) => {
      const base = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : null
      if (base !== null && !NO_DEED.test(word)) return [stem(base)]
      return /\p{L}{2}ed$/u.test(word) && !NO_DEED.test(word) ? [stem(word)] : []
    }),
  )
}

/** The stem of a verb in whatever form. */
export function deedOf(word: string): string {
  const low = word.toLowerCase()
  return stem(Object.hasOwn(IRREGULAR, low) ? IRREGULAR[low]! : low)
}

/** Verbs that say the same about who made something. */
const SAME: readonly (readonly string[])[] = [
  ['build', 'create', 'make', 'develop', 'implement', 'write', 'do'],
  ['launch', 'ship', 'release', 'deploy', 'roll', 'go'],
  ['fix', 'solve', 'resolve', 'repair'],
  ['decide', 'choose', 'pick'],
  ['find', 'discover', 'trace', 'see', 'bisect', 'line'],
].map((group) => group.map(deedOf))

/** The stems that may name a deed. */
export function sameDeeds(deed: string): readonly string[] {
  return SAME.find((group) => group.includes(deed)) ?? [deed]
}
