import type { DocumentCell, DocumentPart, PacketDocument, Run } from '../../../src/domain/packet/document.ts'

/** An invented engineer's year, as a packet for L3. Her quotes, by number. */
export const QUOTES: Readonly<Record<number, string>> = {
  1: 'lb move is done! 69 of 71. The last two are the fax gateway and the old partner feed, they hardcode the old address and the other side can’t change before next year, so I left them where they are instead of building something clever for two services. Old pair stays on for those. Final: 1 rollback (invoice), p95 about 11ms lower measured over all 69, not the 18 I said in May.',
  2: 'Jorun just wrapped up the load balancer migration and I want to say it out loud: all 71 services, two quarters, not a single blip. I did the cert ones but she held the whole list in her head and I never once wondered what was next. Best run project I’ve been on here.',
  3: 'end of Q1 on the lb thing and the number was wrong: it’s 71 services, not 62. nine were hiding behind a wildcard record nobody had touched since forever. 31 of 71 moved. told Renata and the service owners same day, still saying end of Q2',
  4: 'on call, bad one. 19 pages, 7 at night. Mostly the same thing: image cache filling the node disks after the new release train. First two nights I just cleaned up by hand. Wednesday I lined up the times with the release log, saw that it was every train, and got the release people to pin the cache size. No pages from that since Thursday. Didn’t wake anyone. Slept all of Saturday',
  5: 'first on-call week with no backup. 4 pages. almost disappointing',
  6: 'primary db failover to the new hall, last night 23:00-01:30. Oskar led. I did the dns and lb part and called go/no-go on mine. 50 seconds read-only, budget was 2 min',
  7: 'So I broke DNS.\n\nMerged a change to the internal zone at 10:42, trailing dot missing on one record, and the generator happily expanded it over the whole subzone. Checkout and login couldn’t find each other.',
  8: 'about the dns thing. it was 40 minutes, not 30. went through the login graphs with Pradeep and the tail went on till 11:22',
  9: 'Jorun, belated thank you for Friday. When the queue backed up you posted every 15 minutes in our channel in words support could actually paste to customers, including "we don’t know yet". I had 40 open tickets and didn’t have to ask you for anything once. Please teach the others whatever that was.',
  10: 'I said ok, wrote the abort criteria (lag over 5 min = stop) and did the Sunday with him. It took 3 hours and nothing happened. I still think we got a bit lucky but he was right that nine days of mixed versions is also a risk and I hadn’t put a number on that.',
  11: 'Comes to about €2,900 a month less on paper. I’ll check against the June invoice.',
  12: 'Anouk’s first real change, a firewall rule. I told her straight: the change is right, but the description says what and not why, and there’s no way back written down. She redid both, I approved it, and today’s one had a rollback section without me asking',
}

/** Date, whose words, and what each answers. */
const BELOW: Readonly<Record<number, readonly [string, string, string, string?]>> = {
  1: ['29 June 2026', 'Jorun', 'Judgment 1, Ownership 2'],
  2: ['2 July 2026', 'Wen', 'Judgment 1'],
  3: ['30 March 2026', 'Jorun', 'Judgment 1', 'https://wiki.example.org/ops/lb-move'],
  4: ['13 July 2026', 'Jorun', 'Mastery 3, Ownership 1'],
  5: ['16 March 2026', 'Jorun', 'Mastery 3'],
  6: ['7 October 2026', 'Jorun', 'Mastery 2'],
  7: [
    '16 April 2026',
    'Jorun',
    'Trust 1, against',
    'https://wiki.example.org/postmortems/2026-04-internal-zone',
  ],
  8: ['21 April 2026', 'Jorun', 'Trust 1'],
  9: ['11 February 2026', 'Pradeep', 'Communication 1'],
  10: ['20 August 2026', 'Jorun', 'Flexibility 1'],
  11: ['28 May 2026', 'Jorun', 'Scope 1', 'https://wiki.example.org/ops/log-retention-2026'],
  12: ['4 November 2026', 'Jorun', 'Feedback 1'],
}

const r = (...numbers: number[]): Run[] =>
  numbers.flatMap((receipt, nth): Run[] => [
    { text: nth === 0 ? ' ' : ' ' },
    { text: `[${receipt}]`, receipt },
  ])
const t = (text: string): Run => ({ text })
const b = (text: string): Run => ({ text, bold: true })

const WORDS = {
  nothing: '▢ nothing',
  possible: '○ possible match',
  partly: '◐ partly shown',
  shown: '● shown',
} as const
const row = (name: string, ...signs: (keyof typeof WORDS)[]): DocumentCell[] => [
  { runs: [b(name)] },
  ...signs.map((sign): DocumentCell => ({ runs: [t(WORDS[sign])], sign })),
]

const receiptParts = (quotes: Readonly<Record<number, string>>): DocumentPart[] =>
  Object.entries(quotes).map(([number, quote]): DocumentPart => {
    const [date, who, answers, link] = BELOW[Number(number)] ?? ['1 May 2026', 'Jorun', 'Mastery 1']
    return {
      kind: 'receipt',
      number: Number(number),
      quote,
      below: [[t(`${who}, ${date}. Answers ${answers}.`)], ...(link ? [[{ text: link, link }]] : [])],
    }
  })

/** The whole packet, with these quotes as its receipts. */
export function yearDocument(quotes: Readonly<Record<number, string>> = QUOTES): PacketDocument {
  return {
    title: 'Jorun: SRE (L2) to Senior SRE (L3)',
    header: 'Jorun, L2 to L3, 27 November 2026',
    language: 'en',
    parts: [
      {
        kind: 'note',
        runs: [
          t(
            'Evidence from 10 November 2025 to 19 November 2026. Numbers in brackets lead to the words that each sentence is based on.',
          ),
        ],
      },
      { kind: 'heading', level: 1, text: 'In brief' },
      {
        kind: 'list',
        ordered: false,
        items: [
          [
            b('For: a large project, run through. '),
            t('I moved 69 of 71 services to the new ingress by the end of June, with Wen half the time.'),
            ...r(1, 2),
          ],
          [
            b('For: on call without backup. '),
            t(
              'In July I took 19 pages in a week, found that each release train filled the image cache, and had it fixed.',
            ),
            ...r(4, 5),
          ],
          [
            b('Against: an outage. '),
            t(
              'In April my DNS change kept checkout and login apart for 40 minutes. The check that I planned after it has no later note.',
            ),
            ...r(7, 8),
          ],
          [b('Thinnest: Feedback. '), t('One junior, since the end of October.'), ...r(12)],
        ],
      },
      { kind: 'heading', level: 1, text: 'Where L3 asks more' },
      { kind: 'heading', level: 2, text: 'Mastery' },
      {
        kind: 'quote',
        text: 'Plans and performs maintenance independently. Participates in higher risk maintenances.',
        below: [t('SRE ladder, L3, Mastery, sentence 2')],
      },
      {
        kind: 'paragraph',
        runs: [
          t(
            'In October the primary database moved to the new hall. Oskar led. I did the DNS and load balancer part and called go or no-go on mine. We were read-only for 50 seconds, and 2 minutes were planned.',
          ),
          ...r(6),
          t(' In March I had my first week on call without backup.'),
          ...r(5),
        ],
      },
      {
        kind: 'paragraph',
        draft: true,
        runs: [
          t(
            'In July the same page kept coming back. I lined up its times with the release log and got the release people to pin the size of the cache.',
          ),
          ...r(4),
        ],
      },
      {
        kind: 'paragraph',
        runs: [b('Gap: '), t('nothing shows yet that I am the expert for one major system.')],
      },
      { kind: 'heading', level: 2, text: 'Judgment' },
      {
        kind: 'quote',
        text: 'Manages large projects to completion. Is sought out for technical advice.',
        below: [t('SRE ladder, L3, Judgment, sentence 1')],
      },
      {
        kind: 'paragraph',
        runs: [
          t(
            'Half way I found 9 services that the first list did not have, and told Renata and the owners the same day.',
          ),
          ...r(3),
          t(' I left two services where they were, because the other side can’t change before next year.'),
          ...r(1),
          t(' The order of the move is '),
          { text: 'in our wiki', link: 'https://wiki.example.org/ops/lb-move' },
          t('.'),
        ],
      },
      { kind: 'heading', level: 3, text: 'What is open' },
      {
        kind: 'list',
        ordered: true,
        items: [
          [t('Finish the check of the generated zone, and say when it caught something.')],
          [t('Lead the restore drill in December.')],
        ],
      },
      { kind: 'heading', level: 1, text: 'Coverage by quarter' },
      {
        kind: 'table',
        head: ['Competency', 'Q3 2025', 'Q4 2025', 'Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026'],
        rows: [
          row('Mastery', 'nothing', 'partly', 'partly', 'possible', 'shown', 'shown'),
          row('Scope', 'nothing', 'nothing', 'nothing', 'shown', 'possible', 'nothing'),
          row('Judgment', 'nothing', 'nothing', 'shown', 'shown', 'nothing', 'nothing'),
          row('Ownership', 'nothing', 'nothing', 'partly', 'shown', 'nothing', 'nothing'),
          row('Communication', 'nothing', 'nothing', 'shown', 'partly', 'partly', 'nothing'),
          row('Planning', 'nothing', 'nothing', 'partly', 'shown', 'nothing', 'nothing'),
          row('Flexibility', 'nothing', 'nothing', 'nothing', 'nothing', 'shown', 'nothing'),
          row('Trust', 'nothing', 'nothing', 'nothing', 'partly', 'nothing', 'partly'),
          row('Feedback', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'partly'),
        ],
      },
      { kind: 'note', runs: [t('Work counts in the quarter in which it was done.')] },
      { kind: 'page-break' },
      { kind: 'heading', level: 1, text: 'Receipts' },
      ...receiptParts(quotes),
      { kind: 'heading', level: 1, text: 'How this was made' },
      {
        kind: 'note',
        runs: [
          t(
            'Ladder: SRE, version 3f2a91c. Quotes are Jorun’s own words. Where a colleague is named, they are the colleague’s. People decide promotions.',
          ),
        ],
      },
    ],
  }
}
