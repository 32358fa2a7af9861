/** Invented evidence that can be sent with one click. It has strong sentences, a thin one and a vague one. */
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

/** A model's recorded answer to it, in the form that models fill in, with the goal that it was asked about. */
export const EXAMPLE_ANSWER = new URL('./example-answer.json', import.meta.url)

/** The commands that the composer offers after a slash. */
export const COMMANDS: readonly { text: string; hint: string }[] = [
  { text: '/ladder', hint: 'what you can look up' },
  { text: '/ladder L3', hint: 'a whole level' },
  { text: '/ladder L3 communication', hint: 'one competency at one level' },
  { text: '/ladder communication', hint: 'one competency at every level' },
  { text: '/ladder goal L3', hint: 'set the level you’re aiming for' },
  { text: '/ladder next', hint: 'what your next level adds' },
  { text: '/ladder me', hint: 'what your evidence covers' },
  { text: '/ladder log', hint: 'write down something you did' },
  { text: '/ladder evidence', hint: 'everything you saved' },
  { text: '/ladder packet', hint: 'a draft of your promotion packet' },
  { text: '/ladder packet work', hint: 'one question at a time about its gaps' },
  { text: '/ladder packet docx', hint: 'your packet as a Word file' },
  { text: '/ladder nudge fridays 10:00', hint: 'a weekly question in this channel' },
  { text: '/ladder data', hint: 'what the coach stores about you' },
]
