import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'

const FOOT = 'People decide promotions'
const TEAM = 'We moved the restore tests of the payment database to a separate cluster in 3 days.'
const OWN = 'I wrote the runbook for the restore drill and led the drill with the on-call engineers.'

describe('a packet as others read it', () => {
  let slack: LocalSlack
  let bot: Bot
  let now = Temporal.Instant.from('2026-11-27T10:00:00Z')
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, 'http', {}, undefined, { now: () => now })
  })
  afterEach(() => expect(slack.problems).toEqual([]))
  afterAll(async () => {
    await bot?.stop()
    await slack?.close()
  })

  type Person = ReturnType<Bot['person']>
  /** The answer to a command, whether it comes with the ack or after it. */
  const asked = async (person: Person, text: string): Promise<Json> => {
    const seen = slack.responses.length
    const { body } = await person.command(text)
    return body?.blocks ? body : slack.next(() => slack.responses[seen])
  }
  const clicked = async (person: Person, button: Json): Promise<Json> => {
    const seen = slack.responses.length
    await person.click(
      { blocks: [{ type: 'actions', elements: [button] }], ephemeral: true },
      button.action_id,
    )
    return slack.next(() => slack.responses[seen])
  }
  const buttonsIn = ({ blocks }: Json): Json[] =>
    blocks.flatMap((block: Json) => [
      ...(block.accessory ? [block.accessory] : []),
      ...(block.type === 'actions' ? block.elements : []),
    ])
  const buttonOf = (message: Json, label: string): Json => {
    const found = buttonsIn(message).find((one) => one.text?.text === label)
    if (!found) throw new Error(`There is no button ${label}`)
    return found
  }
  const reviewed = async (person: Person, text: string): Promise<string> => {
    const { ts } = await person.dm(text)
    await person.reply(ts, FOOT)
    return ts
  }

  it('asks which level a packet is for, without a goal', async () => {
    for (const command of ['packet objections', 'packet talk'])
      expect((await asked(bot.person('UNOGOAL'), command)).text).toContain('Which one are you aiming for?')
  })

  it('says that there is nothing to read yet, without evidence, and how to begin', async () => {
    const bea = bot.person('UBEA')
    await bea.command('goal L3 by 2026-12-15')
    const cold = await asked(bea, 'packet cold read')
    expect(cold.text).toContain('A committee would have nothing to read yet.')
    expect(buttonsIn(cold).map(({ text }) => text.text)).toContain('Log evidence')
    const talk = await asked(bea, 'packet 1:1')
    expect(talk.text).toContain('Goal: SRE (L2) to Senior SRE (L3), by 15 December 2026: 18 days left.')
    expect(talk.text).toContain('I have written nothing down from this time.')
    expect(talk.text).toContain('What I showed since 28 October 2026')
    expect(talk.text).toMatch(/The gap I work on: \w+\nL3 asks: “/)
    expect(talk.text).toMatch(/One question for you\nWhat work in the coming weeks would let me show \w+\?/)
  })

  it('links each question to a competency and a quote, and says what would answer it', async () => {
    const ada = bot.person('UADA')
    await ada.command('goal L3')
    await reviewed(ada, TEAM)
    await reviewed(ada, OWN)
    const cold = await asked(ada, 'packet what would they say')
    expect(cold.text).toContain('Why a committee could say “not yet” today, and what would change that.')
    expect(cold.text).toMatch(/1\. .*What shows it\?\nNo quote shows what L3 asks: “/)
    expect(cold.text).toContain('Which part was yours?')
    expect(cold.text).toContain(`“${TEAM}”`)
    expect(cold.text).not.toMatch(/8\. |score|%|percent/i)
    expect(cold.text).not.toContain('Answered since the last time')
    expect(JSON.stringify(cold.blocks)).toContain('Only you see this.')

    if (process.env.SHOW) console.log(cold.text)
    const opened = slack.views.length
    await ada.click(
      { blocks: [{ type: 'actions', elements: [buttonOf(cold, 'Write it down')] }], ephemeral: true },
      /^packet-log:/,
    )
    const form = (await slack.next(() => slack.views[opened])) as Json
    expect(JSON.stringify(form)).toContain('"block_id":"about"')
    expect(JSON.stringify(form)).toContain('"initial_option"')

    const entry = await clicked(ada, buttonOf(cold, 'Open the entry'))
    expect(JSON.stringify(entry.blocks)).toContain('restore')
  })

  it('says what was answered since the last time', async () => {
    const eve = bot.person('UEVE')
    await eve.command('goal L3')
    const { ts } = await eve.dm(TEAM)
    await eve.reply(ts, FOOT)
    expect((await asked(eve, 'packet committee')).text).toContain('Which part was yours?')
    expect((await asked(eve, 'packet committee')).text).not.toContain('Answered since the last time')
    await eve.edit(ts, TEAM, TEAM.replace('We moved', 'I planned the move and moved'))
    await eve.reply(ts, 'I planned the move')
    expect((await asked(eve, 'packet committee')).text).toMatch(
      /Answered since the last time: .*“Which part was yours\?” \(\w+, written 27 November 2026\)/,
    )
  })

  it('opens both from the first page of the packet', async () => {
    const dan = bot.person('UDAN')
    await dan.command('goal L3')
    await reviewed(dan, OWN)
    const page = await asked(dan, 'packet')
    const cold = await clicked(dan, buttonOf(page, 'What would a committee ask?'))
    expect(cold.text).toContain('Questions to prepare for: SRE (L2) to Senior SRE (L3)')
    const talk = await clicked(dan, buttonOf(page, 'Prepare a one-to-one'))
    expect(talk.text).toContain(`“${OWN}” (written 27 November 2026)`)
  })

  it('is dated by what its words say, and lists nothing old as new', async () => {
    const ivy = bot.person('UIVY')
    await ivy.command('goal L3')
    await reviewed(
      ivy,
      [
        'In spring I led the move of the old VMs to the new cluster (Feb–Jun).',
        'I split the move in three batches and wrote the rollback plan for each batch.',
        'The old VMs are off since 30 June.',
      ].join('\n\n'),
    )
    await reviewed(
      ivy,
      'I automated the renewal of all certificates. Since August none expired (there were two outages in spring).',
    )
    await reviewed(ivy, 'I reviewed the on-call setup of other teams (5 teams, Jan to Apr 2026).')
    await reviewed(ivy, 'From Jan to Apr 2026 I planned and performed the DNS maintenance alone.')
    await reviewed(ivy, 'Before I switch a cluster over, I rehearse the rollback with the on-call engineers.')
    slack.scopes.push('files:write')
    const seen = slack.messages.length
    await ivy.command('packet md')
    const [file] = await slack.next(
      () => slack.messages.slice(seen).find(({ files, channel }) => files && channel === ivy.channel)?.files,
    )
    const markdown = Buffer.from(slack.files.get(file.id)!.bytes).toString()
    const lines = markdown.slice(markdown.indexOf('Receipts')).split('\n')
    const dated = (words: string): string | undefined =>
      lines
        .slice(lines.findIndex((line) => line.includes(words)))
        .flatMap((line) => /^(?:> )?(.+), my own words/.exec(line)?.[1] ?? [])[0]
    expect(dated('I split the move')).toBe('February to June 2026')
    expect(dated('Since August none expired')).toBe('since August 2026')
    expect(dated('reviewed the on-call setup')).toBe('January to April 2026')
    expect(dated('Before I switch a cluster')).toBe('written 27 November 2026')
    // A range counts in each of its quarters, and what is so since a day in that of the day.
    expect((await ivy.command('me')).body.text).toMatch(/Mastery: possible match in Q1, Q2 and Q4 2026/)
    const { text } = await asked(ivy, 'packet talk')
    expect(text).toContain('rehearse the rollback')
    expect(text).not.toMatch(/three batches|none expired|5 teams/)
  })

  it('tells in the next talk what was shown since the last one, and the same again on the same day', async () => {
    const fay = bot.person('UFAY')
    await fay.command('goal L3')
    await reviewed(fay, OWN)
    expect((await asked(fay, 'packet talk')).text).toContain(`“${OWN}”`)
    expect((await asked(fay, 'packet before the talk')).text).toContain(`“${OWN}”`)
    now = now.add({ hours: 24 * 20 })
    const later = await asked(fay, 'packet talk')
    expect(later.text).toContain('What I showed since 27 November 2026')
    now = now.add({ hours: 24 * 20 })
    const last = await asked(fay, 'packet talk')
    expect(last.text).toContain('What I showed since 17 December 2026')
    expect(last.text).toContain('I have written nothing down from this time.')
    expect(JSON.stringify(last.blocks)).toContain('when you prepared the last one')
  })

  it('never shows one person’s packet to another', async () => {
    const guy = bot.person('UGUY')
    await guy.command('goal L3')
    for (const command of ['packet objections', 'packet talk'])
      expect((await asked(guy, command)).text).not.toMatch(/restore|payment/)
  })

  it('forgets what it asked with the entry', async () => {
    const hal = bot.person('UHAL')
    await hal.command('goal L3')
    const ts = await reviewed(hal, TEAM)
    await asked(hal, 'packet objections')
    await hal.remove(ts, TEAM)
    const after = await asked(hal, 'packet objections')
    expect(after.text).toContain('nothing to read yet')
    expect(JSON.stringify(after)).not.toMatch(/Answered|restore/)
  })
})
