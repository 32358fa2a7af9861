/** Words that say a number, and the digits they stand for. */
export const NUMBER_WORDS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  hundred: '100',
  hundreds: '100',
  thousand: '1000',
  thousands: '1000',
  million: '1000000',
  millions: '1000000',
  dozen: '12',
  dozens: '12',
  twice: '2',
  double: '2',
  doubled: '2',
  triple: '3',
  tripled: '3',
  half: '50',
  halved: '50',
  halving: '50',
  percent: '%',
}

/** Words that open a sentence and are no name. Others are fine where the evidence or the ladder has them. */
export const OPENERS = new Set(
  `a about across add after against all also although an and another any are as ask at be because before both
  bring but by can choose clear collect concrete could describe did do document does draft each either even every
  evidence example explain find first for from future give has have having here how however i if in include instead
  is it its keep later lead less let link list look made make many may measure mention more most much name neither
  next no none nor not note nothing now of offer on once one only open or other others otherwise our own ownership
  part people perhaps pick pitch plan point propose publish put quote record results review run say second send set
  several shadow share should show similar since so some something state still strong such take tell than that the
  their them then there these they this those though through to try under unless until up use volunteer was we were
  what when where whether which while who whose why will with within without work would write yet you your yours
    agree aim arrange attach back begin besides beyond break build call capture check close compare confirm connect
    consider create decide define demonstrate despite discuss draw drive end ensure expand explore extend facilitate
    fewer fill final follow further gather get give go good great half hand help hold host identify impact improve
    increase initiate instead introduce invite join keep key know lay learn level line log long mark mentor move near
    negotiate new nominate note organise organize outline outside overall own pair part past per place plans post
    prepare present propose prove provide push raise reach read reduce refer reflect relate remember repeat report
    request resolve reuse reveal rework role round schedule seek separate solve speak spell split spread start still
    strength strengthen submit summarise summarize support swap talk teach test thanks think tie time today together
    track trade train translate turn understand update useful value verify visible walk weigh whenever whole wins
    anybody anyone anything everybody everyone everything nobody somebody someone one two three four five six seven
    eight nine ten eleven twelve`
    .split(/\s+/)
    .filter(Boolean),
)

/** What opens words of two parts, such as "Cross-team" and "Follow-up". */
export const PREFIXES = new Set(
  'cross follow on post pre well long high low self multi end step non co re inter first two half hands'.split(
    ' ',
  ),
)

/** Endings that names rarely have: an opener like "Mentoring" or "Reviewed" is a word of the language. */
export const WORD_ENDING = /(?:ing|ed|ly|tion|sion|ment|ness|ity|ance|ence|able|ible|ful|less|ship|ers)$/

/** Abbreviations of the trade that are no names. */
export const GENERIC =
  /^(?:RFC|ADR|PR|MR|SLO|SLI|SLA|KPI|API|CI|CD|UI|DB|SRE|MTTR|ID|URL|FAQ|OKR|QA|PDF)s?$|^README$|^Colleagues?$/
