import { anyOf } from '../text/patterns.ts'
import { NO_PROFILES } from './no-profiles.ts'

/** An email address, a phone number, or a name in the address of a profile. */
type Contact = {
  readonly start: number
  readonly end: number
  readonly kind: 'email' | 'phone' | 'profile'
}

const AT_SIGN = anyOf({ sign: '@', spelled: '\\s?[[(]at[\\])]\\s?' })
const POINT = anyOf({ sign: '\\.', spelled: '\\s?[[(]dot[\\])]\\s?' })

/** Every part has a maximum length, and a match cannot begin inside a name, so that matching time stays bounded. */
const EMAIL = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}._%+'-])(?!git@)`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,63}${AT_SIGN}`,
    String.raw`(?:[\p{L}\p{N}-]{1,63}${POINT}){1,6}\p{L}{2,24}(?![\p{L}\p{N}-])`,
  ].join(''),
  'giu',
)

const NAME = String.raw`(?<name>[\p{L}\p{N}][\p{L}\p{N}_.%-]{0,79}(?<![.%]))(?![\p{L}\p{N}_-])`

/** Hosts whose paths to people begin with an @. */
const WITH_AT = [
  String.raw`medium\.com`,
  String.raw`mastodon\.social`,
  String.raw`hachyderm\.io`,
  String.raw`fosstodon\.org`,
  String.raw`threads\.net`,
  String.raw`youtube\.com`,
]

/**
 * Pages about people. The host stays, because it tells a reader what is linked, but the name in the path goes. On code
 * hosts only the profile page itself counts: the owner in `owner/repository` is as often a company, and known names are
 * removed from every address anyway.
 */
const PROFILES = [
  String.raw`linkedin\.com/(?:in|pub)/${NAME}`,
  String.raw`(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)/${NAME}(?!/[\p{L}\p{N}_-])`,
  String.raw`gist\.github\.com/${NAME}`,
  String.raw`(?:twitter|x|instagram|facebook)\.com/${NAME}`,
  String.raw`bsky\.app/profile/${NAME}`,
  `${anyOf(WITH_AT)}/@${NAME}`,
  String.raw`(?:dev\.to|keybase\.io)/@?${NAME}`,
].map((one) => new RegExp(String.raw`(?<![\p{L}\p{N}_.-])(?:[a-z]{1,3}\.)?${one}`, 'dgiu'))

/** What precedes a number that is not a phone number: a word, id, amount, version or another number. */
const NO_NUMBER_BEFORE = String.raw`(?<![\p{L}\p{N}_#$€£¥@/=.,:%-])`
const NO_NUMBER_AFTER = String.raw`(?![\p{N}_%/:-]|[.,]\p{N}|\s?(?:ms|kb|mb|gb|tb|rps|qps|usd|eur)\b)`

const PHONES = {
  '+44 (0)20 7946 0958, +1-202-555-0143': String.raw`\+\d{1,3}(?:[ .\-]?\(\d{1,4}\))?(?:[ .\-]?\d{1,4}){2,6}`,
  '(202) 555-0143': String.raw`\(\d{2,5}\)[ .\-]?\d{3,4}[ .\-]?\d{3,4}`,
  '202-555-0143, 1-800-555-0143': String.raw`(?:1[ .\-])?\d{3}([ .\-])\d{3}\1\d{4}`,
  '555-0143': String.raw`555[ .\-]\d{4}`,
  '020 7946 0958, 089/1234567, 06 12 34 56 78': String.raw`0\d{1,4}[ ./\-]\d{2,8}(?:[ .\-]\d{2,4}){0,4}`,
  '0044 20 7946 0958': String.raw`00\d{1,3}(?:[ .\-]?\d{2,4}){2,5}`,
}
const PHONE = new RegExp(`${NO_NUMBER_BEFORE}${anyOf(PHONES)}${NO_NUMBER_AFTER}`, 'gu')

/** A bare row of digits is a phone number if the word before says so. */
const CALLED = new RegExp(
  [
    String.raw`\b(?:phone|tel|telephone|mobile|cell|whatsapp|(?:call|text|reach) (?:me|her|him|them))`,
    String.raw`(?: number| no\.?)?(?: (?:is|at|on|under))?[:.]? {0,2}`,
    String.raw`(?<number>\+?\d(?:[ .()/-]{0,2}\d){6,14})(?![\d%])`,
  ].join(''),
  'dgiu',
)

const digits = (text: string): number => text.match(/\d/g)?.length ?? 0

/** Dates, years and IP addresses use the same separators as phone numbers. */
const OTHER = new RegExp(
  anyOf({
    'year and month': String.raw`^(?:19|20)\d\d[ ./-](?:0?\d|1[0-2])\b`,
    'day, month and year': String.raw`^\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$`,
    'years from and to': String.raw`^(?:19|20)\d\d[ –-](?:19|20)\d\d$`,
    'address of a machine': String.raw`^\d{1,3}(?:\.\d{1,3}){3}$`,
  }),
)

const phones = (text: string): Contact[] => {
  const shaped = [...text.matchAll(PHONE)]
    .filter(([number]) => {
      const least = /^555/.test(number) ? 7 : 8
      return digits(number) >= least && digits(number) <= 16 && !OTHER.test(number)
    })
    .map((match): Contact => ({ start: match.index, end: match.index + match[0].length, kind: 'phone' }))
  const called = [...text.matchAll(CALLED)].map((match): Contact => {
    const [start, end] = match.indices!.groups!.number!
    return { start, end, kind: 'phone' }
  })
  return [...shaped, ...called]
}

const profiles = (text: string): Contact[] =>
  PROFILES.flatMap((one) => [...text.matchAll(one)]).flatMap((match): Contact[] => {
    const [start, end] = match.indices!.groups!.name!
    return NO_PROFILES.has(match.groups!.name!.toLowerCase()) ? [] : [{ start, end, kind: 'profile' }]
  })

const emails = (text: string): Contact[] =>
  [...text.matchAll(EMAIL)].map(
    (match): Contact => ({ start: match.index, end: match.index + match[0].length, kind: 'email' }),
  )

/** Without one of these there is no address. Most sentences have none. */
const AT = /@|[[(]at[\])]/i

/** Email addresses, phone numbers and profiles of a text, in order and without overlaps. */
export function findContacts(text: string): Contact[] {
  const found = [
    ...(AT.test(text) ? emails(text) : []),
    ...(/\d/.test(text) ? phones(text) : []),
    ...(text.includes('/') ? profiles(text) : []),
  ]
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return sorted.filter((contact) => {
    if (contact.start < end) return false
    end = contact.end
    return true
  })
}
