import { anyOf } from '../text/patterns.ts'

const FOR_ME = [
  /mentored|sponsored|coached|taught|hired|promoted|supported|told|encouraged|inspired|motivated|helped/,
  /allowed|enabled|gives|trained|onboarded|thanked|praised/,
]

type OthersWork = {
  readonly name: string
  readonly example: string
  readonly pattern: string | RegExp
  /** Whether it applies even if the writer mentions their own part in the same sentence. */
  readonly always: boolean
}

/** Ways to say that someone else did it, for the writer or while they watched, each with an example. */
export const OTHERS_WORK: readonly OthersWork[] = [
  {
    name: 'done by somebody',
    example: 'The workshop was held by the platform team.',
    always: true,
    pattern: /\b(?:taught|given|held|led|run|organi[sz]ed|hosted|written|created|presented) by (?!me\b)/,
  },
  {
    name: 'a title with its speaker',
    example: '[21 March] Building a Chatbot by Andrew',
    always: true,
    pattern: [
      '(?-i:^[^\\p{L}\\d\\[]*(?:\\[[^\\]]{1,40}\\] )?\\p{Lu}\\p{L}*ing [^;]{1,80} ',
      'by \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}*)?[^\\p{L}\\d]*$)',
    ].join(''),
  },
  {
    name: 'thanks to somebody',
    example: 'Many thanks to Grace Hopper who found it.',
    always: true,
    pattern: /\b(?:many )?thanks to \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)* (?:who|for)\b/u,
  },
  {
    name: 'done for me',
    example: 'My manager encouraged me to write.',
    always: false,
    pattern: `\\b${anyOf(FOR_ME)} (?:me|us)\\b`,
  },
  {
    name: 'my mentor',
    example: 'She has been a friend, and they were my first mentors.',
    always: false,
    pattern:
      /\b(?:have been|was|were|are|is) (?:\p{L}+ )?my (?:\p{L}+ )?(?:mentors?|manager|role models?|sponsors?|coach)\b/u,
  },
  {
    name: 'good mentors',
    example: 'There were great mentors there.',
    always: false,
    pattern: /\b(?:amazing|great|good|wonderful|lucky to have) (?:\p{L}+ )?(?:mentors|role models)\b/u,
  },
  {
    name: 'made unnecessary',
    example: 'My patch was made unnecessary by a later release.',
    always: true,
    pattern: /\bmade unnecessary by\b/,
  },
  {
    name: 'a colleague did it',
    example: 'A colleague demoed the new dashboard.',
    always: false,
    pattern: /\bcolleagues? (?:demoed|showed|presented|built|wrote|made|shipped|told|said)\b/,
  },
  {
    name: 'given to me',
    example: 'The team kept giving me advice.',
    always: false,
    pattern: /\b(?:giving|gave|given) me\b/,
  },
  {
    name: 'they also',
    always: false,
    example: 'In spring they also rewrote the parser.',
    pattern: /\bthey also\b/,
  },
]
