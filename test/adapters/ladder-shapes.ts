/** A ladder as a company may have it: level labels as they write them, and bullets per competency and level. */
export type Company = {
  readonly levels: readonly { readonly label: string; readonly id: string; readonly title: string }[]
  readonly rows: readonly {
    readonly area: string | null
    readonly name: string
    readonly cells: readonly (readonly string[])[]
  }[]
}

const markdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#&|~!]/g, '\\$&')
const html = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const csv = (text: string, mark: string): string =>
  /["\n\r]/.test(text) || text.includes(mark) ? `"${text.replaceAll('"', '""')}"` : text

const areaRows = ({ rows }: Company): (Company['rows'][number] | string)[] => {
  const lines: (Company['rows'][number] | string)[] = []
  let area: string | null = null
  for (const row of rows) {
    if (row.area !== null && row.area !== area) lines.push(row.area)
    area = row.area
    lines.push(row)
  }
  return lines
}

const sheet = (
  company: Company,
  mark: string,
  quote: (text: string) => string = (text) => csv(text, mark),
): string =>
  [
    ['Competency', ...company.levels.map(({ label }) => label)],
    ...areaRows(company).map((row) =>
      typeof row === 'string'
        ? [row, ...company.levels.map(() => '')]
        : [
            row.name,
            ...row.cells.map((cell) => cell.map((text) => (cell.length > 1 ? `- ${text}` : text)).join('\n')),
          ],
    ),
  ]
    .map((line) => line.map(quote).join(mark))
    .join('\r\n')

const table = (rows: readonly (readonly string[])[]): string =>
  [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n')

const cellIn = (cell: readonly string[]): string => cell.map(markdown).join('<br>')

const byCompetency = (company: Company, cell: (bullets: readonly string[]) => unknown) =>
  Object.fromEntries(
    company.rows.map((row) => [
      row.name,
      Object.fromEntries(
        company.levels.flatMap(({ label }, index) =>
          row.cells[index]!.length > 0 ? [[label, cell(row.cells[index]!)]] : [],
        ),
      ),
    ]),
  )

/**
 * A ladder in every shape that companies use, as file name and bytes. `areas` is true if the shape can express areas.
 */
export const SHAPES: Readonly<
  Record<string, { readonly areas: boolean; readonly file: (company: Company) => [string, Buffer] }>
> = {
  'a Markdown table with levels as columns': {
    areas: true,
    file: (company) => [
      'table.md',
      Buffer.from(
        `# Our ladder\n\nRead it well.\n\n${table([
          ['Category', ...company.levels.map(({ label }) => markdown(label))],
          ...areaRows(company).map((row) =>
            typeof row === 'string'
              ? [`**${markdown(row)}**`, ...company.levels.map(() => '')]
              : [`*${markdown(row.name)}*`, ...row.cells.map(cellIn)],
          ),
        ])}\n`,
      ),
    ],
  },
  'a Markdown table with levels as rows': {
    areas: false,
    file: (company) => [
      'rows.md',
      Buffer.from(
        table([
          ['Level', ...company.rows.map(({ name }) => markdown(name))],
          ...company.levels.map(({ label }, index) => [
            markdown(label),
            ...company.rows.map(({ cells }) => cellIn(cells[index]!)),
          ]),
        ]),
      ),
    ],
  },
  'an HTML table in Markdown': {
    areas: true,
    file: (company) => [
      'wiki.md',
      Buffer.from(
        `# Ladder\n\n<table>\n<tr><th></th>${company.levels.map(({ label }) => `<th>${html(label)}</th>`).join('')}</tr>\n\n${areaRows(
          company,
        )
          .map((row) =>
            typeof row === 'string'
              ? `<tr><td colspan="${company.levels.length + 1}"><b>${html(row)}</b></td></tr>`
              : `<tr><td>${html(row.name)}</td>${row.cells.map((cell) => `<td><ul>${cell.map((text) => `<li>${html(text)}</li>`).join('')}</ul></td>`).join('')}</tr>`,
          )
          .join('\n')}\n</table>\n`,
      ),
    ],
  },
  'a CSV sheet with semicolons and a byte order mark': {
    areas: true,
    file: (company) => ['sheet.csv', Buffer.from(`\uFEFF${sheet(company, ';')}`)],
  },
  'a TSV sheet in UTF-16': {
    areas: true,
    file: (company) => ['sheet.tsv', Buffer.from(`\uFEFF${sheet(company, '\t')}`, 'utf16le')],
  },
  'a CSV sheet with a statement a line': {
    areas: true,
    file: (company) => [
      'tidy.csv',
      Buffer.from(
        [
          'Area,Competency,Level,Expectation',
          ...company.rows.flatMap((row) =>
            company.levels.flatMap(({ label }, index) =>
              row.cells[index]!.map((text) =>
                [row.area ?? '', row.name, label, text].map((one) => csv(one, ',')).join(','),
              ),
            ),
          ),
        ].join('\n'),
      ),
    ],
  },
  'a handbook page with a heading a level': {
    areas: false,
    file: (company) => [
      'handbook.md',
      Buffer.from(
        `# Engineering ladder\n\nHow we grow.\n\n${company.levels
          .map(
            ({ label }, index) =>
              `## ${markdown(label)}\n\n${company.rows
                .filter(({ cells }) => cells[index]!.length > 0)
                .map(
                  (row) =>
                    `### ${markdown(row.name)}\n\n${row.cells[index]!.map((text) => `- ${markdown(text)}`).join('\n')}`,
                )
                .join('\n\n')}`,
          )
          .join('\n\n')}\n`,
      ),
    ],
  },
  'a page with a heading a competency, and levels in bold': {
    areas: false,
    file: (company) => [
      'competencies.md',
      Buffer.from(
        company.rows
          .map(
            (row) =>
              `## ${markdown(row.name)}\n\n${company.levels
                .filter((_, index) => row.cells[index]!.length > 0)
                .map(({ label }) => {
                  const index = company.levels.findIndex((one) => one.label === label)
                  return `**${markdown(label)}**\n\n${row.cells[index]!.map((text) => `* ${markdown(text)}`).join('\n')}`
                })
                .join('\n\n')}`,
          )
          .join('\n\n'),
      ),
    ],
  },
  'an HTML page': {
    areas: false,
    file: (company) => [
      'page.html',
      Buffer.from(
        `<!doctype html><html><head><title>Wiki</title><style>p{}</style></head><body><nav>Home</nav><h1>Ladder</h1>${company.levels
          .map(
            ({ label }, index) =>
              `<h2>${html(label)}</h2>${company.rows
                .filter(({ cells }) => cells[index]!.length > 0)
                .map(
                  (row) =>
                    `<h3>${html(row.name)}</h3><ul>${row.cells[index]!.map((text) => `<li>${html(text)}</li>`).join('')}</ul>`,
                )
                .join('')}`,
          )
          .join('')}<footer>Imprint</footer></body></html>`,
      ),
    ],
  },
  'a JSON array of levels': {
    areas: false,
    file: (company) => [
      'levels.json',
      Buffer.from(
        JSON.stringify({
          levels: company.levels.map(({ label }, index) => ({
            name: label,
            competencies: Object.fromEntries(
              company.rows
                .filter(({ cells }) => cells[index]!.length > 0)
                .map((row) => [row.name, row.cells[index]]),
            ),
          })),
        }),
      ),
    ],
  },
  'a JSON dictionary of competencies': {
    areas: false,
    file: (company) => [
      'dictionary.json',
      Buffer.from(
        JSON.stringify(
          byCompetency(company, (cell) => cell),
          null,
          '\t',
        ),
      ),
    ],
  },
  'JSON tracks with milestones and categories': {
    areas: true,
    file: (company) => [
      'tracks.json',
      Buffer.from(
        JSON.stringify(
          company.rows.map((row) => ({
            displayName: row.name,
            ...(row.area ? { category: row.area } : {}),
            milestones: company.levels.map(({ label }, index) => ({
              name: label,
              signals: row.cells[index],
            })),
          })),
        ),
      ),
    ],
  },
  'JSON records': {
    areas: true,
    file: (company) => [
      'records.json',
      Buffer.from(
        JSON.stringify(
          company.rows.flatMap((row) =>
            company.levels.flatMap(({ label }, index) =>
              row.cells[index]!.map((text) => ({
                level: label,
                ...(row.area ? { area: row.area } : {}),
                competency: row.name,
                text,
              })),
            ),
          ),
        ),
      ),
    ],
  },
  'a YAML file of levels': {
    areas: false,
    file: (company) => [
      'levels.yaml',
      Buffer.from(
        company.levels
          .map(
            ({ label }, index) =>
              `${JSON.stringify(label)}:\n${company.rows
                .filter(({ cells }) => cells[index]!.length > 0)
                .map(
                  (row) =>
                    `  ${JSON.stringify(row.name)}:\n${row.cells[index]!.map((text) => `    - ${JSON.stringify(text)}`).join('\n')}`,
                )
                .join('\n')}`,
          )
          .join('\n'),
      ),
    ],
  },
}
