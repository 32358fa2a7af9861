import { anyOf } from '../text/patterns.ts'
import { isPutRight } from './losses.ts'

type NoDeed = {
  readonly name: string
  readonly examples: readonly string[]
  readonly pattern: RegExp
}

const START = '^[^\\p{L}\\d_]*(?:\\d{1,2}[.)] ?)?(?:(?:my|our|the|some|main|biggest|key|personal|top) ){0,2}'
/** A label before the words that it announces: "Goal:", "OKR 2:", "growth area -". */
const labelled = (labels: string): RegExp =>
  new RegExp(`${START}${labels}(?: \\d{1,2})?(?: (?:for|in|until|of) [^:.]{1,30}?)?(?::| [-–—]) ?\\S`, 'iu')

const ME = "\\bI(?:['’]m| am| was)"
const BEGIN = '^[^\\p{L}\\d_]*'
const POOR = [/bad|slow|weak|poor|terrible|awful|hopeless|impatient|reluctant|hesitant|afraid|shy|sloppy/]
const WELL = [/good|great|comfortable|confident|strong/]
const AT = '(?:at|to|in|with|of|about|on)\\b'
const UPSET = [
  /defensive|impatient|distracted|lost in|stuck in|carried away|nervous|frustrated|overwhelmed|bored/,
]
const OFTEN = '(?:still |often |sometimes |always |usually |also |tend to |\\p{L}+ly )?'
const BOSS = '(?:manager|lead|boss|director|mentor|skip level|peers?|team|colleagues?)'

/** Sentences that describe nothing done, although their words may. A deed of the writer's own may still be in them. */
export const NO_DEEDS = {
  weakness: [
    {
      name: 'a label for it',
      examples: [
        'To work on: I leave my tickets open.',
        'Growth area - estimation, I got most of them wrong.',
      ],
      pattern: labelled(
        anyOf({
          'to improve': /(?:things )?to (?:work on|improve|get better at)|needs? to (?:work on|improve)/,
          weak: /weak(?:ness(?:es)?| spots?| points?)|shortcomings?|struggles?|blind spots?/,
          growth:
            /(?:growth|development|improvement|learning|stretch) (?:areas?|edges?|points?|opportunit(?:y|ies))/,
          areas:
            /areas? (?:to improve|for (?:improvement|growth|development))|could (?:do better|be better|improve)/,
        }),
      ),
    },
    {
      name: 'a habit that harms',
      examples: ['I tend to go quiet when I’m stuck.', 'I often underestimate how long things take.'],
      pattern: new RegExp(
        anyOf({
          tend: anyOf([
            /\bI (?:do )?(?:tend to|struggle|still struggle|have a tendency|procrastinate)\b/,
            /\bI (?:still |often )?avoid\b(?![^.;]{0,80} by )/,
          ]),
          'too much':
            /\bI (?:\p{L}+ly |often |sometimes |always |still )*(?:\p{L}+ ){1,3}too (?:much|many|long|late)\b/u,
          underestimate: /\bI (?:often |usually |always |still |regularly )+(?:under|over)\p{L}+/u,
          'not yet good': `${ME} (?:still )?not (?:\\p{L}+ )?(?:comfortable|confident|good|great|strong|used)\\b`,
          hard: /\b(?:I (?:still )?find|is something I) [^.;]{0,40}\b(?:hard|difficult|challenging)\b/,
          rarely: /\bI (?:rarely|seldom|hardly ever|never) (?!need)[a-z]+\b/,
          experience: /\bI (?:don['’]t|do not) (?:yet )?(?:have|know|speak|delegate|document)\b/,
        }),
        'iu',
      ),
    },
    {
      name: 'put off',
      examples: [
        'I still put off writing design docs.',
        'I keep postponing the hard talks.',
        'I leave code reviews to the last minute.',
      ],
      pattern: new RegExp(
        anyOf({
          delay: `\\bI ${OFTEN}(?:put(?:ting)? off|postpone|delay|dodge|shy away)\\b(?![^.;]{0,60} until\\b)`,
          keep: `\\b(?:I )?(?:still |always )?(?:keep|kept|end up) ${anyOf([
            /(?:putting off|postponing|delaying|avoiding|forgetting|missing)\b/,
          ])}`,
          'to the last': /\bleave [^.;]{1,40} (?:too late|(?:until|to|till) the (?:very )?(?:end|last))\b/,
        }),
        'iu',
      ),
    },
    {
      name: 'not good at it',
      examples: [
        'Estimating is not my strong suit.',
        'Still learning to delegate',
        'I’m slow to ask for help.',
        'Delegating is still hard for me.',
        'No experience with Kafka yet',
      ],
      pattern: new RegExp(
        anyOf({
          bad: [
            `(?:${ME}|${BEGIN}) ?(?:still |often |a bit |so |pretty |really )?`,
            `(?:${anyOf(POOR)}|too [a-z]{3,12}) ${AT}`,
          ].join(''),
          'not good': `${BEGIN}not (?:yet |very |so |that |really |always )?${anyOf(WELL)} ${AT}`,
          suit: [
            "\\b(?:not|isn['’]t|aren['’]t|never been) (?:really )?(?:my|a) ",
            '(?:strong(?:est)? (?:suit|point|side)|strengths?|forte)\\b',
          ].join(''),
          learning: `(?:${BEGIN}|${ME} )still (?:learning|struggling|working on|figuring|getting (?:used|better))\\b`,
          'for me': /\b(?:hard|difficult|a struggle|a challenge|uncomfortable|scary) for me\b/,
          'makes me': /\bmakes? me (?:nervous|anxious)\b/,
          unnatural: /\b(?:doesn['’]t|don['’]t|does not|do not) come (?:naturally|easily|easy) to me\b/,
          named:
            /\b(?:my|main|biggest|one) (?:weakness(?:es)?|weak (?:spots?|points?)|blind spots?) (?:is|are|was|were)\b/,
          off: /\bmy estimates? (?:is|are|was|were) (?:\p{L}+ )?(?:off|wrong|too (?:low|high|optimistic))\b/u,
          new: `${BEGIN}(?:no|little|hardly any) experience (?:with|in|of)\\b|\\bI(?:['’]ve| have) never\\b`,
        }),
        'iu',
      ),
    },
    {
      name: 'a harmful reaction',
      examples: [
        'I get defensive when people comment on my PRs.',
        'I jump into solutions too quickly.',
        'Need to get better at saying no',
        'I underestimate how long things take.',
      ],
      pattern: new RegExp(
        anyOf({
          get: `\\bI ${OFTEN}(?:get|become) (?:too |so |very |easily )?${anyOf(UPSET)}\\b`,
          slide: `\\bI ${OFTEN}${anyOf([
            /forget|neglect|let (?:things|it|them) slide|lose (?:track|focus|interest)|interrupt|overlook/,
            /overcomplicate|underestimate|overestimate|rush|hate/,
          ])}\\b`,
          'too much': `\\bI [^.;]{1,60}\\btoo (?:quickly|quick|fast|soon|early|slowly|rarely|deep|little|few)\\b`,
          better: [
            `(?:${BEGIN}|\\bI |\\bmy [\\p{L} ]{1,30} )(?:could|should|needs? to|have to) (?:be|get|do|become) `,
            '(?:much |a lot |a bit )?(?:better|more|clearer|faster|quicker)\\b',
          ].join(''),
          enough: /\bI (?:don['’]t|do not|rarely|hardly) [^.;]{1,50}\b(?:enough|often|as much)\b/,
        }),
        'iu',
      ),
    },
    {
      name: 'what should have been',
      examples: ['I should have asked for help much earlier.', 'It took me too long to raise the risk.'],
      pattern: /\bI (?:should|could|ought to) have\b|\btook me (?:too|far too|way too) long\b/i,
    },
    {
      name: 'what others wish',
      examples: [
        'I was told that my design docs lack alternatives.',
        'My manager would like me to speak up more.',
      ],
      pattern: new RegExp(
        anyOf({
          told: /^\W*I(?:['’]ve been| was| got|['’]m) (?:often )?told (?:that )?(?:my|I)\b/,
          wish: [
            `\\b(?:my|our) ${BOSS} (?:would like|wants?|wishes|says?|thinks|expects) `,
            '(?:that )?(?:me to|I should|I need)',
          ].join(''),
          feedback: /^\W*feedback (?:from|by|of) [^:.]{1,40}:/,
        }),
        'iu',
      ),
    },
    {
      name: 'harm done',
      examples: ['This has occasionally led to deadline pressure.'],
      pattern: new RegExp(
        [
          '\\b(?:led to|caused|resulted in|meant) (?:(?:some|more|a lot of|last-minute|\\p{L}+) )?',
          '(?:pressure|delays?|stress|confusion|conflicts?|complaints|friction|frustration|rework|overtime)\\b',
        ].join(''),
        'iu',
      ),
    },
  ],
  goal: [
    {
      name: 'a label for it',
      examples: ['OKR 2: reduced pages per shift.', 'Goals for next year: lead one migration.'],
      pattern: labelled(
        anyOf({
          goals: [
            '(?:(?:learning|growth|career|personal|next) )?(?:goals?|objectives?|targets?|',
            'OKRs?|KRs?|key results?|ambitions?|aims?|wish(?:es|list)?)',
          ].join(''),
          plans: /(?:plans?|next steps?|next up|roadmap|to ?dos?|ideas?|upcoming|open (?:items?|points?))/,
        }),
      ),
    },
  ],
  news: [
    {
      name: 'how things are',
      examples: ['Our SLO is 99.9% a month.'],
      pattern: new RegExp(
        [
          '^[^\\p{L}\\d_]*(?:our|the) (?:\\p{L}+ )?(?:SLOs?|SLAs?|targets?|budgets?|coverage|quota)',
          ' (?:is|are|was|were)\\b(?! (?:now|met|down|up|below|under))',
        ].join(''),
        'iu',
      ),
    },
    {
      name: 'of the company',
      examples: ['Revenue was up 12% in Q2.', 'We signed the biggest contract in our history.'],
      pattern: new RegExp(
        anyOf({
          figures: `^\\W*(?:the |our )?(?:(?:company|annual|net)(?:['’]s)? )?${anyOf([
            /company|business|revenue|profits?|turnover|headcount|valuation|stock price|market share|sales figures/,
          ])}\\b(?!['’])`,
          deals: `^\\W*we (?:signed|won|opened|raised|acquired|hired|sold) [^.;]{0,30}\\b${anyOf([
            /contracts?|offices?|funding|rounds?|customers?|deals?/,
          ])} (?:in (?:our|the) history|in \\p{L}+|this|last|with)\\b`,
          launch: /^\W*the product (?:launched|made|sold|grew)\b/,
        }),
        'iu',
      ),
    },
  ],
} satisfies Readonly<Record<string, readonly NoDeed[]>>

const [LABEL_OF_WEAKNESS] = NO_DEEDS.weakness

const holds = (rules: readonly NoDeed[], text: string): boolean =>
  rules.some(({ pattern }) => pattern.test(text))

/** Whether a sentence names what its writer does not do well, and not what they did about it. */
export function isWeakness(text: string): boolean {
  return LABEL_OF_WEAKNESS!.pattern.test(text) || (holds(NO_DEEDS.weakness, text) && !isPutRight(text))
}

/** Whether a sentence is labelled as a goal or plan. */
export function isGoal(text: string): boolean {
  return holds(NO_DEEDS.goal, text)
}

/** Whether a sentence gives news or figures of a whole company. */
export function isNews(text: string): boolean {
  return holds(NO_DEEDS.news, text)
}

const PERSON = [
  /team|group|squad|department|vendor|company|provider|contractor/,
  /lead|manager|boss|director|colleague|teammate|coworker|intern|junior|senior|architect|developer/,
]
/** The subject is someone else: "He is now as productive as anyone", "the database team cut query times". */
const OF_OTHERS = new RegExp(
  `^[^\\p{L}\\d_]*(?:and |but |so |now )?${anyOf({
    pronoun: /(?:he|she|they|someone|somebody)(?:['’]s|['’]re|['’]ve|['’]ll)?\b|(?:his|her|their)\b/,
    'a person or a team': [
      '(?:my|our|the|an?|another|one) (?:(?!team\\b|own\\b)\\p{L}+ ){0,2}?',
      `${anyOf(PERSON)}\\b(?!['’])`,
    ].join(''),
    'done by somebody': /[^.;,]{1,80} (?:done|led|made|written|built|run) by (?!me\b|myself\b|us\b)/,
  })}`,
  'iu',
)
/** "Tom is now", "Maria's rewrite", which need the capital of a name. */
const NAMED =
  /^[^\p{L}\d_]*\p{Lu}\p{Ll}+(?:['’]s \p{Ll}| (?:is|has|was) (?:now|still|finally|\p{L}+ed|as|the|our)\b)/u
const OUR_TEAM = /^\W*(?:my|our|the) team\b/i

/** Whether a sentence without a deed of the writer's is about someone else. */
export function isOfOthers(text: string): boolean {
  return (
    (OF_OTHERS.test(text) && !OUR_TEAM.test(text)) ||
    (NAMED.test(text) && !/^[^\p{L}\d_]*\p{L}+(?:s|ing|tion)\b(?!['’])/u.test(text))
  )
}
