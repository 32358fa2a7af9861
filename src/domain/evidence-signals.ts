import { withoutAddresses } from './evidence-quality.ts'

/** A before and an after, or an estimate that says it is one. */
const BASELINE =
  /\bfrom [^.;]{1,60}? to \S|\bbefore\b[^.;]{1,80}\b(?:after|now)\b|\binstead of\b|\b(?:down|up) (?:from|by)\b|\bwas [^.;]{1,40}\bnow\b|\bcompared (?:with|to)\b|\b(?:used to|previously)\b|\d\s?%|\bpercent\b|\b\d+(?:\.\d+)?(?:x| times) (?:faster|fewer|less|more|lower|higher)\b|\b(?:halved|doubled|tripled)\b|\b(?:estimate[ds]?|roughly|approximately|about) (?:at )?\d/i

/** Words for what goes on, or comes again. */
const REPEATED =
  /\b(?:every|each) (?:day|week|month|quarter|sprint|release|cycle|drill|time|other)\b|\b(?:daily|weekly|biweekly|monthly|quarterly|regularly|consistently|repeatedly|continuously)\b|\bever since\b|\bsince (?:\p{Lu}\p{L}+|last|then|20\d\d|the)\b|\b(?:for|over|through|during) (?:the )?(?:last |past )?(?:\p{L}+|\d+) (?:weeks|months|quarters|years|sprints|releases|cycles)\b|\b(?:last|past) (?:two|three|four|five|six|\d+) \p{L}+s\b|\b(?:\d+|two|three|four|five|six|several|many) (?:times|drills|incidents|releases|sprints|reviews|rounds)\b|\bstill (?:run|runs|use|uses|used|in use|holds?|works?)\b|\bnow (?:run|runs|use|uses|own|owns)\b/iu

/** Tenure, effort and potential: none of them shows what was done. */
const EFFORT =
  /\b(?:\d+|two|three|four|five|six|seven|eight|ten|many)\+? years? (?:of experience|of service|at|with|in this|as an?)\b|\bwork(?:ed|ing)? (?:very |really |so |extremely )?hard\b|\blong hours\b|\bovertime\b|\b(?:late|sleepless) nights?\b|\bweekends\b|\bpassionate\b|\bdedicated (?:to|myself)\b|\bcommitted to\b|\b(?:my |the )?potential\b|\bready for (?:the|a|more)\b|\bcapable of\b|\bI (?:can|could|would|am able to|know how to|believe I)\b|\b(?:loyal|tireless(?:ly)?|best effort|gave my all|110 ?%)\b/i

/** Adjectives of praise, and words that count without counting. */
const ADJECTIVE =
  /\b(?:great|excellent|huge|massive|significant(?:ly)?|successful(?:ly)?|major|crucial|critical|outstanding|world-class|amazing|important|various|several|many|numerous|robust|scalable|seamless(?:ly)?|tremendous(?:ly)?|invaluable|key|complex|challenging|high-impact|impactful|drastically|greatly)\b/i

/** Abbreviations that any engineer knows. Others are unknown outside a team. */
const COMMON = new Set(
  `AB ADR AI AM API APIS APM ARM ASAP AWS AZ BI BSD CD CDN CEO CFO CI CIO CLI CMS CPU CPO CRM CRUD CSS CSV CTO CVE DAG DB DBA
  DDOS DM DNS DOM EM ERP ETA ETL EU FAQ FTP GB GC GCP GDPR GPU GUI HA HR HTML HTTP HTTPS IAM IBM ID IDE IDS IO IOS IP ISO IT
  JS JSON JVM KB KPI KPIS LAN LLM LLMS LTS MB MFA ML MR MRS MTTR MVP NDA NLP NPS OAUTH OK OKR OKRS OOM ORM OS OSS PC PDF PHP
  PII PM PO POC PR PRS QA QPS RAM RBAC RCA REST RFC RFCS ROI RPC RPS RSS SDK SDKS SEO SLA SLAS SLI SLO SLOS SMS SOC SPA SQL
  SRE SRES SSD SSH SSL SSO SVG TB TCP TDD TLS TODO TTL TV UDP UI UK URL URLS US USA USB USD UTC UUID UX VM VMS VP VPN WAN WIP
  XML XSS YAML PGP P0 P1 P2 P99 P95 P50 Q1 Q2 Q3 Q4 H1 H2 AND NOT THE FOR WITH ALL NEW DONE NOTE`
    .split(/\s+/)
    .filter(Boolean),
)

/** Something with a name: in quotes or code, in capitals in mid-sentence, a number of a ticket, a link. */
const NAMED =
  /["“«`][^"”»`]+["”»`]|(?<=\p{L}[ ,]\s?)\p{Lu}[\p{L}\d]+|\b[A-Z][A-Z0-9]{1,9}-\d+|https?:|(?:^|\s)#\d+|\d/u

/** What of a sentence helps or harms it as evidence, beside own part, result and artefact. */
export type Signals = {
  readonly baseline: boolean
  readonly repeated: boolean
  /** Tenure, effort or potential in place of something done. */
  readonly effort: boolean
  /** Words of praise, or counts that do not count. */
  readonly adjectives: boolean
  /** Something with a name, or a number. */
  readonly named: boolean
  /** Abbreviations that a stranger does not know, in their order, each once. */
  readonly jargon: readonly string[]
}

/** Abbreviations of a sentence that are neither common nor written out beside it. */
const jargonIn = (text: string): string[] => [
  ...new Set(
    (text.match(/(?<![\p{L}\d\-/_.])[A-Z][A-Z0-9]{1,7}s?(?![\p{L}\d\-/_]|\.\p{L})/gu) ?? []).filter(
      (word) =>
        !COMMON.has(word.toUpperCase()) &&
        !COMMON.has(word.replace(/s$/, '')) &&
        !/^L\d$/.test(word) &&
        !new RegExp(`\\(${RegExp.escape(word)}\\)|\\b${RegExp.escape(word)} \\(`).test(text),
    ),
  ),
]

export const signalsOf = (whole: string): Signals => {
  const text = withoutAddresses(whole)
  // A text in capitals shouts; it does not abbreviate.
  const shouts = !/\p{Ll}/u.test(text)
  return {
    baseline: BASELINE.test(text),
    repeated: REPEATED.test(text),
    effort: EFFORT.test(text),
    adjectives: ADJECTIVE.test(text),
    // The first word of a sentence has its capital from its place.
    named: NAMED.test(whole.replace(/^\P{L}*\p{L}+/u, '')),
    jargon: shouts ? [] : jargonIn(text),
  }
}
