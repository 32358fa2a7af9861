import { readdirSync, readFileSync } from 'node:fs'
import type { Delivery, Json, LocalSlack, Message } from './local-slack.ts'
import type { SlackPerson } from './slack-person.ts'

/** Where a turn happens, and in the answer to which turn if that matters. */
type Where =
  | { readonly kind: 'dm' | 'command' }
  | { readonly kind: 'thread'; readonly of: number }
  | { readonly kind: 'click'; readonly button: string; readonly of: number }

/** What is expected of a turn. Any of `texts` will do, but none of them may be there for "never". */
type Outcome = {
  readonly what:
    | 'says'
    | 'never says'
    | 'offers'
    | 'offers no'
    | 'keeps'
    | 'no longer keeps'
    | 'keeps nothing'
  readonly texts: readonly string[]
  /** As it is written. */
  readonly line: string
  /** The reader that it holds for. Null: any. */
  readonly reader: Reader | null
}

export type Reader = 'offline' | 'model'
type Turn = { readonly where: Where; readonly typed: string; readonly outcomes: readonly Outcome[] }
export type Conversation = { readonly name: string; readonly turns: readonly Turn[] }

const FOLDER = 'test/fixtures/conversations'

const PLACES: readonly { readonly form: RegExp; readonly where: (found: RegExpExecArray) => Where }[] = [
  { form: /^In the DM$/, where: () => ({ kind: 'dm' }) },
  { form: /^Types the command$/, where: () => ({ kind: 'command' }) },
  { form: /^In the thread of (\d{1,2})$/, where: ([, of]) => ({ kind: 'thread', of: Number(of) }) },
  {
    form: /^Clicks "([^"]+)" under the answer to (\d{1,2})$/,
    where: ([, button = '', of]) => ({ kind: 'click', button, of: Number(of) }),
  },
]

const OUTCOMES: readonly { readonly form: RegExp; readonly what: Outcome['what'] }[] = [
  { form: /^Says "/, what: 'says' },
  { form: /^Never says "/, what: 'never says' },
  { form: /^Offers "/, what: 'offers' },
  { form: /^Offers no "/, what: 'offers no' },
  { form: /^Keeps (?:"|these words$)/, what: 'keeps' },
  { form: /^No longer keeps "/, what: 'no longer keeps' },
  { form: /^Keeps nothing of this$/, what: 'keeps nothing' },
]

const READERS: Readonly<Record<string, Reader>> = { 'Without AI': 'offline', 'With AI': 'model' }

const outcomeOf = (line: string): Outcome => {
  const [, who = '', said = line] = /^(With(?:out)? AI): (.*)$/.exec(line) ?? []
  const what = OUTCOMES.find(({ form }) => form.test(said))?.what
  if (what === undefined) throw new Error(`Nobody understands the outcome "${line}"`)
  const texts = [...said.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text)
  return { what, texts, line, reader: READERS[who] ?? null }
}

const turnOf = (part: string): Turn => {
  const [title = '', ...lines] = part.split('\n')
  const place = title.replace(/^\d{1,2}\. /, '')
  const where = PLACES.flatMap((one) => {
    const found = one.form.exec(place)
    return found ? [one.where(found)] : []
  })[0]
  if (where === undefined) throw new Error(`Nobody understands the place "${place}"`)
  const after = (mark: string): string[] =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length))
  return { where, typed: after('> ').join('\n'), outcomes: after('- ').map(outcomeOf) }
}

/** The conversations of test/fixtures/conversations, each a file that people can read. */
export function readConversations(): Conversation[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => {
      const [, ...parts] = readFileSync(`${FOLDER}/${file}`, 'utf8').split(/^## /m)
      return { name: file.replace('.md', ''), turns: parts.map(turnOf) }
    })
}

/** Everything that people can read or press in what was sent, as plain text. */
const shownIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(shownIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'text' && typeof one === 'string' ? [one] : key === 'metadata' ? [] : shownIn(one),
  )
}

const plain = (text: string): string => text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ')

/** A rich text is cut into elements wherever its style changes. */
const wordsOf = (blocks: readonly Json[]): string =>
  plain(shownIn(blocks).join('').concat('\n', shownIn(blocks).join(' ')))

const buttonsIn = (blocks: readonly Json[]): string[] =>
  blocks
    .flatMap((block) =>
      block.type === 'actions' ? block.elements : block.accessory ? [block.accessory] : [],
    )
    .flatMap((element: Json) => (element.type === 'button' ? [element.text.text] : []))

/** What a turn led to: what was posted, changed or answered since. */
type Answer = { readonly ts: string; readonly sent: () => Json[] }

const MAY_SAY = new Set(['chat.postMessage', 'chat.update', 'response_url', 'chat.postEphemeral'])

/** How long an answer may take, in milliseconds. */
const PATIENCE = 15_000

/** Whether `/ladder data` lists what it should, now or soon. */
const holdsOnRecord = async (
  person: SlackPerson,
  { typed }: Turn,
  { what, texts }: Outcome,
): Promise<boolean> => {
  const wanted = texts.length > 0 ? texts : [typed]
  for (const until = performance.now() + PATIENCE; ; ) {
    const stored = plain(shownIn(JSON.parse(await person.stored())).join(' '))
    const kept = wanted.map((text) => stored.includes(plain(text)))
    if (what === 'keeps' ? kept.every(Boolean) : !kept.some(Boolean)) return true
    if (performance.now() > until) return false
  }
}

/** Drives a conversation turn by turn, each after the answer to the one before. Returns what is not as expected. */
export async function converse(
  slack: LocalSlack,
  person: SlackPerson,
  { turns }: Conversation,
  reader: Reader,
): Promise<string[]> {
  const problems: string[] = []
  const answers: Answer[] = []
  const answerTo = (of: number): Answer => {
    const answer = answers[of - 1]
    if (!answer) throw new Error(`There is no turn ${of} yet`)
    return answer
  }
  /** The message under which somebody presses a button: the newest that has it. */
  const messageWith = (of: number, button: string): Message => {
    const { ts, sent } = answerTo(of)
    const all = [...sent(), ...person.thread(ts)].filter((one) =>
      buttonsIn(one.blocks ?? []).includes(button),
    )
    const found = all.at(-1)
    if (!found) throw new Error(`There is no button "${button}" in the answer to turn ${of}`)
    return found.ts ? found : { ...found, ephemeral: true }
  }
  const act = async ({ where, typed }: Turn): Promise<{ ts: string; delivery: Delivery }> => {
    switch (where.kind) {
      case 'dm': {
        const delivery = await person.dm(typed)
        return { ts: delivery.ts, delivery }
      }
      case 'thread': {
        const { ts } = answerTo(where.of)
        return { ts, delivery: await person.dm(typed, { thread_ts: ts }) }
      }
      case 'command':
        return { ts: '', delivery: await person.command(typed.replace('/ladder ', '')) }
      case 'click':
        return {
          ts: answerTo(where.of).ts,
          delivery: await person.click(messageWith(where.of, where.button), where.button),
        }
    }
  }
  for (const [at, turn] of turns.entries()) {
    const before = slack.calls().length
    const { ts, delivery } = await act(turn)
    let end: number | undefined
    const sent = (): Json[] => [
      ...(delivery.body?.blocks ? [delivery.body] : []),
      ...slack
        .calls()
        .slice(before, end)
        .filter(({ method }) => MAY_SAY.has(method))
        .map(({ body }) => body),
    ]
    answers.push({ ts, sent })
    const said = (): string =>
      sent()
        .map(({ blocks = [], text = '' }) => `${wordsOf(blocks)}\n${plain(text)}`)
        .join('\n')
    const offered = (): string[] => sent().flatMap(({ blocks = [] }) => buttonsIn(blocks))
    const holds = ({ what, texts }: Outcome): boolean => {
      if (what === 'says') return texts.some((text) => said().includes(plain(text)))
      if (what === 'offers') return texts.every((text) => offered().includes(text))
      if (what === 'never says') return !texts.some((text) => said().includes(plain(text)))
      if (what === 'offers no') return !texts.some((text) => offered().includes(text))
      return true
    }
    const expected = turn.outcomes.filter((one) => one.reader === null || one.reader === reader)
    for (const outcome of expected.filter(({ what }) => what === 'says' || what === 'offers'))
      await slack.next(() => holds(outcome), PATIENCE).catch(() => null)
    end = slack.calls().length
    for (const outcome of expected) {
      if (outcome.what.includes('keep') ? await holdsOnRecord(person, turn, outcome) : holds(outcome))
        continue
      problems.push(`${at + 1}. ${turn.typed} - ${outcome.line}, but:\n${said()}\n${offered().join(', ')}`)
    }
  }
  return problems
}
