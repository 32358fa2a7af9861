import { anyOf } from '../text/patterns.ts'

/** The kind of a question, which decides what its answers look like. */
export type AskedKind =
  | 'nothing'
  | 'setting'
  | 'offer'
  | 'nudge'
  | 'premise'
  | 'choice'
  | 'yes or no'
  | 'open'

/** The first rule that applies decides. A question without a rule is open. */
export const ASKED_RULES: readonly {
  readonly kind: AskedKind
  readonly examples: readonly string[]
  readonly pattern: RegExp
}[] = [
  {
    kind: 'setting',
    examples: ['Which level are you working towards?', 'When should I ask you each week?'],
    pattern: new RegExp(
      anyOf({
        which: /^which (?:level|ladder|goal|day)\b/,
        what: /^what (?:time|day|is your goal|level|goal)\b/,
        when: /^(?:when|where|how often|what) (?:should|shall) i\b/,
        anywhere: /\b(?:working towards?|file (?:this|it)|your (?:goal|target))\b/,
      }),
    ),
  },
  {
    kind: 'offer',
    examples: ['Shall I read it again with what you added?', 'Do you want to add a link?'],
    pattern: /^(?:shall (?:i|we)|should i|do you want|would you like|want me|may i|can i)\b/,
  },
  {
    kind: 'nudge',
    examples: [
      'What did you simplify this week?',
      'Which decision this week did you make without asking?',
      'What did you finish in the last two weeks?',
    ],
    pattern: /\bthis week\b|\bin the last (?:week|two weeks|month)\b|\ba week ago\b/,
  },
  {
    kind: 'premise',
    examples: [
      'You led the whole platform team in this. What did you decide?',
      'Could you say more about how you led it?',
      'How did you convince the whole department?',
    ],
    pattern: new RegExp(
      anyOf({
        'said, then asked': /^(?:you|the|it|this|that)\b[^?]{0,300}[.!:] /,
        'more about a deed': /^(?:could|can|would) you\b[^?]{0,80}\bhow you\b/,
        'how a deed was done, but not "how did you do it"': /^how did you (?![a-z]+ (?:it|this|that)\b)/,
      }),
    ),
  },
  {
    kind: 'choice',
    examples: ['Was it Sofia or you who led the calls?', 'Does it go on, or was it a one-off?'],
    pattern: /^(?:was|were|is|are|did|does|do|has|have)\b[^?]{0,200}\bor\b/,
  },
  {
    kind: 'yes or no',
    examples: ['Is the runbook still in use today?', 'Have I got that right?'],
    pattern: /^(?:was|were|is|are|did|does|do|has|have|had|can|could|will|would)\b/,
  },
]

/** What kind of question the coach asked last. */
export function askedKindOf(asked: string | null): AskedKind {
  const text = (asked ?? '').trim().toLowerCase()
  if (text === '') return 'nothing'
  return ASKED_RULES.find(({ pattern }) => pattern.test(text))?.kind ?? 'open'
}
