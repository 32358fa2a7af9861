import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { loadShelf, namesIn, problemsOf, readLadderFile } from '../adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../adapters/ladder-files/ladder-markdown.ts'
import { checkNudgeQuestions } from '../adapters/ladder-files/nudge-questions.ts'
import { type Imported, importLadder } from '../adapters/ladder-import/import-ladder.ts'
import { knownThemes } from '../adapters/reader/theme-bank.ts'
import { ladderOf } from '../domain/ladder/ladder.ts'
import { isShown } from '../domain/ladder/ladder-view.ts'
import { lookupOf } from '../domain/ladder/lookup.ts'
import { plain } from '../domain/text/plain.ts'
import { shownView } from '../slack/views/ladder/lookup.ts'
import { print, RUBRIC, say } from './command-line.ts'
import { allThemesText, tiesText } from './ladder-themes.ts'
import { runCommand } from './run-command.ts'
import { terminalText } from './terminal.ts'

const HELP = `\
npm run ladder -- import FILE|-      a ladder from Markdown, HTML, CSV, TSV, YAML or JSON ("-": standard input)
    --out DIR                         where to write it (default: rubric)
    --name NAME                       what to call it
    --levels-in rows|columns          where a table has its levels, when that is not plain
    --force                           write over files that are there
    --json                            the account of every sentence, as JSON on standard output
npm run ladder -- check [DIR]         every problem of every ladder and its questions, with line and remedy
npm run ladder -- show LADDER LEVEL   what Slack would show, for example: show sre L3
npm run ladder -- themes [LADDER]     the kinds of work that its competencies are tied to; without a name, all there are
`.trimEnd()

/** Says in a few lines what was taken and what was left, and why. */
const summary = ({ account }: Imported & { ok: true }): string => {
  const left = account.flatMap((one) => ('left' in one ? [one] : []))
  const reasons = Map.groupBy(left, (one) => one.left)
  return [
    `${account.length - left.length} sentences taken, ${left.length} left.`,
    ...[...reasons].flatMap(([why, ones]) => [
      `  left, ${why}: ${ones.length}`,
      ...ones
        .slice(0, 5)
        .map(({ line, text }) => `    line ${line}: ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`),
      ...(ones.length > 5 ? [`    and ${ones.length - 5} more (--json lists all)`] : []),
    ]),
  ].join('\n')
}

const runImport = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string', default: RUBRIC },
      name: { type: 'string' },
      'levels-in': { type: 'string' },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, another] = positionals
  const levelsIn = values['levels-in']
  if (!file || another || (levelsIn !== undefined && levelsIn !== 'rows' && levelsIn !== 'columns')) {
    say(HELP)
    return 2
  }
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file).catch(() => null)
  if (bytes === null) {
    say(`${file}: this file cannot be read`)
    return 1
  }
  const imported = importLadder(file, bytes, { levelsIn, name: values.name })
  if (!imported.ok) {
    for (const { line, wrong, right } of imported.problems) say(`${file}:${line}: ${wrong}; ${right}`)
    if (values.json) print(JSON.stringify(imported, null, 2))
    say('Nothing was written.')
    return 1
  }
  const targets = imported.ladders.map((ladder) => ({ ...ladder, path: join(values.out, `${ladder.id}.md`) }))
  const there = targets.filter(({ path }) => existsSync(path))
  if (there.length > 0 && !values.force) {
    for (const { path } of there)
      say(`${path}: there is a file already; --force writes over it, --name gives another name`)
    say('Nothing was written.')
    return 1
  }
  await mkdir(values.out, { recursive: true })
  for (const { path, markdown } of targets) await writeFile(path, markdown)
  if (values.json)
    print(
      JSON.stringify(
        { ladders: targets.map(({ id, name, path }) => ({ id, name, path })), account: imported.account },
        null,
        2,
      ),
    )
  for (const { path, name } of targets) say(`${path}: written ("${name}")`)
  say(summary(imported))
  for (const { path, id, markdown } of targets) {
    const parsed = parseLadder(id, Buffer.from(markdown))
    if (parsed.ok) say(`\n${tiesText(parsed.ladder, knownThemes(), path)}`)
  }
  return 0
}

const runCheck = async ([folder = RUBRIC]: string[]): Promise<number> => {
  const names = await namesIn(folder)
  const files = await Promise.all(names.map((name) => readLadderFile(folder, name)))
  const problems = files.flatMap((file) => problemsOf(folder, file))
  const defaults = files.filter(({ parsed }) => parsed.ok && parsed.isDefault).map(({ name }) => name)
  if (defaults.length > 1)
    problems.push(
      `${folder}: ${defaults.join(' and ')} are all marked as default; keep "default: true" in one of them`,
    )
  if (files.length === 0)
    problems.push(`${folder}: there is no ladder in it; put a Markdown file there, such as sre.md`)
  const ladders = files.flatMap(({ parsed }) => (parsed.ok ? [parsed.ladder] : []))
  // A broken ladder's competencies are not known: its own problems come first.
  const questions = await checkNudgeQuestions(folder, ladders.length < files.length ? null : ladders)
  problems.push(...questions.problems)
  for (const problem of problems) print(problem)
  const count = (things: number, one: string, many: string): string =>
    `${things} ${things === 1 ? one : many}`
  if (problems.length === 0)
    print(
      [
        count(files.length, 'ladder', 'ladders'),
        ...(questions.files > 0 ? [`${count(questions.files, 'file', 'files')} of questions`] : []),
        'no problems',
      ].join(', '),
    )
  return problems.length > 0 ? 1 : 0
}

const runShow = async (args: string[]): Promise<number> => {
  const shelf = await loadShelf(RUBRIC)
  const today = Temporal.Now.plainDateISO()
  for (let page = 1; ; page += 1) {
    const { ladder, lookup, exact, sure } = lookupOf({ shelf, own: null, text: args.join(' '), today })
    if (!isShown(lookup)) {
      const all = shelf.all.map((one) => `${one.id} (${one.levels.map(({ id }) => id).join(', ')})`)
      say(`There is nothing like that. The ladders: ${all.join('; ')}`)
      return 1
    }
    const said = shownView({ ladder, shelf, home: true, exact, sure, page }, lookup)
    print(terminalText(said))
    const more = JSON.stringify(said.blocks).includes(`Page ${page + 1} of`)
    if (!more) return 0
  }
}

const runThemes = async (args: string[]): Promise<number> => {
  const name = args.join(' ')
  if (name === '') {
    print(allThemesText(knownThemes()))
    return 0
  }
  const shelf = await loadShelf(RUBRIC)
  const ladder = ladderOf(shelf, name) ?? shelf.all.find((one) => plain(one.name) === plain(name))
  if (!ladder) {
    say(
      `There is no ladder "${name}". The ladders: ${shelf.all.map((one) => `${one.id} ("${one.name}")`).join(', ')}`,
    )
    return 1
  }
  print(tiesText(ladder, knownThemes(), join(RUBRIC, `${ladder.id}.md`)))
  return 0
}

process.exitCode = await runCommand(
  { import: runImport, check: runCheck, show: runShow, themes: runThemes },
  HELP,
)
