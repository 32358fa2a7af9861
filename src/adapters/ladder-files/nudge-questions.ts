import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Log } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { competenciesOf, type Ladder } from '../../domain/ladder/ladder.ts'
import { competencyNames } from '../../domain/ladder/nearest.ts'
import { remedyOf } from '../../domain/logged-failure.ts'
import type { NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { plain } from '../../domain/text/plain.ts'
import { tidy } from './ladder-bullets.ts'
import type { LadderProblem } from './ladder-front-matter.ts'

/** The folder of questions inside the folder of ladders, and the file whose questions fit any ladder. */
const FOLDER = 'nudges'
const ANY = 'any-ladder.md'

/** The longest question, in characters. With its buttons and headline it is still readable on a phone. */
const LONGEST = 160

/** The project's own templates, for a company's folder that has none. */
const OURS = join(import.meta.dirname, '../../../rubric', FOLDER, ANY)

type Section = { readonly line: number; readonly competency: string; readonly questions: readonly string[] }
type QuestionFile = { readonly sections: readonly Section[]; readonly problems: readonly LadderProblem[] }

const problemWith = (question: string, known: ReadonlySet<string>): Omit<LadderProblem, 'line'> | null => {
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
  if (/<[@!#]|@\p{L}/u.test(question))
    return {
      wrong: 'this question mentions a person or a group',
      right: 'ask about the work; a nudge is never about a person',
    }
  return slot ? { wrong: `"${slot}" is unknown`, right: 'write {competency} where the name belongs' } : null
}

/** Reads one file of questions. `grouped` files have a heading for each competency. */
const readQuestions = (text: string, grouped: boolean): QuestionFile => {
  const problems: LadderProblem[] = []
  const sections: { line: number; competency: string; questions: string[] }[] = grouped
    ? []
    : [{ line: 1, competency: '', questions: [] }]
  const known = new Set<string>()
  const lineOf = (node: Nodes): number => node.position?.start.line ?? 1
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
      if (grouped) sections.push({ line: lineOf(node), competency, questions: [] })
    } else if (node.type === 'list') {
      const into = sections.at(-1)
      if (!into)
        problems.push({
          line: lineOf(node),
          wrong: 'these questions belong to no competency',
          right: 'put its name before them, for example "# Communication"',
        })
      for (const item of node.children) {
        const question = tidy(item)
        const problem = problemWith(question, known)
        if (problem) problems.push({ line: lineOf(item), ...problem })
        known.add(question)
        into?.questions.push(question)
      }
    } else
      problems.push({
        line: lineOf(node),
        wrong: `"${tidy(node).slice(0, 40)}" is not a bullet`,
        right: 'put "- " before it, or put it in a comment: <!-- ... -->',
      })
  }
  for (const { line, competency, questions } of sections) {
    if (questions.length > 0) continue
    problems.push({
      line,
      wrong: grouped ? `"${competency}" has no question` : 'there is no question in this file',
      right: grouped
        ? 'write one as a bullet, or remove the heading: then it gets the questions for any ladder'
        : 'write one as a bullet, for example "- What did you do this week that shows {competency}?"',
    })
  }
  return { sections, problems }
}

const isQuestions = (name: string): boolean => name.endsWith('.md') && name.toLowerCase() !== 'readme.md'

/** The names of the question files in a folder of ladders. None if it has no folder of questions. */
const filesIn = async (rubric: string): Promise<string[]> =>
  (await readdir(join(rubric, FOLDER)).catch(() => [])).filter(isQuestions).sort()

const readFileOf = async (rubric: string, name: string): Promise<QuestionFile> =>
  readQuestions(await readFile(join(rubric, FOLDER, name), 'utf8'), name !== ANY)

const linesOf = (rubric: string, name: string, problems: readonly LadderProblem[]): string[] =>
  problems.map(({ line, wrong, right }) => `${join(rubric, FOLDER, name)}:${line}: ${wrong}; ${right}`)

/** What a file of questions mentions that its ladder does not have. */
const strangers = (name: string, { sections }: QuestionFile, ladders: readonly Ladder[]): LadderProblem[] => {
  if (name === ANY) return []
  const ladder = ladders.find(({ id }) => `${id}.md` === name)
  if (!ladder)
    return [
      {
        line: 1,
        wrong: 'there is no ladder for this file',
        right: `name it after its ladder: ${[...ladders.map(({ id }) => `${id}.md`), ANY].join(', ')}`,
      },
    ]
  const names = new Set(competenciesOf(ladder).flatMap(competencyNames))
  return sections
    .filter(({ competency }) => !names.has(plain(competency)))
    .map(({ line, competency }) => ({
      line,
      wrong: `the ladder has no competency "${competency}"`,
      right: `its competencies are ${competenciesOf(ladder)
        .map((one) => one.name)
        .join(', ')}`,
    }))
}

/**
 * Checks all question files in a folder of ladders. Returns how many there are, and their problems, one per line: file,
 * line, what is wrong, what would be right. If `ladders` is null, nothing is compared with the ladders.
 */
export async function checkNudgeQuestions(
  rubric: string,
  ladders: readonly Ladder[] | null,
): Promise<{ readonly files: number; readonly problems: readonly string[] }> {
  const names = await filesIn(rubric)
  const problems = await Promise.all(
    names.map(async (name) => {
      const read = await readFileOf(rubric, name)
      const all = [...read.problems, ...(ladders ? strangers(name, read, ladders) : [])].sort(
        (a, b) => a.line - b.line,
      )
      return linesOf(rubric, name, all)
    }),
  )
  return { files: names.length, problems: problems.flat() }
}

/**
 * The questions in a folder of ladders, read again whenever a file has changed. If a file breaks, its last good version
 * stays, or it is left out if it had none, and the log says where and how to fix it. Rejects with CoachError
 * `ladder-broken` if there is no template at all, not even the project's own.
 */
export function openNudgeQuestions(rubric: string, log: Log): () => Promise<NudgeQuestions> {
  const files = new Map<string, { mark: string; sections: readonly Section[] | null }>()
  const todo = remedyOf('ladder-broken')
  const look = async (): Promise<NudgeQuestions> => {
    const names = await filesIn(rubric)
    for (const name of [...files.keys()].filter((one) => !names.includes(one))) files.delete(name)
    for (const name of names) {
      const found = await stat(join(rubric, FOLDER, name), { bigint: true }).catch(() => null)
      const mark = found ? `${found.ino} ${found.size} ${found.mtimeNs}` : null
      const before = files.get(name)
      if (mark === null || before?.mark === mark) continue
      const read = await readFileOf(rubric, name).catch(() => null)
      if (read === null) continue
      const broken = read.problems.length > 0
      const kept = before?.sections ? 'the last good version is still used' : 'this file is ignored'
      for (const problem of linesOf(rubric, name, read.problems))
        log.warn({ code: 'ladder-broken', file: name, problem, todo }, `question file has problems; ${kept}`)
      files.set(name, { mark, sections: broken ? (before?.sections ?? null) : read.sections })
    }
    const own = [...files].flatMap(([name, { sections }]) =>
      name === ANY || sections === null ? [] : [[name.slice(0, -'.md'.length), sections] as const],
    )
    const templates =
      files.get(ANY)?.sections?.flatMap(({ questions }) => questions) ??
      readQuestions(await readFile(OURS, 'utf8').catch(() => ''), false).sections.flatMap(
        ({ questions }) => questions,
      )
    if (templates.length === 0)
      throw new CoachError('ladder-broken', `${join(rubric, FOLDER, ANY)}: there is no question in it`)
    return { own: Object.fromEntries(own), templates }
  }
  // Calls at the same time share one look. Only files that changed are read.
  let looking: Promise<NudgeQuestions> | null = null
  return () => {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }
}
