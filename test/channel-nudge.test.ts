import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShelf } from '../src/adapters/ladder-files/ladder-files.ts'
import { openNudgeQuestions } from '../src/adapters/ladder-files/nudge-questions.ts'
import { WEEKDAYS } from '../src/domain/dates/weekdays.ts'
import { dateInWords } from '../src/domain/text/in-words.ts'
import { readyDatabase, storeKinds } from './fakes/databases.ts'
import { type Delivery, type Json, type LocalSlack, startLocalSlack } from './fakes/local-slack.ts'
import { type Bot, runBot } from './fakes/run-bot.ts'
import { strayIn } from './nudge-scan.ts'

const LONDON = 'Europe/London'

/** What to type for a nudge that is due in this many hours in London. */
const dueIn = (hours: number): { text: string; at: Temporal.ZonedDateTime; day: string; time: string } => {
  const at = Temporal.Now.zonedDateTimeISO(LONDON).add({ hours }).round({ smallestUnit: 'minute' })
  const [day, time] = [WEEKDAYS[at.dayOfWeek - 1]!, at.toPlainTime().toString({ smallestUnit: 'minute' })]
  return { text: `${day} ${time} London`, at, day, time }
}

/** The words of an answer, as Slack got them. */
const saidIn = ({ body }: Pick<Delivery, 'body'>): string => JSON.stringify(body?.blocks ?? body)

describe.each(['http', 'socket'] as const)('the nudge of a channel over %s', (mode) => {
  let slack: LocalSlack
  let bot: Bot
  let channels = 0
  beforeAll(async () => {
    slack = await startLocalSlack()
    bot = await runBot(slack, mode)
  })
  afterAll(async () => {
    expect(slack.problems).toEqual([])
    await bot?.stop()
    await slack?.close()
  })

  /** A new channel, in which people type and press, and what the coach says there. */
  const open = () => {
    channels += 1
    const channel = `C${String(channels).padStart(4, '0')}`
    const types = (user: string, text: string, more: Json = {}): Promise<Delivery> =>
      bot.person(user).command(`nudge ${text}`.trim(), { channel_id: channel, ...more })
    const presses = async (user: string, said: Json, button: string | RegExp, more: Json = {}) => {
      const seen = slack.responses.length
      await bot.person(user).click({ ts: '5.5', ephemeral: true, ...said, channel }, button, more)
      return slack.next(() => slack.responses[seen])
    }
    return {
      channel,
      types,
      presses,
      told: () =>
        slack.messages.filter((one) => one.channel === channel && !one.deleted).map(({ text }) => text),
      waiting: () => slack.scheduled.filter((one) => one.channel === channel && !one.taken),
    }
  }

  it('is set up by one line, says its next three dates, and tells the channel by whom', async () => {
    const { types, told, waiting } = open()
    const { day, time, text, at } = dueIn(48)
    const said = await types('UADA', text)
    expect(said.body).toMatchObject({ response_type: 'ephemeral' })
    expect(said.body.text).toContain(
      `Done. I’ll post a nudge in this channel every ${day} at ${time}, London time`,
    )
    expect(saidIn(said)).toMatch(/One minute: what did you do this week\?/)
    expect(said.body.text).toContain(`${day}, `)
    expect(said.body.text).toContain(String(at.year))
    expect(said.body.blocks[1].elements[1].elements.length).toBeGreaterThanOrEqual(3)
    expect(told()).toEqual([
      `<@UADA> set up a nudge for this channel: every ${day} at ${time}, London time, from the SRE ladder.`,
    ])
    const shown = await types('USAM', '')
    expect(shown.body.text).toContain(`I post a nudge in this channel every ${day} at ${time}`)
    expect(waiting()).toEqual([])
  })

  it('comes every second week or once a month, about some levels, and keeps what is not mentioned', async () => {
    const { types, told } = open()
    const set = await types('UADA', 'every two weeks on friday 15:00 London, only L2 and L3')
    expect(set.body.text).toContain(
      'every two weeks, on Friday at 15:00, London time, from the SRE ladder, L2 to L3. I don’t post',
    )
    const dates = (said: Delivery): Temporal.PlainDate[] =>
      JSON.stringify(said.body.blocks)
        .match(/Friday, \d+ \w+ \d{4}|Tuesday, \d+ \w+ \d{4}/g)!
        .map((day) => new Date(`${day} UTC`).toISOString().slice(0, 10))
        .map((day) => Temporal.PlainDate.from(day))
    const [first, second] = dates(set)
    expect(first!.until(second!).days % 14).toBe(0)
    expect(told()).toEqual([
      '<@UADA> set up a nudge for this channel: every two weeks, on Friday at 15:00, London time, from the SRE ladder, L2 to L3.',
    ])
    const moved = await types('USAM', 'tuesdays 16:00')
    expect(moved.body.text).toContain(
      'every two weeks, on Tuesday at 16:00, London time, from the SRE ladder, L2 to L3.',
    )
    const month = await types('USAM', 'monthly on the last tuesday 16:00, all levels')
    expect(month.body.text).toContain(
      'on the last Tuesday of every month at 16:00, London time, from the SRE ladder. ',
    )
    expect((await types('USAM', 'mondays 10:00 every 3 weeks')).body.text).toContain(
      '“every 3 weeks”: I can post every week, every two weeks or once a month. Which one do you want?',
    )
    expect((await types('USAM', 'mondays 10:00 L1, L2 and L5')).body.text).toContain(
      'I can use levels that follow each other. Name the lowest and the highest.',
    )
    expect((await types('USAM', '')).body.text).toContain('on the last Tuesday of every month')
  })

  it.each([
    ['at 15:00', 'every two weeks, on Friday at 15:00, London time, from the SRE ladder, L2 to L4.'],
    ['on tuesdays', 'every two weeks, on Tuesday at 21:05, London time, from the SRE ladder, L2 to L4.'],
    ['Berlin time', 'every two weeks, on Friday at 21:05, Berlin time, from the SRE ladder, L2 to L4.'],
    ['every week', 'every Friday at 21:05, London time, from the SRE ladder, L2 to L4.'],
    ['monthly', 'on the first Friday of every month at 21:05, London time, from the SRE ladder, L2 to L4.'],
    ['only L2 to L3', 'every two weeks, on Friday at 21:05, London time, from the SRE ladder, L2 to L3.'],
    ['all levels', 'every two weeks, on Friday at 21:05, London time, from the SRE ladder.'],
  ])(
    'changes only what “%s” names, says what is set now, and asks if there is no nudge',
    async (part, now) => {
      const { types, told } = open()
      const none = await types('UADA', part)
      expect(none.body.text).toMatch(/Which day\?|What time\?/)
      expect(none.body.text).toContain('I changed nothing.')
      expect(told()).toEqual([])
      await types('UADA', 'every two weeks on friday 21:05 London, L2 to L4')
      const changed = await types('USAM', part)
      expect(changed.body.text).toContain(`Updated. I’ll now post a nudge in this channel ${now}`)
      expect(told().at(-1)).toBe(`<@USAM> changed the nudge for this channel: ${now}`)
      expect((await types('UADA', '')).body.text).toContain(now)
    },
  )

  it('stays paused while a part is changed, and says so', async () => {
    const { types, told } = open()
    await types('UADA', dueIn(48).text)
    await types('UADA', 'pause')
    const changed = await types('UADA', 'only L2 to L3')
    expect(changed.body.text).toContain('It is still paused until someone resumes it.')
    expect(told().at(-1)).toContain('It is still paused until someone resumes it.')
    expect((await types('UADA', '')).body.text).toContain('Paused until someone resumes it')
    // All of it anew is a new start.
    expect((await types('UADA', dueIn(50).text)).body.text).not.toContain('paused')
  })

  it('comes first on the day that was named, and says its next dates', async () => {
    const { types, told } = open()
    const today = Temporal.Now.plainDateISO(LONDON)
    const friday = today.add({ days: 21 + ((5 - today.dayOfWeek + 7) % 7) })
    const written = (day: Temporal.PlainDate) => `Friday, ${dateInWords(day.toString())} at 15:00`
    for (const first of [friday, friday.add({ weeks: 1 })]) {
      const set = await types(
        'UADA',
        `every two weeks on friday 15:00 London from ${dateInWords(first.toString())}`,
      )
      const [one, two] = [written(first), written(first.add({ weeks: 2 }))]
      expect(set.body.text).toContain(`Nothing comes before Friday, ${dateInWords(first.toString())}.`)
      // The turn of the year is left out.
      const shown = [one, two].filter((day) => !/ (?:2[4-9]|3[01]) December | 1 January /.test(day))
      for (const day of shown) expect(set.body.text).toContain(day)
      for (const weeks of [1, 2]) expect(set.body.text).not.toContain(written(first.subtract({ weeks })))
      expect(told().at(-1)).toContain(`Nothing comes before Friday, ${dateInWords(first.toString())}.`)
    }
  })

  it('uses the person’s zone if they name none, and keeps the zone that it has', async () => {
    const { types } = open()
    expect((await types('USAM', 'mondays 10:00')).body.text).toContain('Kolkata time')
    expect((await types('UADA', 'tuesdays 10:00')).body.text).toContain('Tuesday at 10:00, Kolkata time')
    expect((await types('UADA', 'tuesdays 10:00 my time')).body.text).toContain(
      'Tuesday at 10:00, London time',
    )
  })

  it('hands its post to Slack early, with only the ladder’s and its owner’s words, and withdraws it', async () => {
    const { types, presses, waiting } = open()
    await types('UADA', dueIn(2).text)
    await types('UADA', 'include year end')
    const post = await slack.next(() => waiting()[0])
    const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
    expect(strayIn(post, (await loadShelf('rubric')).all, questions)).toEqual([])
    const preview = await types('UADA', 'preview')
    expect(preview.body.text).toContain(post.blocks[0].elements.at(-1).elements.at(-1).text)
    const shown = await types('UADA', '')
    const skipped = await presses('UADA', shown.body, 'nudge-skip')
    expect(skipped.text).toContain('Skipped. I won’t post on')
    await slack.next(() => waiting().length === 0)
    // The same button pressed again skips no other week.
    const again = await presses('UADA', shown.body, 'nudge-skip')
    expect(again.text).toBe(skipped.text)
  })

  it('is set up and changed by the form', async () => {
    const { channel, types, told, presses } = open()
    const person = bot.person('UADA')
    const seen = slack.views.length
    // If there is none, the command alone opens the form.
    await types('UADA', '')
    const view = await slack.next(() => slack.views[seen])
    expect(view.callback_id).toBe('nudge-form')
    expect(view.private_metadata.split(' ')[0]).toBe(channel)
    const choice = (value: string) => ({ choice: { selected_option: { value } } })
    const values = (more: Json = {}) => ({
      ladder: choice('sre'),
      weekday: choice('4'),
      time: { choice: { selected_time: '09:30' } },
      zone: choice('Asia/Tokyo'),
      ...more,
    })
    expect((await person.submit(view, values({ zone: choice('Mars/Olympus') }))).body).toMatchObject({
      response_action: 'errors',
      errors: { zone: expect.any(String) },
    })
    expect(told()).toEqual([])
    await person.submit(view, values())
    const told1 = await slack.next(() => slack.ephemerals.find((one) => one.channel === channel))
    expect(told1).toMatchObject({ user: 'UADA', channel })
    expect(told1.text).toContain(
      'Done. I’ll post a nudge in this channel every Thursday at 09:30, Tokyo time',
    )
    const shown = await types('USAM', '')
    const before = slack.views.length
    await bot.person('USAM').click({ ...shown.body, ephemeral: true, channel }, 'nudge-form')
    const change = await slack.next(() => slack.views[before])
    expect(change.submit.text).toBe('Save')
    expect(JSON.stringify(change.blocks)).toContain('"initial_time":"09:30"')
    await bot.person('USAM').submit(change, values({ weekday: choice('5') }))
    await slack.next(() => told().length === 2)
    expect(told()[1]).toContain('<@USAM> changed the nudge for this channel: every Friday at 09:30')
    expect((await presses('UADA', shown.body, 'nudge-preview')).text).toContain('Only you see this preview')
  })

  it('pauses until a day, by words and by the date field, and resumes', async () => {
    const { channel, types, told, presses } = open()
    const set = await types('UADA', dueIn(48).text)
    const day = Temporal.Now.plainDateISO(LONDON).add({ days: 30 })
    const paused = await types('UADA', `pause until ${day}`)
    expect(paused.body.text).toContain(`I’ll post again from ${WEEKDAYS[day.dayOfWeek - 1]}`)
    expect((await types('UADA', 'resume')).body.text).toContain('Resumed.')
    const date = await presses('UADA', set.body, /^nudge-pause/, { selected_date: day.toString() })
    expect(date.text).toContain(`I’ll post again from ${WEEKDAYS[day.dayOfWeek - 1]}`)
    // A cleared date field asks for nothing. The press after it is the first to be answered.
    const lines = told().length
    const seen = slack.responses.length
    await types('UADA', 'resume')
    await bot
      .person('UADA')
      .click({ ts: '5.5', ephemeral: true, ...set.body, channel }, /^nudge-pause/, { selected_date: null })
    const past = await presses('UADA', set.body, /^nudge-pause/, { selected_date: '2020-01-01' })
    expect(past.text).toContain('I changed nothing.')
    expect(slack.responses.slice(seen)).toEqual([past])
    expect(told().slice(lines)).toEqual(['This nudge continues.'])
    expect((await types('UADA', '')).body.text).not.toContain('Paused')
    const until = `${WEEKDAYS[day.dayOfWeek - 1]}, ${dateInWords(day.toString())}`
    expect(told().slice(1)).toEqual([
      `This nudge is paused until ${until}.`,
      'This nudge continues.',
      `This nudge is paused until ${until}.`,
      'This nudge continues.',
    ])
  })

  it('is stopped by another member, and the channel is told without a name', async () => {
    const { types, told, presses } = open()
    await types('UADA', dueIn(48).text)
    const shown = await types('USAM', '')
    expect((await presses('USAM', shown.body, 'nudge-stop')).text).toContain('Stopped')
    expect(told().at(-1)).toBe('The nudge for this channel has stopped.')
    expect((await types('UADA', 'show')).body.text).toContain('This channel has no nudge yet')
    expect((await types('UADA', 'stop')).body.text).toContain('so I changed nothing')
    expect(told()).toHaveLength(2)
  })

  it('leaves out weeks, and also the days around the new year unless told otherwise', async () => {
    const { types, told } = open()
    await types('UADA', 'mondays 10:00')
    const out = await types('UADA', 'leave out 2027-W30')
    expect(out.body.text).toContain('I skip the week of 26 July 2027.')
    expect((await types('UADA', 'include year end')).body.text).toContain(
      'I also post from 24 December to 1 January.',
    )
    expect((await types('UADA', '')).body.text).toContain('I skip the week of 26 July 2027.')
    expect((await types('UADA', 'include 2027-W30')).body.text).toContain(
      'Back on: the week of 26 July 2027.',
    )
    expect((await types('UADA', '')).body.text).not.toContain('I skip')
    expect(told().at(-1)).toContain('This nudge also comes in the week of 26 July 2027.')
  })

  it('changes nothing if it does not understand, and says which part that was', async () => {
    const { types, told } = open()
    for (const nonsense of [
      'mondays 10 Londn',
      'whenever',
      'pause until yesterday',
      'mondays fridays 10:00',
    ]) {
      const { body } = await types('UADA', nonsense)
      expect(body.text).toContain('I changed nothing')
    }
    expect(told()).toEqual([])
    expect((await types('UADA', 'show')).body.text).toContain('This channel has no nudge yet')
    for (const verb of ['skip', 'pause', 'resume', 'preview', 'leave out 2027-W30'])
      expect((await types('UADA', verb)).body.text).toContain('This channel has no nudge yet')
  })

  it.each(['not_in_channel', 'channel_not_found'])(
    'says how to invite the coach if Slack answers %s, and sets nothing up',
    async (error) => {
      const { channel, types, told } = open()
      slack.closed.set(channel, error)
      const { body } = await types('UADA', dueIn(48).text)
      expect(body.text).toContain('/invite @Ladder Coach')
      const seen = slack.views.length
      await types('UADA', 'set up')
      const view = await slack.next(() => slack.views[seen])
      const choice = (value: string) => ({ choice: { selected_option: { value } } })
      const { body: refused } = await bot.person('UADA').submit(view, {
        ladder: choice('sre'),
        weekday: choice('1'),
        time: { choice: { selected_time: '09:30' } },
        zone: choice(LONDON),
      })
      expect(refused.errors.zone).toContain('/invite @Ladder Coach')
      slack.closed.delete(channel)
      expect((await types('UADA', 'show')).body.text).toContain('This channel has no nudge yet')
      expect(told()).toEqual([])
    },
  )

  it('explains itself in a DM and in a group DM', async () => {
    const { types } = open()
    for (const more of [
      { channel_id: 'D123', channel_name: 'directmessage' },
      { channel_id: 'G123', channel_name: 'mpdm-ada--sam-1' },
    ])
      expect((await types('UADA', 'mondays 10:00', more)).body.text).toContain('This isn’t a channel')
  })

  it('is one nudge and one line after the same command three times, even at once', async () => {
    const { types, told, waiting } = open()
    const { text } = dueIn(3)
    await Promise.all([types('UADA', text), types('UADA', text), types('UADA', text)])
    await types('UADA', 'include year end')
    expect((await types('UADA', text)).body.text).toMatch(/^Done\. /)
    expect(told().filter((one) => one.includes(' set up '))).toHaveLength(1)
    expect(told()).toHaveLength(2)
    await slack.next(() => waiting().length > 0)
    expect(waiting()).toHaveLength(1)
  })

  it('is what the second of two people set at the same time, and the channel knows of both', async () => {
    const { types, told } = open()
    await Promise.all([types('UADA', 'mondays 10:00 London'), types('USAM', 'fridays 16:00 London')])
    expect(told()).toHaveLength(2)
    const last = told()[1]!.includes('Monday at 10:00') ? 'Monday at 10:00' : 'Friday at 16:00'
    expect(told()[1]).toContain(' changed ')
    expect((await types('UADA', '')).body.text).toContain(last)
  })

  it('pauses itself if Slack refuses the post, tells the person who set it up once, and can be resumed', async () => {
    const { channel, types, told, waiting } = open()
    slack.fail('chat.scheduleMessage', { error: 'is_archived' })
    await types('UADA', dueIn(4).text)
    await types('UADA', 'include year end')
    const dm = await slack.next(() =>
      slack.messages.find(
        (one) => one.channel === bot.person('UADA').channel && JSON.stringify(one).includes(channel),
      ),
    )
    expect(dm.text).toContain('I paused the nudge you set up: the channel was archived.')
    expect((await types('USAM', '')).body.text).toContain('I paused it because the channel was archived')
    // Somebody who finds that button elsewhere cannot use it.
    const seen = slack.responses.length
    await bot.person('USAM').click(dm, 'nudge-resume')
    expect((await slack.next(() => slack.responses[seen])).text).toContain('That button no longer works')
    slack.closed.set(channel, 'not_in_channel')
    await bot.person('UADA').click(dm, 'nudge-resume')
    const uninvited = await slack.next(() => slack.responses[seen + 1])
    expect(uninvited.text).toContain('Type /invite @Ladder Coach there, then press Resume again.')
    expect(saidIn({ body: uninvited })).toContain(`"channel_id":"${channel}"`)
    slack.closed.delete(channel)
    await bot.person('UADA').click(dm, 'nudge-resume')
    expect((await slack.next(() => slack.responses[seen + 2])).text).toContain('Resumed.')
    await bot.person('UADA').click(dm, 'nudge-resume')
    const shown = await slack.next(() => slack.responses[seen + 3])
    expect(shown.text).toContain('I post a nudge in that channel every')
    expect(saidIn({ body: shown })).toContain(`"channel_id":"${channel}"`)
    expect(told().at(-1)).toBe('This nudge continues.')
    await slack.next(() => waiting().length === 1)
  })

  it('logs evidence by its button, with what it is about, and posts nothing in the channel', async () => {
    const { channel, types, told, waiting } = open()
    const person = bot.person('UADA')
    await person.command('goal L3')
    await types('UADA', dueIn(5).text)
    await types('UADA', 'include year end')
    const post = await slack.next(() => waiting()[0])
    const lines = told().length
    const seen = slack.views.length
    // Slack gives a post the time at which it was posted.
    const ts = `${post.post_at}.000100`
    await person.click({ ...post, channel, ts }, 'nudge-log')
    const view = await slack.next(() => slack.views[seen])
    const about = view.blocks.find((block: Json) => block.block_id === 'about')
    const { value } = about.element.initial_option
    expect(`sre/${value}`).toBe(post.blocks.at(-1).elements[0].value)
    const words = 'I sat with the new colleague for an afternoon and we looked at the old maps.'
    const { body } = await person.submit(view, {
      about: { choice: { selected_option: about.element.initial_option } },
      what: { text: { value: words } },
    })
    expect(body.response_action).toBe('update')
    // By HTTP, metrics have no port of their own here.
    if (mode === 'socket')
      await expect
        .poll(async () => (await bot.metrics()).match(/^\S+nudge_uses_total\{.*$/gm))
        .toEqual(['opened', 'logged'].map((use) => `ladder_coach_nudge_uses_total{use="${use}"} 1`))
    const review = await slack.next(() =>
      slack.messages.find(
        (one) => one.channel === person.channel && JSON.stringify(one).includes('People decide promotions'),
      ),
    )
    expect(JSON.stringify(review.blocks)).toContain(
      `${about.element.initial_option.text.text}: possible match`,
    )
    expect(saidIn(await person.command(`evidence ${about.element.initial_option.text.text}`))).toContain(
      words.slice(0, 50),
    )
    expect(told()).toHaveLength(lines)
    expect(slack.ephemerals.filter((one) => one.channel === channel)).toEqual([])
  })

  it('says with “Ask the coach” what was asked, where to look and write, only to the person who pressed it', async () => {
    const { types, told, waiting, presses } = open()
    await types('UADA', dueIn(6).text)
    await types('UADA', 'include year end')
    const post = await slack.next(() => waiting()[0])
    const lines = told().length
    const question = post.blocks[0].elements.at(-1).elements[0].text
    const said = await presses(
      'USAM',
      { ...post, ts: `${post.post_at}.000100`, ephemeral: false },
      'nudge-ask',
    )
    expect(said).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(said.text).toContain('Only you see this.')
    expect(said.text).toContain(`The question is: ${question}`)
    expect(saidIn({ body: said })).toContain('slack://app?team=T1&id=A1&tab=messages')
    expect(told()).toHaveLength(lines)
  })

  it('uses the channel of a button’s message, whatever its value says', async () => {
    const mine = open()
    const theirs = open()
    await theirs.types('USAM', 'mondays 10:00')
    const shown = await theirs.types('USAM', '')
    const said = await mine.presses('UADA', shown.body, 'nudge-stop')
    expect(said.text).toContain('That button no longer works')
    expect((await theirs.types('USAM', '')).body.text).toContain(
      'I post a nudge in this channel every Monday',
    )
    expect(mine.told()).toEqual([])
  })

  it('says nothing about anyone except in the lines about who set it up', async () => {
    const { types, waiting } = open()
    await types('UADA', dueIn(7).text)
    for (const text of ['include year end', 'leave out 2027-W30', 'pause', 'resume', 'stop'])
      await types('USAM', text)
    await types('UADA', dueIn(7).text)
    await slack.next(() => waiting().length > 0)
    await types('USAM', 'skip')
    const questions = await openNudgeQuestions('rubric', { info() {}, warn() {}, error() {} })()
    const { all } = await loadShelf('rubric')
    for (const post of slack.scheduled) expect(strayIn(post, all, questions)).toEqual([])
    const lines = slack.messages.filter((one) => /^C\d+$/.test(one.channel))
    expect(lines.length).toBeGreaterThan(6)
    for (const { text, blocks } of lines) {
      expect(text).toMatch(
        /^<@U(?:ADA|SAM)> (?:changed the|set up a) nudge for this channel: |^(?:This|The) nudge [^<@]*$/,
      )
      expect(blocks).toHaveLength(1)
    }
    expect(bot.log()).not.toMatch(/Ada Example|Sam Sample|old maps/)
  })
})

describe.each(storeKinds())('a nudge after a restart on %s', (kind) => {
  it('is still there, and is at Slack once', async () => {
    const slack = await startLocalSlack()
    const place = await readyDatabase(kind)
    const first = await runBot(slack, 'http', place.env)
    const { text, day, time } = dueIn(2)
    await first.person('UADA').command(`nudge ${text}`)
    await first.person('UADA').command('nudge include year end')
    await slack.next(() => slack.scheduled.length === 1)
    await first.stop()
    const second = await runBot(slack, 'http', place.env)
    const shown = await second.person('USAM').command('nudge')
    expect(shown.body.text).toContain(`every ${day} at ${time}`)
    const preview = await second.person('USAM').command('nudge preview')
    const [{ elements }] = slack.scheduled[0].blocks
    expect(preview.body.text).toContain(elements.at(-1).elements.at(-1).text)
    await second.person('USAM').command('nudge stop')
    await slack.next(() => slack.scheduled[0].taken)
    expect(slack.scheduled).toHaveLength(1)
    await second.stop()
    await slack.close()
    await place.remove()
  })
})

describe.runIf(storeKinds().includes('PostgreSQL'))('a nudge of two processes', () => {
  it('is one post, whichever process handles it', async () => {
    const slack = await startLocalSlack()
    const place = await readyDatabase('PostgreSQL')
    const bots = await Promise.all([runBot(slack, 'http', place.env), runBot(slack, 'http', place.env)])
    const { text } = dueIn(2)
    await Promise.all(bots.map((one) => one.person('UADA').command(`nudge ${text}`)))
    await bots[0]!.person('UADA').command('nudge include year end')
    await slack.next(() => slack.scheduled.length > 0)
    expect((await bots[1]!.person('USAM').command('nudge')).body.text).toContain('I post a nudge')
    await Promise.all(bots.map((one) => one.stop()))
    expect(slack.scheduled.filter(({ taken }) => !taken)).toHaveLength(1)
    await slack.close()
    await place.remove()
  })
})
