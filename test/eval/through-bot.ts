import { readyDatabase } from '../fakes/databases.ts'
import type { Message } from '../fakes/local-slack.ts'
import { type LocalSlack, startLocalSlack } from '../fakes/local-slack.ts'
import { startModelServer } from '../fakes/model-server.ts'
import type { Persona } from '../fakes/personas.ts'
import { some } from '../fakes/rounds.ts'
import { type Bot, runBot } from '../fakes/run-bot.ts'
import { assessment, sre, violations } from './invariants.ts'
import { CARRIER, type Text } from './texts.ts'

/** How words reach the coach. */
export const CARRIERS = ['dm', 'file', 'reply', 'shortcut', 'modal'] as const
export type CarrierKind = (typeof CARRIERS)[number]

/** What came of one text by one way. */
export type Outcome = {
  readonly id: string
  readonly kind: Text['kind']
  readonly carrier: CarrierKind
  /** True: an answer stood in the thread. */
  readonly answered: boolean
  readonly violations: readonly string[]
  /** The competencies found, with their statuses. */
  readonly assessment: readonly string[]
  /** True: the answer says which reader it is by, or is no review. */
  readonly labelled: boolean
}

const FOOT = 'People decide promotions'

/** Longest wait for one answer, in milliseconds. */
const WAIT = 20_000

/** How many people write at once. */
const LANES = 4

/** How many texts one person sends. */
const SHIFT = 12

/** What a form's field takes, in characters. */
const FIELD = 3_000

const isFinal = (post: Message): boolean =>
  !post.text.startsWith('I store what you send me') && !post.text.startsWith('Saved. I’m comparing')

/** Sends one text by one way, and gives all posts of ours that came of it. */
const send = async (
  slack: LocalSlack,
  bot: Bot,
  user: string,
  text: string,
  by: CarrierKind,
): Promise<Message[]> => {
  const person = bot.person(user)
  const firstOf = (ts: string) =>
    slack.next(() => person.thread(ts).find(isFinal), WAIT, `an answer to a text by ${by}`)
  const threadOf = async (ts: string): Promise<Message[]> => {
    await firstOf(ts)
    return person.thread(ts)
  }
  /** The note that opens the thread of what came without a message, and the thread. */
  const noted = async (from: number): Promise<Message[]> => {
    const note = await slack.next(
      () => slack.messages.slice(from).find((one) => one.channel === person.channel && !one.thread_ts),
      WAIT,
      `the note of a text by ${by}`,
    )
    return [note, ...(await threadOf(note.ts))]
  }
  if (by === 'dm') return threadOf((await person.dm(text)).ts)
  if (by === 'file') {
    const file = { name: 'evidence.txt', bytes: new TextEncoder().encode(text) }
    return threadOf((await person.upload('', [file])).ts)
  }
  const from = slack.messages.length
  if (by === 'shortcut') {
    await person.messageShortcut('evidence-save', { user, ts: `${1_780_000_000 + from}.${from}`, text })
    return noted(from)
  }
  if (by === 'modal') {
    const views = slack.views.length
    await person.shortcut('evidence-log')
    const view = await slack.next(() => slack.views[views], WAIT)
    await person.submit(view, { what: { text: { value: text.slice(0, FIELD) } } })
    return noted(from)
  }
  const { ts } = await person.dm(CARRIER)
  await firstOf(ts)
  const updates = person.thread(ts).reduce((sum, post) => sum + (post.updates ?? 0), 0)
  const posts = person.thread(ts).length
  await person.dm(text, { thread_ts: ts })
  await slack.next(
    () =>
      person.thread(ts).length > posts ||
      person.thread(ts).reduce((sum, post) => sum + (post.updates ?? 0), 0) > updates,
    WAIT,
    'an answer to a reply',
  )
  return person.thread(ts)
}

/**
 * Runs texts through a whole bot, by the ways given, read by a scripted model or offline (null), and says of each
 * what broke. Unless all rounds run, each text goes by one of the ways. Also gives all that the provider was sent.
 */
export async function throughBot(
  texts: readonly Text[],
  ways: readonly CarrierKind[],
  persona: Persona | null,
): Promise<{
  outcomes: Outcome[]
  sent: string
  log: string
  problems: readonly string[]
  baseline: string[]
}> {
  const slack = await startLocalSlack()
  const model = persona ? await startModelServer() : null
  model?.always(persona)
  // Where there is a server, it takes a third less of the machine than one in this process.
  const place = process.env.TEST_DATABASE_URL ? await readyDatabase('PostgreSQL') : null
  const bot = await runBot(slack, 'http', {
    ...place?.env,
    ...(model ? { OPENAI_BASE_URL: model.url } : {}),
  })
  const ladder = sre()
  try {
    // A day's budget of reviews is a person's: each sends a few texts only, and no two lanes share one, so that
    // what comes of a text is told from what comes of another. The last one writes nothing but the sentence alone.
    const rows = ways.flatMap((way, nth) => some(texts, ways.length, nth).map((text) => ({ way, text })))
    const shifts = Math.ceil(Math.ceil(rows.length / LANES) / SHIFT)
    const people = Array.from({ length: shifts * LANES + 1 }, (_, nth) => `UEVAL${nth}`)
    for (const user of people) await bot.person(user).command('goal L3')
    const baseline = assessment(
      (await send(slack, bot, people.at(-1)!, CARRIER, 'dm')).find((post) =>
        JSON.stringify(post.blocks).includes(FOOT),
      )!,
    )
    // Several people write at once, each one thing after the other.
    const outcomes: Outcome[] = []
    const lane = async (first: number): Promise<void> => {
      for (let nth = first; nth < rows.length; nth += LANES) {
        const { way, text } = rows[nth]!
        const user = people[Math.floor(nth / (LANES * SHIFT)) * LANES + first]!
        const posts = await send(slack, bot, user, text.text, way).catch((): Message[] => [])
        const review = posts.find((post) => JSON.stringify(post.blocks).includes(FOOT))
        outcomes[nth] = {
          id: text.id,
          kind: text.kind,
          carrier: way,
          answered: posts.length > 0,
          violations: posts.flatMap((post) =>
            violations(post, {
              evidence: [text.text, CARRIER],
              ladder,
              canary: text.canary,
              otherLevels: post.text.startsWith('About your question'),
            }),
          ),
          assessment: review ? assessment(review) : [],
          labelled: !review || /Written by AI|compared English words/.test(JSON.stringify(review.blocks)),
        }
      }
    }
    await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)))
    const sent = JSON.stringify(model?.requests.map(({ body }) => body) ?? [])
    return { outcomes, sent, log: bot.log(), problems: [...slack.problems], baseline }
  } finally {
    await bot.stop()
    await place?.remove()
    await model?.close()
    await slack.close()
  }
}
