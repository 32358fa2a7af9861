import { competenciesOf, type Ladder, rowOf } from '../src/domain/ladder/ladder.ts'
import type { NudgeQuestion, NudgeQuestions } from '../src/domain/nudge/nudge.ts'
import { ownQuestionsOf, templatesOf } from '../src/domain/nudge/questions/nudge-questions.ts'
import { plain } from '../src/domain/text/plain.ts'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => value !== null && typeof value === 'object'

/** The words in every post that are not from a file of the ladder's owner. They are repeated here on purpose. */
const MINUTE = 'One minute: '
const HEADLINE = 'One minute: what did you do this week?'
const ANSWER = ' Use the button below.'
const EXAMPLE = 'For example: '
const FORMS = {
  win: 'a small win',
  unseen: 'work that nobody saw',
  quarter: 'the end of the quarter',
} as const
const BUTTONS: Readonly<Record<string, string>> = {
  'nudge-log': 'Save evidence',
  'nudge-ask': 'Ask the coach',
}

/**
 * Word joiners are invisible. They are in places where a mention could begin. A question is about a longer time where
 * the nudge comes less often.
 */
const bare = (text: string): string =>
  text
    .replaceAll('\u2060', '')
    .replace(/\bin the last (?:two weeks|month)\b/g, 'this week')
    .replace(/\bof the last (?:two weeks|month)\b/g, 'of this week')
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** True if a text is the other one, or its beginning with an ellipsis. */
const isOrBegins = (text: string, whole: string): boolean =>
  text === whole || (text.length >= 75 && text.endsWith('…') && whole.startsWith(text.slice(0, -1)))

/** Cuts a text in small print as Slack’s limits ask. Nothing that long is an example. */
const SMALL_PRINT = 2_000

const isExample = (shown: string | null, known: string): boolean =>
  shown !== null && shown === EXAMPLE + bare(known) && shown.length < SMALL_PRINT

/** True if a question may be asked with these sentences: those that it is for, or any if it is for none. */
const goesWith = ({ sentences }: NudgeQuestion, said: readonly string[]): boolean =>
  sentences.length === 0 ||
  (said.length > 0 &&
    said.every((one) =>
      sentences.some(
        (known) => plain(known) === plain(one) || plain(known.replace(/^[^:]*: /, '')) === plain(one),
      ),
    ))

/** A post to a channel as Slack got it. */
export type ScannedPost = { readonly text?: unknown; readonly blocks?: unknown }

/**
 * Everything in a post to a channel that is neither a sentence or a name from one of the ladders, nor a question of its
 * owner with its own example and its own sentences, nor one of the fixed words. Empty if it says nothing about anyone. It takes the post apart without using the
 * code that made it: each block, each element, each key.
 */
export function strayIn(
  { text, blocks }: ScannedPost,
  ladders: readonly Ladder[],
  questions: NudgeQuestions,
): string[] {
  const stray: string[] = []
  const fitting = ladders.flatMap((ladder) =>
    competenciesOf(ladder).map((competency) => ({
      target: `${ladder.id}/${competency.id}`,
      title: competency.subtitle ? `${competency.name} — ${competency.subtitle}` : competency.name,
      levels: ladder.levels.map(({ id, title }) => ({
        name: bare(id === title ? title : `${title} (${id})`),
        sentences: rowOf(ladder, id, competency.id).map((one) => bare(one.text)),
      })),
      questions: [...ownQuestionsOf(ladder, competency, questions), ...templatesOf(competency, questions)],
    })),
  )
  if (!Array.isArray(blocks) || blocks.length < 2 || blocks.length > 3)
    return ['a post has two or three blocks']
  const [said, row] = [blocks[0], blocks.at(-1)] as [Json, Json]
  const small = (blocks.length === 3 ? blocks[1] : null) as Json | null
  const only = (value: unknown, keys: readonly string[], where: string): void => {
    for (const key of isObject(value) ? Object.keys(value) : [])
      if (!keys.includes(key)) stray.push(`${where} has ${key}`)
  }
  only(said, ['type', 'elements', 'block_id'], 'the text')
  only(row, ['type', 'elements', 'block_id'], 'the row of buttons')
  const leaves = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(leaves)
    if (!isObject(value)) return []
    if (value.type === 'text') {
      only(value, ['type', 'text', 'style'], 'a piece of text')
      return [bare(String(value.text))]
    }
    if (!/^rich_text(?:_section|_list)?$/.test(String(value.type))) stray.push(`an element ${value.type}`)
    only(value, ['type', 'elements', 'style', 'block_id', 'indent', 'border'], 'an element')
    return leaves(value.elements)
  }
  const [headline, title, ...rest] = leaves(said).filter((one) => one !== '\n')
  if (headline !== HEADLINE && headline !== MINUTE) stray.push(String(headline))
  const answer = rest.pop()
  if (answer !== ANSWER) stray.push(String(answer))
  const question = rest.pop()
  const levels = rest.filter((_, nth) => nth % 2 === 0)
  const sentences = rest.filter((_, nth) => nth % 2 === 1)
  if (rest.length > 4 || levels.length !== sentences.length) stray.push('its sentences', ...rest)
  const [print] = small === null ? [] : ((small.elements ?? []) as Json[])
  if (small !== null) {
    only(small, ['type', 'elements', 'block_id'], 'the small print')
    only(print, ['type', 'text', 'emoji'], 'the example')
    if (small.type !== 'context' || (small.elements as Json[]).length !== 1 || print?.type !== 'plain_text')
      stray.push(`small print ${small.type}`)
  }
  const example = print === undefined ? null : bare(String(print.text))
  const isOwn = (known: NudgeQuestion): boolean =>
    bare(known.text) === question &&
    (known.example === null ? example === null : isExample(example, known.example))
  const buttons = Array.isArray(row?.elements) ? (row.elements as Json[]) : []
  if (row?.type !== 'actions' || buttons.length !== 2) stray.push('it has two buttons')
  const target = String(buttons[0]?.value)
  for (const element of buttons) {
    only(element, ['type', 'text', 'action_id', 'value'], 'a button')
    if (element.type !== 'button' || String(element.value) !== target) stray.push(`button ${element.value}`)
    if (BUTTONS[String(element.action_id)] !== (element.text as Json | undefined)?.text)
      stray.push(`button ${element.action_id}`)
  }
  const fits = fitting.filter(
    (one) =>
      headline === HEADLINE &&
      one.target === target &&
      title !== undefined &&
      isOrBegins(title, bare(one.title)) &&
      sentences.length > 0 &&
      sentences.every((sentence, nth) =>
        one.levels.some(
          (level) =>
            isOrBegins(String(levels[nth]).replace(/: $/, ''), level.name) &&
            level.sentences.includes(sentence),
        ),
      ) &&
      one.questions.some((known) => isOwn(known) && goesWith(known, sentences)),
  )
  const isForm = (Object.keys(FORMS) as (keyof typeof FORMS)[]).some(
    (form) =>
      headline === MINUTE &&
      FORMS[form] === title &&
      rest.length === 0 &&
      ladders.some(({ id }) => id === target) &&
      (questions.forms?.[form] ?? []).some(isOwn),
  )
  if (fits.length === 0 && !isForm) stray.push(...[title, ...rest, question, example].map(String))
  if (typeof text !== 'string' || bare(unescaped(text)) !== `${MINUTE}${title}. ${question}`)
    stray.push(`text ${String(text)}`)
  return stray
}
