import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml'
import { asExample } from '../../domain/ladder/examples.ts'
import { type LadderDraft, Unclear } from './draft.ts'
import { draftOfGrid } from './grid.ts'
import type { Grid } from './grid-cells.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import { levelNameOf } from './level-names.ts'
import { draftsOfTree, nodeOf, type OutlineNode } from './tree.ts'

/** A key that is one of these, letter by letter; each line holds alternatives. */
const oneOf = (...alternatives: string[]): RegExp => new RegExp(`^(?:${alternatives.join('|')})$`, 'i')

/** Keys whose content belongs to what they stand in: they name no level and no competency. */
const CONTAINER = oneOf(
  'levels?|milestones?|stages?|steps|grades?|rungs?|tracks?|topics?|content|competenc(?:y|ies)',
  'skills?|areas?|categor(?:y|ies)|pillars?|dimensions?|ladders?|families|family|roles?',
  'attributes?|criteria|example ?criteria|expectations?|signals?|behaviou?rs?|bullets?|items?',
  'points?|statements?|requirements?|examples?|summary|summaries|description|descriptions|text',
  'details?|definition|about|data|rows|body|value|values|framework|matrix|career ?ladder',
)
const LEVELS = /^(?:levels?|milestones?|stages?|steps|grades?|rungs?|ladder)$/i
const EXAMPLES = /^examples?$/i
const PROSE = /^(?:description|about|definition|overview|intro(?:duction)?)$/i
const AREA = /^(?:category|area|group|pillar|theme|dimension|section)$/i
const ID = /^(?:level|id|key|code|grade|rank|number|step|stage)$/i
const NAME = /^(?:display ?name|name|title|label|competency|skill|topic|attribute|dimension|role|heading)$/i
const META = oneOf(
  'id|key|code|slug|path|url|link|links|href|color|colour|icon|image|version|sort|order|weight',
  'points|sidebar ?title|sidebar ?group|homepage|yaml|layout|permalink|date|updated|lang|language',
  'type',
)

const spaced = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()

/** "web_client", "WEB-CLIENT" and "webClient" as people would write it; anything else is somebody's own writing. */
const humanised = (key: string): string => {
  const technical =
    /^(?:[a-z0-9]+(?:[_-][a-z0-9]+)*|[A-Z0-9]+(?:[_-][A-Z0-9]+)*|[a-z]+(?:[A-Z][a-z]+)+)$/.test(key)
  if (!technical || levelNameOf(key).surety === 1) return key
  const words = spaced(key)
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

type DataSource = { readonly lines: LineCounter; readonly firstLine: number; readonly ledger: ImportLedger }

const lineOf = (node: unknown, { lines, firstLine }: DataSource): number => {
  const range = (node as YamlNode | null)?.range
  return range ? lines.linePos(range[0]).line + firstLine - 1 : firstLine
}

const scalarText = (node: unknown): string | null =>
  isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : null

type KeyValue = { key: string; keyNode: unknown; value: unknown }
const pairsOf = (node: unknown): KeyValue[] =>
  isMap(node) ? node.items.map(({ key, value }) => ({ key: scalarText(key) ?? '', keyNode: key, value })) : []

const hasText = (node: unknown): boolean =>
  isSeq(node)
    ? node.items.some(hasText)
    : isMap(node)
      ? pairsOf(node).some(({ value }) => hasText(value))
      : /\p{L}/u.test(scalarText(node) ?? '')

/** Puts a value's statements into a node; maps become children of it, named by a property or by their key. */
const put = (into: OutlineNode, key: string, value: unknown, reading: DataSource, example: boolean): void => {
  const { ledger } = reading
  const isExample = example || EXAMPLES.test(key)
  const own = scalarText(value)
  if (own !== null) {
    if (!/\p{L}/u.test(own)) return
    const leaf = ledger.leaf(lineOf(value, reading), own)
    if (PROSE.test(spaced(key)) && !isExample) into.prose.push(leaf)
    else if (META.test(spaced(key))) ledger.leave(leaf, 'a setting, no sentence of the ladder')
    else into.texts.push({ leaf, bullets: linesOf(own).map((text) => (isExample ? asExample(text) : text)) })
    return
  }
  if (isSeq(value)) {
    value.items.forEach((item, index) => {
      if (!isMap(item)) put(into, key, item, reading, isExample)
      else {
        const child = nodeOfMap(
          item,
          LEVELS.test(spaced(key)) ? `Level ${index + 1}` : null,
          reading,
          isExample,
        )
        if (child.name === undefined && child.label === null) {
          into.texts.push(...child.texts)
          into.prose.push(...child.prose)
          into.children.push(...child.children)
        } else into.children.push(child)
      }
    })
    return
  }
  for (const pair of pairsOf(value)) putPair(into, pair, reading, isExample)
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) =>
      line
        .replace(/^\s*[-*•]\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)

const putPair = (
  into: OutlineNode,
  { key, keyNode, value }: KeyValue,
  reading: DataSource,
  example: boolean,
): void => {
  if (value === null || !hasText(value)) return
  const words = spaced(key)
  const level = levelNameOf(words).surety === 1
  const nameless = !/[\p{L}\p{N}]/u.test(key)
  if (
    nameless ||
    (!level && (CONTAINER.test(words) || META.test(words)) && !(isMap(value) && META.test(words)))
  ) {
    put(into, key, value, reading, example)
    return
  }
  const label = reading.ledger.leaf(lineOf(keyNode, reading), level ? key : humanised(key))
  const child = isMap(value) ? nodeOfMap(value, null, reading, example, label) : nodeOf(label)
  if (!isMap(value)) put(child, '', value, reading, example || EXAMPLES.test(key))
  into.children.push(child)
}

/** A map as a node: its name from its properties, or the key that it stands under. */
const nodeOfMap = (
  map: unknown,
  fallback: string | null,
  reading: DataSource,
  example: boolean,
  keyLabel: Leaf | null = null,
): OutlineNode => {
  const { ledger } = reading
  const pairs = pairsOf(map)
  const leafOf = (pair: KeyValue | undefined): Leaf | null => {
    const text = pair ? scalarText(pair.value) : null
    return pair && text ? ledger.leaf(lineOf(pair.value, reading), text) : null
  }
  const scalars = pairs.filter(({ value }) => scalarText(value) !== null)
  const naming = scalars.filter(
    ({ key, value }) => NAME.test(spaced(key)) && (scalarText(value) ?? '').length <= 100,
  )
  const shown = naming.find(({ key }) => /display|title|label/i.test(key)) ?? naming[0]
  const ided = scalars.find(
    ({ key, value }) => ID.test(key) && levelNameOf(scalarText(value) ?? '').surety > 0.4,
  )
  const areaPair = scalars.find(({ key }) => AREA.test(key) && key !== shown?.key && key !== ided?.key)
  const [title, id] = [leafOf(shown), leafOf(ided === shown ? undefined : ided)]
  const others = naming.filter((pair) => pair !== shown && pair !== ided)
  const number = ided ? levelNameOf(scalarText(ided.value) ?? '').name.id : null
  // The key may be what people see, or only how a program finds it.
  const label = title ?? keyLabel ?? id
  const also = [id, ...(title && keyLabel ? [keyLabel] : [])].filter(
    (leaf): leaf is Leaf => leaf !== null && leaf !== label,
  )
  const keyId =
    keyLabel && levelNameOf(keyLabel.text).surety === 1 ? levelNameOf(keyLabel.text).name.id : null
  const titleText = title?.text ?? null
  const rung = number ?? keyId
  const name =
    rung !== null && titleText !== null && levelNameOf(titleText).name.id === null
      ? `${titleText} (${rung})`
      : label
        ? number !== null && keyId === null && titleText === null
          ? number
          : undefined
        : (fallback ?? undefined)
  const node = nodeOf(label, { ...(name === undefined ? {} : { name }), also, area: leafOf(areaPair) })
  for (const pair of others) {
    const leaf = leafOf(pair)
    if (leaf) ledger.leave(leaf, `another name of "${label?.text ?? ''}"`)
  }
  for (const pair of pairs)
    if (![shown, ided, areaPair, ...others].includes(pair)) putPair(node, pair, reading, example)
  return node
}

/** Records of one kind (level, competency, text) as a table. */
const gridOfRecords = (value: unknown, reading: DataSource): Grid | null => {
  if (!isSeq(value) || value.items.length < 2 || !value.items.every(isMap)) return null
  const keys = [...new Set(value.items.flatMap((item) => pairsOf(item).map(({ key }) => key)))]
  const flat = value.items.every((item) => pairsOf(item).every((pair) => !isMap(pair.value)))
  if (!flat || !keys.some((key) => /^(?:level|grade|rank)$/i.test(key)) || keys.length < 3) return null
  const cell = (node: unknown) => {
    const texts = isSeq(node)
      ? node.items.flatMap((one) => scalarText(one) ?? [])
      : [scalarText(node) ?? ''].filter(Boolean)
    return texts.length === 0
      ? { leaf: null, lines: [] }
      : {
          leaf: reading.ledger.leaf(lineOf(node, reading), texts.join(' ')),
          lines: isSeq(node) ? texts.map((text) => `- ${text}`) : texts[0]!.split('\n'),
        }
  }
  const head = keys.map((key) => ({
    leaf: reading.ledger.leaf(reading.firstLine, spaced(key)),
    lines: [spaced(key)],
  }))
  return {
    line: reading.firstLine,
    rows: [
      head,
      ...value.items.map((item) =>
        keys.map((key) => cell(pairsOf(item).find((pair) => pair.key === key)?.value)),
      ),
    ],
  }
}

/** Reads YAML or JSON as ladders. Throws Unclear at the line where it is neither. */
export function draftsOfData(
  text: string,
  firstLine: number,
  kind: 'YAML' | 'JSON',
  ledger: ImportLedger,
): { drafts: LadderDraft[]; title: Leaf | null } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
  const [error] = document.errors
  if (error) {
    throw new Unclear({
      line: (error.linePos?.[0].line ?? 1) + firstLine - 1,
      wrong: `this is no ${kind} from here on`,
      right:
        kind === 'JSON'
          ? 'look for a missing comma, quote or bracket'
          : 'look at the indentation and the quotes',
    })
  }
  const reading = { lines, firstLine, ledger }
  const top = document.contents
  const inner = isMap(top) && top.items.length === 1 ? top.items[0]!.value : top
  for (const records of [top, inner]) {
    const draft = ledger.trial(() => {
      const grid = gridOfRecords(records, reading)
      return grid ? draftOfGrid(grid, undefined, ledger) : null
    })
    if (draft) return { drafts: [draft], title: null }
  }
  const root = nodeOf(null)
  let title: Leaf | null = null
  for (const pair of pairsOf(top)) {
    const own = scalarText(pair.value)
    if (own !== null && /^(?:title|name|display ?name|ladder|role|family)$/i.test(spaced(pair.key))) {
      const leaf = ledger.leaf(lineOf(pair.value, reading), own)
      if (title) ledger.leave(leaf, 'another name of the ladder')
      title ??= leaf
    } else putPair(root, pair, reading, false)
  }
  if (isSeq(top)) put(root, 'levels', top, reading, false)
  return { drafts: draftsOfTree(root, ledger), title }
}
