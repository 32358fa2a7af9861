import { anyOf, wordsOf } from '../text/patterns.ts'

const COUNT = `(?:\\d[\\d.,]{0,9}k?|${anyOf([
  /one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty/,
  /half|dozens?|hundreds?|both|all|most|a third|a quarter|a dozen|a few|several/,
])})`
const TIME = '(?:minutes?|mins?|hours?|days?|weeks?|months?|quarters?|sprints?|years?)'
/** Others by what they are to the writer, but not the writer or their team. */
const OTHERS = `(?:${anyOf([
  /they|he|she|it|people|everyone|everybody|others|product|legal|sales|support|finance|security|management/,
  /customers?|users?|engineers|developers|analysts|colleagues|teams/,
  [
    '(?:the|our|their|my|his|her|both|all|most|half|\\d+|two|three|four|five) ',
    '(?:of (?:my|the|our) )?(?:[a-z]+ ){0,2}[a-z]+',
  ].join(''),
])})`
const NOW_DO =
  /uses?|follows?|adopted|adopt|trusts?|reads?|runs?|handles?|owns?|relies|rely|copied|reused|reuses?|kept/
const TOOK_IT = wordsOf(
  'accepted approved agreed adopted merged picked bought confirmed liked signed copied took used tried stayed',
)
const GREW = [
  /passed|joined|stayed|finished|opened|shipped|leads?|owns?|runs?|ran|handles?|took over|takes over|books|sorted/,
  /got (?:promoted|the|a|his|her)|was promoted|(?:is|are) on the|thanked|changed|works? alone|moved (?:up|on)/,
]
const DEFECT = [
  /leaks?|flaws?|holes?|bugs?|errors?|failures?|outages?|drift|races?|vulnerabilit(?:y|ies)|mistakes?|duplicates?/,
  /bad|broken|wrong|missing|unused|double|storm|handles|would have|before/,
]

type Outcome = {
  readonly name: string
  readonly examples: readonly string[]
  readonly pattern: string | RegExp
}

const NONE = "(?:none|nothing|nobody|no one|no [a-z]+|zero|never|not|(?:has|have|had|did|was|were)n['’]t)\\b"

/** Ways to state the result of one's work without a change in figures, each with examples. */
export const OUTCOMES: readonly Outcome[] = [
  {
    name: 'none since',
    examples: [
      'Since January we have not run out of disk.',
      'We have had none since.',
      'Nobody has complained since.',
      'No human has had to do that since May.',
    ],
    pattern: anyOf({
      'none since': `(?<!\\bbecause )\\b${NONE}[^.;]{0,60}\\bsince\\b`,
      'since then none': `^[^.;,\\p{L}]{0,4}(?:and |but )?since (?!I\\b|we\\b)[^.;,]{2,30},? [^.;,]{1,30} ${NONE}`,
    }),
  },
  {
    name: 'none in a time',
    examples: ['Zero expiries in ten months.', 'No 429s in two months.'],
    pattern: [
      '\\b(?:zero|no|none|not one|not a single)\\b[^.;]{0,40}\\b(?:in|for) (?:the ',
      `)?(?:last |past )?(?:${COUNT}|a) ${TIME}`,
    ].join(''),
  },
  {
    name: 'no harm',
    examples: ['Failed over the replica, no data lost.', 'It ran for nine hours without a single error.'],
    pattern: anyOf({
      lost: [
        '\\b(?:no|zero|without) (?:[a-z]+ ){0,2}(?:lost|loss|losing|missed|affected|',
        'noticed|stopping|interrupting|breaking)\\b',
      ].join(''),
      single: [
        '\\bwithout (?:a single|any|one|an?) (?:[a-z]+ )?(?:errors?|incidents?|complaints?|',
        'pages?|outages?|changes?|hitch|problems?|issues?|bugs?|glitch)\\b',
      ].join(''),
      unchanged:
        /\b(?:without|with hardly any|with no) (?:[a-z]+ )?(?:changes|comments|rework|escalating|discussion)\b/,
      'not again': /\bha(?:s|ve)n['’]t (?:come back|happened|broken|failed|recurred|paged|complained|been)\b/,
      'nobody does': /(?<!\b(?:that|which|because|what|so|since) )\b(?:nobody|no one) [a-z]+s\b/,
      none: `\\b(?:zero|not one|not a single|no|without) (?:more |further )?${anyOf([
        /tickets?|complaints?|incidents?|errors?|pages?|downtime|surprises?|outages?|trouble|problems?|escalations?/,
        /rollbacks?|bugs?|regressions?|failures?|hiccups?|interruptions?/,
      ])}\\b`,
      nobody: [
        '(?<!\\b(?:that|which|because|what) )\\b(?:nobody|no one) (?:was|were|has|',
        'had|needs|needed|waits|waited|noticed|complained|asks|had to)\\b',
      ].join(''),
    }),
  },
  {
    name: 'no more',
    examples: ['We don’t have broken consumers on Mondays any more.', 'I have not had to roll back.'],
    pattern: anyOf({
      anymore: /(?:n['’]t|\b(?:not|never|no|none))\b[^.;]{1,60}\b(?:any ?more|again)\b/,
      'had to':
        /\b(?:ha(?:ve|s|d)n['’]t|(?:['’]ve|['’]s|have|has|had) not|never) (?:[a-z]+ )?(?:had to|needed)\b/,
      stable: /\b(?:stable|quiet|green|clean|running|up) (?:for|since|ever since)\b|\bever since\b/,
    }),
  },
  {
    name: 'now',
    examples: ['Now it’s one command.', 'It is at 25 now.', 'Both are on the pager now.'],
    pattern: anyOf({
      'at the end': [
        "\\b(?:is|are|it['’]s|has|have|can|runs?|takes?|handles?|they|does|hours|",
        // Where a thing is to be found changes nothing. Addresses are taken out before.
        "own|['’]s)\\b(?! (?:all |both )?(?:in|at|on|under) (?:now|the (?:wiki|docs?|repo|folder|drive))\\b)",
        '[^.;]{0,50}\\bnow(?=[.,;!]|\\s*$)',
      ].join(''),
      'at the start': `\\bnow (?:it['’]?s?\\b|it is|they|we|people|takes?|everyone|nobody|under|below|only|${COUNT})`,
      'these days': /\bthese days\b|\binstead(?=[.,;!]|\s*$)/,
    }),
  },
  {
    name: 'in use',
    examples: [
      'Support uses it daily.',
      'Half the department has it installed.',
      'All eight teams follow it.',
    ],
    pattern: anyOf({
      used: [
        `(?<!\\b(?:I|we|to|can|could|would|should|will|and|nobody|that) )\\b(?:${NOW_DO.source}) `,
        '(?:it|them|that|mine)\\b',
      ].join(''),
      installed: /\b(?:has|have) it (?:installed|running|in use|in their)\b/,
      'part of': /\b(?:is|are|became) (?:now )?part of (?:the|our|every)\b/,
    }),
  },
  {
    name: 'others took it up',
    examples: ['Their auditor accepted it first time.', 'The lead went with nginx.', 'Four got picked.'],
    pattern: anyOf({
      accepted: `\\b${OTHERS} (?:then |finally |both |all |have |has |already )*${anyOf(TOOK_IT)}\\b`,
      'went with': /\bwent (?:with|for) (?:it|mine|my|the|[a-z0-9.]+ing|[a-z0-9.]+)\b/,
      'got in': anyOf([
        /\b(?:got|were|was) (?:picked|accepted|merged|approved|adopted|taken up)\b/,
        /\bmade it in(?:to)?\b|\bmerged upstream\b/,
      ]),
      'went in': anyOf([
        /\bw(?:ent|ere) (?:in|through|out|live) (?:without|unchanged|with|on|at|the first)\b/,
        /\bwent (?:fine|well|smoothly)\b/,
      ]),
      'brought them to it':
        /\bgot (?:them|him|her|people|everyone|both|all|us|[a-z]+ and [a-z]+) to [a-z]+\b/,
      'first time': /\b(?:the )?first (?:time|try|attempt|go)(?=[.,;!]|\s*$)/,
      'was told so': /\btold me that it (?:saved|helped|works|made)\b|\bwere (?:very |really )?happy\b/,
    }),
  },
  {
    name: 'how soon',
    examples: [
      'Patched log4j across 70 services in two days.',
      'Got it out in time for the audit.',
      'The date held.',
    ],
    pattern: anyOf({
      within: [
        `\\b(?:in (?:about |around |under |less than |only |just |over )?(?:${COUNT}|`,
        `half an|an)|within (?:an|the)) ${TIME}(?!['’])`,
      ].join(''),
      'same day':
        /\b(?:the|that) same (?:day|evening|night|afternoon|hour|week)\b|\bthe (?:day|week) after\b/,
      'in time':
        /\bin time\b|\bon (?:time|schedule)\b|\b(?:date|deadline|plan) held\b|\bwhich (?:we|I) (?:met|kept|hit)\b/,
      early: `\\b(?:${COUNT}|a) ${TIME} (?:early|earlier|sooner|less|faster|ahead|shorter)\\b`,
      took: `\\b(?:it|that|which|this) took (?:us |me )?(?:only |just |about )?${COUNT}`,
      'off by': `\\boff by ${COUNT}`,
    }),
  },
  {
    name: 'how many',
    examples: [
      'Ended the contract, 60k less.',
      'Escalations down by half.',
      'From weekly crashes to none.',
      '88 went.',
    ],
    pattern: anyOf({
      less: `${COUNT} (?:[a-z]+ ){0,2}(?:less|fewer|lower|cheaper|smaller|saved)\\b|\\bless than half\\b`,
      'down by': `\\b(?:(?:down|up) by|(?:is|are|was|were|went) (?:down|up)) (?:about |almost |over )?${COUNT}`,
      'to none': `\\b(?:from|down) [^.;]{0,50}\\bto (?:none|zero|nothing|never|one|two|half)\\b`,
      'so many of': anyOf([
        /\b\d+ (?:out )?of (?:the |my |our )?\d+\b/,
        /\b(?:caught|closed|stopped|cut|fixed) (?:all|nearly everything|\d+)\b/,
      ]),
      'a part of': /\b(?:a|one) (?:third|quarter|fifth|tenth) of (?:the|what|it)\b/,
      gone: `(?:^|(?<=[.,;] ))${COUNT} (?:[a-z]+ )?(?:went|gone|left|written|closed|removed|deleted)\\b`,
      is: [
        '\\b(?:is|are|under|below|within) (?:under|below|within|only|just)? ?\\d[\\d.,]* ',
        '?(?:%|ms|s|seconds|min|minutes|MB|GB|k|hours)\\b',
      ].join(''),
    }),
  },
  {
    name: 'what it caught',
    examples: [
      'They caught 3 bad files in the first week.',
      'I caught a query that would have locked the table.',
    ],
    pattern: anyOf({
      caught: [
        '\\b(?:caught|catches|stopped|stops|blocked|blocks|prevented|found|spotted) ',
        `(?:out )?[^.;]{0,60}\\b${anyOf(DEFECT)}\\b`,
      ].join(''),
      'has stopped': /\b(?:has|have) (?:already )?(?:stopped|caught|blocked|saved|survived|held)\b/,
      before: [
        '\\bbefore (?:any|the|it|they|a|our|we|customers|users) ?(?:[a-z]+ )?(?:did|',
        'noticed|saw|hit|could|reached|went|signed|shipped)\\b',
      ].join(''),
      'turned out': /\bturned out\b/,
    }),
  },
  {
    name: 'so it is',
    examples: [
      'Broke up the train, so every team ships on its own.',
      'I stayed on the phone until it worked.',
    ],
    pattern: anyOf({
      so: [
        '\\bso (?:that )?(?!(?:I|we|that I)\\b)(?:(?:the|our|every|all|each|no) )?[a-z]+ (?:[a-z]+ )?',
        "(?:can|could|no longer|sees?|ships?|don['’]t|doesn['’]t|stop|stops|stopped|are|had|has|have|",
        'gets?|held|knows?|resumes|runs?|went)\\b',
      ].join(''),
      'we can': /\bso (?:that )?we can\b/,
      until:
        /\buntil (?:it|everything|he|she|they|we) (?:worked|ran|passed|was|were|had|didn['’]t|could|did)\b/,
      that: anyOf([
        /\b(?:that|which|it|this) (?:ended|fixed|solved|settled|sorted|worked|held|gave us|let us|lets?)\b/,
        /\bled (?:me|us) to it\b/,
      ]),
      worked: /,? (?:and )?worked (?:fine|well|out|at once|from)\b/,
    }),
  },
  {
    name: 'others grew',
    examples: [
      'He passed probation in August.',
      'She joined us in September.',
      'They run it themselves now.',
    ],
    pattern: anyOf({
      grew: [
        '\\b(?:he|she|they|who|one of them|both|(?:the|last) [a-z]+ (?:intern|apprentice|',
        "starters?|hires?|joiners?)) (?:has |have |['’]s |then |now |since |all ",
        `)*${anyOf(GREW)}\\b`,
      ].join(''),
      "she's": [
        "\\b(?:he|she|they)(?:['’]s|['’]re|['’]ve| is| are| has| have) (?:now |since ",
        ')?(?:one of|opened|changed|[a-z]+ed|running|leading|on the|our)\\b',
      ].join(''),
      alone:
        /\b(?:on (?:his|her|their) own|without (?:me|us|help)|by (?:him|her)self|themselves|didn['’]t need me)\b/,
      people:
        /\bpeople (?:now )?(?:trust|answer|see|come|accept|find|stopped|asked for|see what)\b|\bmore of them\b/,
    }),
  },
  {
    name: 'brought to an end',
    examples: [
      'Got rid of our weekly manual cleanup.',
      'Got the last servers off the domain.',
      'That ended the outage.',
    ],
    pattern: anyOf({
      gone: /\b(?:is|are) gone\b|\b(?:kept|keeps) (?:working|running)\b|\bstopped [a-z]+ing\b/,
      fell: [
        '\\b[a-z]+s (?:to us |per [a-z]+ )?',
        '(?:dropped|fell|disappeared|vanished|shrank|recovered|went away)(?=[.,;!]|\\s*$)',
      ].join(''),
      met: /\b(?:commitment|deadline|target|goal|date|objective)s? (?:was|were) (?:met|kept|hit)\b/,
      rid: /\bgot rid of\b|\bswitched (?:it|them|[a-z]+) off\b|\bended the\b|\blast [a-z]+ (?:off|moved|gone|left)\b/,
      got: [
        '\\bgot (?:the|our|it|them|a|everything|an?) (?:[^.;]{1,40} )?(?:out|off|',
        'green|merged|working|running|back|ready|signed|credit|refund|budget)\\b',
      ].join(''),
      back: /\b(?:brought|had|got|put) [^.;]{1,40}\bback\b|\bback (?:in|within|up)\b|\brestored the\b/,
      finished: anyOf([
        [
          '\\b(?:finished|shipped|delivered|completed) (?:it |on |the [a-z]+ )?(?:on|',
          'in|within|early|before|for)\\b',
        ].join(''),
        /\bput it into practice\b/,
      ]),
      closed: /\bclosed (?:it|them|our|the gap|\d+|nearly)\b/,
      made: [
        '\\bmade [^.;]{1,40}\\b(?:readable|faster|cacheable|smaller|safer?|optional|',
        'easier|simpler|reliable|repeatable|visible|stream)\\b',
      ].join(''),
    }),
  },
]

const OUTCOME = OUTCOMES.map(
  ({ pattern }) => new RegExp(typeof pattern === 'string' ? pattern : pattern.source, 'iu'),
)

/** Whether a sentence states the result of someone's work. */
export function tellsOfOutcome(text: string): boolean {
  return OUTCOME.some((pattern) => pattern.test(text))
}
