import { describe, expect, it } from 'vitest'
import { derivedFrom } from '../../src/domain/check/amounts.ts'
import {
  claimObjections,
  panelObjections,
  proposalObjections,
  questionObjections,
} from '../../src/domain/check/check-text.ts'
import { ownTime } from '../fakes/own-time.ts'
import { smallLadder } from './ladder-fixture.ts'

const EVIDENCE = {
  incident: `08:52 page: 5xx on ingress above 4%
08:55 ack. Checked deploys, only one, a css change.
09:03 upstream latencies normal
09:10 two of nine workers have the table full in dmesg.
09:14 raised the limit on those two by hand, then drained the worse one
09:21 errors back to baseline
09:40 posted summary, told support what customers would have seen
Customer impact is 29 min per status page.
I make it 37.
The mail went out at 8:45, traffic was high.`,
  night: `At 23:52 the pager went off. At 00:20 writes were back. The review was at 9:21am on Thursday and ended at 11:05am.
It took 2 hours to restore. The second page came at 02:12. Deploys are frozen from 2:10-2:45pm.`,
  german: 'Um 8.45 Uhr ging die Mail raus. Um 9.21 Uhr war der Fehler weg.',
  pages: `I exported the last 90 days of pages and went through all of them. 412 pages, and in 270 of them whoever was on call had just acked. I brought it to planning and got a week for it. I deleted 31 rules.
Pages are down about 70%, last month was 64 in total.
I counted 63 such requests in April alone. We had 3 incidents in the second quarter. We get 3 alerts a week. Storage cost went to $1,300 a month. Today about 85 engineers use it.`,
  counts: `First run: 11 of 14 clusters worked, 4 did not.
I closed 12 tickets and 7 tickets were left. We had 3 outages and 26 alerts. The drill took 5 hours.
Then I moved six hosts in May and nine hosts in June.
Login was down for 38 minutes, the status page says 50.`,
  hosts: `I said ten weeks for 340 hosts. At week ten we had 85, and I rolled back 40 of those, so what is left is about 50.
We inventoried 112 servers, found that nearly 30 had no traffic. 1,400 customers had got two reminders. They counted 1,260 affected.
They had four pages, woke me for one, three ended alone.`,
}

type Row = [keyof typeof EVIDENCE, string]

const sourcesOf = (of: keyof typeof EVIDENCE) => ({
  evidence: EVIDENCE[of],
  rows: '',
  ladder: smallLadder,
  goal: { ladder: 'sre', current: 'L2', target: 'L3', by: null },
})

/** Rows that must hold, and ones beside them that must not. */
const holds = (rows: readonly Row[]) =>
  it.each(rows)('follows from %s: "%s"', (of, text) => {
    expect(claimObjections(text, sourcesOf(of))).toEqual([])
  })
const falls = (rows: readonly Row[]) =>
  it.each(rows)('does not follow from %s: "%s"', (of, text) => {
    expect(claimObjections(text, sourcesOf(of)).join()).toMatch(/number/)
  })

describe('how long it is from one time of day to another', () => {
  holds([
    ['incident', 'Support was told 48 minutes after the page.'],
    ['incident', 'You went from the 08:52 page to a full table at 09:10 in 18 minutes.'],
    ['incident', 'You acked within three minutes of the page.'],
    ['incident', 'Between 08:52 and 09:21 lie about 30 minutes.'],
    ['incident', 'The mail went out at 8:45, 7 minutes before the page.'],
    ['night', 'Writes were back 28 minutes after the page.'],
    ['night', 'From 23:52 to 00:20 is 28 minutes.'],
    ['night', 'The review took 1 hour and 44 minutes.'],
    ['night', 'The review lasted 104 minutes, or almost two hours.'],
    ['night', 'From 2:10pm to 2:45pm is 35 minutes.'],
    ['german', 'Von 8.45 Uhr bis 9.21 Uhr vergingen 36 Minuten.'],
  ])
  falls([
    ['incident', 'You went from the 08:52 page to a full table at 09:10 in 19 minutes.'],
    ['incident', 'You went from the 08:52 page to a full table at 09:10 in 48 minutes.'],
    ['incident', 'You wrote the runbook in 18 minutes.'],
    ['incident', 'Between 08:52 and 09:21 lie about 35 minutes.'],
    ['incident', 'You saved support 48 minutes.'],
    ['incident', 'You lost 48 customers.'],
    ['night', 'From 23:52 to 00:20 is 38 minutes.'],
    ['night', 'The review took 1 hour and 34 minutes.'],
    ['german', 'Von 8.45 Uhr bis 9.21 Uhr vergingen 35 Minuten.'],
  ])
})

describe('a time of day', () => {
  holds([
    ['incident', '09:21 less 37 minutes is 08:44.'],
    ['incident', 'Counting back 37 minutes gives 08:44, before the 8:45 mail.'],
    ['incident', 'It ended at 9:21 am.'],
    ['night', '2 hours before 00:20 is 22:20.'],
    ['night', 'At 9:21 the review began.'],
    ['night', 'The 2 am page was yours.'],
  ])
  falls([
    ['incident', '09:21 less 37 minutes is 08:54.'],
    ['incident', '09:21 less 36 minutes is 08:46.'],
    ['incident', 'The page came at 08:10.'],
    ['incident', 'It ended at 9:21 pm.'],
    ['night', '2 hours before 00:20 is 22:40.'],
    ['night', 'The 3 am page was yours.'],
  ])
  it('that is not in the evidence may not be in a gap, question or panel either', () => {
    const sources = sourcesOf('incident')
    expect(proposalObjections('What failed at 08:10.', sources)).not.toEqual([])
    expect(questionObjections('What failed at 08:10?', sources)).not.toEqual([])
    expect(panelObjections('What failed at 08:10?', sources)).not.toEqual([])
    expect(questionObjections('What failed at 08:44, 37 minutes before 09:21?', sources)).toEqual([])
  })
  falls([
    ['incident', 'You fixed 52 hosts.'],
    ['incident', 'You led 21 people.'],
    ['incident', 'Errors fell by 43 in a day.'],
  ])
})

describe('a count over a span of time', () => {
  holds([
    ['pages', '412 in 90 days is 137 a month.'],
    ['pages', '412 pages in 90 days is about 4.6 a day.'],
    ['pages', '412 pages in 90 days are about 140 a month.'],
    ['pages', 'There were 412 pages in 90 days. That makes 137 a month.'],
    ['pages', '412 pages in 90 days is one every 5.2 hours.'],
    ['pages', '63 requests in April are about 15 a week.'],
    ['pages', 'About 15 requests a week came in.'],
    ['pages', '3 incidents in a quarter is 12 a year.'],
    ['pages', '3 alerts a week are about 13 a month.'],
    ['pages', '$1,300 a month is $15,600 a year.'],
    ['pages', '64 last month against 412 in 90 days is 53% less, not 70%.'],
  ])
  falls([
    ['pages', '412 in 90 days is 157 a month.'],
    ['pages', '412 in 90 days is 7 a day.'],
    ['pages', '412 in 60 days is 206 a month.'],
    ['pages', '31 rules in 90 days is 10 a month.'],
    ['pages', '85 engineers in April are 20 a week.'],
    ['pages', '412 pages in 90 days is 137 rules a month.'],
    ['pages', '63 requests in April are 15 people a week.'],
    ['pages', 'About 15 engineers a week came in.'],
    ['pages', 'You saved 137 a month.'],
    ['pages', '$1,300 a month is $16,600 a year.'],
    ['pages', '64 last month against 412 in 90 days is 61% less.'],
    ['pages', '64 last month against 412 in 90 days is 47% less.'],
    ['pages', '64 last month against 412 in 90 days is 115% less.'],
  ])
})

describe('a sum of counts', () => {
  holds([
    ['counts', '11 and 4 make 15, not 14.'],
    ['counts', '11 und 4 sind 15 bei 14 Clustern.'],
    ['counts', '11 + 4 = 15.'],
    ['counts', 'You moved 15 (6 + 9) of them.'],
    ['counts', 'Six hosts and nine hosts make fifteen.'],
    ['counts', '12 tickets and 7 make 19 tickets.'],
  ])
  falls([
    ['counts', '11 and 4 make 16, not 14.'],
    ['counts', '11 and 14 make 25.'],
    ['counts', '3 outages and 26 alerts make 29.'],
    ['counts', '3 and 26 make 29.'],
    ['counts', '12 and 5 make 17.'],
    ['counts', '11 and 4 make 15 engineers.'],
    ['counts', '11 and 4 make 15 people.'],
    ['counts', '11 and 4 make 15, and you led 15 engineers.'],
    ['counts', 'You moved 15 clusters.'],
  ])
})

describe('what is left of a whole', () => {
  holds([['incident', 'The other seven workers never filled up.']])
  falls([
    ['incident', 'The other eight workers never filled up.'],
    ['incident', 'The other seven engineers were told.'],
    ['incident', 'Seven workers filled up.'],
  ])
})

describe('what a claim calculates itself', () => {
  holds([
    ['hosts', '85 less 40 is 45, not about 50, and 45 of 340 is 13%.'],
    ['hosts', '112 less nearly 30 leaves a little over 82.'],
    ['hosts', '1,400 were reported and 1,260 counted: 140 or 10% fewer.'],
    ['hosts', 'Three of four pages, or 75%, ended without you.'],
    ['hosts', 'From 85 to 40 is 53% less.'],
    ['hosts', 'From 85 to 40 hosts are 45 hosts less.'],
    ['hosts', 'From 85 to 40 is 45 less.'],
    ['hosts', '85 is 45 more than 40.'],
    ['hosts', '340 at 40× means 8.5.'],
    ['hosts', 'Four for each of 30 are about 120.'],
    ['hosts', '340 over 40 is about 8 each.'],
    ['hosts', 'Week ten less four is 6; say 6.'],
    ['hosts', 'De los 112, 40 movidos y 30 con alerta dejan 42.'],
    ['hosts', '40 of 112 leaves about 72, or 64%.'],
    ['night', '23:52 to 00:20 is still 28; say so.'],
    ['night', '23:52 to 00:20 is 28 minutes. Say 28 from the page.'],
  ])
  falls([
    ['hosts', '85 less 40 is 55.'],
    ['hosts', '85 is 55 more than 40.'],
    ['hosts', 'From 85 to 40 hosts, 45 people noticed.'],
    ['hosts', 'From 85 to 40, and so 45 engineers.'],
    ['hosts', 'From 85 to 40, 45 minutes were saved.'],
    ['hosts', 'Von 85 auf 40, also 45 Leute.'],
    ['hosts', '45 customers went, from 85 to 40.'],
    ['hosts', '85 or 40, also 45 of them.'],
    ['hosts', 'Von 340 auf 40 sind 8.'],
    ['hosts', '85 and 40 make 135.'],
    ['hosts', 'Four for each of 30 are about 150.'],
    ['hosts', '340 over 40 is about 14 each.'],
    ['hosts', 'De los 112, 40 movidos y 30 con alerta dejan 43.'],
    ['hosts', '40 of 112 leaves about 72, or 68%.'],
    ['night', '23:52 to 00:20 is still 31; say so.'],
    ['hosts', '85 hosts and 40 people: 45 of them left.'],
    ['hosts', '1,400 were reported and 1,260 counted: 240 or 10% fewer.'],
    ['hosts', 'Three of four pages, or 62%, ended without you.'],
    ['hosts', 'You brought 45 hosts back, 85 less 40.'],
    ['hosts', 'You rolled back 45 hosts on Friday.'],
  ])
})

describe('a difference whose unit was named before', () => {
  it('may be asked about, and no other', () => {
    const sources = sourcesOf('counts')
    expect(panelObjections('38 or 50 minutes: where do the 12 come from?', sources)).toEqual([])
    expect(panelObjections('38 or 50 minutes: where do the 18 come from?', sources)).not.toEqual([])
    expect(panelObjections('Where do the 18 come from?', sources)).not.toEqual([])
    expect(panelObjections('38 or 50 minutes: did 18 people see it?', sources)).not.toEqual([])
  })
})

it('a half that is a place in a story is not a number', () => {
  expect(claimObjections('You took help in the second half.', sourcesOf('incident'))).toEqual([])
  expect(claimObjections('You cut the errors by half.', sourcesOf('german'))).not.toEqual([])
})

it('handles a long text quickly', () => {
  const line = 'At 08:52 we had 31 pages in 12 days, 4 of 9 hosts and 11 tickets, '
  const evidence = `${line.repeat(2_000)}\n${`${line}and went on. `.repeat(500)}`
  const taken = ownTime()
  const text =
    'From 07:01 on 17 and 19 make 23, which is 137 a month, 99% less and 55 minutes after the page.'
  expect(claimObjections(text, { ...sourcesOf('night'), evidence })).not.toEqual([])
  expect(taken()).toBeLessThan(2_000)
})

it('does not read a word that begins with k as thousands', () => {
  expect(derivedFrom('Von 12 auf 5 kürzere Wege.').differences).toEqual([{ value: 7, unit: 'kürzere' }])
  expect(derivedFrom('From 12 to 5k a day.').differences).toEqual([{ value: 4_988, unit: '' }])
})

describe('a word that is a number in another language', () => {
  const said = (evidence: string) =>
    claimObjections('You closed 2 of them.', { ...sourcesOf('counts'), evidence })

  it('is one where the evidence is in that language, and none elsewhere', () => {
    expect(said('Ho chiuso due incidenti della rete, e non con il team.')).toEqual([])
    expect(said('The outage was due to the network, and I closed it with the team.').join()).toMatch(/number/)
  })
})
