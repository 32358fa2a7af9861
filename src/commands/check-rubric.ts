import {
  namesIn,
  problemsOf,
  problemsTogether,
  readLadderFile,
} from '../adapters/ladder-files/ladder-files.ts'
import { checkNudgeQuestions } from '../adapters/ladder-files/nudge-questions.ts'
import { checkForms } from './packet-forms.ts'

/** "1 ladder", "2 ladders". */
export function count(things: number, one: string, many: string): string {
  return `${things} ${things === 1 ? one : many}`
}

/**
 * All problems of a folder's ladders, questions and forms, each with file, line and remedy, and what the folder has.
 * Throws CoachError `ladder-broken` if there is no such folder.
 */
export async function checkRubric(folder: string): Promise<{ problems: readonly string[]; has: string }> {
  const names = await namesIn(folder)
  const files = await Promise.all(names.map((name) => readLadderFile(folder, name)))
  const problems = [...files.flatMap((file) => problemsOf(folder, file)), ...problemsTogether(folder, files)]
  if (files.length === 0)
    problems.push(`${folder}: there is no ladder in this folder; add a Markdown file, for example sre.md`)
  const ladders = files.flatMap(({ parsed }) => (parsed.ok ? [parsed.ladder] : []))
  // The competencies of a broken ladder are not known, so its own problems come first.
  const questions = await checkNudgeQuestions(folder, ladders.length < files.length ? null : ladders)
  problems.push(...questions.problems)
  const forms = await checkForms(folder)
  problems.push(...forms.problems)
  const isUnmarked = files.length > 1 && files.every(({ parsed }) => parsed.ok && !parsed.isDefault)
  const has = [
    count(files.length, 'ladder', 'ladders'),
    ...(isUnmarked ? ['none of them the default, so people without a goal are asked which one'] : []),
    ...(questions.files > 0 ? [`${count(questions.files, 'file', 'files')} of questions`] : []),
    ...(forms.files > 0 ? [count(forms.files, 'form', 'forms')] : []),
  ].join(', ')
  return { problems, has }
}
