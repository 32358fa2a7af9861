/** A note of an invented engineer, and how many days ago it was written. */
type Note = readonly [daysAgo: number, text: string]

/**
 * A year of notes, oldest first, as people write them: in haste, some of them vague, with a setback, a correction, work
 * that was shared, and a plan. No person, system or number in them is real.
 */
const NOTES: readonly Note[] = [
  [
    352,
    'Starting this file because by review time I forget all of it. On call last week, Tomas as backup: 14 pages. ' +
      'I triaged 11 of them myself with the runbook and asked Tomas about the other 3.',
  ],
  [
    338,
    'Planned the maintenance of the mail hosts and did it alone on a Tuesday morning: 9 certificates replaced, no ' +
      'downtime.',
  ],
  [
    324,
    'Keep getting paged for disks that nobody looks at. Went through the list: 63 alerts, 41 of them without any ' +
      'action in three months. Pitched a clean-up in cycle planning and explained why it comes before new ' +
      'dashboards. Got two weeks for it.',
  ],
  [
    305,
    'Alert clean-up is done. I deleted 38 of the 63 alerts and rewrote the thresholds of 12. Nights with a page ' +
      'went from 5 a week to 2.',
  ],
  [
    291,
    'Talk with Ines, my manager. She says that I am too quiet in planning, and that people only hear my view ' +
      'afterwards. True. I asked for a slot in every cycle, so that I have to bring a proposal.',
  ],
  [274, 'We moved the build runners to the new Kubernetes cluster. Took about 6 days.'],
  [
    260,
    'Kofi joined. I mentor him, one hour every Thursday. First thing: how to read our dashboards, because nobody ' +
      'showed me back then.',
  ],
  [
    247,
    'The queue move is mine, all 40 queues off the old brokers. I planned it in three steps, with what can go ' +
      'wrong in each and how to get back. https://wiki.example.org/queue-move',
  ],
  [
    236,
    'Correction to the alert clean-up: nights with a page went down to 3 a week, not 2. I had only counted one of ' +
      'the two rotations.',
  ],
  [
    221,
    'Design review of the queue move. Tomas wanted all of it in one night. I disagreed and argued for one ' +
      'consumer a week, because of what the last outage showed. The team chose his way for the small queues, so I ' +
      'committed to it and changed the plan the same day.',
  ],
  [
    203,
    'Queue move, first night: 22 small queues. I had left one consumer off the list, so no order mails went out ' +
      'for 40 minutes. Rolled back, told support at once, slept badly.',
  ],
  [
    198,
    'I wrote the post-mortem of the missing order mails, with my own mistake in the first line. Both actions are ' +
      'mine and both are done: the list of consumers now comes from the brokers and no longer from our wiki.',
  ],
  [187, 'Second try with the small queues. All 22 moved, nothing lost. The list was complete this time.'],
  [
    171,
    'Storage outage on Saturday. I led the incident call for two hours, asked the vendor in early, and posted a ' +
      'status update every 20 minutes for support and product.',
  ],
  [
    158,
    'Stopped the cache experiment. I put about 5 weeks into it, and it made the start page slower for people who ' +
      'were logged in. Should have tested that first. Wrote down why, so that nobody builds it again.',
  ],
  [
    140,
    'Payments are on the new brokers: one consumer a week for five weeks. I ran every step of that maintenance ' +
      'and no payment was lost. https://wiki.example.org/queue-move#payments',
  ],
  [
    126,
    'Load test before the summer sale. I found that the checkout stops at about 900 orders a minute, because of ' +
      'one lock in the stock database. Priya from the data team wrote the migration and I tuned the database. Now ' +
      'it takes 2,300.',
  ],
  [112, 'Helped the search team with their indexing.'],
  [
    101,
    'I wrote the on-call guide, so new people take their first shift after 2 weeks and not after 6. Kofi was the ' +
      'first to use it. https://wiki.example.org/on-call-guide',
  ],
  [
    90,
    'Kofi had his first week on call. Gave him direct feedback afterwards: good calls, but he waited an hour ' +
      'before he asked for help at night. We agreed on 15 minutes.',
  ],
  [
    77,
    'Product wanted a live map of deliveries on our status page. I said no and cut the scope to one line of text, ' +
      'which took a day. That saved us about three weeks, by my estimate.',
  ],
  [
    63,
    'Wrote a script that restores last night’s backup every morning and compares the row counts. The data team ' +
      'uses it for their two databases now, too.',
  ],
  [
    49,
    'Old brokers are off. I finished the queue move three weeks before the date. Messages wait 6 seconds at the ' +
      'worst time of day, before it was 40.',
  ],
  [
    34,
    'Priya asked me for advice on their database upgrade. I reviewed her plan and found that the way back needed ' +
      'a backup that they would have deleted on day two. They changed the order of the steps.',
  ],
  [
    20,
    'I took over the old DNS servers because nobody owned them. Wrote down what depends on them: 31 hosts, 4 of ' +
      'them a surprise.',
  ],
  [
    9,
    'My changes to the network configuration go in without review now. Ines switched it off for me, 12 merged ' +
      'since.',
  ],
  [2, 'Next quarter I want to plan the move of the DNS servers and let Kofi run half of it.'],
]

/** What a colleague writes in the channel on the day on which the year is filled in. */
export const PRAISE =
  'Thank you for last night! You led the incident call and posted a status update every 20 minutes, in words that ' +
  'support could paste to customers. I did not have to ask once.'

/** A note that says that it is not for others. */
export const CONFIDENTIAL_NOTE =
  'This one is between us: I explained 14 months of access logs to legal this week and posted a status update every ' +
  'day, because a customer’s lawyers asked for them.'

/** A file of notes, named after its quarter. */
export type NotesFile = { readonly name: string; readonly text: string }

/** The invented notes as one Markdown file a quarter, with a dated heading over each note. They end at `today`. */
export function yearOfNotes(today: Temporal.PlainDate): NotesFile[] {
  const files = new Map<string, string[]>()
  for (const [daysAgo, text] of NOTES) {
    const day = today.subtract({ days: daysAgo })
    const name = `notes-${day.year}-q${Math.ceil(day.month / 3)}.md`
    files.set(name, [...(files.get(name) ?? []), `## ${day}\n\n${text}\n`])
  }
  return [...files].map(([name, notes]) => ({ name, text: notes.join('\n') }))
}
