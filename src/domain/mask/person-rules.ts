import { wordSet } from '../text/patterns.ts'
import type { NameSigns } from './name-context.ts'
import { ROLES } from './name-words.ts'
import type { Rule } from './rule.ts'
import { BEFORE_PLACES, BEFORE_TOOLS, BEHIND_PLACES, BEHIND_TOOLS } from './thing-words.ts'

const TAUGHT = wordSet('taught mentored coached shadowed')
const COMPANY = wordSet('with by')
const BEFORE_ANYBODY = wordSet('with by from to for between alongside')

const isPlace = ({ kind, prev, next }: NameSigns): boolean =>
  kind === 'place' && (BEFORE_PLACES.has(prev) || BEHIND_PLACES.has(next))

/**
 * Whether a name that may also be a word, place, month or tool is a person's here. A capital in mid-sentence is enough
 * for a member's name, unless something points to the tool or the place. The last rule applies to everything left.
 */
export const PERSON_RULES: readonly Rule<NameSigns>[] = [
  {
    name: 'a word in small letters',
    examples: ['I [will] help.', 'It was a matter of [grace].'],
    applies: ({ token }) => !token.cap,
    isName: false,
  },
  {
    name: 'a word in capitals alone',
    examples: ['We set [WILL] in the config.'],
    applies: ({ token }) => token.caps,
    isName: false,
  },
  {
    name: "a role, and no member's name",
    examples: ['I thanked [Junior] engineers.'],
    applies: ({ known, token }) => !known && ROLES.has(token.low),
    isName: false,
  },
  {
    name: 'done to, done by or owned by people alone',
    examples: [
      'I thanked [Grace] for it.',
      'Yesterday [Mark] asked for it.',
      "I read [Mark]' feedback.",
      "I read [Will]'s feedback.",
      'I acted on [April]’s advice.',
    ],
    applies: ({ sure }) => sure,
    isName: true,
  },
  {
    name: 'opens a sentence that rather speaks of a person',
    // A modal is never followed by an inflected verb, so "Will" is a name here.
    examples: ['[Will] reviewed it.', '[Mark], our lead, wrote it.'],
    applies: ({ token, rather, kind, known, given }) =>
      token.opens && rather && (kind !== 'technology' || (known && given)),
    isName: true,
  },
  {
    name: 'opens a sentence as the owner of something',
    examples: ["[Will]'s plan worked."],
    applies: ({ token, kind, owner, heading }) => token.opens && kind === 'word' && owner && !heading,
    isName: true,
  },
  {
    name: 'opens a sentence',
    examples: ['[Will] the cache hold?', '[Mark] the date.', '[Grace] period over.'],
    applies: ({ token }) => token.opens,
    isName: false,
  },
  {
    name: 'a tool by name, where a person is rather meant',
    examples: ['I paired with [Jenkins] on it.'],
    applies: ({ kind, known, heading, rather }) => kind === 'technology' && known && !heading && rather,
    isName: true,
  },
  {
    name: "a tool by name, a member's given name, and no tool here",
    examples: ['It was up to them and [Julia] then.'],
    applies: ({ kind, known, given, heading, prev, next }) =>
      kind === 'technology' &&
      known &&
      given &&
      !heading &&
      !BEFORE_TOOLS.has(prev) &&
      !BEHIND_TOOLS.has(next),
    isName: true,
  },
  {
    name: 'a tool',
    examples: ['I moved [Jenkins] to GitHub.', 'Wrote the [Julia] code.'],
    applies: ({ kind }) => kind === 'technology',
    isName: false,
  },
  {
    name: 'a time by name, where a person is rather meant',
    examples: ['I paired with [June] on it.', 'I was mentored by [April] for a year.'],
    applies: ({ kind, rather, prev, before }) =>
      kind === 'time' && rather && prev !== 'for' && (prev !== 'by' || TAUGHT.has(before)),
    isName: true,
  },
  {
    name: 'a time',
    examples: [
      'I shipped it in [May].',
      'It was approved by [June].',
      "I ran it in [June]'s onboarding.",
      "I wrote [April]'s review.",
    ],
    applies: ({ kind }) => kind === 'time',
    isName: false,
  },
  {
    name: 'a person is rather meant',
    examples: ['I worked with [Mark] on it.', 'I helped [Hope] with it.', 'Later [Will] joined.'],
    applies: ({ rather }) => rather,
    isName: true,
  },
  {
    name: 'in a heading',
    examples: ['Great Plans And [Grace] Under Load'],
    applies: ({ heading }) => heading,
    isName: false,
  },
  {
    name: 'a place, as such',
    examples: ['I ran it in [Austin].', 'I moved the [Austin] office.'],
    applies: isPlace,
    isName: false,
  },
  {
    name: "a place by name, a member's or in company",
    examples: ['Then it was [Austin] again.', 'We shipped it with [Paris] last year.'],
    applies: ({ kind, known, prev }) => kind === 'place' && (known || COMPANY.has(prev)),
    isName: true,
  },
  {
    name: 'a place',
    examples: ['We opened [Boston] last year.', "I saw [Boston]'s plan."],
    applies: ({ kind }) => kind === 'place',
    isName: false,
  },
  {
    name: "a member's name with a capital",
    examples: ['Then it was [Will] again.'],
    applies: ({ known }) => known,
    isName: true,
  },
  {
    name: 'an owner',
    examples: ["I used [Hope]'s plan."],
    applies: ({ owner }) => owner,
    isName: true,
  },
  {
    name: 'behind a word that leads to people',
    examples: ['I wrote it alongside [Hope].', 'It came from [Joy].'],
    applies: ({ prev }) => BEFORE_ANYBODY.has(prev),
    isName: true,
  },
  {
    name: 'somebody and somebody else',
    examples: ['Then it was [Hope] and the others.'],
    applies: ({ next }) => next === 'and',
    isName: true,
  },
  {
    name: 'a word',
    examples: ['I read the [Hope] paper.'],
    applies: () => true,
    isName: false,
  },
]
