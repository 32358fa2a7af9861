import { stem, stemsOf } from '../text/stems.ts'

/** Ways of writing one thing that no stemmer brings together. */
const PHRASES: readonly [RegExp, string][] = [
  [/[’']s\b/g, ''],
  [/[’']/g, ''],
  [/\bon[- ]call\b/g, 'oncall'],
  [/\bpost[- ]?mortems?\b/g, 'postmortem'],
  [/\b(?:one[- ](?:on|to)[- ]ones?|1[:-]1s?|1 on 1s?)\b/g, 'oneonone'],
  [/\bon[- ]board/g, 'onboard'],
  [/\bfront[- ]?ends?\b/g, 'frontend'],
  [/\bback[- ]?ends?\b/g, 'backend'],
  [/\bfull[- ]stack\b/g, 'fullstack'],
  [/\b(?:end[- ](?:to|2)[- ]end|e2e)\b/g, 'endtoend'],
  [/\b(?:pull[- ]requests?|merge[- ]requests?|prs?)\b/g, 'pullrequest'],
  [/\bcode[- ]reviews?\b/g, 'codereview code review'],
  [/\bopen[- ]sourc(?:e|ed|ing)\b/g, 'opensource'],
  [/\b(?:machine[- ]learning|ml)\b/g, 'machinelearning machine learning'],
  [/\bci\s*\/\s*cd\b/g, 'ci cd pipeline'],
  [/\ba\s*\/\s*b\b/g, 'abtest'],
  [/\btech(?:nical)? debt\b/g, 'techdebt debt'],
  [/\be-?mails?\b/g, 'email'],
  [/\bstand[- ]?ups?\b/g, 'standup'],
  [/\bteam[- ]?mates?\b/g, 'teammate'],
  [/\bco-?workers?\b/g, 'colleague'],
  [/\bbrown[- ]bags?\b/g, 'brownbag'],
  [/\blunch (?:and|&|n) learns?\b/g, 'lunchlearn'],
  [/\bwell[- ]?being\b/g, 'wellbeing'],
  [/\bset[- ]?up\b/g, 'setup'],
  [/\bkick(?:ed)?[- ]?offs?\b/g, 'kickoff'],
  [/\breal[- ]time\b/g, 'realtime'],
  [/\boff-?sites?\b/g, 'offsite'],
  [/\broad-?blocks?\b/g, 'blocker'],
  [/\bcode[- ]bases?\b/g, 'codebase'],
  [/\b(self|non|cross)[- ]/g, '$1'],
  [/\bc\+\+/g, 'cplusplus'],
  [/\bc#/g, 'csharp'],
  [/\.net\b/g, 'dotnet'],
  [/\b(\w+)\.js\b/g, '$1'],
  [/\bk8s\b/g, 'kubernetes'],
]

/** One form, then words that mean the same for what somebody did; irregular verbs, short forms, both spellings. */
const SAME = `
  lead led leads leading
  write wrote written writes writing
  build built building builds
  run ran running runs
  teach taught
  speak spoke spoken speaking
  give gave given
  hold held
  find found
  send sent
  draw drew drawn
  drive drove driven
  choose chose chosen
  know knew known
  think thought
  bring brought
  keep kept
  tell told
  grow grew grown growth growing
  meet met
  meeting meetings
  see saw seen
  begin began begun
  break broke broken
  catch caught
  sell sold
  seek sought
  win won
  oversee oversaw overseen
  hire hired hires hiring
  learn learnt
  document docs doc documentation documenting
  repository repo repos repositories
  database db dbs databases
  infrastructure infra
  performance perf
  configure config configs configuration configurations
  app apps application applications
  developer dev devs developers
  engineer eng engineers
  executive exec execs executives
  javascript js
  typescript ts
  frontend fe
  analyse analysis analyses analyze analyzes analyzed analyzing analysed analysing analytical
  color colour colours colors
  behavior behaviour behaviours behaviors
  organization organisation organisations organizations organizational organisational org orgs
  organize organise organised organising organized organizing organises organizes
  prioritize prioritisation prioritization prioritise prioritised prioritized
  priority priorities
  optimize optimise optimised optimized optimizing optimising optimisation optimization
  standard standards standardize standardise standardised standardized
  raise raised raising raises
  people person persons peoples
  manage manages managed managing management
  strategy strategies strategic
  migrate migrations migration
  architecture architectures architectural architect architected architecting
  secure secured securing security
  production prod
  test tests tested testing
  vulnerability vuln vulns vulnerabilities vulnerable
  decide decision decisions decided deciding
  define definition definitions
  intern interns internship internships
  reliable reliability
  scale scales scaled scaling scalable scalability
  succeed success successful successfully succeeded
  culture cultural cultures
  responsibility responsible responsibilities
  accountability accountable
  monitor monitors monitored monitoring
  deploy deploys deployed deploying deployment deployments
  mentor mentors mentored mentoring mentorship mentee mentees
  leader leaders leadership
  automate automates automated automating automation automatic automatically
  adopt adopted adoption
  inspect inspection inspections
  connect connection connections
  collect collection
  execute execution
  contribute contribution contributions contributor contributors
  discuss discussion discussions
  introduce introduction introduced
  reduce reduction reduced
  produce produced
  status statuses
  focus focused focuses focusing
  campus campuses
  consensus
  query queries queried querying
  celebrate celebration celebrations
  volunteer volunteers volunteered volunteering
  customer customers
  server servers
  number numbers
  partner partners partnered partnering
  member members
  order orders
  peer peers
  sensor sensors
  motor motors
  error errors
  vendor vendors
  container containers
  cluster clusters
  user users
  paper papers
`

/** Words whose endings are their own: "customer" is not who customises. */
const WHOLE = new Set(
  `customer server number partner member order peer sensor motor error vendor container cluster user paper leader developer
  engineer color mentor monitor status focus campus consensus document docker career manager master letter layer power
  filter register trigger answer offer matter consider deliver discover proper render transfer`.split(/\s+/),
)

const FORMS: ReadonlyMap<string, string> = new Map(
  SAME.trim()
    .split('\n')
    .flatMap((line) => {
      const [form = '', ...others] = line.trim().split(' ')
      return [form, ...others].map((word): [string, string] => [word, WHOLE.has(form) ? form : stem(form)])
    }),
)

/** Words of evidence that say nothing about the kind of work, besides those that say nothing anywhere. */
const EMPTY = new Set(
  `always often never ability someone something somebody everyone anyone thing things way ways lot lots took taken takes
  two three four five six seven eight nine ten hundred thousand first various appropriate relevant ensure ensured ensuring
  dont doesnt didnt already among unless else vs via another including included becoming become overall particularly`
    .split(/\s+/)
    .filter(Boolean),
)

const formOf = (word: string): string | null => {
  if (EMPTY.has(word)) return null
  if (WHOLE.has(word)) return word
  return FORMS.get(word) ?? stemsOf(word)[0] ?? null
}

/** Forms that were worked out before; people's words are few, and what is beyond this many starts anew. */
const MOST_KEPT = 20_000
const kept = new Map<string, string | null>()

const keptFormOf = (word: string): string | null => {
  const known = kept.get(word)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const form = formOf(word)
  kept.set(word, form)
  return form
}

/**
 * The words that tell what kind of work a sentence speaks of, each in one form: "ran the on-boarding" and
 * "runs onboarding" have the same. In their order, empty words left out.
 */
export const workWords = (text: string): string[] => {
  let plain = text.toLowerCase()
  for (const [from, to] of PHRASES) plain = plain.replace(from, to)
  return (plain.match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? []).flatMap((word) => keptFormOf(word) ?? [])
}
