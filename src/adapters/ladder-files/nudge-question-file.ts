import type { List, ListItem, Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { NudgeForm, NudgeQuestion } from '../../domain/nudge/nudge.ts'
import { plain } from '../../domain/text/plain.ts'
import { tidy } from './ladder-bullets.ts'
import type { LadderProblem } from './ladder-front-matter.ts'

/** The longest question, in characters. With its buttons and headline it is still readable on a phone. */
const LONGEST = 160

/** The longest example of an answer: two short sentences. */
const LONGEST_EXAMPLE = 160

/** The headings of any-ladder.md below which a question has another form. Everything else there is a template. */
const FORMS: Readonly<Record<string, NudgeForm>> = {
  'a small win': 'win',
  'work that nobody saw': 'unseen',
  'the end of a quarter': 'quarter',
}

/** What is before an example of an answer. */
const EXAMPLE = /^(?:for )?example\s*[:,]\s*/i

/** A question with the lines of its parts. `lines` are those of its sentences. */
export type WrittenQuestion = NudgeQuestion & { readonly lines: readonly number[] }

/** The questions below one heading: of a competency, or of a form of any ladder. */
export type QuestionSection = {
  readonly line: number
  readonly competency: string
  readonly form: NudgeForm | null
  readonly questions: readonly WrittenQuestion[]
}
export type QuestionFile = {
  readonly sections: readonly QuestionSection[]
  readonly problems: readonly LadderProblem[]
}

type Problem = Omit<LadderProblem, 'line'>

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1

const MENTION = /<[@!#]|@\p{L}/u

const problemWith = (question: string, known: ReadonlySet<string>): Problem | null => {
  const slot = question.replaceAll('{competency}', '').match(/\{[^}]*\}?|\}/)?.[0]
  if (question === '') return { wrong: 'this bullet is empty', right: 'write a question, or remove it' }
  if (known.has(question)) return { wrong: `"${question.slice(0, 40)}" appears twice`, right: 'keep one' }
  if (!question.endsWith('?'))
    return {
      wrong: `"${question.slice(0, 40)}" is not a question`,
      right: 'end it with a question mark, or put it in a comment: <!-- ... -->',
    }
  if (question.length > LONGEST)
    return {
      wrong: `this question has ${question.length} characters`,
      right: `shorten it to ${LONGEST}, so that people read it`,
    }
  if (MENTION.test(question))
    return {
      wrong: 'this question mentions a person or a group',
      right: 'ask about the work; a nudge is never about a person',
    }
  return slot ? { wrong: `"${slot}" is unknown`, right: 'write {competency} where the name belongs' } : null
}

const problemWithExample = (example: string, another: boolean): Problem | null => {
  if (another) return { wrong: 'this question has two examples', right: 'keep one' }
  if (example === '')
    return { wrong: 'this example is empty', right: 'write two short sentences, or remove it' }
  if (example.length > LONGEST_EXAMPLE)
    return {
      wrong: `this example has ${example.length} characters`,
      right: `shorten it to ${LONGEST_EXAMPLE}: it shows how little is enough`,
    }
  return MENTION.test(example)
    ? {
        wrong: 'this example mentions a person or a group',
        right: 'make it up; a nudge is never about a person',
      }
    : null
}

/** One bullet: a question, the sentences that it is for, and an example of an answer. Null if it has a mistake. */
const readItem = (
  item: ListItem,
  grouped: boolean,
  known: ReadonlySet<string>,
  problems: LadderProblem[],
): WrittenQuestion | null => {
  const own = item.children.filter(({ type }) => type !== 'list')
  const text = own.map(tidy).join(' ').trim()
  const before = problems.length
  const problem = problemWith(text, known)
  if (problem) problems.push({ line: lineOf(item), ...problem })
  const sentences: string[] = []
  const lines: number[] = []
  let example: string | null = null
  for (const below of item.children.flatMap((child) => (child.type === 'list' ? child.children : []))) {
    const words = tidy(below)
    const line = lineOf(below)
    if (EXAMPLE.test(words)) {
      const made = words.replace(EXAMPLE, '')
      const wrong = problemWithExample(made, example !== null)
      if (wrong) problems.push({ line, ...wrong })
      example = made
    } else if (grouped) {
      sentences.push(words)
      lines.push(line)
    } else
      problems.push({
        line,
        wrong: `"${words.slice(0, 40)}" is not an example`,
        right: 'begin it with "Example:", or remove it: a question for any ladder is for no sentence',
      })
  }
  return problems.length === before ? { text, sentences, example, lines } : null
}

/** A section while it is read. `tried`: there are bullets below it, good or not. */
type OpenSection = QuestionSection & { readonly questions: WrittenQuestion[]; tried: boolean }

type Reading = {
  readonly grouped: boolean
  readonly known: Set<string>
  readonly problems: LadderProblem[]
}

/** The questions of a list, which go into the section that it is in, if there is one. */
const readList = (list: List, into: OpenSection | undefined, { grouped, known, problems }: Reading): void => {
  if (!into)
    problems.push({
      line: lineOf(list),
      wrong: 'these questions belong to no competency',
      right: 'put its name before them, for example "# Communication"',
    })
  if (into) into.tried = true
  for (const item of list.children) {
    const question = readItem(item, grouped, known, problems)
    if (!question) continue
    if (into?.form && question.text.includes('{'))
      problems.push({
        line: lineOf(item),
        wrong: 'a question below this heading is about no competency',
        right: 'write it without {competency}',
      })
    else into?.questions.push(question)
    known.add(question.text)
  }
}

/** Reads one file of questions. `grouped` files have a heading for each competency. */
export function readQuestions(text: string, grouped: boolean): QuestionFile {
  const problems: LadderProblem[] = []
  const first = { line: 1, competency: '', form: null, questions: [], tried: false }
  const sections: OpenSection[] = grouped ? [] : [first]
  const known = new Set<string>()
  for (const node of fromMarkdown(text.replace(/^\uFEFF/, '')).children) {
    if (node.type === 'html' || node.type === 'thematicBreak') continue
    if (node.type === 'heading') {
      const competency = tidy(node)
      if (grouped && sections.some((one) => plain(one.competency) === plain(competency)))
        problems.push({
          line: lineOf(node),
          wrong: `"${competency}" appears twice`,
          right: 'put all its questions under one heading',
        })
      const form = grouped ? null : (FORMS[plain(competency)] ?? null)
      sections.push({ line: lineOf(node), competency, form, questions: [], tried: false })
    } else if (node.type === 'list') {
      readList(node, sections.at(-1), { grouped, known, problems })
    } else
      problems.push({
        line: lineOf(node),
        wrong: `"${tidy(node).slice(0, 40)}" is not a bullet`,
        right: 'put "- " before it, or put it in a comment: <!-- ... -->',
      })
  }
  if (!grouped && sections.every(({ form, questions }) => form !== null || questions.length === 0))
    problems.push({
      line: 1,
      wrong: 'there is no question in this file',
      right: 'write one as a bullet, for example "- What did you do this week that shows {competency}?"',
    })
  for (const { line, competency, tried } of grouped ? sections : [])
    if (!tried)
      problems.push({
        line,
        wrong: `"${competency}" has no question`,
        right: 'write one as a bullet, or remove the heading: then it gets the questions for any ladder',
      })
  return { sections, problems }
}
