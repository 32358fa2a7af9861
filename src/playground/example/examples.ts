/** A piece of evidence to send with one click: strong sentences, a thin one and a vague one, all invented. */
export const EXAMPLE_EVIDENCE = [
  'In March I noticed that our nightly database restores had been failing silently for two weeks. ',
  'I pitched a fix in cycle planning, planned the work in three steps, and did them with a colleague ',
  'from the platform team.\n',
  'I moved the restore tests to a separate cluster and wrote the runbook for them. ',
  'Restore time went from 6 hours to 50 minutes, and the last four drills passed without help from me.\n',
  'During the outage in April I led the incident call and kept support and the product team updated ',
  'every half hour.\n',
  'I also mentored Lee, a junior teammate, and gave direct feedback after each drill; ',
  'Lee now runs them alone.\n',
  'Helped with some other stuff too.',
].join('')

/** The goal for which a model read it, and what it answered, in the form in which models answer. */
export const EXAMPLE_ANSWER = new URL('./example-answer.json', import.meta.url)

/** What the composer offers after a slash. */
export const COMMANDS: readonly { text: string; hint: string }[] = [
  { text: '/ladder', hint: 'what you can look up' },
  { text: '/ladder L3', hint: 'a whole level' },
  { text: '/ladder L3 communication', hint: 'one competency at one level' },
  { text: '/ladder communication', hint: 'one competency at every level' },
  { text: '/ladder goal L3', hint: 'the level you work towards' },
  { text: '/ladder next', hint: 'what the level you work towards asks beyond yours' },
  { text: '/ladder me', hint: 'what your evidence covers' },
  { text: '/ladder log', hint: 'write down something you did' },
  { text: '/ladder evidence', hint: 'all that you wrote' },
  { text: '/ladder nudge fridays 10:00', hint: 'a weekly question to this channel' },
  { text: '/ladder data', hint: 'what is kept about you' },
]
