import { qualityOf, withoutAddresses } from '../../evidence/evidence-quality.ts'
import type { Signals } from '../../evidence/evidence-signals.ts'
import { isTheirs, type Quality } from '../../evidence/quality.ts'
import { joined } from '../../evidence/span-quality.ts'
import { anyOf } from '../../text/patterns.ts'
import type { ObjectionKind } from './objection.ts'

/** A quote as the rules see it. `terms` are its words that a stranger does not know. */
export type QuoteFacts = {
  readonly said: string
  readonly quality: Quality
  readonly signals: Signals
  readonly terms: readonly string[]
}

export type QuoteRule = {
  readonly kind: ObjectionKind
  readonly name: string
  /** Quotes about which a committee would ask this, and quotes about which it would not. */
  readonly examples: readonly string[]
  readonly not: readonly string[]
  readonly holds: (facts: QuoteFacts) => boolean
  /** A later quote about the same thing answers it. */
  readonly untilLater?: true
}

const PLANNED = new RegExp(
  `\\b${anyOf({
    will: /I['’]ll|we['’]ll|(?:I|we) (?:will|plan to|want to|intend to|am going to|are going to)/,
    next: /next (?:step|up|week|month|quarter|sprint|is)|(?:planning|going) to/,
    follows: /(?:is|are|still) to follow|will (?:follow|come later)/,
  })}\\b`,
  'i',
)

const COUNTED = /\b(\d{1,6}) (?:out )?of (?:the |all |our )?(\d{1,6})\b/g
const MOVING =
  /\b(?:so far|done|moved|migrated|converted|upgraded|finished|ported|switched|rolled out|covered)\b/i
const UNFINISHED = new RegExp(
  `\\b${anyOf({
    ongoing: /in progress|ongoing|so far|under way|work in progress|WIP/,
    'not done':
      /not (?:yet )?(?:done|finished|complete|merged|live|rolled out|shipped)|isn['’]t (?:done|finished|live)(?: yet)?/,
    almost: /(?:almost|nearly|half|mostly) (?:done|finished|complete|ready|there)|halfway/,
    left: /still (?:open|missing|waiting|in review|to do|left|needs)|(?:is|are) left to do/,
    first: /(?:just|have|['’]ve) started|first (?:draft|half)|prototype|proof of concept/,
  })}\\b`,
  'i',
)

/** Words that say of something begun that it has ended. */
const FINISHED = new RegExp(
  `\\b${anyOf({
    ended: /finished|completed|shipped|merged|went live|is live|are live|in production|switched off/,
    done: /(?<!(?:almost|nearly|half|mostly|not|not yet|isn['’]t|aren['’]t) )done(?! so far)/,
    rest: /the (?:rest|second half|remaining [a-z]{1,15}|last (?:one|of (?:it|them)))/,
  })}\\b`,
  'i',
)
const NOT_FINISHED = new RegExp(
  `\\b${anyOf([/not|n['’]t|never|almost|nearly|half|mostly/])}(?: yet)? ${anyOf([
    /finished|completed|shipped|merged|live|in production|done/,
  ])}\\b`,
  'i',
)

/** Whether words say that what was begun has ended. */
export function saysFinished(said: string): boolean {
  return FINISHED.test(said) && !NOT_FINISHED.test(said)
}

/** "14 of 62 moved": a count that has not arrived. */
const isHalfCounted = (said: string): boolean =>
  MOVING.test(said) && [...said.matchAll(COUNTED)].some(([, done, all]) => Number(done) < Number(all))

const HEDGED = new RegExp(
  `\\b${anyOf({
    'on paper': /on paper|in theory|by my estimate|estimated?|projected|back of the envelope/,
    'should save': /(?:should|would|could) (?:save|cut|reduce|halve|free|bring)/,
    expected: /(?:expected?|supposed) to (?:save|cut|reduce|halve|free|bring)/,
  })}\\b`,
  'i',
)

/** Questions about single quotes in the person's own words. Every rule that applies adds one. */
export const QUOTE_RULES: readonly QuoteRule[] = [
  {
    kind: 'plan',
    name: 'a plan without a later note',
    examples: [
      'I wrote the postmortem, and I’ll add a check so that nobody can do what I did.',
      'Fixed the restore job. Next step is a drill for the other teams.',
    ],
    not: [
      'I wrote the postmortem and added the check.',
      'Told Renata that we should stop it, and she agreed.',
    ],
    holds: ({ said }) => PLANNED.test(said),
    untilLater: true,
  },
  {
    kind: 'unfinished',
    name: 'unfinished work',
    examples: [
      'I moved 14 of 62 services to the new ingress.',
      'I built a prototype of the page filter.',
      'The migration that I lead is almost done.',
    ],
    not: [
      'I moved all 62 services to the new ingress.',
      'I closed 9 of 11 pages with the runbook.',
      'I moved the first half of the services in May and the rest in June.',
      'I wrote the first draft in March. The guide was finished in April.',
    ],
    holds: ({ said }) => (UNFINISHED.test(said) && !saysFinished(said)) || isHalfCounted(said),
    untilLater: true,
  },
  {
    kind: 'we',
    name: '“we” without a part',
    examples: ['We got all three clusters up two minor versions, with no downtime.'],
    not: ['We moved the clusters. I wrote the plan and ran the upgrade.'],
    holds: ({ quality }) => quality.part === 'team',
  },
  {
    kind: 'unmeasured',
    name: 'a number that nobody measured',
    examples: ['I cut the log storage, which should save about €3k a month.', 'I halved the cost, on paper.'],
    not: ['I cut the log storage. The June invoice was €3k lower.', 'I estimated the work for the team.'],
    holds: ({ said, quality }) => HEDGED.test(said) && quality.number,
  },
  {
    kind: 'adjectives',
    name: 'adjectives without something to open',
    examples: ['I delivered a robust and scalable solution.', 'I successfully led a major migration.'],
    not: [
      'I led a major migration: https://wiki.example.org/ops/move',
      'I led the major migration of 71 services.',
    ],
    holds: ({ signals, quality }) => signals.adjectives && !quality.number && !quality.opens,
  },
  {
    kind: 'effort',
    name: 'effort without a result',
    examples: ['I worked hard on the alerts.', 'I wrote the runbook for the restore drill.'],
    not: ['I rewrote the alerts, and night pages fell from 12 a week to 3.'],
    holds: ({ signals, quality }) => !quality.result && (signals.effort || isTheirs(quality)),
  },
  {
    kind: 'terms',
    name: 'words that a stranger does not understand',
    examples: ['I moved the QZX jobs to a new host.', 'I ran the Sieve trial for three weeks.'],
    not: [
      'I moved the DNS and CI jobs to a new host.',
      'I ran the trial of Sieve, our page filter.',
      'I ran the Kafka upgrade.',
    ],
    holds: ({ terms }) => terms.length > 0,
  },
]

/** The quality of a quote from all of its sentences. */
export function qualityOfQuote(sentences: readonly string[]): Quality {
  return joined(sentences.map(qualityOf))
}

/** A quote as the rules read it, without addresses and line breaks. */
export function saidOf(sentences: readonly string[]): string {
  return withoutAddresses(sentences.join(' ')).replace(/\s+/g, ' ')
}
