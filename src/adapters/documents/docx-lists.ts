/** One level of a list in Word: how it numbers, from where, and the sign before its items. */
type Level = { readonly format: string; readonly start: number; readonly sign: string }
/** A list: its levels by their index, and the definition whose counting it shares. */
type List = {
  readonly definition: string
  readonly levels: Map<string, Level>
  readonly restarts: Map<string, number>
}

/** Marks around the number of a list item. They are private characters, so they appear in no text. */
const OPEN = '\uE0F0'
const CLOSE = '\uE0F1'

const valueIn = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name} w:val="([^"]{0,40})"`).exec(xml)?.[1]

const elementsIn = (xml: string, name: string): string[] => xml.split(`<w:${name} `).slice(1)

const attributeIn = (xml: string, name: string): string =>
  new RegExp(`w:${name}="([^"]{0,20})"`).exec(xml)?.[1] ?? ''

/** The lists that word/numbering.xml defines, by their number. Source: ECMA-376, 17.9. */
const listsIn = (numbering: string): Map<string, List> => {
  const definitions = new Map(
    elementsIn(numbering, 'abstractNum').map((one) => [
      attributeIn(one, 'abstractNumId'),
      new Map(
        elementsIn(one.split('</w:abstractNum>')[0]!, 'lvl').map((level): [string, Level] => [
          attributeIn(level, 'ilvl'),
          {
            format: valueIn(level, 'numFmt') ?? 'decimal',
            start: Number(valueIn(level, 'start') ?? 1),
            sign: valueIn(level, 'lvlText') ?? '',
          },
        ]),
      ),
    ]),
  )
  return new Map(
    elementsIn(numbering, 'num').map((one): [string, List] => {
      const definition = valueIn(one, 'abstractNumId') ?? ''
      const restarts = elementsIn(one.split('</w:num>')[0]!, 'lvlOverride').flatMap(
        (level): [string, number][] => {
          const from = valueIn(level, 'startOverride')
          return from === undefined ? [] : [[attributeIn(level, 'ilvl'), Number(from)]]
        },
      )
      return [
        attributeIn(one, 'numId'),
        { definition, levels: definitions.get(definition) ?? new Map(), restarts: new Map(restarts) },
      ]
    }),
  )
}

const PROPERTIES_END = '</w:pPr>'
/** Word's own limit, from 0. */
const MOST_LEVELS = 8

const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`

/** Signs of a list whose items are boxes. */
const BOX = /^[☐☑☒]$/

/** Counts as Word does: a level begins again below a new item of an outer one, lists of one definition go on. */
const makeCount = () => {
  const counted = new Map<string, number[]>()
  const begun = new Set<string>()
  return (id: string, list: List, at: number): number => {
    const counts = counted.get(list.definition) ?? []
    counted.set(list.definition, counts)
    const restart = begun.has(`${id} ${at}`) ? undefined : list.restarts.get(String(at))
    begun.add(`${id} ${at}`)
    const before = restart === undefined ? counts[at] : undefined
    counts[at] = before === undefined ? (restart ?? list.levels.get(String(at))?.start ?? 1) : before + 1
    counts.length = at + 1
    return counts[at]
  }
}

/** Whether a tracked change has replaced the list of a paragraph, so that it is no longer a list. */
const makePast = () => {
  let isPast = false
  return (before: string): boolean => {
    const [from, to] = [before.lastIndexOf('<w:pPrChange'), before.lastIndexOf('</w:pPrChange>')]
    if (from !== to) isPast = from > to
    return isPast
  }
}

/** Writes its number before the words of each numbered item, and its box before an item of a list of boxes. */
export function withNumbers(document: string, numbering: string): string {
  const lists = listsIn(numbering)
  const count = makeCount()
  const isPast = makePast()
  const [first = '', ...rest] = document.split('<w:numPr>')
  let before = first
  const written = rest.map((one) => {
    const about = one.slice(0, Math.max(0, one.indexOf('</w:numPr>')))
    const id = valueIn(about, 'numId') ?? ''
    const at = Number(valueIn(about, 'ilvl') ?? 0)
    const list = lists.get(id)
    const level = list?.levels.get(String(at))
    const end = one.indexOf(PROPERTIES_END)
    const past = isPast(before)
    before = one
    if (!list || !level || end === -1 || past || at > MOST_LEVELS) return one
    const isBox = BOX.test(level.sign)
    if (!isBox && /^(?:bullet|none)$/.test(level.format)) return one
    const from = end + PROPERTIES_END.length
    const words = isBox ? `${level.sign} ` : `${OPEN}${count(id, list, at)}${CLOSE}`
    return one.slice(0, from) + run(words) + one.slice(from)
  })
  return [first, ...written].join('<w:numPr>')
}

const NUMBERED = new RegExp(`^${OPEN}(\\d{1,9})${CLOSE}\\s*`)

/** An item's own number and its words. Null without a number. */
export function numberOf(line: string): { readonly number: string; readonly words: string } | null {
  const found = NUMBERED.exec(line)
  return found ? { number: found[1]!, words: line.slice(found[0].length) } : null
}

/** A text without numbers that are outside a list, for example before a heading. */
export function withoutNumbers(text: string): string {
  return text.replace(new RegExp(`${OPEN}\\d{1,9}${CLOSE}`, 'g'), '')
}
