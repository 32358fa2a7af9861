/** Short forms and spellings that people type, each with the word that ladders use. */
const FORMS: Readonly<Record<string, string>> = {
  sr: 'senior',
  snr: 'senior',
  jr: 'junior',
  jnr: 'junior',
  prin: 'principal',
  assoc: 'associate',
  dir: 'director',
  mgr: 'manager',
  mgmt: 'management',
  eng: 'engineer',
  engr: 'engineer',
  dev: 'developer',
  lvl: 'level',
  lv: 'level',
  grade: 'level',
  rank: 'level',
  rung: 'level',
  stage: 'level',
  tech: 'technical',
  comm: 'communication',
  comms: 'communication',
  collab: 'collaboration',
  arch: 'architecture',
  docs: 'documentation',
  perf: 'performance',
  judgement: 'judgment',
  v: 'vs',
  versus: 'vs',
}

/** The full word for a short form. Any other word stays as it is. */
export function fullForm(word: string): string {
  return Object.hasOwn(FORMS, word) ? FORMS[word]! : word
}

/** Common words about work, each with words that ladders use instead. They help if the ladder lacks the word. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  ambition: ['growth', 'development', 'initiative'],
  autonomy: ['autonomous', 'autonomously', 'independent', 'independently'],
  architecture: ['design', 'systems'],
  behaviour: ['demeanor', 'attitude'],
  coaching: ['mentor', 'coach', 'guidance', 'teaches'],
  collaboration: ['team', 'teammates', 'together', 'partner'],
  conflict: ['disagree', 'difficult'],
  creativity: ['novel', 'creative', 'innovative'],
  deadlines: ['time', 'priorities', 'schedule'],
  debugging: ['debug', 'troubleshoot', 'problems', 'triage'],
  delegation: ['delegate', 'delegating'],
  documentation: ['documentation', 'docs', 'writing'],
  estimation: ['estimate', 'plan', 'scoping'],
  feedback: ['feedback', 'critique'],
  hiring: ['hire', 'interview', 'recruit'],
  impact: ['impact', 'outcome', 'results'],
  incident: ['incident', 'outage', 'emergency', 'on-call'],
  independence: ['independent', 'independently', 'autonomously'],
  influence: ['influence', 'advice', 'representative'],
  initiative: ['proactive', 'proactively', 'without being asked', 'assigned'],
  leadership: ['lead', 'leads', 'leading', 'leader'],
  learning: ['learn', 'growth', 'curiosity'],
  management: ['manage', 'manages', 'managing'],
  mentoring: ['mentor', 'coach', 'guidance', 'helping others', 'junior teammates'],
  monitoring: ['monitor', 'observability', 'alerts', 'performance'],
  onboarding: ['onboard', 'new'],
  oncall: ['on-call', 'shifts', 'triage', 'incident', 'outage', 'production issues'],
  outage: ['incident', 'emergency', 'down', 'on-call'],
  pairing: ['pair', 'mentor', 'together'],
  postmortem: ['retrospective', 'incident'],
  prioritisation: ['prioritize', 'priorities'],
  prioritization: ['prioritize', 'priorities'],
  quality: ['quality', 'standards', 'reliable'],
  reliability: ['reliable', 'reliability', 'stable'],
  research: ['research', 'investigate'],
  respect: ['humility', 'empathy'],
  security: ['security', 'secure'],
  speed: ['velocity', 'fast', 'time'],
  stakeholders: ['customers', 'leadership', 'teams'],
  strategy: ['strategic', 'direction', 'vision'],
  stress: ['stress', 'pressure', 'demeanor'],
  teaching: ['mentor', 'teach', 'coach', 'guidance'],
  teamwork: ['team', 'teammates', 'collaborate'],
  testing: ['test', 'tests', 'quality'],
  vision: ['vision', 'strategy', 'direction'],
  writing: ['write', 'writes', 'documentation', 'communication'],
}

/** Every word with known meanings, for correcting the spelling. */
export function wordsWithMeanings(): string[] {
  return Object.keys(MEANINGS)
}

/** Words with the same meaning. Empty if none are known. */
export function meaningsOf(word: string): readonly string[] {
  const key = [word, word.replace(/s$/, ''), `${word}s`].find((one) => Object.hasOwn(MEANINGS, one))
  return key === undefined ? [] : MEANINGS[key]!
}
