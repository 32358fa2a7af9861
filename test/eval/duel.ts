import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Json, type Message, startLocalSlack } from '../fakes/local-slack.ts'
import { type ModelRequest, type Script, startModelServer } from '../fakes/model-server.ts'
import { runBot } from '../fakes/run-bot.ts'

/** Longest wait for one review, in milliseconds. */
const WAIT = 30_000

/** What stands under every review. */
const FOOT = 'People decide promotions'

const textOf = ({ elements }: { elements: Json[] }): string =>
  elements.map(({ text, elements: inner }) => text ?? textOf({ elements: inner })).join('')

const elementText = (element: Json): string =>
  element.type === 'rich_text_quote'
    ? `> ${textOf(element)}`
    : element.type === 'rich_text_list'
      ? element.elements.map((one: Json) => `• ${textOf(one)}`).join('\n')
      : textOf(element)

const blockText = (block: Json): string => {
  switch (block.type) {
    case 'container':
      return `${block.default_collapsed === false ? '▾' : '▸'} ${block.title.text}\n${block.child_blocks.map(blockText).join('\n').replace(/^/gm, '    ')}`
    case 'actions':
      return block.elements
        .map((one: Json) => `[${one.text?.text ?? one.placeholder?.text ?? '…'}]`)
        .join(' ')
    case 'section':
    case 'header':
      return block.text.text
    case 'context':
      return textOf(block)
    case 'rich_text':
      return block.elements.map(elementText).join('\n')
    default:
      return ''
  }
}

/** A message as one reads it: folds are "▸" with what opens under them ("▾": it stands open), buttons are in brackets. */
function messageText({ blocks }: Pick<Message, 'blocks'>): string {
  return blocks.map(blockText).join('\n\n')
}

const isReview = ({ blocks }: Message): boolean => JSON.stringify(blocks ?? []).includes(FOOT)

/** The pieces of a folder, `NN.evidence.txt` each, by their NN. */
const piecesIn = (folder: string): { id: string; text: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.evidence.txt'))
    .sort()
    .map((name) => ({
      id: name.slice(0, -'.evidence.txt'.length),
      text: readFileSync(join(folder, name), 'utf8').trim(),
    }))

/** Sends each piece to a whole bot that asks a model on this machine, and gives what came of it. */
const throughDuel = async (
  folder: string,
  answer: (id: string, request: ModelRequest, nth: number) => Script,
  done: (id: string, posts: readonly Message[], asked: number) => void,
): Promise<void> => {
  const slack = await startLocalSlack()
  const model = await startModelServer()
  const bot = await runBot(slack, 'http', { OPENAI_BASE_URL: model.url })
  try {
    for (const { id, text } of piecesIn(folder)) {
      let asked = 0
      model.always((request) => {
        asked += 1
        return answer(id, request, asked)
      })
      const person = bot.person(`UDUEL${id}`)
      await person.command('goal L3')
      const { ts } = await person.dm(text)
      await slack.next(() => person.thread(ts).find(isReview), WAIT, `a review of ${id}`)
      done(id, person.thread(ts), asked)
    }
  } finally {
    await bot.stop()
    await model.close()
    await slack.close()
  }
}

const requestText = ({ body, schema }: ModelRequest): string =>
  [
    '# Instructions',
    body.instructions ?? body.messages?.[0]?.content,
    '# Input',
    body.input ?? body.messages?.at(-1)?.content,
    '# The answer is JSON of this schema',
    JSON.stringify(schema, null, 1),
  ].join('\n\n')

/** Writes what the product asks a model about each piece of a folder: `ask/NN.request.md`, `.2` and on for parts. */
export function writeRequests(folder: string): Promise<void> {
  mkdirSync(join(folder, 'ask'), { recursive: true })
  return throughDuel(
    folder,
    (id, request, nth) => {
      writeFileSync(
        join(folder, 'ask', `${id}${nth > 1 ? `.${nth}` : ''}.request.md`),
        `${requestText(request)}\n`,
      )
      return { status: 400 }
    },
    () => {},
  )
}

/**
 * Answers the product's questions about each piece of a folder from `answers/NN.answer.json`, and writes the review
 * as one reads it to `NN.coach.txt`. Gives how often a piece's answer was asked for again.
 */
export async function writeReviews(folder: string): Promise<Record<string, number>> {
  const again: Record<string, number> = {}
  await throughDuel(
    folder,
    (id, _request, nth) => {
      const next = join(folder, 'answers', `${id}.${nth}.answer.json`)
      return readFileSync(existsSync(next) ? next : join(folder, 'answers', `${id}.answer.json`), 'utf8')
    },
    (id, posts, asked) => {
      again[id] = asked - 1
      const review = posts.find(isReview)!
      writeFileSync(join(folder, `${id}.coach.txt`), `${messageText(review)}\n`)
    },
  )
  return again
}
