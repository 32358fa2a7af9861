import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { loadShelf } from '../adapters/ladder-files/ladder-files.ts'
import { parseLadder } from '../adapters/ladder-files/ladder-markdown.ts'
import { type Imported, importLadder, importLadderFiles } from '../adapters/ladder-import/import-ladder.ts'
import { knownThemes } from '../adapters/reader/theme-bank.ts'
import { ladderOf } from '../domain/ladder/ladder.ts'
import { isShown } from '../domain/ladder/ladder-view.ts'
import { lookupOf } from '../domain/ladder/lookup.ts'
import { plain } from '../domain/text/plain.ts'
import { shownView } from '../slack/views/ladder/lookup.ts'
import { checkRubric, count } from './check-rubric.ts'
import { print, say, setting } from './command-line.ts'
import { allThemesText, tiesText } from './ladder-themes.ts'
import { writeSampleForm } from './packet-forms.ts'
import { runCommand } from './run-command.ts'
import { terminalText } from './terminal.ts'

const HELP = `\
npm run ladder -- import FILE|-      make a ladder from Markdown, HTML, CSV, TSV, YAML or JSON ("-": standard input)
npm run ladder -- import FILE FILE…  make one ladder from several files, each with one level or one competency
    --out DIR                         where to write it (default: rubric)
    --name NAME                       the ladder's name
    --levels-in rows|columns          where a table has its levels, if that is unclear
    --force                           overwrite existing files
    --json                            what happened to every cell and sentence, as JSON on standard output
npm run ladder -- check [DIR]         list every problem in your ladders, questions and form, with its line and a fix
npm run ladder -- show LADDER LEVEL   show what Slack would show, for example: show sre L3
npm run ladder -- form [FILE]         write a sample of a company's own form for packets, to change in Word
npm run ladder -- themes [LADDER]     show the kinds of work linked to its competencies, or all of them
`.trimEnd()

/** A few lines about what was taken and what was left, and why. */
const summary = ({ account }: Imported & { ok: true }): string => {
  const left = account.flatMap((one) => ('left' in one ? [one] : []))
  const reasons = Map.groupBy(left, (one) => one.left)
  return [
    `${count(account.length - left.length, 'sentence', 'sentences')} imported, ${left.length} skipped.`,
    ...[...reasons].flatMap(([why, ones]) => [
      `  skipped, ${why}: ${ones.length}`,
      ...ones
        .slice(0, 5)
        .map(
          ({ file, line, text }) =>
            `    ${file ? `${file}:` : 'line '}${line}: ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`,
        ),
      ...(ones.length > 5 ? [`    and ${ones.length - 5} more (--json lists all)`] : []),
    ]),
  ].join('\n')
}

/** Why a file could not be read, by the code of Node's error. */
const unreadWords = ({ code }: NodeJS.ErrnoException): string =>
  code === 'ENOENT'
    ? 'there is no such file'
    : code === 'EISDIR'
      ? 'this is a folder; name the file in it'
      : "I can't read this file; check its permissions"

const runImport = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string', default: setting('RUBRIC_DIR') },
      name: { type: 'string' },
      'levels-in': { type: 'string' },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [first] = positionals
  const levelsIn = values['levels-in']
  const piped = positionals.includes('-') && positionals.length > 1
  if (!first || piped || (levelsIn !== undefined && levelsIn !== 'rows' && levelsIn !== 'columns')) {
    say(HELP)
    return 2
  }
  const files: { name: string; bytes: Buffer }[] = []
  for (const name of positionals) {
    const bytes = await (name === '-' ? buffer(process.stdin) : readFile(name)).catch(unreadWords)
    if (typeof bytes === 'string') {
      say(`${name}: ${bytes}`)
      return 1
    }
    files.push({ name, bytes })
  }
  const imported =
    files.length > 1
      ? importLadderFiles(files, { name: values.name })
      : importLadder(first, files[0]!.bytes, { levelsIn, name: values.name })
  if (!imported.ok) {
    for (const { file = first, line, wrong, right } of imported.problems)
      say(`${file}:${line}: ${wrong}; ${right}`)
    if (values.json) print(JSON.stringify(imported, null, 2))
    say('Nothing was written.')
    return 1
  }
  const targets = imported.ladders.map((ladder) => ({ ...ladder, path: join(values.out, `${ladder.id}.md`) }))
  const there = targets.filter(({ path }) => existsSync(path))
  if (there.length > 0 && !values.force) {
    for (const { path } of there)
      say(`${path}: this file exists. Use --force to overwrite it, or --name for another name.`)
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

const runCheck = async ([folder = setting('RUBRIC_DIR')]: string[]): Promise<number> => {
  const { problems, has } = await checkRubric(folder)
  for (const problem of problems) print(problem)
  if (problems.length === 0) print(`${has}, no problems`)
  return problems.length > 0 ? 1 : 0
}

const runShow = async (args: string[]): Promise<number> => {
  const shelf = await loadShelf(setting('RUBRIC_DIR'))
  const today = Temporal.Now.plainDateISO()
  for (let page = 1; ; page += 1) {
    const { ladder, lookup, exact, sure } = lookupOf({ shelf, own: null, text: args.join(' '), today })
    if (!isShown(lookup)) {
      const all = shelf.all.map((one) => `${one.id} (${one.levels.map(({ id }) => id).join(', ')})`)
      say(`I found nothing like that. Your ladders: ${all.join('; ')}`)
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
  const shelf = await loadShelf(setting('RUBRIC_DIR'))
  const ladder = ladderOf(shelf, name) ?? shelf.all.find((one) => plain(one.name) === plain(name))
  if (!ladder) {
    say(
      `There is no ladder "${name}". Your ladders: ${shelf.all.map((one) => `${one.id} ("${one.name}")`).join(', ')}`,
    )
    return 1
  }
  print(tiesText(ladder, knownThemes(), join(setting('RUBRIC_DIR'), `${ladder.id}.md`)))
  return 0
}

process.exitCode = await runCommand(
  { import: runImport, check: runCheck, show: runShow, themes: runThemes, form: writeSampleForm },
  HELP,
)
