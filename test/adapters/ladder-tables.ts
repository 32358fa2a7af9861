import fc from 'fast-check'

/** A statement of a table, and the cells that it belongs to: "L2|Craft|Quality". */
type Known = { readonly mark: string; readonly cells: readonly string[] }

/** A table as a file, with what each of its statements belongs to. `about` belongs to no competency. */
export type MadeTable = {
  readonly name: string
  readonly text: string
  readonly known: readonly Known[]
  readonly about: readonly string[]
}

/** A cell of a table before it is written. `right` and `down` say how many places it covers. */
type Spot = { readonly texts: readonly string[]; readonly right: number; readonly down: number }

type Plan = {
  readonly levels: readonly string[]
  readonly rows: readonly { readonly parent: string; readonly name: string }[]
  /** Row -> level -> cell. Null where another cell covers the place. */
  readonly spots: readonly (readonly (Spot | null)[])[]
  readonly breaks: 'sentences' | 'inside' | 'none'
}

const LEVELS = [
  ['L1', 'L2', 'L3', 'L4'],
  ['Junior', 'Mid', 'Senior', 'Staff'],
  ['IC1 - Engineer', 'IC2 - Engineer of two', 'IC3 - Engineer of three', 'IC4 - Engineer of four'],
  [
    'Développeur Junior',
    'Développeur de niveau intermédiaire',
    'Développeur Sénior',
    'Développeur Principal',
  ],
  ['Novice', 'Advanced beginner', 'Proficient', 'Expert'],
] as const

const mark = (count: number): string => `thing${count}`
const VERBS = ['Keeps', 'Builds', 'Writes', 'Explains', 'Tests']

/** A sentence with its mark. "|" is where a cell may break inside of it. */
const sentence = (count: number): string =>
  `${VERBS[count % VERBS.length]} ${mark(count)} in order|and tells the team.`

/** Merged cells, and 0 to 2 statements in each. Every competency and every level says something. */
const plan = (merging: boolean): fc.Arbitrary<Plan> =>
  fc
    .record({
      labels: fc.constantFrom(...LEVELS),
      count: fc.integer({ min: 2, max: 4 }),
      parents: fc.constantFrom(['Craft'], ['Craft', 'People']),
      names: fc.uniqueArray(fc.constantFrom('Quality', 'Speed', 'Mentoring', 'Planning', 'Safety'), {
        minLength: 2,
        maxLength: 3,
      }),
      sizes: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 24, maxLength: 24 }),
      merges: fc.array(fc.constantFrom<[number, number]>([1, 1], [1, 1], [2, 1], [1, 2], [2, 2]), {
        minLength: 24,
        maxLength: 24,
      }),
      breaks: fc.constantFrom<Plan['breaks']>('sentences', 'inside', 'none'),
    })
    .map(({ labels, count, parents, names, sizes, merges, breaks }) => {
      const rows = parents.flatMap((parent) => names.map((name) => ({ parent, name })))
      const spots: (Spot | null | undefined)[][] = rows.map(() => [])
      let made = 0
      rows.forEach(({ parent }, y) => {
        for (let x = 0; x < count; x += 1) {
          if (spots[y]![x] !== undefined) continue
          const [right, down] = merging ? merges[y * 4 + x]! : [1, 1]
          const fits =
            x + right <= count &&
            (down === 1 || rows[y + 1]?.parent === parent) &&
            Array.from({ length: right }, (_, dx) => spots[y]![x + dx]).every((one) => one === undefined) &&
            (down === 1 ||
              Array.from({ length: right }, (_, dx) => spots[y + 1]![x + dx]).every(
                (one) => one === undefined,
              ))
          const [w, h] = fits ? [right, down] : [1, 1]
          const size = w * h > 1 || x === 0 || y === 0 ? Math.max(1, sizes[y * 4 + x]!) : sizes[y * 4 + x]!
          for (let dy = 0; dy < h; dy += 1) for (let dx = 0; dx < w; dx += 1) spots[y + dy]![x + dx] = null
          spots[y]![x] = {
            texts: Array.from({ length: size }, (_, index) => sentence(made + index + 1)),
            right: w,
            down: h,
          }
          made += size
        }
      })
      return {
        levels: labels.slice(0, count),
        rows,
        spots: spots.map((row) => row.map((one) => one ?? null)),
        breaks,
      }
    })

const cellName = ({ levels, rows }: Plan, x: number, y: number): string =>
  `${levels[x]}|${rows[y]!.parent}|${rows[y]!.name}`

const knownOf = (made: Plan): Known[] =>
  made.spots.flatMap((row, y) =>
    row.flatMap((spot, x) =>
      (spot?.texts ?? []).map((text) => ({
        mark: /thing\d+/.exec(text)![0],
        cells: Array.from({ length: spot!.right * spot!.down }, (_, index) =>
          cellName(made, x + (index % spot!.right), y + Math.floor(index / spot!.right)),
        ),
      })),
    ),
  )

/** The lines of a cell: broken between its sentences, inside of them, or not at all. */
const linesOf = ({ texts }: Spot, { breaks }: Plan): string[] =>
  breaks === 'inside'
    ? texts.flatMap((text) => text.split('|'))
    : texts.length === 0
      ? []
      : breaks === 'sentences'
        ? texts.map((text) => text.replace('|', ' '))
        : [texts.join(' ').replaceAll('|', ' ')]

const span = (name: string, size: number): string => (size > 1 ? ` ${name}="${size}"` : '')

/** An HTML table with levels in columns: parents merged down, or as lines over the whole table. */
const htmlColumns = (made: Plan, parents: 'column' | 'banner', sheet: boolean): string => {
  const { levels, rows, spots } = made
  const heads = [...(parents === 'column' ? ['Area'] : []), 'Skill', ...levels]
  const cell = (spot: Spot): string =>
    `<td${span('colspan', spot.right)}${span('rowspan', spot.down)}>${linesOf(spot, made).join('<br>')}</td>`
  const lines = rows.flatMap(({ parent, name }, y) => {
    const begins = rows[y - 1]?.parent !== parent
    const size = rows.filter((one) => one.parent === parent).length
    return [
      ...(begins && parents === 'banner' ? [`<td colspan="${heads.length}"><b>${parent}</b></td>`] : []),
      [
        begins && parents === 'column' ? `<td${span('rowspan', size)}>${parent}</td>` : '',
        `<td>${name}</td>`,
        ...spots[y]!.map((spot) => (spot ? cell(spot) : '')),
      ].join(''),
    ]
  })
  const number = (index: number): string =>
    sheet ? `<th class="row-headers-background">${index + 1}</th>` : ''
  const letters = sheet
    ? `<thead><tr><th class="row-header"></th>${heads.map((_, at) => `<th>${String.fromCharCode(65 + at)}</th>`).join('')}</tr></thead>`
    : ''
  const all = [heads.map((head) => `<th>${head}</th>`).join(''), ...lines]
  return `<table>${letters}<tbody>\n${all.map((line, at) => `<tr>${number(at)}${line}</tr>`).join('\n')}\n</tbody></table>`
}

/** An HTML table with levels in rows. What is merged to the right covers levels, so it is merged down here. */
const htmlRows = (made: Plan): string => {
  const { levels, rows, spots } = made
  const lines = levels.map(
    (level, x) =>
      `<tr><td>${level}</td>${spots
        .map((row) => row[x])
        .map((spot) =>
          spot
            ? `<td${span('rowspan', spot.right)}${span('colspan', spot.down)}>${linesOf(spot, made)
                .map((line) => `<p>${line}</p>`)
                .join('')}</td>`
            : '',
        )
        .join('')}</tr>`,
  )
  return `<table><tr><th>Level</th>${rows.map(({ name }) => `<th>${name}</th>`).join('')}</tr>${lines.join('\n')}</table>`
}

const bar = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A Markdown table whose cells are broken by real line breaks. */
const markdownColumns = (made: Plan): string => {
  const { levels, rows, spots } = made
  const lines = rows.map(({ parent, name }, y) =>
    bar([
      rows[y - 1]?.parent === parent ? '' : parent,
      name,
      ...spots[y]!.map((spot) => (spot ? linesOf(spot, made).join('\n') : '')),
    ]),
  )
  return [bar(['Area', 'Skill', ...levels]), bar(['-', '-', ...levels.map(() => '-')]), ...lines].join('\n')
}

/** A heading a competency, and below it a table of nothing but levels and statements. */
const levelsOnly = (made: Plan): string => {
  const { levels, rows, spots } = made
  return rows
    .flatMap(({ parent, name }, y) => [
      ...(rows[y - 1]?.parent === parent ? [] : [`## ${parent}`]),
      `### ${name}`,
      bar(levels),
      bar(levels.map(() => '-')),
      bar(spots[y]!.map((spot) => (spot ? linesOf(spot, made).join('<br>') : ''))),
    ])
    .join('\n\n')
    .replace(/\|\n\n\|/g, '|\n|')
}

const quoted = (text: string, delimiter: string): string =>
  /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text

const sheetOf = (lines: readonly (readonly string[])[], delimiter: string): string =>
  lines.map((line) => line.map((text) => quoted(text, delimiter)).join(delimiter)).join('\n')

/** A sheet with levels in columns. With `blanks`, a parent is in its first line only, as a merged cell is exported. */
const sheetColumns = (made: Plan, delimiter: string, blanks: boolean): string => {
  const { levels, rows, spots } = made
  return sheetOf(
    [
      ['Section', 'Skill', ...levels],
      ...rows.map(({ parent, name }, y) => [
        blanks && rows[y - 1]?.parent === parent ? '' : parent,
        name,
        ...spots[y]!.map((spot) => (spot ? linesOf(spot, made).join('\n') : '')),
      ]),
    ],
    delimiter,
  )
}

/** A sheet with a statement a line, and a line about each parent without a competency. */
const tidySheet = (made: Plan): string => {
  const { levels, rows, spots } = made
  const parents = [...new Set(rows.map(({ parent }) => parent))]
  return sheetOf(
    [
      ['Level', 'Section', 'Criteria', 'Description'],
      ...levels.flatMap((level, x) =>
        parents.flatMap((parent) => [
          [level, parent, '', aboutText(parent)],
          ...rows.flatMap((row, y) =>
            row.parent === parent && spots[y]![x] && spots[y]![x].texts.length > 0
              ? [[level, parent, row.name, linesOf(spots[y]![x], made).join('\n')]]
              : [],
          ),
        ]),
      ),
    ],
    ',',
  )
}

const aboutText = (parent: string): string => `What ${parent.toLowerCase()} is about here.`

const MERGED: Readonly<Record<string, (made: Plan) => [string, string]>> = {
  'HTML with levels in columns and parents merged down': (made) => [
    'a.html',
    htmlColumns(made, 'column', false),
  ],
  'HTML with parents as lines over the table': (made) => ['a.html', htmlColumns(made, 'banner', false)],
  'a sheet exported as HTML': (made) => ['a.html', htmlColumns(made, 'column', true)],
  'an HTML table in Markdown': (made) => ['a.md', `# Ladder\n\n${htmlColumns(made, 'column', false)}\n`],
}

const PLAIN: Readonly<Record<string, (made: Plan) => [string, string]>> = {
  'Markdown with broken cells': (made) => ['a.md', markdownColumns(made)],
  'Markdown with levels alone in each header': (made) => ['a.md', `# Ladder\n\n${levelsOnly(made)}\n`],
  'CSV with parents in their first line': (made) => ['a.csv', sheetColumns(made, ',', true)],
  'TSV with parents in every line': (made) => ['a.tsv', sheetColumns(made, '\t', false)],
  'CSV with a statement a line and lines about parents': (made) => ['a.csv', tidySheet(made)],
}

const tableOf = (made: Plan, [name, text]: [string, string]): MadeTable => ({
  name,
  text,
  known: knownOf(made),
  about: /is about here/.test(text)
    ? ['Craft', 'People'].map(aboutText).filter((one) => text.includes(one))
    : [],
})

/** The kinds of tables, each with tables of that kind. */
export const TABLES: readonly (readonly [string, fc.Arbitrary<MadeTable>])[] = [
  ...Object.entries(MERGED).map(
    ([kind, write]) => [kind, plan(true).map((made) => tableOf(made, write(made)))] as const,
  ),
  ...Object.entries(PLAIN).map(
    ([kind, write]) => [kind, plan(false).map((made) => tableOf(made, write(made)))] as const,
  ),
  [
    'HTML with levels in rows',
    plan(true)
      .filter(({ rows }) => new Set(rows.map(({ parent }) => parent)).size === 1)
      .map((made) => tableOf(made, ['a.html', htmlRows(made)])),
  ],
]
