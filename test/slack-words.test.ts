import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOT, type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { quotesIn } from './fakes/slack-person.ts'

const FOOT = 'People decide promotions'
const PRAISE =
  'Huge thanks to Ada: she wrote the on-call handbook, and it saved us two hours of downtime last night.'
const SAM = { author_id: 'USAM', author_name: 'Sam Sample', text: PRAISE }
const text = (words: string, style?: Json): Json => ({
  type: 'text',
  text: words,
  ...(style ? { style } : {}),
})
const rich = (...elements: Json[]): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})

describe('what people send in Slack other than plain words', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http')
    await ada().command('goal L3')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })
  const ada = () => bot.person('UADA')
  const review = async (ts: string): Promise<{ quotes: string[]; said: string }> => {
    const { blocks } = await ada().reply(ts, FOOT)
    return { quotes: quotesIn(blocks), said: JSON.stringify(blocks) }
  }
  const seenBefore = new Set<string>()
  let latest: Json[] = []
  /** What was stored since the last look, as the person's own list opens it: when, by whom, and all of its words. */
  const newest = async (): Promise<string> => {
    const lines: Json[] = []
    for (let page = 1; ; page += 1) {
      const { body } = await ada().command(`data page ${page}`)
      lines.push(...body.blocks.filter(({ accessory }: Json) => accessory?.type === 'overflow'))
      if (!JSON.stringify(body).includes('"data-older"')) break
    }
    const idOf = (line: Json): string => /^open:(\S+)/.exec(line.accessory.options[0].value)![1]!
    const fresh = lines.filter((line) => !seenBefore.has(idOf(line)))
    if (fresh.length > 0) latest = fresh
    for (const line of fresh) seenBefore.add(idOf(line))
    const opened: string[] = []
    for (const line of latest) {
      const seen = slack.responses.length
      await ada().pick({ blocks: [line], ephemeral: true }, line.accessory.options[0].text.text)
      const { blocks } = await slack.next(() => slack.responses[seen])
      const texts = blocks[1].elements.flatMap(({ elements }: Json) => elements.map((one: Json) => one.text))
      opened.push(texts.join('').replace(/\s+/g, ' '))
    }
    return opened.join('\n')
  }

  it('reads forwarded praise as said by its author', async () => {
    const { ts } = await ada().forward(SAM)
    const { said, quotes } = await review(ts)
    expect(quotes.join(' ')).toContain('wrote the on-call handbook')
    expect(said).toContain('Said by Sam Sample:')
    expect(said).not.toMatch(/You included [^".]*your own part/)
    expect(await newest()).toContain('written by Sam Sample')
  })

  it('reads the comment on a forwarded message as the person’s own words', async () => {
    const { ts } = await ada().forward(
      SAM,
      'I wrote the on-call handbook in three weeks and tested it with two juniors.',
    )
    const { said, quotes } = await review(ts)
    expect(quotes.join(' ')).toContain('tested it with two juniors')
    expect(said).toMatch(/You included [^".]*your own part/)
    const list = await newest()
    expect(list).toContain('with words by Sam Sample')
    expect(list).toContain(PRAISE.slice(0, 60))
  })

  it('reads what people forward of themselves as their own words', async () => {
    const { ts } = await ada().forward({
      author_id: 'UADA',
      author_name: 'Ada Example',
      text: 'I moved the billing queue to the new cluster and cut failed jobs from 40 a day to 2.',
    })
    const { said, quotes } = await review(ts)
    expect(quotes.join(' ')).toContain('I moved the billing queue')
    expect(said).not.toContain('Said by')
  })

  it('reads a forwarded message that has its words only in blocks, and its file', async () => {
    const bytes = new TextEncoder().encode('Ada halved the pages at night and tested the restores.')
    slack.files.set('F0SHARED', { id: 'F0SHARED', name: 'thanks.txt', bytes })
    const { ts } = await ada().forward({
      ...SAM,
      text: '',
      message_blocks: [{ team: 'T1', channel: 'C1', message: { blocks: [rich(text(PRAISE))] } }],
      files: [{ id: 'F0SHARED', name: 'thanks.txt' }],
    })
    expect((await review(ts)).said).toContain('Said by Sam Sample:')
    expect(await newest()).toContain(`${PRAISE} Ada halved the pages`)
    expect(await newest()).toContain('written by Sam Sample, thanks.txt')
  })

  it('adds praise forwarded into the thread of an entry to that entry', async () => {
    const { ts } = await ada().dm('I wrote the capacity plan of the storage cluster.')
    await review(ts)
    await ada().forward(SAM, '', { thread_ts: ts })
    await ada().reply(ts, 'I added your answer')
    expect(await newest()).toContain('with words by Sam Sample')
  })

  it('keeps an edit of the comment from changing the forwarded words, and deletes both together', async () => {
    const comment = 'I wrote the restore guide and tested it twice.'
    const { ts } = await ada().forward(SAM, comment)
    await review(ts)
    const edited = 'I wrote the restore guide and tested it with three teams.'
    await ada().edit(ts, comment, edited)
    await slack.next(() => JSON.stringify(ada().thread(ts)).includes('three teams'))
    expect(await newest()).toContain(PRAISE.slice(0, 60))
    await ada().remove(ts, edited)
    await slack.next(() => ada().thread(ts).length === 0)
    expect(await ada().stored()).not.toContain('restore guide')
  })

  it('says that it found no text if one of its own posts is forwarded', async () => {
    const own = {
      author_id: BOT.id,
      author_name: 'Ladder Coach',
      text: 'You led the incident. This may show Ownership.',
    }
    const { ts } = await ada().forward(own)
    expect(JSON.stringify((await ada().reply(ts, 'no text')).blocks)).not.toContain('led the incident')
  })

  it.each([
    ['a message', { is_msg_unfurl: true, author_id: 'USAM', author_name: 'Sam Sample' }],
    ['a page', { from_url: 'https://wiki.example.com/x', service_name: 'Wiki', title: 'The page' }],
    [
      'an app',
      {
        is_app_unfurl: true,
        app_unfurl_url: 'https://wiki.example.com/x',
        blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'I led the secret rewrite of it.' }]] }],
      },
    ],
  ])('leaves the preview of %s unread', async (_, preview) => {
    const { ts } = await ada().dm('I wrote the plan of the queue, see <https://wiki.example.com/x>.', {
      attachments: [{ id: 1, text: 'I led the secret rewrite of it.', ...preview }],
    })
    await review(ts)
    expect(await newest()).not.toContain('secret rewrite')
    expect(JSON.stringify(ada().thread(ts))).not.toContain('secret rewrite')
  })

  const TABLE = [
    ['Quarter', 'What I did', 'Result'],
    ['Q1', 'Led the migration of the primary database', 'Failover went from 40 minutes to 3'],
    [
      'Q2',
      rich(text('Wrote the '), {
        type: 'link',
        url: 'https://wiki.example.com/guide',
        text: 'on-call guide',
      }),
      '',
    ],
  ]
  const ROWS = [
    'Quarter Q1, What I did: Led the migration of the primary database; Result: Failover went from 40 minutes to 3',
    'Quarter Q2, What I did: Wrote the on-call guide (https://wiki.example.com/guide)',
  ]

  it('reads a pasted table row by row with its headers', async () => {
    const { ts } = await ada().paste(TABLE)
    const { quotes } = await review(ts)
    expect(quotes.join('\n')).toContain(ROWS[0])
    expect(await newest()).toContain(ROWS.join(' - '))
  })

  it('reads a pasted table after the words that came with it', async () => {
    const { ts } = await ada().paste(TABLE, 'This is what I did this year.')
    await review(ts)
    expect(await newest()).toContain(`This is what I did this year. - ${ROWS.join(' - ')}`)
  })

  it('keeps the address of a labelled link, which counts as something others can open', async () => {
    const { ts } = await ada().dm(
      'I wrote the <https://wiki.example.com/capacity|capacity plan> of the storage cluster.',
    )
    const { said, quotes } = await review(ts)
    expect(quotes[0]).toBe(
      'I wrote the capacity plan (https://wiki.example.com/capacity) of the storage cluster.',
    )
    expect(said).not.toMatch(/link to/i)
    const bare = await ada().dm('I wrote the capacity plan of the storage cluster.')
    expect((await review(bare.ts)).said).toMatch(/link to/i)
  })

  it.each([
    ['in its text', {}],
    [
      'in its blocks alone',
      {
        blocks: [
          rich(
            text('I rebuilt the alerting. '),
            text('I wrote the vendor audit alone. ', { strike: true }),
            text('I halved the pages at night.'),
          ),
        ],
      },
    ],
  ])('does not read what a person struck out %s', async (_, more) => {
    const words =
      Object.keys(more).length === 0
        ? 'I rebuilt the alerting. ~I wrote the vendor audit alone.~ I halved the pages at night.'
        : 'I rebuilt the alerting. I wrote the vendor audit alone. I halved the pages at night.'
    const { ts } = await ada().dm(words, more)
    const { said } = await review(ts)
    expect(said).not.toContain('vendor audit')
    expect(await newest()).toContain('I rebuilt the alerting. I halved the pages at night.')
  })

  it('drops a mention of itself at the start of a message', async () => {
    const { ts } = await ada().dm(`<@${BOT.id}>, I moved the billing queue for <@USAM> to the new cluster.`)
    expect((await review(ts)).quotes[0]).toBe('I moved the billing queue for someone to the new cluster.')
  })

  it('answers a message that is only a mention of itself', async () => {
    const { ts } = await ada().dm(`<@${BOT.id}>`)
    await ada().reply(ts, 'no text')
  })

  it('reads a message that was sent with /me', async () => {
    const { ts } = await ada().dm('rolled back the deploy and wrote the post-mortem', {
      subtype: 'me_message',
    })
    expect((await review(ts)).said).toContain('rolled back the deploy')
  })

  it.each([
    [
      'blocks',
      {
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Kudos!' } },
          {
            type: 'section',
            text: {
              type: 'mrkdwn',
              text: '<@USAM> to <@UADA>: led the *restore drill* &amp; cut it by 2 hours',
            },
          },
          {
            type: 'actions',
            elements: [{ type: 'button', text: { type: 'plain_text', text: 'Give kudos' }, action_id: 'x' }],
          },
          { type: 'context', elements: [{ type: 'mrkdwn', text: 'Value: ownership' }] },
        ],
      },
    ],
    [
      'blocks beside a shorter text',
      {
        text: 'New kudos',
        blocks: [
          rich({ type: 'user', user_id: 'UADA' }, text(' led the *restore drill* & cut it by 2 hours')),
        ],
      },
    ],
    [
      'attachments',
      {
        attachments: [
          { color: '#fff', pretext: 'Kudos!', text: 'led the *restore drill* &amp; cut it by 2 hours' },
        ],
      },
    ],
  ])('saves kudos that an app posted as %s', async (kind, post) => {
    const seen = slack.responses.length
    await ada().messageShortcut('evidence-save', {
      subtype: 'bot_message',
      bot_id: 'B0KUDOS',
      bot_profile: { name: 'Kudos' },
      ts: `17810001${kind.length}.000100`,
      text: '',
      ...post,
    })
    expect((await slack.next(() => slack.responses[seen])).text).toContain('Saved as evidence')
    const list = await newest()
    expect(list).toContain('led the *restore drill* & cut it by 2 hours')
    expect(list).toContain('written by Kudos')
    expect(list).not.toContain('Give kudos')
  })

  it('saves praise that the person forwarded in their own message, as said by its author', async () => {
    const seen = slack.responses.length
    await ada().messageShortcut('evidence-save', {
      user: 'UADA',
      ts: '1781000900.000100',
      text: '',
      attachments: [{ is_share: true, is_msg_unfurl: true, ...SAM }],
    })
    expect((await slack.next(() => slack.responses[seen])).text).toContain('Saved as evidence')
    expect(await newest()).toContain('written by Sam Sample')
  })
})
