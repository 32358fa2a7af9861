import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const DNS = 'I planned and performed the DNS maintenance alone in March 2026, with no downtime.'
const GUIDE =
  'I wrote the on-call guide in July 2026. New people now take their first shift after 2 weeks instead of 6.'

type Page = { readonly text: string; readonly blocks: Json[]; readonly ephemeral: true }

describe('/ladder packet', () => {
  let slack: LocalSlack
  let bot: Bot
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http')
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })

  const person = (user: string) => bot.person(user)
  const packet = async (user: string, text = ''): Promise<Page> => {
    const seen = slack.responses.length
    const { body } = await person(user).command(`packet ${text}`.trim())
    // On a slow machine the answer comes after the ack.
    const said = body && Object.keys(body).length > 0 ? body : await slack.next(() => slack.responses[seen])
    return { ...(said as Page), ephemeral: true }
  }
  /** What a click on a page puts in its place. */
  const next = async (click: () => Promise<unknown>): Promise<Page> => {
    const seen = slack.responses.length
    await click()
    return { ...((await slack.next(() => slack.responses[seen])) as Page), ephemeral: true }
  }
  const open = (user: string, page: Page, name: string): Promise<Page> =>
    next(() => person(user).choose(page, 'packet-page', name))
  const optionsOf = ({ blocks }: Page, action: string): string[] =>
    blocks
      .flatMap(({ elements = [] }: Json) => elements)
      .filter(({ action_id }: Json) => action_id === action)
      .flatMap(({ options }: Json) => options.map(({ text }: Json) => text.text))
  const words = ({ blocks }: Page): string => JSON.stringify(blocks)
  const withNotes = async (user: string, ...notes: string[]): Promise<void> => {
    await person(user).command('goal L3')
    for (const note of notes) {
      const { ts } = await person(user).dm(note)
      await person(user).reply(ts, FOOT)
    }
  }

  it('asks for a goal first, and says what to do without evidence', async () => {
    expect((await packet('UNEW')).text).toContain('Which one are you aiming for?')
    await person('UNEW').command('goal L3')
    const page = await packet('UNEW')
    expect(page.text).toContain('Your packet: SRE (L2) to Senior SRE (L3)')
    expect(page.text).toContain('There is nothing to quote yet.')
    expect(words(page)).not.toContain('packet-file')
    const lost = (await packet('UNEW', 'banana')).text
    expect(lost).toContain(
      'I don’t understand “banana”. /ladder packet alone is for L3. After it you can type:',
    )
    for (const what of [
      'a level: L2, L3, L4 or L5',
      'docx, pdf, md or json, for a file',
      'work, objections or talk',
    ])
      expect(lost).toContain(what)
    expect((await packet('UNEW', 'dox')).text).toContain('Did you mean /ladder packet docx?')
    expect((await packet('UNEW', 'L9')).text).toContain('a level: L2, L3, L4 or L5')
    expect((await packet('UNEW', 'mastery')).text).toMatch(/^Mastery/)
    expect((await packet('UNEW', 'L4 trust')).text).toMatch(/^Trust/)
    expect((await packet('UNEW', 'L4')).text).toContain('SRE (L2) to Lead SRE (L4)')
  })

  it('quotes the person’s own words, and shows them only to that person', async () => {
    await withNotes('UADA', DNS, GUIDE)
    const page = await packet('UADA')
    expect(page.text).toContain('A draft from your own words: 2 quotes.')
    expect(words(page)).toContain('Only you see this.')
    const mastery = await open('UADA', page, 'Mastery')
    expect(words(mastery)).toContain(DNS)
    expect(words(mastery)).toMatch(/March 2026 · chosen for: your own part/)
    expect(words(await packet('UBOB'))).not.toContain('maintenance alone')
  })

  it('remembers what its owner takes out, hides and writes', async () => {
    await withNotes('UEVE', DNS, GUIDE)
    const mastery = await open('UEVE', await packet('UEVE'), 'Mastery')
    const without = await next(() => person('UEVE').pick(mastery, 'Take it out', 'March 2026'))
    expect(words(without)).not.toMatch(/"text":"I planned and performed the DNS/)
    expect(words(without)).toContain('Bring in another quote')
    expect((await packet('UEVE')).text).toContain('1 quote')
    const label = /"text":"(March 2026, taken out: [^"]+)"/.exec(words(without))?.[1] ?? ''
    const back = await next(() => person('UEVE').choose(without, 'packet-bring-in', label))
    expect(words(back)).toContain('chosen for: you chose it')

    await person('UEVE').click(back, 'packet-write:claim')
    const view = await slack.next(() => slack.views.at(-1))
    expect(JSON.stringify(view)).toContain('In the first person.')
    const number = /\[(\d+)\] [\w ]*March 2026/.exec(JSON.stringify(view))![1]
    const sent = await person('UEVE').submit(view as never, {
      words: { text: { value: `I run DNS for the whole company. It had no downtime [${number}].` } },
    })
    // The form becomes the competency's page, because the page behind it can't be changed.
    expect(sent.body).toMatchObject({ response_action: 'update', view: { type: 'modal' } })
    expect(words(sent.body.view)).toContain(`It had no downtime [${number}].`)
    expect(words(sent.body.view)).not.toContain('No quote')
    expect(words(sent.body.view)).toContain('Change my paragraph')
    expect(words(await open('UEVE', await packet('UEVE'), 'Mastery'))).toContain(
      'I run DNS for the whole company.',
    )

    const hidden = await next(() => person('UEVE').click(back, 'packet-hide'))
    expect(hidden.text).toContain('You hid Mastery. It is not in your packet.')
    const without2 = await packet('UEVE')
    expect(without2.text).not.toContain('Mastery:')
    expect(without2.text).toContain('Hidden: Mastery')
    expect(words(without2)).toContain('Show Mastery')
    const shown = await next(() => person('UEVE').click(hidden, 'packet-show'))
    expect(words(shown)).toContain('I run DNS for the whole company.')
  })

  it('is named by the help, with everything else, and each command there does something', async () => {
    await withNotes('UHEL', DNS)
    const help = (await person('UHEL').command('help')).body
    const commands = [...words(help).matchAll(/"\/ladder ([^"]+)"/g)].map(([, command]) => command!)
    for (const wanted of ['packet', 'packet work', 'packet objections', 'packet docx', 'nudge', 'evidence'])
      expect(commands).toContain(wanted)
    for (const command of commands.filter((one) => !/^(?:log|nudge|packet (?:docx|work))/.test(one))) {
      const { body } = await person('UHEL').command(command)
      expect([command, words(body)]).toEqual([
        command,
        expect.not.stringMatching(/I found nothing|I don’t understand/),
      ])
    }
    const page = await next(() => person('UHEL').click(help, 'packet-page:open'))
    expect(words(page)).toContain('A draft from your own words')
  })

  it('has all that a person moved to a competency, and all that stays, of a file with many notes', async () => {
    await person('UMOV').command('goal L3')
    const notes = [
      'I planned and performed the maintenance of the DNS alone.',
      'I took part in the on-call shifts and triaged the production issues.',
      'I planned and performed the maintenance of the mail hosts alone.',
      'I planned and performed the maintenance of the proxies alone.',
      'I asked for feedback on my guide, took the criticism and changed it.',
    ]
    const bytes = new TextEncoder().encode(notes.map((one) => `- ${one}`).join('\n'))
    const { ts } = await person('UMOV').upload('', [{ name: 'notes.md', bytes }])
    const review = structuredClone(await person('UMOV').reply(ts, FOOT))
    // A review quotes three sentences of a competency. Three more come to the one of Feedback.
    const seen = slack.views.length
    await person('UMOV').click(review, 'review-move:mastery')
    const form = await slack.next(() => slack.views[seen])
    const [sentences] = form.blocks as Json[]
    await person('UMOV').submit(form, {
      sentences: { choice: { type: 'checkboxes', selected_options: sentences.element.options } },
      meant: { choice: { type: 'static_select', selected_option: { value: 'feedback' } } },
    })
    await slack.next(() =>
      [...slack.responses, ...slack.messages].find((one) => JSON.stringify(one).includes('under Feedback')),
    )
    const page = await packet('UMOV')
    const feedback = words(await open('UMOV', page, 'Feedback'))
    const mastery = words(await open('UMOV', page, 'Mastery'))
    for (const one of notes) expect(feedback).toContain(one)
    expect(mastery).toContain('quoted as [1]')
  })

  it('says which quote a sixth one replaces', async () => {
    const deeds = [
      'I planned and performed the DNS maintenance alone in March 2026, with no downtime.',
      'I took part in the on-call shifts of the payment team and triaged 40 production issues.',
      'I moved the mail hosts to containers, and their orchestration is our standard now.',
      'I led the higher risk maintenance of the storage network, and no disk was lost.',
      'I wrote the configuration management of the build farm, and setup takes 5 minutes instead of 60.',
      'I performed the upgrade of the database cluster independently, and it took 2 nights.',
      'I planned and performed the maintenance of 30 proxies independently in May 2025.',
      'I triaged the production issues of the search team in my on-call shifts in July 2026.',
    ]
    await withNotes('USIX', ...deeds)
    const page = await open('USIX', await packet('USIX'), 'Mastery')
    expect(words(page)).toContain('5 quotes')
    const [label] = optionsOf(page, 'packet-bring-in')
    const after = await next(() => person('USIX').choose(page, 'packet-bring-in', label!))
    expect(after.text).toContain('A competency has at most 5 quotes, so your quote replaced this one.')
    // What was replaced is offered again.
    expect(words(after)).toContain('5 quotes')
    const replaced = /again:".*?"text":"([^"]+)"/.exec(words(after))?.[1] ?? ''
    expect(deeds).toContain(replaced)
    expect(optionsOf(after, 'packet-bring-in').join()).toContain(replaced.slice(0, 30))
  })

  it('places what no competency has, and corrects the review of that entry', async () => {
    await withNotes('UPAT', 'I sorted out the certificate mess with the platform folks.')
    const unplaced = await next(async () =>
      person('UPAT').click(await packet('UPAT'), 'packet-page:unplaced'),
    )
    expect(words(unplaced)).toContain('certificate mess')
    const done = await next(() => person('UPAT').choose(unplaced, 'packet-place:0', 'Trust'))
    expect(done.text).toContain('Everything has its place.')
    expect(words(await open('UPAT', await packet('UPAT'), 'Trust'))).toContain('certificate mess')
  })

  it('keeps what looks confidential out until its owner puts it in', async () => {
    await withNotes(
      'UCON',
      'This one is between us: I planned and performed the maintenance of the DNS alone, with legal, and had no downtime.',
    )
    const counted = async (): Promise<string> => (await person('UCON').command('me')).body.text
    expect(await counted()).not.toMatch(/1 entry/)
    const page = await packet('UCON')
    expect(page.text).toContain('There is nothing to quote yet.')
    expect(page.text).toContain('Left out, because it looks confidential')
    const shared = await next(() => person('UCON').click(page, 'packet-include:0'))
    expect(shared.text).not.toContain('looks confidential')
    expect(shared.text).toContain('A draft from your own words: 1 quote.')
    expect(await counted()).toMatch(/1 entry/)
  })

  it('forgets with its evidence, and with the person', async () => {
    await withNotes('UDEL', DNS)
    expect(words(await packet('UDEL'))).toContain('DNS maintenance')
    const list = (await person('UDEL').command('evidence')).body as Page
    const ask = await next(() => person('UDEL').pick({ ...list, ephemeral: true }, 'Delete…'))
    await next(() => person('UDEL').click(ask, 'evidence-delete'))
    expect((await packet('UDEL')).text).toContain('There is nothing to quote yet.')
  })
})
