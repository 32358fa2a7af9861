import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Doubt, type NudgeCommand, nudgeCommandOf } from '../../src/domain/nudge/nudge-command.ts'
import type { WantedRhythm } from '../../src/domain/nudge/rhythm.ts'
import { ownTime } from '../fakes/own-time.ts'
import { rounds } from '../fakes/rounds.ts'

const today = Temporal.PlainDate.from('2026-11-24')
const levels = ['L1', 'L2', 'L3', 'L4'].map((id, nth) => ({
  id,
  title: ['SRE', 'SRE II', 'Senior SRE', 'Staff SRE'][nth]!,
}))
const ladders = [
  { id: 'sre', name: 'SRE', levels },
  { id: 'designers', name: 'Designers' },
  { id: 'backend-engineers', name: 'Backend Engineers' },
]
const read = (text: string): NudgeCommand => nudgeCommandOf(text, { ladders, today })

const doubtIn = (doubt: Doubt): string => {
  switch (doubt.kind) {
    case 'missing':
      return `no ${doubt.what}`
    case 'unknown':
      return `"${doubt.words}"?`
    case 'several':
    case 'past':
    case 'how-often':
    case 'one-level':
    case 'level-gap':
      return `"${doubt.words}" ${doubt.kind}`
    case 'which-time':
      return `"${doubt.words}" ${doubt.between.map((time) => time.toString().slice(0, 5)).join(' or ')}`
    case 'which-zone':
      return `"${doubt.words}" ${doubt.between.join(' or ')}`
  }
}

const often = (rhythm: WantedRhythm | null): string =>
  rhythm === null ? '' : rhythm.kind === 'month' ? ` month/${rhythm.nth}` : ` ${rhythm.kind}`
const range = (ids: readonly string[] | null): string =>
  ids === null ? '' : ids.length === 0 ? ' all levels' : ` ${ids.join('-')}`

/** A command in one line, as in the table. */
const brief = (command: NudgeCommand): string => {
  const whose = command.whose === 'me' ? 'me ' : ''
  switch (command.kind) {
    case 'set':
      return `${whose}${command.weekday ?? '-'} ${command.time?.toString().slice(0, 5) ?? '-'} ${command.zone ?? 'own'}${command.ladder ? ` #${command.ladder}` : ''}${often(command.rhythm)}${range(command.levels)}${command.first ? ` from ${command.first}` : ''}`
    case 'pause':
      return `${whose}pause ${command.until ?? 'open'}`
    case 'leave-out':
    case 'include':
      return `${whose}${command.kind} ${[...command.weeks, ...(command.yearEnd ? ['year end'] : [])].join(' ')}`
    case 'unclear':
      return `${whose}unclear ${command.doubts.map(doubtIn).join(', ')}`
    default:
      return `${whose}${command.kind}`
  }
}

/** What people type after `/ladder nudge` on Tuesday, 24 November 2026, and what is understood. */
const SAID: readonly (readonly [text: string, meant: string])[] = [
  // Showing it
  ['', 'show'],
  ['show', 'show'],
  ['status', 'show'],
  ['set up', 'form'],
  ['change', 'form'],
  ['edit it', 'form'],
  // Setting it up: the usual ways
  ['mondays 10:00 Europe/London', '1 10:00 Europe/London'],
  ['Monday 10:00 Europe/London', '1 10:00 Europe/London'],
  ['mon 10 london', '1 10:00 Europe/London'],
  ['every monday at 10am London', '1 10:00 Europe/London week'],
  ['on Mondays at 10 in London', '1 10:00 Europe/London'],
  ['on mondays at 10 London time', '1 10:00 Europe/London'],
  ['each Mon. at 10.00 (London)', '1 10:00 Europe/London week'],
  ['10:00 mondays Europe/London', '1 10:00 Europe/London'],
  ['Europe/London, mondays, 10:00', '1 10:00 Europe/London'],
  ['europe/london 10 monday', '1 10:00 Europe/London'],
  ['set mondays 10:00 Europe/London', '1 10:00 Europe/London'],
  ['set it to mondays at 10:00 Europe/London please', '1 10:00 Europe/London'],
  ['move to thursdays 9.30', '4 09:30 own'],
  ['change to thu 9:30', '4 09:30 own'],
  // Days
  ['weekly tuesday 4pm', '2 16:00 own week'],
  ['weekly on Tuesdays at 4 pm', '2 16:00 own week'],
  ['once a week, on tues, 16:00', '2 16:00 own week'],
  ['on tues 10', '2 10:00 own'],
  ['weds 10', '3 10:00 own'],
  ['Thurs 10', '4 10:00 own'],
  ['thur 10', '4 10:00 own'],
  ['FRIDAYS 10', '5 10:00 own'],
  ["friday's 10", '5 10:00 own'],
  ['sat 10', '6 10:00 own'],
  ['sundays 10', '7 10:00 own'],
  ['the nudge every Wednesday 10', '3 10:00 own week'],
  // A part of it, for a nudge that exists
  ['at 15:00', '- 15:00 own'],
  ['change the time to 15:00', '- 15:00 own'],
  ['on tuesdays', '2 - own'],
  ['move it to tuesday', '2 - own'],
  ['London time', '- - Europe/London'],
  ['in my own time zone', '- - own'],
  ['every two weeks', '- - own two-weeks'],
  ['make it fortnightly', '- - own two-weeks'],
  ['monthly', '- - own month/1'],
  ['switch back to every week', '- - own week'],
  ['only L2 to L3', '- - own L2-L3'],
  ['levels L1 and L2', '- - own L1-L2'],
  ['all levels', '- - own all levels'],
  ['use the designers ladder', '- - own #designers'],
  ['me at 9:30', 'me - 09:30 own'],
  ['please', 'unclear no weekday, no time'],
  ['at banana', 'unclear "banana"?, no weekday, no time'],
  // From when on
  ['every two weeks on friday 15:00 from 11 December', '5 15:00 own two-weeks from 2026-12-11'],
  ['every two weeks on friday from 11 December at 15:00', '5 15:00 own two-weeks from 2026-12-11'],
  ['every two weeks from Friday, 11 December 2026', '5 - own two-weeks from 2026-12-11'],
  ['fridays 15:00 starting next week', '5 15:00 own from 2026-11-30'],
  ['fridays 15:00, starting on the 11th', '5 15:00 own from 2026-12-11'],
  ['fridays 15:00 beginning in 3 weeks', '5 15:00 own from 2026-12-15'],
  ['every other friday 15:00, first on 2026-12-11', '5 15:00 own two-weeks from 2026-12-11'],
  ['fortnightly, fridays 15:00, as of january', '5 15:00 own two-weeks from 2027-01-01'],
  ['starting from week 52', '- - own from 2026-12-21'],
  ['from next monday at 10:00', '1 10:00 own from 2026-11-30'],
  ['from tomorrow at 10:00', '- 10:00 own from 2026-11-25'],
  ['every two weeks from monday 10:00', '1 10:00 own two-weeks'],
  ['from 3 November 2026 fridays 15:00', 'unclear "from 3 November 2026" past'],
  ['fridays 15:00 from 11 December from 18 December', 'unclear "from 11 December from 18 December" several'],
  ['me fridays 15:00 from 11 December', 'me 5 15:00 own from 2026-12-11'],
  // Times
  ['mondays 10am', '1 10:00 own'],
  ['mondays 10 a.m.', '1 10:00 own'],
  ['mondays 10 AM', '1 10:00 own'],
  ['mondays 10.30', '1 10:30 own'],
  ['mondays 10h30', '1 10:30 own'],
  ['mondays 10h', '1 10:00 own'],
  ['mondays 16h', '1 16:00 own'],
  ['mondays 10:30am', '1 10:30 own'],
  ['mondays 4:15 p.m.', '1 16:15 own'],
  ['mondays 1600', '1 16:00 own'],
  ['mondays 0930', '1 09:30 own'],
  ['mondays 16:00', '1 16:00 own'],
  ['mondays 16:00:00', '1 16:00 own'],
  ['mondays 10 o’clock', '1 10:00 own'],
  ["mondays at ten o'clock", '1 10:00 own'],
  ['mondays at half past nine', '1 09:30 own'],
  ['mondays 9 in the morning', '1 09:00 own'],
  ['mondays at 4 in the afternoon', '1 16:00 own'],
  ['mondays noon', '1 12:00 own'],
  ['mondays at midday', '1 12:00 own'],
  ['mondays 12pm', '1 12:00 own'],
  ['mondays 12am', '1 00:00 own'],
  ['mondays midnight', '1 00:00 own'],
  ['mondays 04:30', '1 04:30 own'],
  ['mondays @ 10', '1 10:00 own'],
  // Zones
  ['mondays 10 my time', '1 10:00 own'],
  ['mondays 10 my time zone', '1 10:00 own'],
  ['mondays 10 local time', '1 10:00 own'],
  ['mondays 10 New York', '1 10:00 America/New_York'],
  ['mondays 10 new york city time', '1 10:00 America/New_York'],
  ['mondays 10 NYC', '1 10:00 America/New_York'],
  ['mondays 10 America/New York', '1 10:00 America/New_York'],
  ['mondays 10 america/new_york', '1 10:00 America/New_York'],
  ['mondays 10 Kiritimati', '1 10:00 Pacific/Kiritimati'],
  ['mondays 10 Niue', '1 10:00 Pacific/Niue'],
  ['mondays 10 São Paulo', '1 10:00 America/Sao_Paulo'],
  ['mondays 10 zurich', '1 10:00 Europe/Zurich'],
  ['mondays 10 Zürich', '1 10:00 Europe/Zurich'],
  ['mondays 10 Port-au-Prince', '1 10:00 America/Port-au-Prince'],
  ['mondays 10 Bangalore', '1 10:00 Asia/Kolkata'],
  ['mondays 10 San Francisco', '1 10:00 America/Los_Angeles'],
  ['mondays 10 Kyiv', '1 10:00 Europe/Kyiv'],
  ['mondays 10 Kiev', '1 10:00 Europe/Kyiv'],
  ['mondays 10 Buenos Aires', '1 10:00 America/Argentina/Buenos_Aires'],
  ['mondays 10 UTC', '1 10:00 UTC'],
  ['mondays 10:00 GMT', '1 10:00 UTC'],
  ['mondays 10:00Z', '1 10:00 UTC'],
  ['mondays 10 UTC+2', '1 10:00 Etc/GMT-2'],
  ['mondays 10 GMT-3', '1 10:00 Etc/GMT+3'],
  ['mondays 10:00 CET', '1 10:00 Europe/Berlin'],
  ['mondays 10:00 cest', '1 10:00 Europe/Berlin'],
  ['mondays 10am ET', '1 10:00 America/New_York'],
  ['mondays 10am EDT', '1 10:00 America/New_York'],
  ['mondays 10am pacific time', '1 10:00 America/Los_Angeles'],
  ['mondays 10am JST', '1 10:00 Asia/Tokyo'],
  ['mondays 10 in Germany', '1 10:00 Europe/Berlin'],
  ['mondays 10 UK time', '1 10:00 Europe/London'],
  // How often
  ['every week on friday 15:00', '5 15:00 own week'],
  ['once per week fridays 15:00', '5 15:00 own week'],
  ['every two weeks on friday 15:00', '5 15:00 own two-weeks'],
  ['every 2 weeks on fridays at 15:00 London', '5 15:00 Europe/London two-weeks'],
  ['fridays 15:00 every two weeks', '5 15:00 own two-weeks'],
  ['Every Two Weeks, Friday, 15:00', '5 15:00 own two-weeks'],
  ['every second friday 15:00', '5 15:00 own two-weeks'],
  ['every 2nd friday 15:00', '5 15:00 own two-weeks'],
  ['every other friday 15:00', '5 15:00 own two-weeks'],
  ['every second week on friday 15:00', '5 15:00 own two-weeks'],
  ['every other week, fridays at 15:00', '5 15:00 own two-weeks'],
  ['once every two weeks friday 15:00', '5 15:00 own two-weeks'],
  ['every fortnight on friday 15:00', '5 15:00 own two-weeks'],
  ['fortnightly, fridays 15:00', '5 15:00 own two-weeks'],
  ['biweekly friday 15:00', '5 15:00 own two-weeks'],
  ['bi-weekly friday 15:00', '5 15:00 own two-weeks'],
  ['on alternate fridays 15:00', '5 15:00 own two-weeks'],
  ['change to every two weeks on friday 15:00', '5 15:00 own two-weeks'],
  ['monthly on the first monday 10:00', '1 10:00 own month/1'],
  ['monthly on the first monday at 10', '1 10:00 own month/1'],
  ['first monday of the month 10:00', '1 10:00 own month/1'],
  ['the first Monday of every month at 10:00', '1 10:00 own month/1'],
  ['every first monday 10:00', '1 10:00 own month/1'],
  ['on the 3rd wednesday of each month, 10:00', '3 10:00 own month/3'],
  ['second friday of the month 15:00', '5 15:00 own month/2'],
  ['every second friday of the month 15:00', '5 15:00 own month/2'],
  ['every month on the second friday 15:00', '5 15:00 own month/2'],
  ['last friday of the month 15:00 Toronto', '5 15:00 America/Toronto month/last'],
  ['every last friday 15:00', '5 15:00 own month/last'],
  ['once a month on fridays 15:00', '5 15:00 own month/1'],
  ['once a month, mondays, 10:00', '1 10:00 own month/1'],
  ['each month on monday 10:00', '1 10:00 own month/1'],
  ['monthly mondays 10:00', '1 10:00 own month/1'],
  ['mondays at two pm', '1 14:00 own'],
  ['mondays at two in the afternoon', '1 14:00 own'],
  // Levels
  ['mondays 10:00 only L2 and L3', '1 10:00 own L2-L3'],
  ['mondays 10:00 L2 to L3', '1 10:00 own L2-L3'],
  ['mondays 10:00 L2-L3', '1 10:00 own L2-L3'],
  ['mondays 10:00 l2 – l3', '1 10:00 own L2-L3'],
  ['mondays 10:00 from L2 to L3', '1 10:00 own L2-L3'],
  ['mondays 10:00 between L2 and L3', '1 10:00 own L2-L3'],
  ['mondays 10:00 levels L2 to L4', '1 10:00 own L2-L4'],
  ['mondays 10:00 for level L2 and level L3', '1 10:00 own L2-L3'],
  ['L2, L3 mondays 10:00', '1 10:00 own L2-L3'],
  ['mondays 10:00 Senior SRE to Staff SRE', '1 10:00 own L3-L4'],
  ['mondays 10:00 only L1, L2 and L3', '1 10:00 own L1-L2-L3'],
  ['mondays 10:00 all levels', '1 10:00 own all levels'],
  [
    'every two weeks on friday 15:00 London, SRE ladder, only L2 and L3',
    '5 15:00 Europe/London #sre two-weeks L2-L3',
  ],
  // Ladders
  ['sre mondays 10:00', '1 10:00 own #sre'],
  ['mondays 10:00 Europe/London SRE', '1 10:00 Europe/London #sre'],
  ['mondays 10:00 with the Designers ladder', '1 10:00 own #designers'],
  ['backend engineers mondays 10', '1 10:00 own #backend-engineers'],
  ['ladder backend-engineers, mon 10', '1 10:00 own #backend-engineers'],
  // The rest
  ['stop', 'stop'],
  ['Stop it', 'stop'],
  ['off', 'stop'],
  ['turn off', 'stop'],
  ['stop please!', 'stop'],
  ['remove', 'stop'],
  ['cancel', 'stop'],
  ['stop now', 'stop'],
  ['stop in this channel', 'stop'],
  ['cancel the next one', 'skip'],
  ['stop the next nudge', 'skip'],
  ['remove next', 'skip'],
  ['cancel this one please', 'skip'],
  ['cancel next week', 'leave-out 2026-W49'],
  ['cancel Monday, 30 November 2026', 'leave-out 2026-W49'],
  ['stop for now', 'pause open'],
  ['turn it off for now, please', 'pause open'],
  ['skip', 'skip'],
  ['skip 30 November', 'leave-out 2026-W49'],
  ['skip Monday, 30 November 2026 at 10:00', 'leave-out 2026-W49'],
  ['skip November 30, 2026', 'leave-out 2026-W49'],
  ['skip 30 November, 14 December and 2027-01-04', 'leave-out 2026-W49 2026-W51 2027-W01'],
  ['skip next monday', 'leave-out 2026-W49'],
  ['skip monday, 7 December', 'leave-out 2026-W50'],
  ['skip next monday, week 51', 'leave-out 2026-W49 2026-W51'],
  ['skip friday', 'leave-out 2026-W48'],
  ['skip today', 'leave-out 2026-W48'],
  ['skip 24 November', 'leave-out 2026-W48'],
  ['leave out tomorrow', 'leave-out 2026-W48'],
  ['include 30 November', 'include 2026-W49'],
  ['skip next', 'skip'],
  ['skip the next one', 'skip'],
  ['skip this week', 'leave-out 2026-W48'],
  ['skip next week', 'leave-out 2026-W49'],
  ['skip 2026-W52', 'leave-out 2026-W52'],
  ['pause', 'pause open'],
  ['pause until 2026-12-20', 'pause 2026-12-20'],
  ['pause till 20 December', 'pause 2026-12-20'],
  ['pause until Dec 20th', 'pause 2026-12-20'],
  ['pause until 20.12.2026', 'pause 2026-12-20'],
  ['pause until 15 January', 'pause 2027-01-15'],
  ['pause until 20 November', 'pause 2027-11-20'],
  ['pause until monday', 'pause 2026-11-30'],
  ['pause until next friday', 'pause 2026-12-04'],
  ['pause until tuesday', 'pause 2026-12-01'],
  ['pause until tomorrow', 'pause 2026-11-25'],
  ['pause until next week', 'pause 2026-11-30'],
  ['pause until next month', 'pause 2026-12-01'],
  ['pause until January', 'pause 2027-01-01'],
  ['pause until 2027', 'pause 2027-01-01'],
  ['pause until Monday, 30 November 2026', 'pause 2026-11-30'],
  ['pause for 2 weeks', 'pause 2026-12-08'],
  ['pause for two weeks', 'pause 2026-12-08'],
  ['pause 10 days', 'pause 2026-12-04'],
  ['pause for a month', 'pause 2026-12-24'],
  ['snooze for a week', 'pause 2026-12-01'],
  ['snooze a day', 'pause 2026-11-25'],
  ['resume', 'resume'],
  ['continue', 'resume'],
  ['on', 'resume'],
  ['unpause it', 'resume'],
  ['preview', 'preview'],
  ['show preview', 'preview'],
  ['leave out 2026-W52', 'leave-out 2026-W52'],
  ['leave out 2026W52 and 2027-w1', 'leave-out 2026-W52 2027-W01'],
  ['leave out week of 4 January', 'leave-out 2027-W01'],
  ['leave out the week of 2026-12-21', 'leave-out 2026-W52'],
  ['leave out week 52', 'leave-out 2026-W52'],
  ['leave out week 3', 'leave-out 2027-W03'],
  ['leave out next week', 'leave-out 2026-W49'],
  ['include 2026-W52', 'include 2026-W52'],
  ['include year end', 'include year end'],
  ['include the end of the year', 'include year end'],
  ['include Christmas', 'include year end'],
  ['leave out year end', 'leave-out year end'],
  // For a person's own nudge
  ['me', 'me show'],
  ['me fridays 16:00', 'me 5 16:00 own'],
  ['fridays 16:00 for me', 'me 5 16:00 own'],
  ['me every friday at 4pm London', 'me 5 16:00 Europe/London week'],
  ['me stop', 'me stop'],
  ['stop me', 'me stop'],
  ['me pause until monday', 'me pause 2026-11-30'],
  ['me snooze a week', 'me pause 2026-12-01'],
  ['me resume', 'me resume'],
  ['me cancel the next one', 'me skip'],
  ['me preview', 'me preview'],
  // What must not be guessed
  ['mondays', '1 - own'],
  ['10:00', '- 10:00 own'],
  ['London', '- - Europe/London'],
  ['mondays 4', 'unclear "4" 04:00 or 16:00'],
  ['mondays at 5:30', 'unclear "5:30" 05:30 or 17:30'],
  ['mondays 10 IST', 'unclear "IST" Asia/Kolkata or Europe/Dublin or Asia/Jerusalem'],
  ['mondays 10 CST', 'unclear "CST" America/Chicago or Asia/Shanghai or America/Havana'],
  ['mondays 10 bst', 'unclear "bst" Europe/London or Asia/Dhaka'],
  ['mondays thursdays 10', 'unclear "mondays thursdays" several'],
  ['mondays 10 and 16:00', 'unclear "10 and 16:00" several'],
  ['mondays 10 London Paris', 'unclear "London Paris" several'],
  ['mondys 10', 'unclear "mondys"?, no weekday'],
  ['mondays 10 Londn', 'unclear "Londn"?'],
  ['mondays 25:00', 'unclear "25:00"?, no time'],
  ['mondays 10:75', 'unclear "10:75"?, no time'],
  ['mondays 13pm', 'unclear "13pm"?, no time'],
  ['every other monday at 10', '1 10:00 own two-weeks'],
  ['every day at 10', 'unclear "every day" how-often, no weekday'],
  ['every day 10:00 monday', 'unclear "every day" how-often'],
  ['daily 10:00', 'unclear "daily" how-often, no weekday'],
  ['every weekday at 10', 'unclear "every weekday" how-often, no weekday'],
  ['twice a week, mondays 10', 'unclear "twice a week," how-often'],
  ['every 3 weeks on friday 15:00', 'unclear "every 3 weeks" how-often'],
  ['every three weeks on friday 15:00', 'unclear "every three weeks" how-often'],
  ['every third friday 15:00', 'unclear "every third" how-often'],
  ['every two months on friday 15:00', 'unclear "every two months" how-often'],
  ['bimonthly friday 15:00', 'unclear "bimonthly" how-often'],
  ['quarterly friday 15:00', 'unclear "quarterly" how-often'],
  ['weekly and monthly mondays 10', 'unclear "weekly and monthly" several'],
  ['every two weeks on the first monday 10:00', 'unclear "every two weeks on the first" several'],
  ['every two weeks at 15:00', '- 15:00 own two-weeks'],
  ['monthly on the first monday', '1 - own month/1'],
  ['monthly on the 15th at 10:00', 'unclear "15th"?, no weekday'],
  ['weeks on friday 15:00', 'unclear "weeks"?'],
  ['two weeks friday', 'unclear "weeks"?, "two" 02:00 or 14:00'],
  ['mondays 10:00 only L2', 'unclear "L2" one-level'],
  ['mondays 10:00 L2 and L2', 'unclear "L2 and L2" one-level'],
  ['mondays 10:00 L2 to L9', 'unclear "L9"?, "L2" one-level'],
  ['mondays 10:00 all levels L2', 'unclear "all levels L2" several'],
  ['me every two weeks fridays 16:00', 'me unclear "every two weeks" how-often'],
  ['me monthly fridays 16:00', 'me unclear "monthly" how-often'],
  ['mondays 10 about our weak people', 'unclear "about our weak people"?'],
  ['stop until monday', 'unclear "until monday"?'],
  ['skip a beat', 'unclear "a beat"?'],
  ['skip January', 'unclear "January"?'],
  ['skip 2027', 'unclear "2027"?'],
  ['skip Tuesday, 30 November 2026', 'unclear "Tuesday, 30 November 2026"?'],
  ['cancel the thing', 'unclear "the thing"?'],
  ['pause until whenever', 'unclear "whenever"?'],
  ['pause until 03/04/2027', 'unclear "03/04/2027"?'],
  ['pause until 2026-02-30', 'unclear "2026-02-30"?'],
  ['pause until', 'unclear no until'],
  ['pause until 2026-11-01', 'unclear "2026-11-01" past'],
  ['pause for 2 lightyears', 'unclear "2 lightyears"?'],
  ['resume on the moon', 'unclear "on the moon"?'],
  ['leave out', 'unclear no week'],
  ['leave out 2026-W60', 'unclear "2026-W60"?'],
  ['leave out 2025-W10', 'unclear "2025-W10" past'],
  ['what is this', 'unclear "what is this"?, no weekday, no time'],
  ['<@U123> mondays 10', 'unclear "<@U123>"?'],
  ['me sre fridays 16:00', 'me unclear "sre"?'],
]

describe('the words after /ladder nudge', () => {
  it('are in a table with at least sixty ways to set a nudge up', () => {
    expect(SAID.filter(([, meant]) => /^(?:me )?\d/.test(meant)).length).toBeGreaterThanOrEqual(60)
  })

  it.each(SAID)('are understood: "%s" as %s', (text, meant) => {
    expect(brief(read(text))).toBe(meant)
  })

  it('leave a record of what was understood and what was not', () => {
    expect(read('mondays 10 Londn sre')).toEqual({
      whose: 'channel',
      kind: 'unclear',
      of: 'set',
      understood: {
        weekday: 1,
        time: Temporal.PlainTime.from('10:00'),
        zone: null,
        ownZone: false,
        ladder: 'sre',
        rhythm: null,
        levels: null,
      },
      doubts: [{ kind: 'unknown', words: 'Londn', near: ['London'] }],
    })
    expect(read('mondys 10')).toMatchObject({ doubts: [{ words: 'mondys', near: ['Monday'] }, {}] })
  })

  it('tell a zone that was left out from “my time”', () => {
    expect(read('mondays 10')).toMatchObject({ zone: null, ownZone: false })
    expect(read('mondays 10 my time')).toMatchObject({ zone: null, ownZone: true })
  })

  it('find every time zone by its name and by its city', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const own = new Temporal.ZonedDateTime(0n, zone)
      for (const said of [zone, zone.toLowerCase(), zone.split('/').at(-1)!.replaceAll('_', ' ')]) {
        const command = read(`mondays 10:00 ${said}`)
        expect(command, said).toMatchObject({ kind: 'set' })
        expect(own.equals(new Temporal.ZonedDateTime(0n, (command as { zone: string }).zone)), said).toBe(
          true,
        )
      }
    }
  })

  const word = fc.oneof(
    fc.constantFrom(...new Set(SAID.flatMap(([text]) => text.split(' ')))),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
    fc.string({ maxLength: 300, unit: 'binary' }),
    fc.integer().map(String),
  )
  it('always get an answer, which quotes only the person’s own words', () => {
    let slowest = 0
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ')
        const taken = ownTime()
        const command = read(text)
        slowest = Math.max(slowest, taken())
        if (command.kind !== 'unclear') return
        expect(command.doubts.length).toBeGreaterThan(0)
        for (const doubt of command.doubts)
          if (doubt.kind !== 'missing') expect(text.replace(/\s+/g, ' ')).toContain(doubt.words)
      }),
      { numRuns: rounds(10_000) },
    )
    expect(slowest).toBeLessThan(1_000)
  })

  it.each([
    ['one word without end', 'a'.repeat(40_000)],
    ['as many words as Slack takes', 'monday '.repeat(5_700)],
    ['digits', '1'.repeat(40_000)],
    ['spaces', `mondays${' '.repeat(40_000)}10x`],
    ['half a date', `pause until ${'2026-'.repeat(8_000)}`],
    ['weeks', `leave out ${'2026-W52 '.repeat(4_000)}`],
  ])('are read quickly: %s', (_, text) => {
    const taken = ownTime()
    read(text)
    expect(taken()).toBeLessThan(1_000)
  })
})
