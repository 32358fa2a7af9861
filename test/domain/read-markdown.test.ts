import { describe, expect, it } from 'vitest'
import { deedsIn } from '../../src/domain/evidence/evidence-context.ts'
import { isMarkdown, readMarkdown } from '../../src/domain/text/read-markdown.ts'
import { fixture } from '../adapters/document-files.ts'
import { spansIn } from './evidence-fixture.ts'

const quotes = (markdown: string): string[] =>
  spansIn(readMarkdown(markdown)).map(({ text }) => text.replace(/\s+/g, ' '))
const deeds = (markdown: string): string[] =>
  deedsIn(spansIn(readMarkdown(markdown))).map(({ text }) => text.replace(/\s+/g, ' '))
const file = (name: string): string => fixture(name).toString('utf8')

describe('a file in Markdown that was reported', () => {
  it('has open and cancelled boxes as plans: checklist.md', () => {
    expect(deeds(file('checklist.md'))).toEqual([
      'I led the migration of the primary database to new hardware and cut failover from 40 minutes to 3.',
    ])
  })

  it('has its table row by row, with the names of the columns: table.md', () => {
    expect(deeds(file('table.md'))).toEqual([
      'Quarter Q1, What I did: Led the migration of the primary database to new hardware; ' +
        'Result: Failover went from 40 minutes to 3; Who saw it: Platform',
      'Quarter Q2, What I did: Wrote the on-call guide; Result: Two juniors now run failovers by themselves; ' +
        'Who saw it: SRE',
    ])
    expect(quotes(file('table.md'))).toHaveLength(3)
  })

  it('says nothing that is struck out, escaped or a picture: gdocs.md', () => {
    expect(quotes(file('gdocs.md'))).toEqual([
      '# **Self review H1 2026**',
      'I led the migration of our primary database to new hardware and cut failover time from 40 minutes to 3.',
      'Cost fell by ~30% (see [the board](https://board.example/a_b_c)) - approved by *Finance*.',
      'I mentored two juniors!',
      'Goal: Migrate the database; Status: Done',
    ])
  })

  it('has an item that goes on at four spaces as one: wrap72-4.md', () => {
    expect(quotes(file('wrap72-4.md'))).toEqual([
      'I led the migration of our primary database to new hardware, planned the maintenance windows, ' +
        'and cut failover time from 40 minutes to 3 without a page.',
    ])
  })
})

describe('Markdown', () => {
  it.each([
    [
      'escapes',
      'Cut it to 3\\. Cost \\$5\\-\\$7 \\~ \\#1 a\\_b 2\\*3 \\[1\\]\\!',
      'Cut it to 3. Cost $5-$7 ~ #1 a_b 2*3 [1]!',
    ],
    ['escapes at the end of a line', 'I led it\\\nand wrote it', 'I led it\nand wrote it'],
    ['ids and classes', '## Results {#results .wide}', '## Results'],
    [
      'attributes of words',
      'I [led the move]{.underline} and [**wrote** it]{.mark key="x"} up.',
      'I led the move and **wrote** it up.',
    ],
    ['attributes of links', 'See [it](https://a.example){target="_blank"}.', 'See [it](https://a.example).'],
    ['escapes in links', '[a \\[b\\]](https://a.example/x\\_y)', '[a [b]](https://a.example/x_y)'],
    ['titles of links', '[it](https://a.example "The title")', '[it](https://a.example)'],
    [
      'links by name',
      'See [it][1] and [Board][].\n\n[1]: https://a.example/x\n[board]: <https://b.example>',
      'See [it](https://a.example/x) and [Board](https://b.example).\n',
    ],
    ['addresses', 'See <https://a.example/x>.', 'See https://a.example/x.'],
    ['links of HTML', 'See <a class="x" href="https://a.example">it</a>.', 'See [it](https://a.example).'],
    [
      'tags',
      'I <u>led</u> <span style="color:red">it</span> for R&amp;D<br>alone&nbsp;now',
      'I led it for R&D alone now',
    ],
    ['comments', 'I led it.<!-- was it\nme? --> I wrote it.', 'I led it. I wrote it.'],
    [
      'pictures',
      'I led it ![][image1] ![x](data:image/png;base64,AAAA)\n[image1]: <data:image/png;base64,AAAA>',
      'I led it  ',
    ],
    [
      'pictures with an address',
      '![the board](https://b.example/x.png)',
      '[the board](https://b.example/x.png)',
    ],
    ['links of a wiki', 'I led [[Kafka]] and [[teams/search|Search]]. ^a1b2c3', 'I led Kafka and Search.'],
    ['struck-out words', 'I led ~~the audit and~~ the move.', 'I led  the move.'],
    [
      'struck-out words over lines',
      'I led ~~the audit\nand~~ the move. <del>I wrote it.</del>',
      'I led  the move. ',
    ],
  ])('is read without its notation: %s', (_, markdown, read) => expect(readMarkdown(markdown)).toBe(read))

  it.each([
    '# Year\n\n- **Led** it\n- [ ] Plan\n1. *Wrote* `it`',
    'The path is `C:\\_x\\#y` and the pattern `~~a~~ \\.`.',
    '```\n| a | b |\n|---|---|\n\\. ~~x~~ <!-- y -->\n```',
    'It took ~30 minutes, or ~40 with {braces} and [brackets] and a | b.',
    'A footnote[^1].\n\n[^1]: It was mine.',
    'x < y, a <!-- that nobody closes',
  ])('stays as it was otherwise: %s', (markdown) => expect(readMarkdown(markdown)).toBe(markdown))

  it('keeps what is struck out because it is ticked off, as Google Docs writes it', () => {
    expect(
      deeds('- [x] ~~I led the audit of the queue.~~\n- [ ] ~~I led the move.~~\n- ~~I wrote it up.~~'),
    ).toEqual(['I led the audit of the queue.'])
  })

  it('is known by its name, or else by its signs', () => {
    expect(isMarkdown('a.md', 'x')).toBe(true)
    for (const text of ['# Year', '- [ ] x', 'a\n**b** c', '| a | b |\n|---|---|'])
      expect(isMarkdown('a.txt', text)).toBe(true)
    expect(isMarkdown('a.txt', 'C:\\_x and #1, 2 * 3 * 4')).toBe(false)
  })
})
