import { wordsOf } from '../../domain/text/patterns.ts'

/** Words before a month or a day of the week that is meant as one. */
export const BEFORE_DATES = wordsOf(`
  in on since during last by this early late mid until till from between through of to and before after around end
  start beginning every each
`)

/** Words after a number of four digits that is not a year: "2000 hosts". */
export const COUNTED = wordsOf(`
  ms mb gb kb s hosts users requests people times tests lines servers customers tickets
`)

/** What a thing is for a long time: "unchanged since 2016". */
export const STATES = wordsOf(`
  unchanged untouched unmaintained unpatched unowned unsolved unresolved unfixed undocumented open broken known
  neglected deprecated stuck failing flaky abandoned unused overdue parked postponed unnoticed unanswered
`).concat([
  'in use',
  'in place',
  'in production',
  'in service',
  'on hold',
  'on the backlog',
  'on the list',
  'around',
])

/** What was done to a thing before it is spoken of: "the scheduler written in 2014". */
export const THINGS_DONE = wordsOf(`
  written built created designed bought introduced deployed installed dating inherited coded made launched released
  abandoned opened filed reported raised configured drawn founded
`).concat(['set up', 'left over', 'put in', 'handed down', 'last touched', 'last updated', 'last changed'])

/** Those in whose words a clause about a thing begins: "the scheduler we have had". */
export const PEOPLE_BESIDE = wordsOf('we they everyone everybody nobody you people').concat([
  'no one',
  'the team',
])

/** Words in a line that is nothing but a date: "Week of 12 May 2025", "Early March to mid April". */
export const IN_DATE_LINES = new Set(
  wordsOf('in of to and until the week month year weeks early mid late first second from date ending'),
)

/** Words for a thing that was there before: "the legacy billing job from 2012". */
export const OLD = wordsOf('old older oldest ancient legacy outdated forgotten unowned abandoned original')
