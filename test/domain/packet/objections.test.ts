import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signalsIn } from '../../../src/domain/evidence/evidence-signals.ts'
import { answeredSince } from '../../../src/domain/packet/objections/answered.ts'
import {
  keysOf,
  OBJECTION_KINDS,
  type ObjectionKind,
} from '../../../src/domain/packet/objections/objection.ts'
import { objectionsOf } from '../../../src/domain/packet/objections/objections.ts'
import {
  QUOTE_RULES,
  type QuoteFacts,
  qualityOfQuote,
  saidOf,
} from '../../../src/domain/packet/objections/quote-rules.ts'
import { SECTION_RULES } from '../../../src/domain/packet/objections/section-rules.ts'
import { tellDifferently } from '../../../src/domain/packet/objections/told-differently.ts'
import { unknownTerms } from '../../../src/domain/packet/objections/unknown-terms.ts'
import { type Noted, packetFrom } from './noted-fixture.ts'

const factsOf = (quote: string): QuoteFacts => {
  const said = saidOf([quote])
  const signals = signalsIn(quote)
  return {
    said,
    quality: qualityOfQuote([quote]),
    signals: signals(said),
    terms: unknownTerms(said, quote, signals),
  }
}

/** Three entries over a year that leave little to ask. */
const YEAR: readonly Noted[] = [
  {
    id: 'e1',
    day: '2026-01-20',
    words: 'I planned the storage maintenance myself, and restores fell from 4 hours to 20 minutes.',
    shows: [{ competency: 'mastery', nth: 2 }],
  },
  {
    id: 'e2',
    day: '2026-09-20',
    words: 'I ran the second maintenance of the year myself, and cut its window from 6 hours to 2.',
    shows: [{ competency: 'mastery', nth: 1 }],
  },
  {
    id: 'e3',
    day: '2026-06-20',
    words:
      'I found that alerts fired twice, decided on the order of work, and cut pages from 12 a week to 3.',
    shows: [{ competency: 'ownership' }],
  },
]

const kindsOf = (all: readonly Noted[], choices = {}): ObjectionKind[] =>
  objectionsOf(packetFrom(all, choices)).map(({ kind }) => kind)

const noted = (words: string, more: Partial<Noted> = {}): Noted => ({
  id: 'x',
  day: '2026-05-05',
  words,
  shows: [{ competency: 'scope' }],
  ...more,
})

describe('the rules about quotes', () => {
  it.each(QUOTE_RULES.flatMap((rule) => rule.examples.map((one) => ({ rule, one }))))(
    'find $rule.name in: $one',
    ({ rule, one }) => expect(rule.holds(factsOf(one))).toBe(true),
  )
  it.each(QUOTE_RULES.flatMap((rule) => rule.not.map((one) => ({ rule, one }))))(
    'find no $rule.name in: $one',
    ({ rule, one }) => expect(rule.holds(factsOf(one))).toBe(false),
  )
})

describe('the rules about competencies', () => {
  it.each(SECTION_RULES)('find $name', ({ holds, examples, not }) => {
    for (const one of examples) expect(holds(one)).toBe(true)
    for (const one of not) expect(holds(one)).toBe(false)
  })

  it('have a place in the order, with all others', () => {
    const kinds = new Set([...QUOTE_RULES, ...SECTION_RULES].map(({ kind }) => kind))
    const others = ['carries', 'setback', 'differs', 'vouch'] as const
    expect([...kinds, ...others].toSorted()).toEqual([...OBJECTION_KINDS].toSorted())
  })
})

describe('different numbers for the same thing', () => {
  it.each([
    ['The outage of checkout and login took 40 minutes.', 'Checkout and login: an outage of 30 minutes.'],
    ['I moved 69 of 71 services to the new ingress.', 'All 71 services moved to the new ingress, thanks!'],
  ])('are found: "%s" and "%s"', (one, other) => expect(tellDifferently(one, other)).toBe(true))

  it.each([
    ['The outage of checkout took 40 minutes.', 'The talk about hiring took 30 minutes.'],
    ['The outage of checkout and login took 40 minutes.', '40 minutes of outage for checkout and login.'],
    ['I moved 69 of 71 services to the new ingress.', 'The new ingress has 71 services in all.'],
  ])('are not seen where they agree or are about other things: "%s" and "%s"', (one, other) =>
    expect(tellDifferently(one, other)).toBe(false),
  )
})

describe('what a committee could ask', () => {
  it('says which competency is empty, and what the ladder asks there', () => {
    const [first] = objectionsOf(packetFrom(YEAR))
    expect(first?.kind).toBe('empty')
    expect(first?.findings[0]).toMatchObject({
      competency: { id: 'scope' },
      receipt: null,
      asks: { text: 'Works independently on small projects.' },
    })
  })

  it('finds what is tied only to sentences that the current level asks too', () => {
    const same = {
      ...noted('I ran the drill of the whole platform twice, and it took 20 minutes less.'),
      shows: [{ competency: 'scope' }],
    }
    // The small ladder asks the same of Scope at both levels.
    expect(kindsOf([...YEAR, same])).not.toContain('current-only')
    const packet = packetFrom([...YEAR, same])
    const [mastery] = packet.sections
    const current = {
      ...packet,
      sections: packet.sections.map((one) =>
        one === mastery ? { ...one, added: [{ id: 'sre/L3/mastery/9', text: 'More.', bullet: 9 }] } : one,
      ),
    }
    expect(objectionsOf(current).find(({ kind }) => kind === 'current-only')?.findings[0]).toMatchObject({
      competency: { id: 'mastery' },
      asks: { text: 'More.' },
      receipt: { number: 1 },
    })
  })

  it('asks about what was shown once, and not about what was shown again', () => {
    const once = objectionsOf(packetFrom(YEAR)).find(({ kind }) => kind === 'once')
    expect(once?.findings.map(({ competency }) => competency?.id)).toEqual(['ownership'])
  })

  it('asks whether something is a habit if all of it is from the last weeks', () => {
    const weeks = [
      noted('I wrote the plan of the cellar project and finished it in 3 days.', {
        ...{ id: 'w1', day: '2026-11-02' },
      }),
      noted('I closed 14 tickets of the garden team after I found their cause.', {
        ...{ id: 'w2', day: '2026-11-20' },
      }),
    ]
    expect(kindsOf([...YEAR, ...weeks])).toContain('recent')
    expect(kindsOf([...YEAR, weeks[0]!, { ...weeks[1]!, day: '2026-02-01' }])).not.toContain('recent')
  })

  it('asks about a setback until a later entry says what changed', () => {
    const outage = noted('I broke the checkout zone with a missing dot in the generator.', { against: true })
    const later = noted(
      'I added a check to the generator of the checkout zone. A missing dot now fails the build in 2 minutes.',
      { id: 'y', day: '2026-06-06' },
    )
    expect(kindsOf([...YEAR, outage])).toContain('setback')
    expect(kindsOf([...YEAR, outage, later])).not.toContain('setback')
  })

  it('asks about unfinished work until a later entry finishes it', () => {
    const half = noted('I moved 14 of 62 services to the new ingress controller.')
    const all = noted('I moved the last services to the new ingress controller, and closed the old one.', {
      id: 'y',
      day: '2026-06-30',
    })
    expect(kindsOf([...YEAR, half])).toContain('unfinished')
    expect(kindsOf([...YEAR, half, all])).not.toContain('unfinished')
  })

  it('asks what is left without a quote that carries most', () => {
    const shows = ['mastery', 'scope', 'ownership'].map((competency) => ({ competency }))
    const carrier = noted('I planned and moved all 71 services, and chose their order myself.', { shows })
    expect(kindsOf([carrier])).toContain('carries')
    expect(kindsOf(YEAR)).not.toContain('carries')
  })

  it('asks who else says so, and names a colleague whose words can be brought in', () => {
    const praise = noted('Jorun led the restore drill and saved us 2 days of work.', { saidBy: 'Pradeep' })
    const found = objectionsOf(packetFrom([...YEAR, praise])).find(({ kind }) => kind === 'vouch')
    expect(found?.findings[0].has).toEqual({ name: 'Pradeep', competency: 'scope' })
    const ref = { evidenceId: 'x', revision: 1, span: 's1', competency: 'scope' }
    expect(kindsOf([...YEAR, praise], { in: [ref] })).not.toContain('vouch')
  })

  it('says where a colleague has another number', () => {
    const own = noted('I moved 69 of 71 services from the old load balancer, the lowest traffic first.')
    const theirs = noted('Jorun moved all 71 services from the old load balancer.', {
      ...{ id: 'y', day: '2026-07-07', saidBy: 'Wen' },
    })
    const ref = { evidenceId: 'y', revision: 1, span: 's1', competency: 'scope' }
    const all = objectionsOf(packetFrom([...YEAR, own, theirs], { in: [ref] }))
    expect(all.find(({ kind }) => kind === 'differs')?.findings[0]).toMatchObject({
      receipt: { lead: own.words },
      other: { saidBy: 'Wen', lead: theirs.words },
    })
  })

  it('knows a word that is explained anywhere in the packet', () => {
    const words = noted('I ran the Sieve trial for 3 weeks and wrote its report.')
    const terms = (choices = {}) =>
      objectionsOf(packetFrom([...YEAR, words], choices)).find(({ kind }) => kind === 'terms')?.findings[0]
        .terms
    expect(terms()).toEqual(['Sieve'])
    expect(terms({ contexts: { scope: 'Sieve is our filter for duplicate pages.' } })).toBeUndefined()
  })

  it('says one thing of a packet without evidence: what is not there', () => {
    const all = objectionsOf(packetFrom([]))
    expect(all.map(({ kind }) => kind)).toEqual(['empty'])
    expect(all[0]!.findings).toHaveLength(3)
  })

  it('shows no quote twice if there is another one', () => {
    const thin = [
      'We built a robust platform for the kitchen.',
      'We moved the great machines of the cellar to another house.',
      'I wrote the runbook of the garden.',
    ].map((words, nth) => noted(words, { id: `t${nth}`, day: `2026-0${nth + 1}-01` }))
    const shown = objectionsOf(packetFrom(thin)).flatMap(
      ({ findings: [{ receipt }] }) => receipt?.number ?? [],
    )
    expect(new Set(shown.slice(0, 3)).size).toBe(3)
  })

  it('answers a question once the packet does, and not by hiding what it was about', () => {
    const team = noted('We moved the billing jobs to the new cluster in 2 days.')
    const before = objectionsOf(packetFrom([...YEAR, team])).flatMap(keysOf)
    expect(before).toContainEqual({ kind: 'we', competency: 'scope', evidenceId: 'x' })
    const answered = (all: readonly Noted[], choices = {}) => {
      const packet = packetFrom(all, choices)
      return answeredSince(before, objectionsOf(packet), packet)
    }
    const own = noted('I moved the billing jobs to the new cluster in 2 days.')
    expect(answered([...YEAR, team])).toEqual([])
    expect(answered([...YEAR, own])).toEqual([{ kind: 'we', competency: 'scope', evidenceId: 'x' }])
    expect(answered([...YEAR, own], { hidden: ['scope'] })).toEqual([])
    expect(answered(YEAR)).toEqual([])
  })

  const SECRETS = ['between us: the zebra customer', 'I led the giraffe move.', 'I ran the otter drill.']
  const COMPETENCIES = ['mastery', 'scope', 'ownership']
  const words = fc.constantFrom(
    ...QUOTE_RULES.flatMap(({ examples, not }) => [...examples, ...not]),
    ...YEAR.map((one) => one.words),
  )
  const piece = fc.record({
    words,
    months: fc.integer({ min: 0, max: 20 }),
    shows: fc.uniqueArray(
      fc.record({
        competency: fc.constantFrom(...COMPETENCIES),
        status: fc.constantFrom('evidenced' as const, 'partly' as const),
      }),
      { minLength: 1, maxLength: 3, selector: ({ competency }) => competency },
    ),
    against: fc.boolean(),
    saidBy: fc.option(fc.constantFrom('Wen', 'Bea'), { nil: undefined }),
  })
  it('contains nothing that is hidden, taken out, withheld or deleted, for any packet', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(...COMPETENCIES), (pieces, hidden) => {
        const all: Noted[] = pieces.map(({ months, saidBy, ...one }, nth) => ({
          ...one,
          id: `e${nth}`,
          day: Temporal.PlainDate.from('2026-11-20').subtract({ months }).toString(),
          ...(saidBy ? { saidBy } : {}),
        }))
        const day = '2026-03-03'
        const secret: Noted[] = [
          {
            id: 'withheld',
            day,
            words: SECRETS[0]!,
            shows: COMPETENCIES.map((competency) => ({ competency })),
          },
          { id: 'hidden', day, words: SECRETS[1]!, shows: [{ competency: hidden }] },
          { id: 'out', day, words: SECRETS[2]!, shows: COMPETENCIES.map((competency) => ({ competency })) },
        ]
        const praise = {
          ...{ id: 'praise', day, words: 'Jorun ran the drill for us.', saidBy: 'Walrus' },
          shows: COMPETENCIES.map((competency) => ({ competency })),
        }
        const packet = packetFrom([...all, ...secret, praise], {
          hidden: [hidden],
          out: ['out', 'praise'].map((evidenceId) => ({ evidenceId, revision: 1, span: 's1' })),
        })
        const found = objectionsOf(packet)
        const said = JSON.stringify(found)
        expect(said).not.toMatch(/zebra|giraffe|otter|Walrus|"withheld"|"hidden"|"out"/)
        expect(found.flatMap(keysOf).map(({ competency }) => competency)).not.toContain(hidden)
        // Deleted evidence is in no packet, so its questions are neither open nor answered.
        const before = objectionsOf(packetFrom([...all, ...secret])).flatMap(keysOf)
        const later = packetFrom(all, { hidden: [hidden] })
        const answered = answeredSince(before, objectionsOf(later), later)
        for (const { kind, competency, evidenceId } of answered) {
          expect(competency).not.toBe(hidden)
          if (QUOTE_RULES.some((rule) => rule.kind === kind))
            expect(later.receipts.map(({ ref }) => ref.evidenceId)).toContain(evidenceId)
        }
      }),
      { numRuns: 60 },
    )
  })
})
