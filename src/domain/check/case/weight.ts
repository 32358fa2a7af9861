import { anyOf } from '../../text/patterns.ts'
import { stem, stemsOf } from '../../text/stems.ts'
import { deedOf, deedsIn } from './deeds.ts'
import type { Told } from './told.ts'

const stemSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem))

/** Adjectives and adverbs that weigh instead of telling. */
const PRAISE = stemSet(`
  successful successfully flawless flawlessly seamless seamlessly significant significantly substantial substantially
  exceptional exceptionally outstanding excellent expert expertly skilful skilfully remarkable remarkably impressive
  dramatic dramatically considerable considerably effective effectively efficient efficiently crucial critical
  critically vital pivotal instrumental strategic strategically proactive proactively passionate robust
  comprehensive complex major key smooth smoothly tireless meticulous meticulously thorough thoroughly greatly highly
  vastly strong strongly deep deeply invaluable exemplary
`)

/** Words of the receipts, as stems, and as they are. */
const heldBy = ({ words, sources }: Told): ReadonlySet<string> =>
  new Set([
    ...stemsOf(`${words} ${sources.rows}`),
    ...(words.toLowerCase().match(/\p{L}+/gu) ?? []).map(stem),
  ])

/** Praises the work in words that no receipt has. */
export function praises(told: Told): boolean {
  const held = heldBy(told)
  return (told.text.toLowerCase().match(/\p{L}+/gu) ?? []).some(
    (word) => PRAISE.has(stem(word)) && !held.has(stem(word)),
  )
}

/** Words of extent. A receipt with one of a group allows the others of it. */
const EXTENTS: readonly RegExp[] = [
  /\b(?:all|every|each|entire(?:ly)?|whole|everyone|everybody|everything|completely|fully|full)\b/i,
  /\b(?:always|never|constant(?:ly)?|no longer|not .{0,30}since|have been no|has been no)\b/i,
  new RegExp(
    `\\b${anyOf([
      /regular(?:ly)?|consistent(?:ly)?|routinely|repeatedly|frequently|often|weekly|daily/,
      /every (?:day|week|month)/,
    ])}\\b`,
    'i',
  ),
  /\b(?:several|multiple|many|numerous|various|countless|dozens|juniors|others)\b/i,
  /\b(?:(?:company|org(?:ani[sz]ation)?|team|department)-?wide|across (?:the|all|our)|cross-\w+)\b/i,
  /\b(?:on time|ahead of (?:time|schedule)|under budget|in time)\b/i,
  new RegExp(
    [
      '\\b(?:first|only|best|largest|biggest|fastest|hardest|most \\p{L}+) ',
      '(?:person|one|engineer|ever|in the|on the|of the)\\b',
    ].join(''),
    'iu',
  ),
]

/** "All 71": the number of a whole. */
const ALL_OF = /\b(?:all|every one|each)(?: of)?(?: the| my| our)? (\d+)/gi

/** Whom work reaches or impresses. A receipt has to name the same ones. */
const AUDIENCES = new RegExp(
  `\\b${anyOf([
    /leadership|leaders|management|executives?|directors?|board|stakeholders?|customers?|clients?/,
    /users?|partners?|company|organi[sz]ation|industry|public|departments?/,
  ])}\\b`,
  'g',
)

/** Makes more of it: all instead of some, always instead of once. */
export function widens({ text, words }: Told): boolean {
  const wholes = new Set([...words.matchAll(ALL_OF)].map(([, number]) => number))
  if ([...text.matchAll(ALL_OF)].some(([, number]) => !wholes.has(number))) return true
  if (EXTENTS.some((extent) => extent.test(text) && !extent.test(words))) return true
  const low = words.toLowerCase()
  return (text.toLowerCase().match(AUDIENCES) ?? []).some((one) => !low.includes(one.replace(/s$/, '')))
}

/** Results, each with the words of a receipt that can mean it. */
const RESULTS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\breduc\w+|\bdecreas\w+/i,
    /\breduc|\bdecreas|\bcut|\bless\b|\blower|\bfewer|\bdrop|\bdown\b|\bfrom\b|\bfell/i,
  ],
  [/\bincreas\w+|\bgrew\b|\braised\b/i, /\bincreas|\bup\b|\bmore\b|\bhigher|\bgrew|\braise|\bfrom\b/i],
  [/\bsav(?:es?|ed|ing)\b/i, /\bsav(?:e|ing)|\bless\b|\bcheaper|\bcosts?\b/i],
  [/\bimprov\w+/i, /\bimprov|\bbetter|\bfaster|\bquicker|\blower/i],
  [/\bprevent\w*|\bprotect\w*|\bavoid\w*/i, /\bprevent|\bprotect|\bavoid|\bcaught\b|\bso that\b/i],
  [/\beliminat\w+/i, /\beliminat|\bgone\b|\bno more\b|\bzero\b/i],
  [/\bensur\w+|\bguarantee\w*/i, /\bensur|\bmade sure|\bmake sure|\bguarantee/i],
  [/\benabl\w+|\bempower\w*|\bunblock\w*/i, /\benabl|\bempower|\bunblock|\bcan now\b|\bcould\b/i],
  [/\bstreamlin\w+|\bstrengthen\w*|\bboost\w*|\baccelerat\w+|\btransform\w*|\boptimi[sz]\w+/i, /(?!)/],
  [/\bachiev\w+|\bsucceed\w*/i, /\bachiev|\bsucceed|\bworked\b|\bdone\b|\bmet\b/i],
  [/\bon(?:ce)? and for all\b|\bfor good\b|\bpermanent\w*/i, /\bfor good\b|\bpermanent/i],
]

/** What follows as a result: ", which halved it", ", saving hours". */
const FOLLOWS = /,\s(?:which|that) (?:\p{L}+ly )?(\p{L}+)|,\s(\p{L}{3,}ing)\b/giu

/** Words that begin such a part and name no result. */
const NO_RESULT = new RegExp(
  `^(?:${anyOf([
    /includ|us|start|begin|leav|mak|be|follow|accord|depend|regard/,
    /is|are|was|were|had|has|have|could|can|in|I|we|he|she/,
  ])})(?:ing)?$`,
  'i',
)

/** Names a result that no receipt has. */
export function addsResult({ text, words }: Told): boolean {
  const known = new Set([...stemsOf(words), ...deedsIn(words)])
  const follows = [...text.matchAll(FOLLOWS)].flatMap(([, verb, doing]) => verb ?? doing ?? [])
  if (follows.some((one) => !NO_RESULT.test(one) && !known.has(deedOf(one)))) return true
  return RESULTS.some(([said, meant]) => said.test(text) && !meant.test(words) && !said.test(words))
}

/** Words that say that one thing caused another. */
const CAUSE = anyOf({
  because: /because|thanks to|as a result|therefore|thereby|hence|due to|thus/,
  led: /result(?:s|ed|ing) in|led to|leading to|contribut(?:ed|ing) to|which (?:meant|allowed|let|helped|made|led)/,
  so: /so that|, so (?!far)/,
})
const CAUSES = new RegExp(`(?:\\b|(?=,))${CAUSE}`, 'i')
const TELLS_CAUSE =
  /\b(?:because|so|since|thanks|results?|resulted|therefore|due|caused?|why|after|reason|means|meant|until|once)\b/i

/** Presents two things as cause and effect although its receipts only mention them. */
export function addsCause({ text, words }: Told): boolean {
  return CAUSES.test(text) && !TELLS_CAUSE.test(words)
}

/**
 * The share of a sentence that may be words that no receipt has. Fewer of them than `FEW_NEW` are always allowed.
 */
const MOST_NEW = 0.5
const FEW_NEW = 3
/** In a sentence with at most this many words that claim something, one new word fewer is allowed. */
const SHORT = 4

/** Words that join and tell, and claim nothing. */
const PLAIN = stemSet(`
  wrote write written said say told tell found finished did done made make came come part work working worked time
  later then first also after before during while where which whose when both rest open since own used plan change
  changed took take went put set got led began started asked gave given show showed shown
`)

/** Consists mostly of words that no receipt has. */
export function isNew(told: Told): boolean {
  const held = heldBy(told)
  const words = [...new Set(stemsOf(told.text))].filter((word) => !PLAIN.has(word))
  const fresh = words.filter((word) => !held.has(word))
  return fresh.length >= FEW_NEW - (words.length <= SHORT ? 1 : 0) && fresh.length / words.length > MOST_NEW
}
