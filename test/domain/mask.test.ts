import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskTexts } from '../../src/domain/mask/mask.ts'
import type { Member } from '../../src/domain/mask/member-names.ts'
import { ownTime } from '../fakes/own-time.ts'
import { rounds } from '../fakes/rounds.ts'
import { known, mask, masked, SELF } from './mask-fixture.ts'

describe('masking', () => {
  it('gives the same person the same placeholder over all texts, in the order of first appearance', () => {
    const { texts, leftOut } = mask('Priya Patel asked Mark Jenkins.', 'Mark agreed with Priya and P. Patel.')
    expect(texts).toEqual([
      'Colleague A asked Colleague B.',
      'Colleague B agreed with Colleague A and Colleague A.',
    ])
    expect(leftOut).toEqual({ names: 2, emails: 0, phones: 0 })
  })

  it('calls the writer the author', () => {
    expect(masked('Dana led it. The plan was Dana Roth’s, and I (Dana) wrote it.')).toBe(
      'The author led it. The plan was the author’s, and I (the author) wrote it.',
    )
  })

  it('takes e-mail addresses and phone numbers', () => {
    const { texts, leftOut } = mask(
      'I mentored Priya Example (priya@example.com, +1 202-555-0143) and wrote to Priya@Example.com and ops@example.com.',
    )
    expect(texts[0]).toBe(
      'I mentored Colleague A ([email A], [phone A]) and wrote to [email A] and [email B].',
    )
    expect(leftOut).toEqual({ names: 1, emails: 2, phones: 1 })
  })

  it('takes the name out of the address of a profile, and puts it back', () => {
    const { texts, restore, leftOut } = mask('See linkedin.com/in/zyxtrova and github.com/zyxtrova.')
    expect(texts[0]).toBe('See linkedin.com/in/[profile A] and github.com/[profile A].')
    expect(restore('It stands in [profile A] and [profile B].')).toBe('It stands in zyxtrova and a profile.')
    expect(leftOut.names).toBe(1)
    const repository = 'See github.com/acme/infra/pull/12 and https://github.com/features.'
    expect(mask(repository).texts[0]).toBe(repository)
  })

  it('puts everything back in what a model writes', () => {
    const { restore } = mask(
      'Priya Patel mailed me at dana@acme.dev or +44 20 7946 0958, says Dana.',
      'So did Wei.',
    )
    expect(restore("Colleague A's review helped colleague B; COLLEAGUE B’s too.")).toBe(
      "Priya Patel's review helped Wei; Wei’s too.",
    )
    expect(restore('The author wrote to [email A] and [Phone A].')).toBe(
      'Dana wrote to dana@acme.dev and +44 20 7946 0958.',
    )
  })

  it('leaves a placeholder that it never assigned as it is', () => {
    const { restore } = mask('Priya helped.')
    expect(restore('Colleague Q helped.')).toBe('A colleague helped.')
    expect(restore('You helped Colleague Q; the colleague Q agreed.')).toBe(
      'You helped a colleague; the colleague agreed.',
    )
    expect(restore('Mail [email C] or [phone B].')).toBe('Mail an e-mail address or a phone number.')
  })

  it.each([
    ['Colleagues A and B led it.', 'Priya and Sam led it.'],
    ['You mentored Colleague A/B.', 'You mentored Priya/Sam.'],
    ['Both Colleague A and B agreed.', 'Both Priya and Sam agreed.'],
    ['Colleague A, B and Q', 'Priya, Sam and a colleague'],
    ['Colleague_A led.', 'Priya led.'],
    ['ColleagueA led.', 'Priya led.'],
    ['Two colleagues and Colleague A led.', 'Two colleagues and Priya led.'],
    ['Colleague A and I met.', 'Priya and I met.'],
  ])('puts people back who are written as "%s"', (text, said) => {
    expect(mask('Mentored Priya and Sam.').restore(text)).toBe(said)
  })

  it('leaves the word colleague alone where it is no placeholder', () => {
    const { restore } = mask('Priya helped.')
    const text = 'Helping a colleague a week, a colleague in need, and a colleague I trust.'
    expect(restore(text)).toBe(text)
    expect(restore('Ask colleague a.')).toBe('Ask Priya.')
  })

  it('does not mix up the writer’s own "Colleague A" with a placeholder', () => {
    const { texts, restore } = mask(
      'Colleague A and Priya met the author of [email A], dana@acme.dev, says Dana.',
    )
    expect(texts[0]).toBe(
      'Colleague A and Colleague B met the author of [email A], [email B], says the writer.',
    )
    expect(restore(texts[0]!)).toBe(
      'Colleague A and Priya met the author of [email A], dana@acme.dev, says Dana.',
    )
  })

  it('gives a name the article and the possessive of any other', () => {
    expect(masked('An Emma-led effort and a Priya-led one.')).toBe(
      'A Colleague A-led effort and a Colleague B-led one.',
    )
    expect(masked("James' plan and Priya's plan")).toBe("Colleague A's plan and Colleague B's plan")
  })

  it('counts on after the alphabet, without I', () => {
    const people: Member[] = Array.from({ length: 60 }, (_, at) => ({
      id: `U${at}`,
      names: [
        `${'bcdfghklmnp'[at % 11]!.toUpperCase()}${'aeiou'[at % 5]}xalo${String.fromCharCode(97 + (at % 23))} Q${'aeiou'[at % 5]}xovi${String.fromCharCode(97 + (at % 26))}`,
      ],
    }))
    const { texts, restore } = maskTexts(
      people.map(({ names }) => `With ${names[0]}.`),
      { self: null, members: people, known },
    )
    expect(texts[0]).toBe('With Colleague A.')
    expect(texts[8]).toBe('With Colleague J.')
    expect(texts[25]).toBe('With Colleague AA.')
    expect(new Set(texts).size).toBe(60)
    expect(texts.map(restore)).toEqual(people.map(({ names }) => `With ${names[0]}.`))
  })
})

/** `{A}` and `{B}` are people, the others are pronouns of the first. */
const TEMPLATES = [
  'I mentored {A} on the rollout, and {he} now leads {his} own team.',
  '{A} said that {he} is grateful; I helped {him} debug the queue.',
  'Paired with {A} and {B} for a week.',
  'Thanks to {A}’s review we shipped; {B} agreed with {him}.',
  'I gave {him} feedback twice, and {he} has improved {his} design docs.',
  '{A} asked {B} about the runbook before {he} wrote it {himself}.',
  'When {he} joined, {A} doubted {himself}; {he} doesn’t any more.',
  'The idea was {hers}, and {A} built it with {B}.',
  '{He} and I rewrote the {A}/{B} handover.',
  'My manager ({A}) told {him} that {he}’s built it and {he}’ll own it.',
  'Is {he} ready? {A} thinks so, and so does {B}.',
  'Onboarded {A}: {his} first incident went well, {he} always follows {his} runbook.',
  'An {A}-led effort; a {B}-led one. {A}’s and {B}’s work.',
  'I moved Jenkins to Kafka with {A}, who watched {him} on call in May.',
]

const PEOPLE: readonly string[] = [
  'Priya Patel',
  'John Smith',
  'Emma',
  'Oluwaseun Adeyemi',
  'Wei',
  'Fatima',
  'Lakisha',
  'Greg',
  'Hans Müller',
  'Nguyen Linh',
  'Zeynep',
  'Søren',
  'Aoife',
  'Ivan',
  'James',
  'Carlos',
  'Yuki',
  'Min-jun Kim',
  'Jean-Luc',
  'Anneliese',
  'Uma',
  'Otto',
]
const HE = { he: 'he', He: 'He', him: 'him', his: 'his', hers: 'his', himself: 'himself' }
const SHE = { he: 'she', He: 'She', him: 'her', his: 'her', hers: 'hers', himself: 'herself' }
const OPEN = {
  he: 'he or she',
  He: 'He or she',
  him: 'him/her',
  his: 'his/her',
  hers: 'his or hers',
  himself: 'himself/herself',
}

const fill = (template: string, a: string, b: string, pronouns: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, slot: string) => (slot === 'A' ? a : slot === 'B' ? b : pronouns[slot]!))

const asMember = (name: string, id: string): Member => ({ id, names: [name, ...name.split(' ')] })
const some = fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 2, maxLength: 2 })
const lines = fc.array(fc.constantFrom(...TEMPLATES), { minLength: 1, maxLength: 6 })

describe('masked texts', () => {
  it('are the same bytes whatever the names and pronouns are', () => {
    fc.assert(
      fc.property(
        lines,
        some,
        some,
        fc.constantFrom(HE, SHE, OPEN),
        fc.constantFrom(HE, SHE, OPEN),
        fc.boolean(),
        (templates, one, other, these, those, areMembers) => {
          const run = ([a, b]: string[], pronouns: Record<string, string>) =>
            maskTexts(
              templates.map((template) => fill(template, a!, b!, pronouns)),
              { self: null, members: areMembers ? [asMember(a!, 'U1'), asMember(b!, 'U2')] : [], known },
            ).texts
          expect(run(one, these)).toEqual(run(other, those))
        },
      ),
      { numRuns: rounds(2_000) },
    )
  })

  it('are the same after a second masking', () => {
    fc.assert(
      fc.property(lines, some, fc.constantFrom(HE, SHE), (templates, [a, b], pronouns) => {
        const once = mask(...templates.map((template) => fill(template, a!, b!, pronouns))).texts
        expect(mask(...once).texts).toEqual(once)
      }),
      { numRuns: rounds(500) },
    )
  })

  it('stay equal in number and never empty, whatever they contain', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ minLength: 1, unit: 'grapheme' }),
            fc.constantFrom(...TEMPLATES, 'Priya', '@priya', "Dana's", '+44 20 7946 0958'),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (texts) => {
          const { texts: done } = mask(...texts)
          expect(done.length).toBe(texts.length)
          for (const [at, text] of done.entries())
            expect(text.trim() === '', texts[at]).toBe(texts[at]!.trim() === '')
        },
      ),
      { numRuns: rounds(1_000) },
    )
  })

  it('hold no name of a member, no address and no number that was planted', () => {
    const contact = fc.constantFrom(
      'a.b@acme.dev',
      'wei+slack@mail.example.co.uk',
      '+1 202-555-0143',
      '(030) 123 4567',
      '+49 30 1234567',
      '0044 20 7946 0958',
    )
    fc.assert(
      fc.property(lines, some, contact, (templates, [a, b], planted) => {
        const members = [asMember(a!, 'U1'), asMember(b!, 'U2')]
        const { texts } = maskTexts(
          templates.map((template) => `${fill(template, a!, b!, SHE)} Reach them at ${planted}.`),
          { self: null, members, known },
        )
        const words = [a!, b!].flatMap((name) => name.split(/[ -]/))
        for (const word of [...words, planted])
          expect(texts.join('\n')).not.toMatch(new RegExp(`(?<!\\p{L})${RegExp.escape(word)}(?!\\p{L})`, 'u'))
      }),
      { numRuns: rounds(1_000) },
    )
  })

  it('give the names back', () => {
    fc.assert(
      fc.property(lines, some, (templates, [a, b]) => {
        const members = [asMember(a!, 'U1'), asMember(b!, 'U2')]
        const neutral = {
          he: 'they',
          He: 'They',
          him: 'them',
          his: 'their',
          hers: 'theirs',
          himself: 'themselves',
        }
        const texts = templates.map((template) =>
          fill(template.replaceAll('An {A}', 'The {A}').replaceAll('; a {B}', '; the {B}'), a!, b!, neutral),
        )
        const { texts: done, restore } = maskTexts(texts, { self: SELF, members, known })
        expect(done.map(restore)).toEqual(texts)
      }),
      { numRuns: rounds(500) },
    )
  })
})

describe('a hostile text', () => {
  it.each([
    'Priya Patel ',
    'he is her ',
    'a@b.',
    '+1 ',
    'A',
    'a.b',
    "'s ",
    'Mr ',
    '@',
    'Will, Mark and ',
    '555-',
    'Х',
    '《田中》',
    'colleague A ',
  ])('of %j takes no two seconds', (part) => {
    const spans = Array.from({ length: 400 }, () => part.repeat(Math.ceil(500 / part.length)))
    const taken = ownTime()
    mask(...spans)
    mask(spans.join(''))
    expect(taken()).toBeLessThan(4_000)
  })
})
