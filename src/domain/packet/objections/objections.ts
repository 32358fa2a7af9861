import { signalsIn } from '../../evidence/evidence-signals.ts'
import { isTheirs } from '../../evidence/quality.ts'
import { sharedIn } from '../../text/likeness.ts'
import { stemsOf } from '../../text/stems.ts'
import type { Packet, Receipt, Section } from '../packet.ts'
import { type Finding, OBJECTION_KINDS, type Objection, type ObjectionKind } from './objection.ts'
import {
  QUOTE_RULES,
  type QuoteFacts,
  type QuoteRule,
  qualityOfQuote,
  saidOf,
  saysFinished,
} from './quote-rules.ts'
import { SECTION_RULES, type SectionFacts } from './section-rules.ts'
import { tellDifferently } from './told-differently.ts'
import { unknownTerms } from './unknown-terms.ts'

/** How many competencies one quote carries before a committee asks what is left without it. */
const CARRIED = 3

/** How many words two quotes share for the later one to be about the same thing. */
const SHARED = 3

const wordsOf = ({ sentences }: Receipt): string[] => sentences.map(({ text }) => text)

const numbersOf = ({ receipts, seeAlso }: Section): number[] => [...receipts, ...seeAlso]

/** The competency whose section a quote is in, or the first other one that it shows. */
const homeOf = ({ sections }: Packet, { number }: Receipt): Section | null =>
  sections.find(({ receipts }) => receipts.includes(number)) ??
  sections.find(({ seeAlso }) => seeAlso.includes(number)) ??
  null

const daysAgo = ({ made }: Packet, day: Temporal.PlainDate): number =>
  day.until(made, { largestUnit: 'day' }).days

const sectionFacts = (packet: Packet, section: Section): SectionFacts => {
  const quotes = packet.receipts.filter(({ number }) => numbersOf(section).includes(number))
  const added = new Set(section.added.map(({ id }) => id))
  return {
    adds: added.size > 0,
    quotes: quotes.length,
    answersAdded: quotes.some(({ answers }) => answers.some(({ expectation }) => added.has(expectation))),
    pieces: section.pieces,
    depth: section.depth,
    since: Math.max(
      ...[...quotes, ...section.more.filter(({ out }) => !out)].map(({ days }) => daysAgo(packet, days.from)),
      0,
    ),
  }
}

const sectionFindings = (packet: Packet): Map<ObjectionKind, Finding[]> =>
  new Map(
    SECTION_RULES.map(({ kind, holds }) => [
      kind,
      packet.sections
        .filter((section) => holds(sectionFacts(packet, section)))
        .toSorted((a, b) => Number(b.added.length > 0) - Number(a.added.length > 0))
        .map((section): Finding => {
          const [asks] = section.added.length > 0 ? section.added : section.asks
          const number = numbersOf(section)[0]
          return {
            competency: section.competency,
            receipt: packet.receipts.find((one) => one.number === number) ?? null,
            ...(asks ? { asks } : {}),
          }
        }),
    ]),
  )

const stems = (receipt: Receipt): string[] => [...new Set(stemsOf(saidOf(wordsOf(receipt))))]

const placeOf = ({ ref }: Receipt): number => Number(ref.span.slice(1))

/** Whether a quote comes later in the same entry, and says how it ended. */
const endsEntry = (one: Receipt, { ref }: Receipt, after: number): boolean =>
  one.ref.evidenceId === ref.evidenceId &&
  placeOf(one) > after &&
  (qualityOfQuote(wordsOf(one)).result || saysFinished(saidOf(wordsOf(one))))

/** Whether a later quote is about the same thing, or the rest of its entry says how it ended. */
const hasLaterNote = ({ receipts }: Packet, receipt: Receipt): boolean =>
  receipts.some(
    (one) =>
      one !== receipt &&
      !one.against &&
      (endsEntry(one, receipt, placeOf(receipt)) ||
        (Temporal.PlainDate.compare(one.days.to, receipt.days.to) > 0 &&
          sharedIn(stems(one), stems(receipt)) >= SHARED)),
  )

/** What a packet says altogether: a word that is explained anywhere in it is explained. */
const allWords = ({ receipts, sections }: Packet): string =>
  [
    ...receipts.flatMap(wordsOf),
    ...sections.flatMap(({ context, claim }) => [context ?? '', claim?.text ?? '']),
  ].join('\n')

const quoteFacts = (packet: Packet): ((receipt: Receipt) => QuoteFacts) => {
  const all = allWords(packet)
  const signals = signalsIn(all)
  return ({ sentences, chosenFor, links }) => {
    const words = sentences.map(({ text }) => text)
    const said = saidOf(words)
    const quality = qualityOfQuote(words)
    return {
      said,
      // What the person answered about it is in the reasons for which it was chosen.
      quality: {
        part: isTheirs(quality) || !chosenFor.includes('own-part') ? quality.part : 'own',
        result: quality.result || chosenFor.includes('result'),
        number: quality.number || chosenFor.includes('number'),
        artefact: quality.artefact,
        opens: quality.opens || chosenFor.includes('opens') || links.length > 0,
      },
      signals: signals(said),
      terms: unknownTerms(said, all, signals),
    }
  }
}

const quoteFindings = (packet: Packet): Map<ObjectionKind, Finding[]> => {
  const facts = quoteFacts(packet)
  const own = packet.receipts
    .filter(({ saidBy, against }) => saidBy === null && !against)
    .map((receipt) => ({ receipt, facts: facts(receipt), home: homeOf(packet, receipt) }))
  const of = ({ holds, untilLater }: QuoteRule): Finding[] =>
    own
      .filter((one) => holds(one.facts) && !(untilLater && hasLaterNote(packet, one.receipt)))
      .map(({ receipt, facts: { terms }, home }) => ({
        competency: home?.competency ?? null,
        receipt,
        terms,
      }))
  return new Map(QUOTE_RULES.map((rule) => [rule.kind, of(rule)]))
}

/** Setbacks after which nothing later tells what changed. */
const setbacks = (packet: Packet): Finding[] =>
  packet.receipts
    .filter((receipt) => receipt.against && receipt.saidBy === null && !hasLaterNote(packet, receipt))
    .map((receipt) => ({ competency: homeOf(packet, receipt)?.competency ?? null, receipt }))

/** A quote to which at least half of what is shown leads. */
const carriers = (packet: Packet): Finding[] => {
  const shown = packet.sections.filter((section) => numbersOf(section).length > 0)
  return packet.receipts
    .map((receipt) => ({
      receipt,
      carried: shown.filter((section) => numbersOf(section).includes(receipt.number)),
    }))
    .filter(({ carried }) => carried.length >= CARRIED && carried.length * 2 >= shown.length)
    .toSorted((a, b) => b.carried.length - a.carried.length)
    .slice(0, 1)
    .flatMap(({ receipt, carried }) => carried.map(({ competency }): Finding => ({ competency, receipt })))
}

/** What a colleague tells with another number. */
const differing = (packet: Packet): Finding[] => {
  const colleagues = packet.receipts.filter(({ saidBy }) => saidBy !== null)
  return packet.receipts
    .filter(({ saidBy }) => saidBy === null)
    .flatMap((receipt): Finding[] => {
      const other = colleagues.find((one) => tellDifferently(saidOf(wordsOf(receipt)), saidOf(wordsOf(one))))
      return other ? [{ competency: homeOf(packet, receipt)?.competency ?? null, receipt, other }] : []
    })
}

/** Only the author says so. This matters most for their strongest competency. */
const unvouched = ({ receipts, sections, brief, vouchers }: Packet): Finding[] => {
  if (receipts.length === 0 || vouchers.length > 0) return []
  const best = brief.find((point) => point.kind === 'for')
  const offered = sections.flatMap(({ competency, more }) =>
    more.flatMap(({ saidBy, out }) =>
      saidBy === null || out ? [] : [{ name: saidBy, competency: competency.id }],
    ),
  )
  return [
    {
      competency: best?.competency ?? null,
      receipt: receipts.find(({ number }) => number === best?.receipts[0]) ?? null,
      ...(offered[0] ? { has: offered[0] } : {}),
    },
  ]
}

/**
 * All that a sceptical committee could ask about a packet, weightiest first. It is made of the packet and of nothing
 * else, so it contains nothing that is hidden, taken out or withheld. Never a score, never a prediction.
 */
export function objectionsOf(packet: Packet): Objection[] {
  const found = new Map([
    ...sectionFindings(packet),
    ...quoteFindings(packet),
    ['setback' as const, setbacks(packet)] as const,
    ['carries' as const, carriers(packet)] as const,
    ['differs' as const, differing(packet)] as const,
    ['vouch' as const, unvouched(packet)] as const,
  ])
  const seen = new Set<number>()
  return OBJECTION_KINDS.flatMap((kind): Objection[] => {
    const all = found.get(kind) ?? []
    // A quote that was shown already gives way to another one, so that one quote does not take all questions.
    const at = all.findIndex(({ receipt }) => receipt === null || !seen.has(receipt.number))
    const first = all[Math.max(at, 0)]
    if (!first) return []
    if (first.receipt) seen.add(first.receipt.number)
    return [{ kind, findings: [first, ...all.filter((one) => one !== first)] }]
  })
}
