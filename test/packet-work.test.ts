import { describe, expect, it } from 'vitest'
import type { Json, LocalSlack, Message } from './fakes/local-slack.ts'
import { withOneBot } from './fakes/one-bot.ts'
import type { Bot } from './fakes/run-bot.ts'

/** The words of a message, a paragraph a line, without its controls. */
const textIn = (blocks: readonly Json[]): string => {
  const said = (one: Json): string =>
    typeof one.text === 'string'
      ? one.text
      : [one.text, ...(one.elements ?? [])]
          .filter((part: Json) => part && part.type !== 'button')
          .map(said)
          .join(one.type === 'rich_text' || one.type === 'rich_text_list' ? '\n' : '')
  return blocks.map(said).join('\n')
}

const MOVED =
  'I planned and led the migration of the billing database to a new cluster. It took 3 weeks and cut its cost by 40%.'
/** This quarter, as the coach writes it. */
const { month, year } = Temporal.Now.plainDateISO('UTC')
const QUARTER = `Q${Math.ceil(month / 3)} ${year}`
const DECIDED =
  'I decided alone to roll back the release of the payment service after 5 minutes, because error rates doubled.'

describe('work on a packet, without a model', () => {
  let slack: LocalSlack
  let bot: Bot
  withOneBot((at) => ({ slack, bot } = at))

  /** Somebody with a goal who works on their packet. */
  const working = async (user: string) => {
    const one = bot.person(user)
    await one.command('goal L3')
    const from = slack.messages.length
    const { body } = await one.command('packet work')
    const root = (await slack.next(() =>
      slack.messages.slice(from).find(({ channel, thread_ts }) => channel === one.channel && !thread_ts),
    )) as Message & { ts: string }
    const thread = (): Message[] => slack.thread(one.channel, root.ts)
    const questions = (): Message[] => [root, ...thread()].filter(({ text }) => /^A question for/.test(text))
    return {
      ...{ one, root, begun: body, thread, questions },
      says: (text: string) => one.dm(text, { thread_ts: root.ts }),
      /** The nth question, counted from 1. */
      question: (nth: number) => slack.next(() => questions()[nth - 1]),
      posted: (pattern: RegExp) =>
        slack.next(() => thread().find((post) => pattern.test(textIn(post.blocks)))),
      aloud: () => [root, ...thread()].map(({ blocks }) => textIn(blocks)),
    }
  }
  const nameIn = ({ text }: Message): string => /about (.+)\.$/.exec(text)![1]!
  const buttonsOf = ({ blocks }: { blocks: Json[] }): string[] =>
    blocks.flatMap(({ type, elements }) =>
      type === 'actions' ? elements.map((one: Json) => one.text?.text) : [],
    )

  it('asks about one gap after the other, keeps the answers, says what moved, and stops when asked to', async () => {
    const { one, root, begun, says, question, posted, thread } = await working('UADA')
    expect(JSON.stringify(begun)).toContain('is in our direct messages. Answer in its thread.')
    expect(textIn(root.blocks)).toContain(
      'L3 asks: Proficient in multiple areas of expertise (e.g. networking',
    )
    expect(buttonsOf(root)).toEqual(['Skip this one', 'Stop'])

    await says(MOVED)
    const second = await question(2)
    const [name, next] = [nameIn(root), nameIn(second)]
    await posted(new RegExp(`^${name}: possible match in ${QUARTER}\\. It was empty\\.`))
    await slack.next(() => textIn(root.blocks).includes('Answered.'))

    await one.click(second, 'Skip this one')
    const third = await question(3)
    await slack.next(() => textIn(second.blocks).includes('Skipped.'))
    await says('skip')
    const fourth = await question(4)
    // What follows before a message is settled adds to that message.
    const settled = (many: number): Promise<unknown> =>
      bot.logged(() => bot.facts().filter(({ msg }) => msg === 'answered').length >= many)
    await settled(1)
    await says('What does L3 ask of Trust?')
    await posted(/Trust · Senior SRE \(L3\)/)
    await settled(2)
    await says('What kind of thing do you mean? Can you give me an example?')
    await posted(/For example, made up: .+ Reply with yours, or type “skip”\./s)
    await settled(3)
    await says('The move of the mail server went well for everybody in the company.')
    const none = await posted(
      new RegExp(`Saved\\. I found nothing in it that shows ${nameIn(fourth)} yet\\.`),
    )
    expect(buttonsOf(none)).toEqual([`Put under ${nameIn(fourth)}`, 'Open review'])
    await one.click(none, /^review-choose:/)
    await slack.next(() =>
      slack.responses.find(({ text }) => text.startsWith('Thanks. I updated the review.')),
    )
    const fifth = await question(5)
    expect(new Set([root, second, third, fourth, fifth].map(nameIn)).size).toBe(5)

    await says('that’s enough, thanks')
    const end = await posted(/^I stopped\. Your 2 answers are saved\. Since we began:/)
    expect(textIn(end.blocks)).toContain(`${name}: possible match in ${QUARTER}. It was empty.`)
    expect(textIn(end.blocks)).toContain(`${nameIn(fourth)}: possible match in ${QUARTER}. It was empty.`)
    expect(buttonsOf(end)).toEqual(['Show packet', 'Go on'])

    expect(textIn((await one.command('evidence')).body.blocks)).toContain('billing database')
    const packet = (await one.command('packet')).body
    expect(textIn(packet.blocks)).toContain('billing database')
    expect(buttonsOf(packet)).toContain('Work on it')
    slack.scopes.push('files:write')
    await one.command('packet md')
    const [file] = await slack.next(() => slack.messages.find(({ files }) => files)?.files)
    const markdown = Buffer.from(slack.files.get(file.id)!.bytes).toString()
    const asked = textIn(root.blocks)
      .split('\n')
      .find((line) => line.endsWith('?'))!
    expect(markdown).toContain(`The coach had asked: *${asked}*`)
    // What was skipped is asked about again only when nothing else is left.
    const said = thread().length
    await one.click(end, 'Go on')
    const again = (await slack.next(() =>
      slack.messages.find(
        ({ channel, text, thread_ts, ts }) =>
          channel === one.channel && !thread_ts && ts !== root.ts && text.startsWith('A question for'),
      ),
    )) as Message
    expect([next, nameIn(third)]).not.toContain(nameIn(again))
    expect(thread()).toHaveLength(said)
    await one.click(again, 'Stop')
  })

  it('counts what is told in answer to a question under what was asked, whatever else it is near', async () => {
    const { says, question, posted } = await working('UMIA')
    const answers = [
      'Before I switch a rate limit on I ran it in log-only mode for a week and compared it with last month. ' +
        'My reviewers now look only at the approach.',
      'For the checkout rewrite I built the shadow proxy on my own and ran it for six weeks. It caught 14 differences.',
      'In May the team picked Argo although I had argued for Flux. I wrote the migration guide and moved the first two services.',
      'I asked support which alerts wake people for nothing and deleted 40 of them.',
    ]
    for (const [nth, answer] of answers.entries()) {
      const asked = nameIn(await question(nth + 1))
      await says(answer)
      await posted(new RegExp(`^${asked}: possible match in Q\\d \\d{4}\\.`))
    }
    const { body } = await bot.person('UMIA').command('packet')
    expect(textIn(body.blocks)).not.toContain('Not placed yet')
  })

  it('asks the next question once after the same answer three times, and two buttons at once', async () => {
    const { one, root, questions, question, thread, begun } = await working('UBEA')
    expect(JSON.stringify(begun)).toContain('direct messages')
    const event = one.event(DECIDED, { thread_ts: root.ts })
    await Promise.all([one.send(event), one.send(event, 1), one.send(event, 2)])
    const second = structuredClone(await question(2))
    await one.send(event, 3)
    await Promise.all([one.click(second, 'Skip this one'), one.click(second, 'Skip this one')])
    await question(3)
    await Promise.all([one.click(second, 'Stop'), one.click(second, 'Stop')])
    await slack.next(() => thread().find(({ blocks }) => textIn(blocks).startsWith('I stopped.')))
    expect(questions()).toHaveLength(3)
    expect(thread().filter(({ text }) => text.startsWith('Saved.'))).toHaveLength(1)
    expect(thread().filter(({ text }) => text === 'I stopped.')).toHaveLength(1)
    expect(textIn((await one.command('evidence')).body.blocks)).toContain('1 entry')
  })

  it('works with two people at once, and shows neither what is the other’s', async () => {
    const from = slack.messages.length
    const [dan, eve] = await Promise.all([working('UDAN'), working('UEVE')])
    const first = structuredClone(dan.root)
    await Promise.all([dan.says(MOVED), eve.says(DECIDED)])
    await Promise.all([dan.question(2), eve.question(2)])
    expect(dan.questions()).toHaveLength(2)
    expect(eve.questions()).toHaveLength(2)
    await eve.one.click(first, 'Stop')
    const others = slack.messages
      .slice(from)
      .filter(({ channel }) => ![dan.one.channel, eve.one.channel].includes(channel))
    expect(others).toEqual([])
    expect(dan.aloud().join('\n')).not.toContain('I stopped.')
    expect(eve.aloud().join('\n')).not.toContain('billing')
    await Promise.all([dan.says('stop'), eve.says('stop')])
    await Promise.all([dan.posted(/^I stopped\./), eve.posted(/^I stopped\./)])
  })

  it('drops a plan for a no, and still waits for the answer to its question', async () => {
    const { says, question, questions, posted, thread } = await working('UKAT')
    await says('Next week I will run the failover drill with Sam.')
    await posted(/Should I ask you about it later\?/)
    await says('no')
    await posted(/^Not saved\./)
    expect(questions()).toHaveLength(1)
    await says(MOVED)
    await question(2)
    expect(thread().filter(({ blocks }) => /Skipped/.test(textIn(blocks)))).toEqual([])
  })

  it('is begun from the Home tab, which says where the question is', async () => {
    slack.members.push({ id: 'UJON', name: 'jon', real_name: 'Jon', tz: 'Europe/London', profile: {} })
    const jon = bot.person('UJON')
    await jon.command('goal L3')
    await jon.opens('home')
    const seen = slack.views.length
    await jon.press(await jon.home('Where you stand'), 'Work on it')
    const modal = await slack.next(() => slack.views[seen])
    expect(JSON.stringify(modal)).toContain('is in our direct messages. Answer in its thread.')
    expect(slack.messages.filter(({ channel }) => channel === jon.channel)).toHaveLength(1)
  })

  it('says that it needs a goal, and stops when the goal is another one', async () => {
    const gus = bot.person('UGUS')
    expect(textIn((await gus.command('packet work')).body.blocks)).toContain('Which one are you aiming for?')
    const hal = await working('UHAL')
    await hal.one.command('goal L4')
    await hal.says(MOVED)
    const end = await hal.posted(/^Your goal has changed, so I stopped\. Your answers are saved\./)
    expect(buttonsOf(end)).toEqual(['Show packet', 'Work on it'])
  })

  it('is one click away from words in the DM, and leaves nothing when everything is deleted', async () => {
    const ian = await working('UIAN')
    const { ts } = await ian.one.dm('let’s work on my packet')
    const offer = await ian.one.reply(ts, 'I can ask about your emptiest competency')
    expect(buttonsOf(offer)).toEqual(['Work on it'])
    await ian.says(MOVED)
    await ian.question(2)
    const { body } = await ian.one.command('data')
    expect(textIn(body.blocks)).toContain('I store which questions I asked about your packet.')
    const from = slack.responses.length
    await ian.one.click({ ...body, ephemeral: true }, 'data-delete-all')
    await slack.next(() =>
      slack.responses.slice(from).find(({ text }) => text.startsWith('I deleted everything')),
    )
    expect(ian.thread()).toEqual([])
    expect(slack.messages.filter(({ ts: of, deleted }) => of === ian.root.ts && !deleted)).toEqual([])
    expect(textIn((await ian.one.command('data')).body.blocks)).toContain('I store nothing about you.')
  })
})
