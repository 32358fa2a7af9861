import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { init, parse } from 'es-module-lexer'
import { beforeAll, describe, expect, it } from 'vitest'
import { SETTINGS } from '../src/config.ts'

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter(existsSync)
const sources = tracked.filter((file) => /^src\/.*\.ts$/.test(file))
const textOf = (file: string): string => readFileSync(file, 'utf8')

type Import = {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
  readonly dynamic: boolean
}
const imports: Import[] = []

const target = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier

beforeAll(async () => {
  await init
  for (const file of sources) {
    const code = textOf(file)
    const valued = new Set<string>()
    for (const one of parse(stripTypeScriptTypes(code))[0]) {
      if (one.type === 'import-meta' || one.specifier === undefined) continue
      valued.add(one.specifier)
      imports.push({
        from: file,
        to: target(file, one.specifier),
        typeOnly: false,
        dynamic: one.type === 'dynamic',
      })
    }
    for (const [, specifier] of code.matchAll(/(?:import|export)\s+type\s[^'"]*?from\s+'([^']+)'/g)) {
      if (!valued.has(specifier!))
        imports.push({ from: file, to: target(file, specifier!), typeOnly: true, dynamic: false })
    }
  }
})

/**
 * Which rooms of its floor a room may know; each knows itself and what stands beside the rooms. A room that is not here
 * knows no other.
 */
const ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  domain: {
    dates: ['text'],
    ladder: ['text', 'dates', 'evidence'],
    evidence: ['text', 'dates'],
    mask: ['text', 'evidence'],
    message: ['text', 'evidence'],
    review: ['text', 'dates', 'ladder', 'evidence', 'mask', 'message'],
    check: ['text', 'dates', 'ladder', 'evidence', 'mask', 'review'],
    offline: ['text', 'ladder', 'evidence', 'review'],
    nudge: ['text', 'dates', 'ladder', 'evidence'],
    conversation: ['text', 'dates', 'ladder', 'evidence', 'message', 'review'],
    packet: ['text', 'dates', 'ladder', 'evidence', 'review'],
  },
  coaching: {
    conversation: ['evidence', 'ladder', 'nudge', 'review'],
    evidence: ['review', 'nudge'],
    nudge: ['ladder'],
  },
  adapters: {
    database: ['metrics'],
    store: ['database'],
    queue: ['database', 'store', 'metrics'],
    reader: ['database'],
    http: ['database', 'queue', 'metrics'],
    texts: ['names', 'reader', 'secrets'],
    documents: ['ladder-import'],
    'packet-files': ['texts'],
    'ladder-files': ['reader'],
    'ladder-import': ['ladder-files'],
  },
  slack: {
    'web-api': ['views'],
    listeners: ['message', 'web-api', 'views'],
    connection: ['web-api', 'listeners'],
  },
}

/** The room of a floor that a file stands in; null: beside the rooms. */
const roomOnFloor = (file: string): string | null => file.split('/').slice(2, -1)[0] ?? null

/** What strangers read, and whose links they follow. */
const PAGES = tracked.filter((file) => /^(?:[A-Z]+\.md|\.github\/docs\/[\w-]+\.md)$/.test(file))

/** A character that takes two columns in an editor. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/gu

/** Most files of one folder. */
const MOST_FILES = 25

/** Which floor of src a file is on: `slack`, `domain` ... or the file itself at the top. */
const roomOf = (file: string): string =>
  file.startsWith('src/') ? (file.split('/').length > 2 ? file.split('/')[1]! : file) : 'package'

/** What a room needs of others, or keeps: interfaces, which an adapter may provide and any other room may name. */
const PORT = /^src\/coaching\/(?:ports|[\w-]+-port|[a-z]+\/[\w-]+-(?:port|store))\.ts$/
const namesPort = ({ to, typeOnly }: Import): boolean => PORT.test(to) && typeOnly

/** Packages without input, output or clock that domain may import beside zod, each from the one file that it serves. */
const PURE: Readonly<Record<string, string>> = {
  'src/domain/text/stems.ts': 'stemmer',
  'src/domain/nudge/time-zones.ts': '@vvo/tzdb',
}

const MAY_IMPORT: Readonly<Record<string, (to: string, one: Import) => boolean>> = {
  domain: (to, { from, to: file }) => to === 'domain' || file === 'zod' || file === PURE[from],
  coaching: (to) => to === 'domain' || to === 'coaching',
  adapters: (to, one) =>
    to === 'domain' ||
    to === 'adapters' ||
    namesPort(one) ||
    (to === 'package' && !one.to.startsWith('@slack/')),
  slack: (to) => ['slack', 'coaching', 'domain', 'package'].includes(to),
  playground: (to, { to: file }) => to === 'playground' || (to === 'package' && !file.startsWith('@slack/')),
}

describe('the plan of the house', () => {
  it('has imports that point one way: slack to coaching to domain, adapters to domain', () => {
    const wrong = imports.filter((one) => {
      const rule = MAY_IMPORT[roomOf(one.from)]
      return rule ? !rule(roomOf(one.to), one) : false
    })
    expect(wrong).toEqual([])
    expect(imports.filter(({ from, to }) => to.startsWith('@slack/') && roomOf(from) !== 'slack')).toEqual([])
  })

  it('lets app.ts alone see all, and the playground only when it is needed', () => {
    const seesSlack = imports
      .filter(({ from, to }) => roomOf(to) === 'slack' && roomOf(from) !== 'slack')
      .map(({ from }) => from)
    // The terminal shows what Slack would show: commands are thin, like app.ts.
    expect([...new Set(seesSlack)].filter((file) => !file.startsWith('src/commands/'))).toEqual([
      'src/app.ts',
    ])
    const seesPlayground = imports.filter(
      ({ from, to }) => roomOf(to) === 'playground' && roomOf(from) !== 'playground',
    )
    // Views are drawn of its example, which is words alone.
    const words = ['src/commands/samples/sample-reviews.ts', 'src/playground/example/examples.ts']
    expect(
      seesPlayground
        .filter(({ from, to }) => from !== words[0] || to !== words[1])
        .map(({ from, dynamic }) => [from, dynamic]),
    ).toEqual([['src/open-playground.ts', true]])
  })

  it('has no import cycles, of types neither', () => {
    const next = new Map(
      sources.map((file) => [
        file,
        imports.filter(({ from, dynamic }) => from === file && !dynamic).map(({ to }) => to),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (path.includes(file) || done.has(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of sources) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('has rooms that know only the rooms they may', () => {
    const wrong = imports.filter((one) => {
      const { from, to } = one
      if (namesPort(one)) return false
      const floor = ROOMS[roomOf(from)]
      const [own, other] = [roomOnFloor(from), roomOnFloor(to)]
      if (!floor || roomOf(to) !== roomOf(from) || own === null || other === null || own === other)
        return false
      return !(floor[own] ?? []).includes(other)
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  it('has no folder that nobody can look over', () => {
    const folders = Map.groupBy(sources, dirname)
    expect([...folders].filter(([, files]) => files.length > MOST_FILES).map(([folder]) => folder)).toEqual(
      [],
    )
  })

  it('keeps every file of the source within 300 lines', () => {
    expect(sources.filter((file) => textOf(file).trimEnd().split('\n').length > 300)).toEqual([])
  })

  it('keeps every line of the source within 120 columns', () => {
    const columns = (line: string): number =>
      [...line.replace(/\p{M}/gu, '')].length + (line.match(WIDE)?.length ?? 0)
    expect(columns('ヘルプ、नमस्ते')).toBe(12)
    const isLong = (line: string): boolean => columns(line) > 120
    expect(
      sources.flatMap((file) =>
        textOf(file)
          .split('\n')
          .flatMap((line, nth) => (isLong(line) ? [`${file}:${nth + 1}`] : [])),
      ),
    ).toEqual([])
  })

  it('reads the environment in main.ts and commands alone', () => {
    expect(
      sources.filter(
        (file) =>
          textOf(file).includes('process.env') && file !== 'src/main.ts' && !file.startsWith('src/commands/'),
      ),
    ).toEqual([])
  })

  it('has four top-level folders, kebab-case names, named exports, and no drawers for anything', () => {
    const folders = new Set(tracked.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!))
    expect([...folders].filter((folder) => !folder.startsWith('.')).toSorted()).toEqual([
      'prompts',
      'rubric',
      'src',
      'test',
    ])
    expect(sources.filter((file) => !/^[a-z0-9-]+\.ts$/.test(file.split('/').at(-1)!))).toEqual([])
    expect(
      sources.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|index|.*-service)\.ts$/.test(file)),
    ).toEqual([])
    expect(sources.filter((file) => /^export default/m.test(textOf(file)))).toEqual([])
  })

  it('tests the real thing: no mocked modules, nothing left out or singled out', () => {
    const tests = tracked.filter((file) => file.endsWith('.test.ts') && file !== 'test/architecture.test.ts')
    expect(tests.length).toBeGreaterThan(8)
    expect(
      tests.filter((file) => /vi\.mock\(|\b(?:it|test|describe)\.(?:only|skip|todo)\b/.test(textOf(file))),
    ).toEqual([])
  })

  it('lists in .env.example exactly the settings that the code reads', () => {
    const listed = [...textOf('.env.example').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, key]) => key)
    expect(listed).toEqual(Object.keys(SETTINGS))
  })

  it.each(PAGES)('has links that lead somewhere in %s', (page) => {
    const links = [...textOf(page).matchAll(/(?:\]\(|src="|srcset=")(?!https?:|#|mailto:)([^)"#]+)/g)].map(
      ([, link]) => normalize(join(dirname(page), link!)),
    )
    expect(links.filter((link) => !existsSync(link))).toEqual([])
    // The changelog says what is there, and leads nowhere.
    if (page !== 'CHANGELOG.md') expect(links.length).toBeGreaterThan(0)
  })

  it.each(PAGES)('has paths and commands that exist in %s', (page) => {
    const text = textOf(page)
    const paths = [...text.matchAll(/(?<![\w/.-])(?:src|test|rubric|prompts)\/[\w./-]*\w/g)].map(
      ([path]) => path,
    )
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const commands = [...text.matchAll(/\bnpm run ([\w-]+)/g)].map(([, name]) => name!)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })

  it('has a README that a stranger reads to its end, and an editor that agrees with the formatter', () => {
    expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', '.github/docs/privacy.md']))
    expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThan(130)
    const { formatter } = JSON.parse(textOf('biome.json'))
    expect(textOf('.editorconfig')).toContain(
      `indent_style = ${formatter.indentStyle}\nindent_size = ${formatter.indentWidth}\n`,
    )
  })

  it('names no machine and no package host', () => {
    const texts = tracked.filter(
      (file) =>
        /\.(?:ts|md|json|sh|yml|sql|html|css)$|\.ci\/run$/.test(file) && file !== 'test/architecture.test.ts',
    )
    const host = ['registry', 'npmjs'].join('.')
    expect(texts.filter((file) => new RegExp(`${host}|/root/|/home/[a-z]`).test(textOf(file)))).toEqual([])
    expect(textOf('package-lock.json')).not.toContain('"resolved"')
  })
})
