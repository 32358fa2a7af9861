/** The days of the week, Monday first, in the order of their ISO numbers. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** The same in the languages in which people ask, without accents. "|" is between words for one day. */
export const WEEKDAY_NAMES: readonly string[] = [
  'mon(?:day)?s?|montags?|lunes|lundis?|segundas?(?: feiras?)?',
  'tue(?:s|sday)?s?|dienstags?|martes|mardis?|tercas?(?: feiras?)?',
  'wed(?:nesday)?s?|mittwochs?|miercoles|mercredis?|quartas?(?: feiras?)?',
  'thu(?:rs|r|rsday)?s?|donnerstags?|jueves|jeudis?|quintas?(?: feiras?)?',
  'fri(?:day)?s?|freitags?|viernes|vendredis?|sextas?(?: feiras?)?',
  'sat(?:urday)?s?|samstags?|sabados?|samedis?',
  'sun(?:day)?s?|sonntags?|domingos?|dimanches?',
]
