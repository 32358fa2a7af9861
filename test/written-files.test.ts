import { describe, expect, it } from 'vitest'
import { fixture } from './adapters/document-files.ts'
import { withOneBot } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const LED = 'I led the migration of our primary database to new hardware'

/** The quotes of a message: its blocks of quotes, and what folds have in quotation marks. */
const quotesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return Array.from(value.matchAll(/“([^”]{20,})”/g), ([, quote]) => quote!)
  if (typeof value !== 'object' || value === null) return []
  const { type, elements } = value as { type?: string; elements?: { text?: string }[] }
  if (type === 'rich_text_quote') return [elements!.map(({ text }) => text).join('')]
  return Object.values(value).flatMap(quotesIn)
}

describe('what people see of a text as they and their programs write it', () => {
  let bot: Bot
  withOneBot((at) => {
    bot = at.bot
  })
  const seen = async (ts: string): Promise<{ quotes: string[]; said: string }> => {
    const { blocks } = await bot.person('UADA').reply(ts, FOOT)
    return { quotes: [...new Set(quotesIn(blocks))], said: JSON.stringify(blocks) }
  }
  const uploaded = async (name: string, bytes: Uint8Array = fixture(name)) =>
    seen((await bot.person('UADA').upload('', [{ name, bytes }])).ts)

  it('quotes only what is ticked off, and says nothing of open and cancelled boxes', async () => {
    const { quotes, said } = await uploaded('checklist.md')
    expect(quotes).toEqual([
      'I led the migration of the primary database to new hardware and cut failover from 40 minutes to 3.',
    ])
    expect(said).not.toMatch(/capacity planning|three juniors|vendor audit/)
  })

  it('quotes the rows of a table with the names of the columns, and never its header', async () => {
    const { quotes, said } = await uploaded('table.md')
    expect(quotes).toEqual([
      'Quarter Q1, What I did: Led the migration of the primary database to new hardware; ' +
        'Result: Failover went from 40 minutes to 3; Who saw it: Platform',
      'Quarter Q2, What I did: Wrote the on-call guide; Result: Two juniors now run failovers by themselves; ' +
        'Who saw it: SRE',
    ])
    expect(said).toContain('You included your own part and a result.')
  })

  it('quotes a document of Google without its escapes, and nothing that is struck out in it', async () => {
    const { quotes, said } = await uploaded('gdocs.md')
    expect(quotes).toContain(`${LED} and cut failover time from 40 minutes to 3.`)
    expect(quotes).toContain('I mentored two juniors!')
    expect(quotes.join('')).not.toMatch(/[\\|]/)
    expect(said).not.toMatch(/vendor audit|base64/)
  })

  it('quotes an item that goes on at four spaces as one sentence in one line', async () => {
    expect((await uploaded('wrap72-4.md')).quotes).toEqual([
      `${LED}, planned the maintenance windows, and cut failover time from 40 minutes to 3 without a page.`,
    ])
  })

  it('counts a link in Word as something others can open, and quotes its address', async () => {
    const { quotes, said } = await uploaded('link.docx')
    expect(quotes.join('')).toContain('see [the change](https://git.example/change/1).')
    expect(said).toContain('You included your own part, a result and a link others can open.')
    expect(said).not.toMatch(/link something|a link to something/)
  })

  it('quotes neither open boxes nor struck-out words of Word', async () => {
    const { quotes, said } = await uploaded('odd.docx')
    expect(quotes).toContain('Area Delivery, What I did: ROW1 I led the move; Result: 40 to 3 minutes')
    expect(said).not.toMatch(/STRUCK|UNCHECKED|DELETED/)
  })

  it('reads a PDF in Japanese, and says that it is not in English', async () => {
    const { said } = await uploaded('cjk-unijis-only.pdf')
    expect(said).toContain('基幹データベースの移行を主導し、切替時間を四十分から三分に短縮した。')
    expect(said).toContain('not in English')
  })

  it('reads boxes and tables in a message as in a file', async () => {
    const ada = bot.person('UADA')
    const { ts } = await ada.dm(
      [
        '[x] I led the capacity planning of the storage cluster and cut its cost by 30%.',
        '* [ ] I mentored three juniors through their first on-call rotation.',
        '1. [-] I drove the vendor audit and wrote its report.',
        '| Quarter | Task | Result |',
        '|---|---|---|',
        '| Q3 | Wrote the on-call guide of the storage team | Two juniors run failovers by themselves |',
      ].join('\n'),
    )
    const { quotes, said } = await seen(ts)
    expect(quotes).toContain('I led the capacity planning of the storage cluster and cut its cost by 30%.')
    expect(said).toContain(
      'Quarter Q3, Task: Wrote the on-call guide of the storage team; Result: Two juniors run failovers by themselves',
    )
    expect(said).not.toMatch(/three juniors|vendor audit/)
  })
})
