import { isMap, isSeq } from 'yaml'
import { asExample } from '../../domain/ladder/examples.ts'
import {
  type DataSource,
  gridOfRecords,
  type KeyValue,
  lineOf,
  pairsOf,
  readDocument,
  scalarText,
  spaced,
} from './data-nodes.ts'
import type { LadderDraft } from './draft.ts'
import type { ImportLedger, Leaf } from './import-ledger.ts'
import { levelNameOf } from './level-names.ts'
import { nodeOf, type OutlineNode } from './outline.ts'
import { draftOfGrid } from './tables/grid.ts'
import { draftsOfTree } from './tree.ts'

/** Matches a whole key. Each argument has alternatives. */
const oneOf = (...alternatives: string[]): RegExp => new RegExp(`^(?:${alternatives.join('|')})$`, 'i')

/** Keys that name neither a level nor a competency. Their content belongs to what they are in. */
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

/** Rewrites "web_client", "WEB-CLIENT" and "webClient" as people would. Anything else stays as it was written. */
const humanised = (key: string): string => {
  const technical =
    /^(?:[a-z0-9]+(?:[_-][a-z0-9]+)*|[A-Z0-9]+(?:[_-][A-Z0-9]+)*|[a-z]+(?:[A-Z][a-z]+)+)$/.test(key)
  if (!technical || levelNameOf(key).surety === 1) return key
  const words = spaced(key)
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

const hasText = (node: unknown): boolean =>
  isSeq(node)
    ? node.items.some(hasText)
    : isMap(node)
      ? pairsOf(node).some(({ value }) => hasText(value))
      : /\p{L}/u.test(scalarText(node) ?? '')

/** Adds the statements of a value to a node. Maps become its children, named by a property or by their key. */
const put = (into: OutlineNode, key: string, value: unknown, reading: DataSource, example: boolean): void => {
  const { ledger } = reading
  const isExample = example || EXAMPLES.test(key)
  const own = scalarText(value)
  if (own !== null) {
    if (!/\p{L}/u.test(own)) return
    const leaf = ledger.leaf(lineOf(value, reading), own)
    if (PROSE.test(spaced(key)) && !isExample) into.prose.push(leaf)
    else if (META.test(spaced(key))) ledger.leave(leaf, 'a setting, not a sentence of the ladder')
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

/** A map as a node, named by its properties or by its key. */
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
  // The key may be what people see, or only an identifier.
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

/** YAML or JSON as a tree, with its title, and as a table if it is a list of records. */
export type DataTree = { readonly root: OutlineNode; readonly title: Leaf | null }

const treeOfPairs = (pairs: readonly KeyValue[], reading: DataSource): DataTree => {
  const { ledger } = reading
  const root = nodeOf(null)
  let title: Leaf | null = null
  for (const pair of pairs) {
    const own = scalarText(pair.value)
    if (own !== null && /^(?:title|name|display ?name|ladder|role|family)$/i.test(spaced(pair.key))) {
      const leaf = ledger.leaf(lineOf(pair.value, reading), own)
      if (title) ledger.leave(leaf, 'another name of the ladder')
      title ??= leaf
    } else putPair(root, pair, reading, false)
  }
  return { root, title }
}

const treeOfTop = (top: unknown, reading: DataSource): DataTree => {
  const tree = treeOfPairs(pairsOf(top), reading)
  if (isSeq(top)) put(tree.root, 'levels', top, reading, false)
  return tree
}

/** Reads YAML or JSON as a tree. Throws Unclear, with the line, if it is not valid. */
export function treeOfData(
  text: string,
  firstLine: number,
  kind: 'YAML' | 'JSON',
  ledger: ImportLedger,
): DataTree {
  const { top, reading } = readDocument(text, firstLine, kind, ledger)
  return treeOfTop(top, reading)
}

/** Reads YAML or JSON as ladders. Throws Unclear, with the line, if it is not valid. */
export function draftsOfData(
  text: string,
  firstLine: number,
  kind: 'YAML' | 'JSON',
  ledger: ImportLedger,
): { drafts: LadderDraft[]; title: Leaf | null } {
  const { top, reading } = readDocument(text, firstLine, kind, ledger)
  const inner = isMap(top) && top.items.length === 1 ? top.items[0]!.value : top
  for (const records of [top, inner]) {
    const draft = ledger.trial(() => {
      const grid = gridOfRecords(records, reading)
      return grid ? draftOfGrid(grid, undefined, ledger) : null
    })
    if (draft) return { drafts: [draft], title: null }
  }
  const { root, title } = treeOfTop(top, reading)
  return { drafts: draftsOfTree(root, ledger), title }
}

/**
 * Reads the records under one of several keys as a table. The other keys are not part of the ladder. No drafts if there
 * are no such records.
 */
export function draftsOfRecords(
  text: string,
  kind: 'YAML' | 'JSON',
  ledger: ImportLedger,
): { drafts: LadderDraft[]; title: Leaf | null } {
  const { top, reading } = readDocument(text, 1, kind, ledger)
  const pairs = pairsOf(top)
  for (const records of pairs) {
    const draft = ledger.trial(() => {
      const grid = gridOfRecords(records.value, reading)
      return grid ? draftOfGrid(grid, undefined, ledger) : null
    })
    if (!draft) continue
    const { title } = treeOfPairs(
      pairs.filter((pair) => pair !== records),
      reading,
    )
    return { drafts: [draft], title }
  }
  return { drafts: [], title: null }
}
