import { anyOf, WORD_ENDS } from '../../text/patterns.ts'
import { isPraise, NAME, THANKED, WORK } from './praise.ts'

/** Who can have said it, with a word on where they sit: "Priya from payments", "one of our customers". */
const WHO = [
  anyOf([
    NAME,
    [
      '(?:(?:one of )?(?:my|our|the|an?) )(?:[a-z-]{1,15} ){0,2}',
      anyOf([
        /(?:manager|lead|boss|teammate|colleague|customer|client|PM|engineer|developer|director|intern|joiner)s?/,
        /head|team/,
      ]),
    ].join(''),
  ]),
  '(?: (?:from|in|on|at|of) (?:the )?[\\p{L}-]{1,20}(?: team)?)?',
].join('')
const SAID =
  /(?:wrote|said|told|messaged|texted|emailed|pinged|dm['’]?d|sent|posted|replied|commented|put it|mentioned)/
const WHEN = '[^"“«.;\\n]{0,40}?'
const QUOTE = '["“«]([^"”»]{4,400})'

type PassedOn = {
  readonly name: string
  readonly examples: readonly string[]
  /** The first group is what was said. Without one, the pattern itself shows praise. */
  readonly pattern: RegExp
}

/** Ways in which people pass on what others said of their work, each with examples. */
export const PASSED_ON: readonly PassedOn[] = [
  {
    name: 'they wrote it',
    examples: [
      'Priya wrote to me: “The way you explained the pool limit was super clear, we changed our settings.”',
      'My manager said in our 1:1 "you saved the launch by finding that limit"',
    ],
    pattern: new RegExp(`^\\W{0,6}${WHO} ${SAID.source}${WORD_ENDS}${WHEN}${QUOTE}`, 'iu'),
  },
  {
    name: 'it came from them',
    examples: [
      'Kudos from Lena: great write-up of the DNS incident, support finally understood it',
      'Feedback from the payments team: your runbook got us through the night',
    ],
    pattern: new RegExp(
      [
        `^\\W{0,6}(?:some |nice |got )?(?:${THANKED}|praise|feedback|a? ?(?:message|note|dm))(?: I got)? `,
        `from ${WHO}${WHEN}: ?["“]?(.{4,400})`,
      ].join(''),
      'iu',
    ),
  },
  {
    name: 'it is signed',
    examples: ['"You walked me through the whole failover, thank you" - Sam'],
    pattern: new RegExp(
      `^\\W{0,3}${QUOTE}["”»]\\s?[,(–—-]{0,3}\\s?(?:said |from |by )?${WHO}\\W{0,3}$`,
      'iu',
    ),
  },
  {
    name: 'they thanked me for it',
    examples: ['Devi thanked me for helping her with terraform', 'Got thanked for running the retro.'],
    pattern: new RegExp(
      [
        `^\\W{0,6}(?:${WHO} (?:publicly |personally |also )?`,
        '(?:thanked|praised|complimented|commended|credited|recogni[sz]ed) me|(?:I )?(?:was|got) (?:thanked|praised))',
        '(?: in [^,.;]{1,30}?)? (?:for|on) (?:always |also |quickly )?',
        `(?:[a-z]{2,20}ing|(?:my|the) ${WORK})${WORD_ENDS}`,
      ].join(''),
      'iu',
    ),
  },
]

/** Whether the person passes on what someone else said about their work. */
export function passesPraiseOn(text: string): boolean {
  return PASSED_ON.some(({ pattern }) => {
    const found = pattern.exec(text)
    return found !== null && (found[1] === undefined || isPraise(found[1]))
  })
}
