import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../../coaching/ports.ts'
import { CoachError } from '../../domain/coach-error.ts'
import { type Competency, competenciesOf, type Ladder, type Shelf } from '../../domain/ladder/ladder.ts'
import { competencyNames } from '../../domain/ladder/nearest.ts'
import { remedyOf } from '../../domain/logged-failure.ts'
import type { NudgeForm, NudgeQuestion, NudgeQuestions } from '../../domain/nudge/nudge.ts'
import { type BindingProblem, bindingProblems } from '../../domain/nudge/questions/nudge-bound.ts'
import { plain } from '../../domain/text/plain.ts'
import type { LadderProblem } from './ladder-front-matter.ts'
import type { LadderFolder } from './ladder-watch.ts'
import {
  type QuestionFile,
  type QuestionSection,
  readQuestions,
  type WrittenQuestion,
} from './nudge-question-file.ts'
import { textOfFile } from './text-of-file.ts'

/** The folder of questions inside the folder of ladders, and the file whose questions fit any ladder. */
const FOLDER = 'nudges'
const ANY = 'any-ladder.md'

/** The project's own templates, for a company's folder that has none. */
const OURS = join(import.meta.dirname, '../../../rubric', FOLDER, ANY)

const isQuestions = (name: string): boolean => name.endsWith('.md') && name.toLowerCase() !== 'readme.md'

/** The names of the question files in a folder of ladders. None if it has no folder of questions. */
const filesIn = async (rubric: string): Promise<string[]> =>
  (await readdir(join(rubric, FOLDER)).catch(() => [])).filter(isQuestions).sort()

const readFileOf = async (rubric: string, name: string): Promise<QuestionFile> => {
  const { text, problem } = textOfFile(await readFile(join(rubric, FOLDER, name)))
  return problem ? { sections: [], problems: [problem] } : readQuestions(text, name !== ANY)
}

const linesOf = (rubric: string, name: string, problems: readonly LadderProblem[]): string[] =>
  problems.map(({ line, wrong, right }) => `${join(rubric, FOLDER, name)}:${line}: ${wrong}; ${right}`)

const REMEDIES: Readonly<Record<Exclude<BindingProblem['wrong'], 'gone'>, Omit<LadderProblem, 'line'>>> = {
  order: {
    wrong: 'this sentence is at the level of the one before it, or below it',
    right: 'write one sentence for each level, the lowest level first',
  },
  lack: {
    wrong: 'this sentence states a lack, so it is never posted',
    right: 'choose another sentence of that level, or remove this one',
  },
  same: {
    wrong: 'this sentence asks nothing that the one before it does not',
    right: 'choose two sentences that show a step',
  },
}

const bindingProblem = (
  { lines }: WrittenQuestion,
  { at, wrong, nearest }: BindingProblem,
): LadderProblem => ({
  line: lines[at] ?? 1,
  ...(wrong === 'gone'
    ? {
        wrong: 'the ladder no longer has this sentence',
        right: nearest
          ? `copy a sentence of the competency as it is now, for example "${nearest}"`
          : 'copy a sentence of the competency from the ladder',
      }
    : REMEDIES[wrong]),
})

/** The sentences in a file that its ladder does not have, or that can't be posted. */
const loose = (sections: readonly QuestionSection[], ladder: Ladder): LadderProblem[] => {
  const of = (name: string): Competency | undefined =>
    competenciesOf(ladder).find((one) => competencyNames(one).includes(plain(name)))
  return sections.flatMap(({ competency: name, questions }) => {
    const competency = of(name)
    if (!competency) return []
    return questions.flatMap((question) =>
      bindingProblems(ladder, competency, question).map((one) => bindingProblem(question, one)),
    )
  })
}

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
  const unknown = sections
    .filter(({ competency }) => !names.has(plain(competency)))
    .map(({ line, competency }) => ({
      line,
      wrong: `the ladder has no competency "${competency}"`,
      right: `its competencies are ${competenciesOf(ladder)
        .map((one) => one.name)
        .join(', ')}`,
    }))
  return [...unknown, ...loose(sections, ladder)]
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

const bare = ({ text, sentences, example }: WrittenQuestion): NudgeQuestion => ({ text, sentences, example })
const bareIn = (sections: readonly QuestionSection[]): NudgeQuestion[] =>
  sections.flatMap(({ questions }) => questions.map(bare))

/** The templates of a file for any ladder, and those of the other forms. */
const readAny = (sections: readonly QuestionSection[]): Required<Omit<NudgeQuestions, 'own'>> => {
  const of = (form: NudgeForm | null) => bareIn(sections.filter((one) => one.form === form))
  return { templates: of(null), forms: { win: of('win'), unseen: of('unseen'), quarter: of('quarter') } }
}

const NO_LADDERS = { shelf: (): Shelf => ({ all: [], standard: null }) }

type KnownFile = { readonly mark: string; readonly sections: readonly QuestionSection[] | null }

/**
 * Logs competencies and sentences of questions that no ladder has, once for each version of a file and its ladders.
 * Until that is mended, nobody is asked such a question with them.
 */
const makeTellStrangers = (rubric: string, log: Log) => {
  const told = new Map<string, string>()
  return (files: ReadonlyMap<string, KnownFile>, shelf: Shelf): void => {
    const versions = shelf.all.map(({ version }) => version).join(' ')
    for (const [name, { mark, sections }] of files) {
      if (name === ANY || sections === null || shelf.all.length === 0) continue
      if (told.get(name) === `${mark} ${versions}`) continue
      told.set(name, `${mark} ${versions}`)
      for (const problem of linesOf(rubric, name, strangers(name, { sections, problems: [] }, shelf.all)))
        log.warn(
          { code: 'ladder-broken', file: name, problem, todo: remedyOf('ladder-broken') },
          'part of a question file can’t be used with its ladder; it is not asked',
        )
    }
  }
}

/**
 * The questions in a folder of ladders, read again whenever a file has changed. A question with a mistake is left out.
 * If nothing is left of a file, its last good version stays. The log says where the mistake is and how to fix it, and
 * which questions are for what the current ladders do not have: as soon as a file is saved, if the ladders are watched.
 * Rejects with CoachError `ladder-broken` if there is no template at all, not even the project's own.
 */
export function openNudgeQuestions(
  rubric: string,
  log: Log,
  ladders: Pick<LadderFolder, 'shelf'> & Partial<Pick<LadderFolder, 'alsoLook'>> = NO_LADDERS,
): () => Promise<NudgeQuestions> {
  const files = new Map<string, KnownFile>()
  const tellStrangers = makeTellStrangers(rubric, log)
  const todo = remedyOf('ladder-broken')
  let last: { readonly marks: string; readonly questions: NudgeQuestions } | null = null
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
      // A mistake costs only its own question, but not the last good version of all the others.
      const asks = read.sections.some(({ questions }) => questions.length > 0)
      const kept = asks
        ? 'the other questions are used'
        : before?.sections
          ? 'the last good version is still used'
          : 'this file is ignored'
      for (const problem of linesOf(rubric, name, read.problems))
        log.warn({ code: 'ladder-broken', file: name, problem, todo }, `question file has problems; ${kept}`)
      files.set(name, { mark, sections: asks ? read.sections : (before?.sections ?? null) })
    }
    tellStrangers(files, ladders.shelf())
    // While no file changes, it is the same object, by which what was worked out from it is found again.
    const marks = [...files].map(([name, { mark }]) => `${name} ${mark}`).join('\n')
    if (last?.marks === marks) return last.questions
    const own = [...files].flatMap(([name, { sections }]) => {
      if (name === ANY || sections === null) return []
      const asked = sections.map((one) => ({
        competency: one.competency,
        questions: one.questions.map(bare),
      }))
      return [[name.slice(0, -'.md'.length), asked] as const]
    })
    const any =
      files.get(ANY)?.sections ?? readQuestions(await readFile(OURS, 'utf8').catch(() => ''), false).sections
    const { templates, forms } = readAny(any)
    if (templates.length === 0)
      throw new CoachError('ladder-broken', `${join(rubric, FOLDER, ANY)}: there is no question in it`)
    last = { marks, questions: { own: Object.fromEntries(own), templates, forms } }
    return last.questions
  }
  // Calls at the same time share one look. Only files that changed are read.
  let looking: Promise<NudgeQuestions> | null = null
  const questions = (): Promise<NudgeQuestions> => {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }
  ladders.alsoLook?.(questions)
  return questions
}
